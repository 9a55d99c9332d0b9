import { describe, expect, it } from 'vitest';
import { patchZip } from '../../../src/files/zip-patch.ts';
import { readZip } from '../../../src/files/zip-read.ts';
import { writeZip } from '../../../src/files/zip-write.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const parts = ['a.xml', 'b.xml', 'c.xml'].map((name) => ({ name, bytes: bytesOf(`${name} `.repeat(50)) }));

function textOf(bytes: Uint8Array, name: string): string {
  const reading = readZip(bytes);
  return 'archive' in reading ? new TextDecoder().decode(reading.archive.read(name)) : reading.problem.message;
}

describe('a ZIP that is patched', () => {
  const bytes = writeZip(parts);

  it('keeps every byte where nothing is patched', () => {
    expect(patchZip(bytes, [])).toEqual({ bytes: Buffer.from(bytes) });
  });

  it('has parts replaced in their place and others added at the end; the rest stays packed as it was', () => {
    const patched = patchZip(bytes, [
      { name: 'b.xml', bytes: bytesOf('new') },
      { name: 'd.xml', bytes: bytesOf('added') },
    ]);
    if ('problem' in patched) throw new Error(patched.problem.message);
    const reading = readZip(patched.bytes);
    expect('archive' in reading && reading.archive.names).toEqual(['a.xml', 'b.xml', 'c.xml', 'd.xml']);
    expect(['a.xml', 'b.xml', 'd.xml'].map((name) => textOf(patched.bytes, name).slice(0, 6))).toEqual([
      'a.xml ',
      'new',
      'added',
    ]);
    const last = Buffer.from(bytes).indexOf('c.xml') - 30;
    expect(Buffer.from(patched.bytes).includes(Buffer.from(bytes.subarray(last, last + 40)))).toBe(true);
  });

  it('is refused where it is none', () => {
    expect(patchZip(bytesOf('no archive'), [])).toHaveProperty('problem');
  });
});
