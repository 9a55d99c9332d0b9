/** Values of a PDF and their reader: bounded, so that a file made to exhaust it is refused. */
import { FileProblemError } from '../file-problem.ts';

/** A value as it stands in a PDF. Characters of strings are bytes. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfOperator | PdfArray | PdfDict;
/** A name such as `/Type`. */
export interface PdfName {
  readonly type: 'name';
  readonly name: string;
}
/** A string; each character is one byte. */
export interface PdfString {
  readonly type: 'string';
  readonly bytes: string;
}
/** That an object stands elsewhere. */
export interface PdfRef {
  readonly type: 'ref';
  readonly number: number;
}
/** A word that is none of the above: an operator of a page's content, or `endobj`. */
export interface PdfOperator {
  readonly type: 'operator';
  readonly word: string;
}
/** An array. */
export type PdfArray = readonly PdfValue[];
/** A dictionary; keys come from the file. */
export type PdfDict = ReadonlyMap<string, PdfValue>;

/** Values in one file; the PDF of a hundred pages has about 100,000. */
const MOST_VALUES = 6_000_000;
const DEEPEST = 40;

/** How many values a file may still have; shared by all its readers. */
export interface PdfBudget {
  values: number;
  /** Bytes that may still be unpacked. */
  bytes: number;
}

/** What a file may have. */
export function pdfBudget(): PdfBudget {
  return { values: MOST_VALUES, bytes: 96 * 1024 * 1024 };
}

const SPACE = new Set('\0\t\n\f\r ');
const END = new Set('\0\t\n\f\r ()<>[]{}/%');
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const REFERENCE = /(\d{1,8})[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}R(?![A-Za-z])/y;

/** Reads values one after another. */
export class PdfReader {
  at: number;
  readonly text: string;
  readonly #budget: PdfBudget;

  constructor(text: string, budget: PdfBudget, at = 0) {
    this.text = text;
    this.#budget = budget;
    this.at = at;
  }

  /** The next value; undefined at the end, or where an array or dictionary ends. */
  next(depth = 0): PdfValue | undefined {
    this.#budget.values -= 1;
    if (this.#budget.values < 0) throw new FileProblemError('too-many');
    if (depth > DEEPEST) throw new FileProblemError('damaged');
    this.skipSpace();
    const { text, at } = this;
    const first = text[at];
    if (first === undefined) return undefined;
    if (first === '/') return this.#name();
    if (first === '(') return this.#literal();
    if (first === '[') return this.#array(depth);
    if (first === '<') return text[at + 1] === '<' ? this.#dict(depth) : this.#hex();
    if (first === ']' || first === '>' || first === '}' || first === ')') {
      this.at += text.startsWith('>>', at) ? 2 : 1;
      return undefined;
    }
    if (first === '{') {
      this.at += 1;
      return { type: 'operator', word: '{' };
    }
    return this.#number() ?? this.#word();
  }

  /** Goes to the next value. */
  skipSpace(): void {
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) return;
      if (character === '%') {
        while (this.at < this.text.length && !/[\r\n]/u.test(this.text[this.at] ?? '')) this.at += 1;
      } else if (SPACE.has(character)) this.at += 1;
      else return;
    }
  }

  #upToEnd(): string {
    const from = this.at;
    while (this.at < this.text.length && !END.has(this.text[this.at] ?? '')) this.at += 1;
    return this.text.slice(from, this.at);
  }

  #name(): PdfName {
    this.at += 1;
    const name = this.#upToEnd().replace(/#([0-9a-f]{2})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { type: 'name', name };
  }

  #word(): PdfValue {
    const word = this.#upToEnd();
    if (word === '') this.at += 1;
    if (word === 'null') return null;
    return word === 'true' || word === 'false' ? word === 'true' : { type: 'operator', word };
  }

  #number(): PdfValue | undefined {
    REFERENCE.lastIndex = this.at;
    const reference = REFERENCE.exec(this.text);
    if (reference !== null) {
      this.at = REFERENCE.lastIndex;
      return { type: 'ref', number: Number(reference[1]) };
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text);
    if (number === null) return undefined;
    this.at = NUMBER.lastIndex;
    return Number(number[0]);
  }

  #array(depth: number): PdfArray {
    this.at += 1;
    const items: PdfValue[] = [];
    for (let item = this.next(depth + 1); item !== undefined; item = this.next(depth + 1)) items.push(item);
    return items;
  }

  #dict(depth: number): PdfDict {
    this.at += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      const key = this.next(depth + 1);
      if (key === undefined) return dict;
      if (!isName(key)) continue;
      const value = this.next(depth + 1);
      if (value === undefined) return dict;
      dict.set(key.name, value);
    }
  }

  #hex(): PdfString {
    const end = this.text.indexOf('>', this.at);
    const digits = this.text.slice(this.at + 1, end === -1 ? this.text.length : end).replace(/[^0-9a-f]/giu, '');
    this.at = end === -1 ? this.text.length : end + 1;
    return {
      type: 'string',
      bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1'),
    };
  }

  #literal(): PdfString {
    const parts: string[] = [];
    let open = 1;
    this.at += 1;
    while (open > 0 && this.at < this.text.length) {
      const character = this.text[this.at] ?? '';
      this.at += 1;
      if (character === '\\') {
        parts.push(this.#escape());
        continue;
      }
      if (character === '(') open += 1;
      if (character === ')') open -= 1;
      if (open > 0) parts.push(character);
    }
    return { type: 'string', bytes: parts.join('') };
  }

  #escape(): string {
    const character = this.text[this.at] ?? '';
    const octal = /^[0-7]{1,3}/u.exec(this.text.slice(this.at, this.at + 3))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    this.at += 1;
    if (character === '\r' && this.text[this.at] === '\n') this.at += 1;
    return ESCAPES[character] ?? character;
  }
}

const ESCAPES: Readonly<Partial<Record<string, string>>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\r': '',
  '\n': '',
};

/** Whether a value is a name. */
export function isName(value: PdfValue | undefined): value is PdfName {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'name';
}

/** Whether a value is a string. */
export function isString(value: PdfValue | undefined): value is PdfString {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'string';
}

/** Whether a value points elsewhere. */
export function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'ref';
}

/** Words of a string that people read: UTF-16, UTF-8, else one byte a letter. */
export function pdfWords({ bytes }: PdfString): string {
  const raw = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(raw);
  if (bytes.startsWith('\u00ff\u00fe')) return new TextDecoder('utf-16le').decode(raw);
  if (bytes.startsWith('\u00ef\u00bb\u00bf')) return new TextDecoder().decode(raw);
  return new TextDecoder('windows-1252').decode(raw);
}
