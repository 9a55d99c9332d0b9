import { constants, inflateSync } from 'node:zlib';
import { FileProblemError } from '../file-problem.ts';
import {
  isName,
  isRef,
  type PdfArray,
  type PdfBudget,
  type PdfDict,
  PdfReader,
  type PdfValue,
  pdfBudget,
} from './pdf-values.ts';

/** Bytes of the largest file that is read; a scanned report of a hundred pages has about 30 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_OBJECTS = 300_000;
const MOST_PAGES = 5000;
const MIB = 1024 * 1024;

/** An object with the place of its stream, where it has one. */
interface PdfObject {
  readonly value: PdfValue;
  readonly stream?: readonly [start: number, end: number];
}

/** A page with the resources that it inherits. */
export interface PdfPage {
  readonly dict: PdfDict;
  readonly resources: PdfDict;
}

/** The objects of a PDF. */
export class PdfFile {
  readonly budget: PdfBudget = pdfBudget();
  readonly #text: string;
  readonly #objects = new Map<number, PdfObject>();
  #trailers: PdfDict[] = [];

  /**
   * Finds objects where they stand, not where a table says they do: what was added last to the file holds.
   *
   * @param bytes The file.
   * @throws FileProblemError where it is none, is encrypted, or is larger than any real one.
   */
  constructor(bytes: Uint8Array) {
    if (bytes.length > MOST_BYTES) throw new FileProblemError('too-large');
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (!this.#text.slice(0, 1024).includes('%PDF-')) throw new FileProblemError('not-a-pdf');
    this.#scan();
    if (this.#trailers.some((one) => one.has('Encrypt'))) throw new FileProblemError('encrypted');
  }

  /** What a value stands for. */
  follow(value: PdfValue | undefined): PdfValue | undefined {
    let at = value;
    for (let steps = 0; isRef(at) && steps < 8; steps += 1) at = this.#objects.get(at.number)?.value;
    return isRef(at) ? undefined : at;
  }

  /** A dictionary; empty where there is none. */
  dict(value: PdfValue | undefined): PdfDict {
    const found = this.follow(value);
    return found instanceof Map ? found : EMPTY;
  }

  /** An array; empty where there is none. */
  array(value: PdfValue | undefined): PdfArray {
    const found = this.follow(value);
    return Array.isArray(found) ? found : [];
  }

  /** The content of a stream, unpacked, a character each byte; undefined where it is packed in a way that is not read. */
  content(value: PdfValue | undefined): string | undefined {
    const object = isRef(value) ? this.#objects.get(value.number) : undefined;
    return object === undefined ? undefined : this.#unpack(object);
  }

  /** The pages in order. */
  pages(): readonly PdfPage[] {
    const root = this.#trailers.findLast((one) => one.has('Root'))?.get('Root');
    const catalog = this.dict(root);
    const pages: PdfPage[] = [];
    const seen = new Set<PdfDict>();
    const visit = (value: PdfValue | undefined, inherited: PdfDict, depth: number): void => {
      const dict = this.dict(value);
      if (seen.has(dict) || depth > 40 || pages.length >= MOST_PAGES) return;
      seen.add(dict);
      const resources = dict.has('Resources') ? this.dict(dict.get('Resources')) : inherited;
      if (dict.has('Kids')) for (const kid of this.array(dict.get('Kids'))) visit(kid, resources, depth + 1);
      else if (dict.size > 0) pages.push({ dict, resources });
    };
    visit((catalog.size > 0 ? catalog : this.#catalog()).get('Pages'), EMPTY, 0);
    return pages;
  }

  #catalog(): PdfDict {
    const found = [...this.#objects.values()].findLast(
      ({ value }) => value instanceof Map && nameOf(value.get('Type')) === 'Catalog',
    );
    return this.dict(found?.value);
  }

  #scan(): void {
    const pattern = /(\d{1,8})[\0\t\n\f\r ]{1,4}\d{1,5}[\0\t\n\f\r ]{1,4}obj|trailer(?=[\s<])/gu;
    for (let match = pattern.exec(this.#text); match !== null; match = pattern.exec(this.#text)) {
      const reader = new PdfReader(this.#text, this.budget, pattern.lastIndex);
      const value = reader.next();
      const [, number] = match;
      if (number === undefined) {
        if (value instanceof Map) this.#trailers.push(value);
        pattern.lastIndex = Math.max(pattern.lastIndex, reader.at);
        continue;
      }
      const stream = value instanceof Map ? this.#streamAt(reader, value) : undefined;
      this.#keep(Number(number), { value: value ?? null, ...(stream !== undefined && { stream }) });
      pattern.lastIndex = Math.max(pattern.lastIndex, stream?.[1] ?? reader.at);
    }
  }

  #keep(number: number, object: PdfObject): void {
    this.#objects.set(number, object);
    if (this.#objects.size > MOST_OBJECTS) throw new FileProblemError('too-many');
    if (!(object.value instanceof Map) || object.stream === undefined) return;
    const type = nameOf(object.value.get('Type'));
    if (type === 'XRef') this.#trailers.push(object.value);
    if (type === 'ObjStm') this.#keepPacked(object, object.value);
  }

  /** Objects that are packed together in a stream. */
  #keepPacked(object: PdfObject, dict: PdfDict): void {
    const content = this.#unpack(object);
    const [count, first] = [dict.get('N'), dict.get('First')];
    if (content === undefined || typeof count !== 'number' || typeof first !== 'number') return;
    const header = new PdfReader(content.slice(0, first), this.budget);
    for (let at = 0; at < count; at += 1) {
      const [number, offset] = [header.next(), header.next()];
      if (typeof number !== 'number' || typeof offset !== 'number') return;
      const value = new PdfReader(content, this.budget, first + offset).next();
      this.#objects.set(number, { value: value ?? null });
      if (this.#objects.size > MOST_OBJECTS) throw new FileProblemError('too-many');
    }
  }

  #streamAt(reader: PdfReader, dict: PdfDict): readonly [number, number] | undefined {
    reader.skipSpace();
    if (!this.#text.startsWith('stream', reader.at)) return undefined;
    let start = reader.at + 6;
    if (this.#text[start] === '\r') start += 1;
    if (this.#text[start] === '\n') start += 1;
    const length = dict.get('Length');
    if (typeof length === 'number' && /^\s{0,2}endstream/u.test(this.#text.slice(start + length, start + length + 12)))
      return [start, start + length];
    const end = this.#text.indexOf('endstream', start);
    // A stream without its end takes the rest, so that the rest is searched once and not once for each of them.
    return [start, end === -1 ? this.#text.length : end];
  }

  #unpack({ value, stream }: PdfObject): string | undefined {
    if (stream === undefined) return undefined;
    const packed = this.#text.slice(stream[0], stream[1]);
    const dict = this.dict(value);
    const filter = this.follow(dict.get('Filter'));
    const filters = Array.isArray(filter) ? filter.map((one) => nameOf(this.follow(one))) : [nameOf(filter)];
    const named = filters.filter((one) => one !== '');
    if (named.length === 0) return packed;
    const predictor = this.dict(dict.get('DecodeParms')).get('Predictor');
    if (named.length > 1 || named[0] !== 'FlateDecode' || (typeof predictor === 'number' && predictor > 1))
      return undefined;
    const unpacked = inflated(Buffer.from(packed, 'latin1'), Math.min(this.budget.bytes, 32 * MIB));
    this.budget.bytes -= unpacked?.length ?? 0;
    return unpacked;
  }
}

const EMPTY: PdfDict = new Map();

/** A name as a string; empty where it is none. */
export function nameOf(value: PdfValue | undefined): string {
  return isName(value) ? value.name : '';
}

function inflated(packed: Uint8Array, most: number): string | undefined {
  try {
    // Streams that were cut off give what is there.
    const options = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(packed, options).toString('latin1');
  } catch (error) {
    if (error instanceof RangeError) throw new FileProblemError('too-large');
    return undefined;
  }
}
