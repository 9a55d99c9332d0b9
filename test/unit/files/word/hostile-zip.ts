import { crc32, deflateRawSync } from 'node:zlib';

/** A part whose headers can lie. */
export interface LyingPart {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the headers say, where they lie. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Offset of the local header that the directory gives, where it lies. */
  readonly at?: number;
  /** The name that the local header gives, where it is another one. */
  readonly localName?: string;
  /** Sizes come behind the content, and the local header has none. */
  readonly descriptor?: boolean;
}

/**
 * A ZIP made by hand.
 *
 * @param parts Its parts.
 * @param count How many parts it says it has, where it lies.
 */
export function lyingZip(parts: readonly LyingPart[], count: number = parts.length): Uint8Array {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.content);
    const local = localOf(part, packed);
    written.push(local);
    directory.push(centralOf(part, packed, offset));
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...written, central, end]));
}

function localOf({ name, content, localName = name, descriptor = false, ...lies }: LyingPart, packed: Buffer): Buffer {
  const header = Buffer.alloc(30);
  const { size = content.length, crc = crc32(content), flags = 0 } = lies;
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(descriptor ? flags | 8 : flags, 6);
  header.writeUInt16LE(8, 8);
  if (!descriptor) {
    header.writeUInt32LE(crc, 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(size, 22);
  }
  header.writeUInt16LE(Buffer.byteLength(localName), 26);
  const behind = Buffer.alloc(descriptor ? 16 : 0);
  if (descriptor) {
    behind.writeUInt32LE(0x08074b50, 0);
    behind.writeUInt32LE(crc, 4);
    behind.writeUInt32LE(packed.length, 8);
    behind.writeUInt32LE(size, 12);
  }
  return Buffer.concat([header, Buffer.from(localName), packed, behind]);
}

function centralOf(part: LyingPart, packed: Buffer, offset: number): Buffer {
  const { name, content, size = content.length, crc = crc32(content), flags = 0, at = offset, descriptor } = part;
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(descriptor === true ? flags | 8 : flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(Buffer.byteLength(name), 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, Buffer.from(name)]);
}
