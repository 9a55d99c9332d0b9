/** Marked-up Word files that change everything at once, resolved by three programs. */
import { afterAll, describe, expect, it } from 'vitest';
import { compareDocuments } from '../../src/changes/compare-documents.ts';
import { markUp } from '../../src/changes/mark-up/mark-up.ts';
import type { Media } from '../../src/formats/docx/context.ts';
import { writeDocx } from '../../src/formats/docx.ts';
import type { Document } from '../../src/model/document.ts';
import { MIXED_PAIRS, type MixedPair } from './docx/mixed-pairs.ts';
import { faultsOf, resolved } from './docx/oracle.ts';
import { draftOf, paragraphsWithNotes } from './docx/versions.ts';
import { openResolver } from './office/resolver.ts';

const REFS = { from: { id: 'a', title: 'A' }, to: { id: 'b', title: 'B' } };
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);
const media = new Map(
  ['a.png', 'b.png', 'c.png'].map((url, at): [string, Media] => [
    url,
    { name: `picture${at + 1}`, kind: 'png', bytes: PIXEL, width: 60, height: 40 },
  ]),
);

function write(document: Document): Uint8Array {
  return writeDocx(document, { media, report: () => undefined });
}

/** The marked-up version, and what it has to say accepted and rejected. */
function marked({ before, after, language }: MixedPair) {
  const [from, to] = [draftOf(before, language), draftOf(after, language)];
  const bytes = write({ ...markUp(from, to, compareDocuments(from, to, REFS)), meta: to.meta });
  const [earlier, later] = [write({ ...from, meta: to.meta }), write(to)];
  return { bytes, earlier, later };
}

/** Each pair, and the same the other way round. */
const PAIRS = MIXED_PAIRS.flatMap((pair) => [
  pair,
  { ...pair, name: `${pair.name}, backwards`, before: pair.after, after: pair.before },
]);
const FILES = PAIRS.map((pair) => [pair.name, marked(pair)] as const);

describe('marked-up Word files that mix everything', () => {
  it.each(FILES)('%s: is valid', async (_, { bytes }) => {
    expect(await faultsOf(bytes)).toEqual([]);
  });

  it.each(FILES)('%s: reads right in both views', (_, { bytes, earlier, later }) => {
    expect(paragraphsWithNotes(bytes, 'original')).toEqual(paragraphsWithNotes(earlier, 'accepted'));
    expect(paragraphsWithNotes(bytes, 'accepted')).toEqual(paragraphsWithNotes(later, 'accepted'));
  });

  it.each(FILES)('%s: is resolved alike by another program', async (_, { bytes, earlier, later }) => {
    const { accepted, rejected } = await resolved(bytes);
    expect(paragraphsWithNotes(rejected, 'accepted')).toEqual(paragraphsWithNotes(earlier, 'accepted'));
    expect(paragraphsWithNotes(accepted, 'accepted')).toEqual(paragraphsWithNotes(later, 'accepted'));
  });
});

const office = openResolver();

describe.skipIf(office === undefined)('resolved by LibreOffice (skipped where Writer is not installed)', () => {
  afterAll(() => office?.close());
  const all = office?.resolve(FILES.map(([, { bytes }]) => bytes)) ?? [];

  it.each(FILES.map(([name, file], at) => [name, { ...file, ...all[at] }] as const))('%s', (_, file) => {
    const { earlier, later, accepted, rejected } = file;
    // This program keeps what became of cells as it was, and addresses around words that went.
    const words = (bytes: Uint8Array | undefined, view: 'original' | 'accepted') =>
      paragraphsWithNotes(bytes ?? new Uint8Array(), view, false);
    expect(words(rejected, 'original')).toEqual(words(earlier, 'accepted'));
    expect(words(accepted, 'accepted')).toEqual(words(later, 'accepted'));
  });
});
