import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../src/files/zip-read.ts';

interface Part {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the headers say, where they lie. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
}

/** A ZIP made by hand, so that its headers can lie. */
function zip(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size = content.length, crc = crc32(content), flags = 0 } of parts) {
    const packed = deflateRawSync(content);
    const nameBytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, nameBytes, packed);
    central.push(entry, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const text = (words: string) => new TextEncoder().encode(words);
const codeOf = (bytes: Uint8Array) => {
  const reading = readZip(bytes);
  return 'problem' in reading ? reading.problem.code : 'none';
};

describe('a ZIP', () => {
  it('is read whole and piece by piece', async () => {
    const reading = readZip(zip([{ name: 'a/b.xml', content: text('words') }]));
    if ('problem' in reading) throw new Error(reading.problem.message);
    expect(new TextDecoder().decode(reading.archive.read('a/b.xml'))).toBe('words');
    const pieces = [];
    for await (const piece of reading.archive.stream('a/b.xml')) pieces.push(...piece);
    expect(new TextDecoder().decode(new Uint8Array(pieces))).toBe('words');
    expect(reading.archive.read('nothing')).toBeUndefined();
  });

  it.each(['../evil', 'a/../../b', '/etc/passwd', 'a\\b', 'C:/x'])('with a part named %s is refused', (name) => {
    expect(codeOf(zip([{ name, content: text('x') }]))).toBe('unsafe-name');
  });

  it.each([
    [
      'two parts of one name',
      zip([
        { name: 'a', content: text('x') },
        { name: 'A', content: text('y') },
      ]),
      'duplicate',
    ],
    ['an encrypted part', zip([{ name: 'a', content: text('x'), flags: 1 }]), 'encrypted'],
    ['a part of five gigabytes', zip([{ name: 'a', content: text('x'), size: 0xffffffff }]), 'zip64'],
    ['a part that unpacks a thousandfold', zip([{ name: 'a', content: new Uint8Array(4_000_000) }]), 'too-large'],
    ['no ZIP at all', text('words'), 'not-zip'],
    ['an old Office file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'ole2'],
    ['half a ZIP', zip([{ name: 'a', content: text('x') }]).subarray(0, 40), 'damaged'],
  ])('that is %s is refused', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it.each([
    ['less than there is', { size: 3 }],
    ['more than there is', { size: 30 }],
    ['another sum', { crc: 1 }],
  ])('whose headers say %s is not believed', async (_, lie) => {
    const reading = readZip(zip([{ name: 'a', content: text('twelve bytes'), ...lie }]));
    if ('problem' in reading) throw new Error(reading.problem.message);
    const { archive } = reading;
    expect(() => archive.read('a')).toThrow();
    const streamed = async () => {
      for await (const piece of archive.stream('a')) expect(piece.length).toBeLessThan(100);
    };
    await expect(streamed()).rejects.toThrow();
  });
});
