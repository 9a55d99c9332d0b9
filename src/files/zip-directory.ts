import { FileProblemError } from './file-problem.ts';

/** How large a ZIP and its parts may be. */
export interface ZipBounds {
  /** Bytes of the whole file. */
  readonly file: number;
  /** Bytes of one part, unpacked. */
  readonly part: number;
  /** Bytes of all parts, unpacked. */
  readonly total: number;
  /** Number of parts. */
  readonly entries: number;
  /** How many times larger a part of more than 1 MB may be unpacked. */
  readonly ratio: number;
}

/** Where a part stands in the file, as the central directory says. */
export interface DirectoryEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Offset of its local header. */
  readonly header: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const MIB = 1024 * 1024;

/**
 * Reads the central directory of a ZIP and refuses what no Office program writes.
 *
 * @param view The whole file.
 * @param bounds What is accepted.
 */
export function readDirectory(view: DataView, bounds: ZipBounds): readonly DirectoryEntry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) throw new FileProblemError('zip64');
  if (count > bounds.entries) throw new FileProblemError('too-many');
  const entries: DirectoryEntry[] = [];
  let offset = start;
  for (let index = 0; index < count; index += 1) {
    const entry = centralEntry(view, offset, end);
    entries.push(entry.entry);
    offset = entry.next;
  }
  checkEntries(entries, start, bounds);
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new FileProblemError('damaged');
}

function centralEntry(view: DataView, at: number, end: number): { entry: DirectoryEntry; next: number } {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new FileProblemError('damaged');
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new FileProblemError('encrypted');
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw new FileProblemError('damaged');
  const [packed, size, header] = [20, 24, 42].map((field) => view.getUint32(at + field, true)) as [
    number,
    number,
    number,
  ];
  if (packed === 0xffffffff || size === 0xffffffff || header === 0xffffffff) throw new FileProblemError('zip64');
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    header,
  };
  return { entry, next };
}

function checkEntries(entries: readonly DirectoryEntry[], start: number, bounds: ZipBounds): void {
  const names = new Set<string>();
  let total = 0;
  for (const { name, method, packed, size } of entries) {
    if (isUnsafe(name)) throw new FileProblemError('unsafe-name');
    if (names.has(name.toLowerCase())) throw new FileProblemError('duplicate');
    names.add(name.toLowerCase());
    if (method !== 0 && method !== 8) throw new FileProblemError('method');
    total += size;
    if (size > bounds.part || total > bounds.total) throw new FileProblemError('too-large');
    if (size > MIB && size > packed * bounds.ratio) throw new FileProblemError('too-large');
  }
  checkOverlap(entries, start);
}

/** Parts that share bytes are how a small file pretends to hold a large one. */
function checkOverlap(entries: readonly DirectoryEntry[], start: number): void {
  const sorted = [...entries].sort((one, other) => one.header - other.header);
  sorted.forEach(({ header, packed }, index) => {
    const limit = sorted[index + 1]?.header ?? start;
    if (header + 30 + packed > limit) throw new FileProblemError('duplicate');
  });
}

function isUnsafe(name: string): boolean {
  return (
    name === '' ||
    name.includes('\\') ||
    name.includes('\0') ||
    name.startsWith('/') ||
    /^[A-Za-z]:/u.test(name) ||
    name.split('/').includes('..')
  );
}
