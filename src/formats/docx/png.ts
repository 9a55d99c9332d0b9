/** Pictures of points as PNG files (RFC 2083). */
import { crc32, deflateSync } from 'node:zlib';

/** A picture, point by point from its top left corner. */
export interface Points {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each point. */
  readonly colours: Uint8Array;
  /** How much of each point covers what is behind it; all of it where absent. */
  readonly cover?: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A picture as a PNG file. The same points give the same bytes. */
export function writePng({ width, height, colours, cover }: Points): Uint8Array {
  const size = cover === undefined ? 3 : 4;
  const rows = new Uint8Array(height * (width * size + 1));
  for (let y = 0, to = 0; y < height; y += 1) {
    // Each row says first how it is filtered: not at all.
    to += 1;
    for (let at = y * width; at < (y + 1) * width; at += 1) {
      for (let part = 0; part < 3; part += 1) rows[to++] = colours[at * 3 + part] ?? 0;
      if (cover !== undefined) rows[to++] = cover[at] ?? 0;
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, cover === undefined ? 2 : 6, 0, 0, 0], 8);
  return joined([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined([new TextEncoder().encode(name), data]);
  const [length, check] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, data.length);
  new DataView(check.buffer).setUint32(0, crc32(named));
  return joined([length, named, check]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
