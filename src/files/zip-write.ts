import { crc32, deflateRawSync } from 'node:zlib';

/** A part to be put into a ZIP. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1 January 1980, the first day a ZIP can name: the same parts give the same bytes on every day. */
const DATE = 0x21;
/** Parts beyond this are packed less hard: the sheet of a large table takes ten times as long otherwise, for little. */
const LARGE = 4 * 1024 * 1024;
const UTF8_NAMES = 0x0800;
const VERSION = 20;

interface Packed {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/**
 * Writes a ZIP: parts in the order given, no clock, nothing of the machine.
 *
 * @param parts Parts; their names are unique.
 * @param options `compress: false` stores the parts as they are, so that not even the version of zlib shows.
 */
export function writeZip(parts: readonly ZipPart[], options: { readonly compress?: boolean } = {}): Uint8Array {
  const packed = parts.map((part) => pack(part, options.compress ?? true));
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of packed) {
    const local = header(part, undefined);
    locals.push(local, part.bytes);
    directory.push(header(part, offset));
    offset += local.length + part.bytes.length;
  }
  return Buffer.concat([...locals, ...directory, end(packed.length, lengthOf(directory), offset)]);
}

function pack({ name, bytes }: ZipPart, compress: boolean): Packed {
  const level = bytes.length > LARGE ? 5 : 6;
  const deflated = compress ? deflateRawSync(bytes, { level }) : bytes;
  const smaller = deflated.length < bytes.length;
  return {
    name: new TextEncoder().encode(name),
    method: smaller ? 8 : 0,
    crc: crc32(bytes),
    size: bytes.length,
    bytes: smaller ? deflated : bytes,
  };
}

/** The header of a part: the local one, or with an offset the one of the central directory. */
function header(part: Packed, offset: number | undefined): Uint8Array {
  const central = offset !== undefined;
  const fixed = Buffer.alloc(central ? 46 : 30);
  let at = fixed.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  if (central) at = fixed.writeUInt16LE(VERSION, at);
  for (const value of [VERSION, UTF8_NAMES, part.method, 0, DATE]) at = fixed.writeUInt16LE(value, at);
  for (const value of [part.crc, part.bytes.length, part.size]) at = fixed.writeUInt32LE(value, at);
  fixed.writeUInt16LE(part.name.length, at);
  if (central) fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, part.name]);
}

function end(count: number, length: number, offset: number): Uint8Array {
  const fixed = Buffer.alloc(22);
  fixed.writeUInt32LE(0x06054b50, 0);
  fixed.writeUInt16LE(count, 8);
  fixed.writeUInt16LE(count, 10);
  fixed.writeUInt32LE(length, 12);
  fixed.writeUInt32LE(offset, 16);
  return fixed;
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
