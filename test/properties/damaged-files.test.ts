import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWord } from '../../src/files/word/read-word.ts';
import { wordFacts } from '../../src/sources/word/word-facts.ts';
import { cpuSeconds } from '../unit/cpu-time.ts';
import { para, wordBytes } from '../unit/files/word/word-files.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;
const MADE = wordBytes({
  body: `${para('Words.')}<w:p><w:commentRangeStart w:id="0"/><w:ins w:id="1" w:author="Ada"><w:r><w:t>More</w:t></w:r></w:ins><w:commentRangeEnd w:id="0"/></w:p>`,
  comments: `<w:comment w:id="0" w:author="Ada">${para('Why?')}</w:comment>`,
});
/** The same file without compression, so that damage reaches the XML. */
const STORED = wordBytes({
  body: `${para('Words.')}<w:tbl><w:tr><w:tc>${para('Cell')}</w:tc></w:tr></w:tbl>`,
  compress: false,
});

/** Twenty real files, spread over all kinds. */
function realFiles(): readonly Uint8Array[] {
  if (DATA === undefined) return [];
  const root = join(DATA, 'docx');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.docx'));
  const step = Math.max(1, Math.floor(names.length / 20));
  return names
    .sort()
    .filter((_, at) => at % step === 0)
    .slice(0, 20)
    .map((name) => readFileSync(join(root, name)));
}

/** What was done to a file on its way: bytes changed, and the end cut off. */
const damage = fc.record({
  flips: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 12 }),
  kept: fc.oneof(
    { arbitrary: fc.constant(1), weight: 3 },
    { arbitrary: fc.double({ min: 0, max: 1, noNaN: true }), weight: 1 },
  ),
});

function damaged(bytes: Uint8Array, { flips, kept }: { flips: [number, number][]; kept: number }): Uint8Array {
  const out = bytes.slice(0, Math.ceil(bytes.length * kept));
  for (const [where, byte] of flips)
    if (out.length > 0) out[Math.min(out.length - 1, Math.floor(where * out.length))] = byte;
  return out;
}

function isReadOrRefused(bytes: Uint8Array): void {
  const reading = readWord(bytes);
  if ('problem' in reading) expect(reading.problem.hint.length).toBeGreaterThan(10);
  else for (const view of ['original', 'accepted', 'tracked'] as const) wordFacts(reading.file, view);
}

describe('a Word file that was damaged', () => {
  it.each([
    ['packed', MADE],
    ['stored', STORED],
  ])('is read or refused, never thrown at: %s', (_, bytes) => {
    fc.assert(
      fc.property(damage, (done) => {
        isReadOrRefused(damaged(bytes, done));
      }),
    );
  });

  it.skipIf(DATA === undefined)('is read or refused: real ones (PENHOLDER_TEST_DATA)', () => {
    const files = realFiles();
    expect(files.length).toBe(20);
    const hold = () =>
      fc.assert(
        fc.property(fc.constantFrom(...files), damage, (bytes, done) => {
          isReadOrRefused(damaged(bytes, done));
        }),
      );
    expect(cpuSeconds(hold)).toBeLessThan(60);
  });
});
