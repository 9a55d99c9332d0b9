import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { type FileProblem, FileProblemError, fileProblem } from './file-problem.ts';
import { type DirectoryEntry, readDirectory, type ZipBounds } from './zip-directory.ts';

const MIB = 1024 * 1024;

/** What is accepted unless somebody says otherwise: well above every real document measured. */
export const ZIP_BOUNDS: ZipBounds = { file: 64 * MIB, part: 64 * MIB, total: 256 * MIB, entries: 4000, ratio: 200 };

/** A ZIP whose directory holds; its parts are unpacked when they are asked for. */
export interface ZipArchive {
  /** Names of the parts, in the order of the directory. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /**
   * A whole part; undefined where there is none of this name.
   *
   * @param most Bytes of the largest part that is read; the bounds of the archive unless said.
   * @throws FileProblemError where the part is larger, or not what the directory says.
   */
  readonly read: (name: string, most?: number) => Uint8Array | undefined;
  /**
   * A part piece by piece, so that a large one is never in memory as a whole; nothing where there is none of this name.
   *
   * @throws FileProblemError where the part is not what the directory says.
   */
  readonly stream: (name: string) => AsyncIterable<Uint8Array>;
}

/** A ZIP, or why it can't be read. */
export type ZipReading = { readonly archive: ZipArchive } | { readonly problem: FileProblem };

/**
 * Opens a ZIP as a stranger's file: bounded, with every header held against what is really there.
 *
 * @param bytes The file.
 * @param bounds Bounds other than {@link ZIP_BOUNDS}.
 */
export function readZip(bytes: Uint8Array, bounds: Partial<ZipBounds> = {}): ZipReading {
  const limits = { ...ZIP_BOUNDS, ...bounds };
  if (isOle2(bytes)) return { problem: fileProblem('ole2') };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { problem: fileProblem('not-zip') };
  if (bytes.length > limits.file) return { problem: fileProblem('too-large') };
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { archive: archiveOf(bytes, view, readDirectory(view, limits)) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/**
 * What an error thrown while a file was read says about it.
 *
 * @param error What was thrown.
 * @returns `damaged` for errors of the decompressor and for reads past the end.
 */
export function problemOf(error: unknown): FileProblem {
  return error instanceof FileProblemError ? error.problem : fileProblem('damaged');
}

/** Whether a file begins as old Office files and password-protected new ones do. */
export function isOle2(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

function archiveOf(bytes: Uint8Array, view: DataView, entries: readonly DirectoryEntry[]): ZipArchive {
  const files = new Map(entries.filter(({ name }) => !name.endsWith('/')).map((entry) => [entry.name, entry]));
  return {
    names: [...files.keys()],
    has: (name) => files.has(name),
    read: (name, most = Infinity) => {
      const entry = files.get(name);
      if (entry === undefined) return undefined;
      if (entry.size > most) throw new FileProblemError('too-large');
      return unpack(packedBytes(bytes, view, entry), entry);
    },
    stream: (name) => streamOf(bytes, view, files.get(name)),
  };
}

/** The packed bytes of a part; its local header must be one, and name the same part. */
function packedBytes(bytes: Uint8Array, view: DataView, entry: DirectoryEntry): Uint8Array {
  const at = entry.header;
  if (view.getUint32(at, true) !== 0x04034b50) throw new FileProblemError('damaged');
  const nameLength = view.getUint16(at + 26, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + nameLength));
  if (name !== entry.name) throw new FileProblemError('damaged');
  const start = at + 30 + nameLength + view.getUint16(at + 28, true);
  if (start + entry.packed > bytes.length) throw new FileProblemError('damaged');
  return bytes.subarray(start, start + entry.packed);
}

function unpack(packed: Uint8Array, entry: DirectoryEntry): Uint8Array {
  // One byte more than promised is enough to see that the header lies.
  const unpacked = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
  check(unpacked.length, crc32(unpacked), entry);
  return unpacked;
}

function check(length: number, crc: number, entry: DirectoryEntry): void {
  if (length !== entry.size || crc !== entry.crc) throw new FileProblemError('damaged');
}

async function* streamOf(
  bytes: Uint8Array,
  view: DataView,
  entry: DirectoryEntry | undefined,
): AsyncGenerator<Uint8Array> {
  if (entry === undefined) return;
  const packed = packedBytes(bytes, view, entry);
  let length = 0;
  let crc = 0;
  for await (const chunk of entry.method === 0 ? [packed] : inflate(packed)) {
    length += chunk.length;
    if (length > entry.size) throw new FileProblemError('damaged');
    crc = crc32(chunk, crc);
    yield chunk;
  }
  check(length, crc, entry);
}

function inflate(packed: Uint8Array): AsyncIterable<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: 64 * 1024 });
  inflater.end(packed);
  return inflater;
}
