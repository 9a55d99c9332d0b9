import { describe, expect, it } from 'vitest';
import { hasMetadata, withoutMetadata } from '../../../src/files/picture-metadata.ts';

const segment = (marker: number, body: string): number[] => {
  const bytes = [...Buffer.from(body, 'latin1')];
  return [0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 0xff, ...bytes];
};
const SCAN = [...segment(0xda, 'xx'), 1, 2, 0xff, 0, 3, 0xff, 0xd9];
const jpeg = (...parts: number[][]): Uint8Array => new Uint8Array([0xff, 0xd8, ...parts.flat(), ...SCAN]);
const chunk = (type: string, body: string): number[] => [
  0,
  0,
  0,
  body.length,
  ...Buffer.from(type + body, 'latin1'),
  9,
  9,
  9,
  9,
];
const png = (...parts: number[][]): Uint8Array =>
  new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...parts.flat(), ...chunk('IEND', '')]);

describe('withoutMetadata', () => {
  it('takes EXIF, XMP, IPTC and comments out of JPEG and leaves the picture and its colours', () => {
    const quiet = [segment(0xe0, 'JFIF\0'), segment(0xe2, 'ICC_PROFILE'), segment(0xdb, 'table')];
    const loud = [segment(0xe1, 'Exif\0\0GPS 1.29 36.82'), segment(0xed, 'Photoshop'), segment(0xfe, 'by Amina')];
    const clean = withoutMetadata(jpeg(...quiet, ...loud));
    expect(clean).toEqual(jpeg(...quiet));
    expect(hasMetadata(jpeg(...loud))).toBe(true);
    expect(hasMetadata(jpeg(...quiet))).toBe(false);
  });

  it('takes a second picture off the end of the first', () => {
    const picture = jpeg(segment(0xdb, 'table'));
    expect(withoutMetadata(new Uint8Array([...picture, 1, 2, 3]))).toEqual(picture);
  });

  it('takes texts, times and EXIF out of PNG', () => {
    const loud = png(chunk('IHDR', 'h'), chunk('tEXt', 'Author'), chunk('eXIf', 'GPS'), chunk('IDAT', 'd'));
    expect(withoutMetadata(loud)).toEqual(png(chunk('IHDR', 'h'), chunk('IDAT', 'd')));
  });

  it.each([
    ['another kind', Buffer.from('GIF89a')],
    ['a broken JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1])],
    ['a cut PNG', png(chunk('IHDR', 'h')).subarray(0, 15)],
    ['nothing', new Uint8Array()],
  ])('says that it can not look into %s', (_, bytes) => {
    expect(withoutMetadata(bytes)).toBeUndefined();
  });
});
