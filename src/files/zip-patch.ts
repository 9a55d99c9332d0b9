import { type FileProblem, FileProblemError } from './file-problem.ts';
import { type DirectoryEntry, readDirectory } from './zip-directory.ts';
import { problemOf, readZip, ZIP_BOUNDS } from './zip-read.ts';
import { writeZip, type ZipPart } from './zip-write.ts';

const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** A ZIP with some parts replaced or added, or why it can't be read. */
export type ZipPatching = { readonly bytes: Uint8Array } | { readonly problem: FileProblem };

interface Entry {
  readonly name: string;
  readonly local: Uint8Array;
  /** Its record in the central directory. */
  readonly record: Uint8Array;
}

/**
 * Replaces parts of a ZIP and adds others; every other part keeps its bytes as they are, packed as they were and in the same order.
 *
 * @param bytes The file.
 * @param parts Parts to be put in place of those of the same name, or at the end.
 */
export function patchZip(bytes: Uint8Array, parts: readonly ZipPart[]): ZipPatching {
  const reading = readZip(bytes);
  if ('problem' in reading) return reading;
  try {
    const changed = new Map(parts.map((part) => [part.name, part]));
    const kept = entriesOf(bytes);
    const names = new Set(kept.map(({ name }) => name));
    const ordered = kept.map((entry) => {
      const part = changed.get(entry.name);
      return part === undefined ? entry : newEntry(part);
    });
    const added = parts.filter(({ name }) => !names.has(name)).map(newEntry);
    return { bytes: assembled([...ordered, ...added]) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** Parts with their local headers, in the order of the directory. */
function entriesOf(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readDirectory(view, ZIP_BOUNDS);
  const first = directoryStart(view);
  const starts = [...directory.map(({ header }) => header), first].sort((one, other) => one - other);
  let at = first;
  return directory.map(({ name, header }: DirectoryEntry) => {
    if (view.getUint32(at, true) !== CENTRAL) throw new FileProblemError('damaged');
    const length = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const record = bytes.subarray(at, at + length);
    at += length;
    // What describes the data behind it belongs to it: all up to the next part.
    const next = starts.find((start) => start > header) ?? first;
    return { name, local: bytes.subarray(header, next), record };
  });
}

function directoryStart(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1)
    if (view.getUint32(at, true) === END) return view.getUint32(at + 16, true);
  throw new FileProblemError('damaged');
}

/** A part as an archive of its own has it. */
function newEntry(part: ZipPart): Entry {
  const [entry] = entriesOf(writeZip([part]));
  if (entry === undefined) throw new FileProblemError('damaged');
  return entry;
}

function assembled(entries: readonly Entry[]): Uint8Array {
  let offset = 0;
  const records: Uint8Array[] = [];
  for (const { local, record } of entries) {
    const moved = new Uint8Array(record);
    new DataView(moved.buffer).setUint32(42, offset, true);
    records.push(moved);
    offset += local.length;
  }
  const size = records.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...entries.map(({ local }) => local), ...records, end]);
}
