import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Visibility } from '../../src/model/consultation-note.ts';
import { ATTRIBUTIONS, DISTRIBUTIONS, QUOTES } from '../../src/model/vocabulary.ts';
import { readConsultationNote } from '../../src/sources/consultation-note/read-consultation-note.ts';
import { splitTail } from '../../src/sources/consultation-note/tail.ts';
import { narrowVisibility } from '../../src/sources/consultation-note/visibility.ts';
import { slug } from '../../src/sources/ingest/slug.ts';
import { markdownNote } from '../../src/sources/markdown-note.ts';
import { planIngest } from '../../src/sources/plan-ingest.ts';
import { readFrontMatter } from '../../src/text/front-matter.ts';
import { noteWith, PROCESS } from '../unit/sources/sample.ts';

const NUMBER = Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 150);
const RUNS = { numRuns: NUMBER };
const line = fc.oneof(
  fc.constantFrom(
    '',
    '# T',
    '## H {#q1}',
    '- item',
    '- item #gap',
    '  - nested',
    '1. one ^i1',
    '> quote',
    '```',
    '---',
  ),
  fc.constantFrom(
    '- a  ',
    'Context:',
    '| a | b |',
    '| - | - |',
    '| Section 3 | Too long |',
    '| Too long ||',
    '<b>x',
    '{: .x}',
    '* [ ] todo',
    '***',
    '[a]: http://x.y',
  ),
  fc.string({ maxLength: 30, unit: 'grapheme' }).filter((text) => !/[\r\n\u2028\u2029]/u.test(text)),
  fc.lorem({ maxCount: 6 }).map((text) => `- ${text} {quote="no"} #pillar/peace`),
);
const body = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, eol]) => lines.join(eol));

const ingest = (source: string) =>
  planIngest({
    files: [{ name: 'some-note.md', bytes: new TextEncoder().encode(source) }],
    existing: [],
    responses: [],
    process: PROCESS,
    sources: [markdownNote],
    options: { round: 'first' },
  });

it('an ingested body is the body that came, but for the ids', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const source = noteWith(text);
      const { plan, outcomes } = await ingest(source);
      const written = plan.writes.find(({ path }) => path === outcomes[0]?.path);
      const result = readFrontMatter(new TextDecoder().decode(written?.bytes), '').body;
      expect(result.replaceAll(/ \^i[0-9a-hjkmnp-tv-z]{5}(?=[ \t|]*(?:\r?\n|\r|$))/gu, '')).toBe(
        readFrontMatter(source, '').body,
      );
    }),
    RUNS,
  );
});

it('ids given at ingest are read again as those of the same inputs', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const before =
        readConsultationNote(noteWith(text), 'consultations/first/some-note.md', PROCESS).note?.inputs ?? [];
      const { plan, outcomes } = await ingest(noteWith(text));
      const written = plan.writes.find(({ path }) => path === outcomes[0]?.path);
      const source = new TextDecoder().decode(written?.bytes);
      const after = readConsultationNote(source, 'consultations/first/some-note.md', PROCESS).note?.inputs ?? [];
      expect(after.map((input) => input.text)).toEqual(before.map((input) => input.text));
      const ids = after.flatMap(({ id }) => (id === undefined || id === 'i1' ? [] : [id]));
      expect(new Set(ids).size).toBe(ids.length);
    }),
    RUNS,
  );
});

it('reading never throws, whatever the file', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        body,
        body.map((text) => `---\n${text}`),
      ),
      (source) => {
        const { findings } = readConsultationNote(source, 'consultations/first/x.md', PROCESS);
        for (const { place } of findings) expect(place.line).toBeGreaterThan(0);
      },
    ),
    RUNS,
  );
});

it('an input never widens what its note says', () => {
  const visibility = fc.record<Visibility>({
    distribution: fc.constantFrom(...DISTRIBUTIONS),
    attribution: fc.constantFrom(...ATTRIBUTIONS),
    quote: fc.constantFrom(...QUOTES),
    chathamHouse: fc.boolean(),
  });
  const value = fc.oneof(fc.constantFrom(...DISTRIBUTIONS, ...ATTRIBUTIONS, ...QUOTES), fc.string());
  const attributes = fc.dictionary(fc.constantFrom('distribution', 'attribution', 'quote', 'other'), value);
  fc.assert(
    fc.property(visibility, attributes, (base, asked) => {
      const result = narrowVisibility(base, asked);
      expect(DISTRIBUTIONS.indexOf(result.distribution)).toBeGreaterThanOrEqual(
        DISTRIBUTIONS.indexOf(base.distribution),
      );
      expect(ATTRIBUTIONS.indexOf(result.attribution)).toBeGreaterThanOrEqual(ATTRIBUTIONS.indexOf(base.attribution));
      expect(QUOTES.indexOf(result.quote)).toBeGreaterThanOrEqual(QUOTES.indexOf(base.quote));
      expect(result.chathamHouse).toBe(base.chathamHouse);
    }),
    RUNS,
  );
});

it('splitting the tail off an input loses no word', () => {
  const part = fc.oneof(
    fc.constantFrom('#gap', '#unknown', '#pillar/peace', '^i1', '{quote="no"}', '{odd}', '#', '^'),
    fc.lorem({ maxCount: 3 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
      const text = parts.join(' ');
      const tail = splitTail(text, (tag) => tag === 'gap' || tag === 'pillar/peace');
      const taken = tail.tags.length + Object.keys(tail.attributes).length + (tail.id === undefined ? 0 : 1);
      const words = (one: string): number => one.split(/\s+/u).filter(Boolean).length;
      // Of an attribute given twice the last counts; the other is taken off with it.
      const repeated = parts.filter((one) => one === '{quote="no"}').length;
      expect(words(tail.text) + taken + Math.max(0, repeated - 1)).toBeGreaterThanOrEqual(words(text));
      expect(words(tail.text)).toBeLessThanOrEqual(words(text));
    }),
    RUNS,
  );
});

it('a name for a file is one safe word, and naming it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const name = slug(text);
      expect(name).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)?$/u);
      expect([...name].length).toBeLessThanOrEqual(56);
      expect(slug(name)).toBe(name);
    }),
    RUNS,
  );
});
