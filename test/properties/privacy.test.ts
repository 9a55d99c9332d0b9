import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConsultationNote, Input, NoteFrontMatter, Visibility } from '../../src/model/consultation-note.ts';
import { processSchema } from '../../src/model/process.ts';
import { ATTRIBUTIONS, CAPACITIES, DISTRIBUTIONS, METHODS, QUOTES } from '../../src/model/vocabulary.ts';
import type { Workspace } from '../../src/model/workspace.ts';
import { discloseFindings } from '../../src/trace/disclose-findings.ts';
import { type Disclosure, disclose, type Promised } from '../../src/trace/disclosure.ts';
import { listInputs } from '../../src/trace/input-list.ts';

const RUNS = { numRuns: Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 300) };

const AUDIENCES = DISTRIBUTIONS.map((distribution) => ({ distribution }));
const audience = fc.constantFrom(...AUDIENCES);
const visibility: fc.Arbitrary<Visibility> = fc.record({
  distribution: fc.constantFrom(...DISTRIBUTIONS),
  attribution: fc.constantFrom(...ATTRIBUTIONS),
  quote: fc.constantFrom(...QUOTES),
  chathamHouse: fc.boolean(),
});
const promised: fc.Arbitrary<Promised> = fc.record(
  {
    visibility,
    capacity: fc.constantFrom(...CAPACITIES),
    method: fc.constantFrom(...METHODS),
    plainName: fc.boolean(),
  },
  { requiredKeys: ['visibility'] },
);

/** From widest to narrowest, so that two disclosures can be compared member by member. */
const CONTRIBUTORS = ['from', 'group', 'nobody'];
const WORDS = ['verbatim', 'paraphrase', 'none'];
const FLAGS = ['group', 'occasion', 'note', 'subject', 'reason'] as const;

/** Whether one disclosure tells nothing that the other does not. */
function isWithin(narrow: Disclosure, wide: Disclosure): boolean {
  return (
    CONTRIBUTORS.indexOf(narrow.contributor) >= CONTRIBUTORS.indexOf(wide.contributor) &&
    WORDS.indexOf(narrow.words) >= WORDS.indexOf(wide.words) &&
    FLAGS.every((flag) => !narrow[flag] || wide[flag])
  );
}

const WIDEST: Promised = {
  visibility: { distribution: 'public', attribution: 'named', quote: 'verbatim', chathamHouse: false },
  capacity: 'institutional',
  method: 'interview',
  plainName: true,
};

describe('what may be said', () => {
  test('is never wider than any one restriction alone', () => {
    fc.assert(
      fc.property(promised, audience, (all, who) => {
        const { capacity, method, plainName } = all;
        const alone: Promised[] = [
          ...Object.entries(all.visibility).map(([key, value]) => ({
            ...WIDEST,
            visibility: { ...WIDEST.visibility, [key]: value },
          })),
          {
            visibility: WIDEST.visibility,
            ...(capacity !== undefined && { capacity }),
            method: 'interview',
            plainName: true,
          },
          {
            visibility: WIDEST.visibility,
            capacity: 'institutional',
            ...(method !== undefined && { method }),
            plainName: true,
          },
          {
            visibility: WIDEST.visibility,
            capacity: 'institutional',
            method: 'interview',
            ...(plainName !== undefined && { plainName }),
          },
        ];
        for (const one of alone) expect(isWithin(disclose(all, who), disclose(one, who))).toBe(true);
      }),
      RUNS,
    );
  });

  test('never grows when something is narrowed or left out', () => {
    fc.assert(
      fc.property(promised, promised, audience, (one, other, who) => {
        const narrower = <Value>(values: readonly Value[], a: Value, b: Value): Value =>
          values[Math.max(values.indexOf(a), values.indexOf(b))] ?? b;
        // In a personal capacity an organisation is not named; all else being equal the two are not comparable.
        const { capacity, ...same } = one;
        const both: Promised = {
          ...same,
          visibility: {
            distribution: narrower(DISTRIBUTIONS, one.visibility.distribution, other.visibility.distribution),
            attribution: one.visibility.attribution,
            quote: narrower(QUOTES, one.visibility.quote, other.visibility.quote),
            chathamHouse: one.visibility.chathamHouse || other.visibility.chathamHouse,
          },
        };
        expect(isWithin(disclose(both, who), disclose({ ...one, capacity: capacity ?? 'institutional' }, who))).toBe(
          true,
        );
        expect(isWithin(disclose({ visibility: both.visibility }, who), disclose(both, who))).toBe(true);
      }),
      RUNS,
    );
  });

  test('never tells a wider audience more than a narrower one', () => {
    fc.assert(
      fc.property(promised, (one) => {
        const [open, core, keeps] = AUDIENCES.map((who) => disclose(one, who)) as [Disclosure, Disclosure, Disclosure];
        expect(isWithin(open, core)).toBe(true);
        expect(isWithin(core, keeps)).toBe(true);
      }),
      RUNS,
    );
  });

  test('takes values that nobody knows at their most restrictive', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('distribution', 'attribution', 'quote'), (value, key) => {
        fc.pre(![...DISTRIBUTIONS, ...ATTRIBUTIONS, ...QUOTES].some((known) => known === value));
        const odd = { ...WIDEST, visibility: { ...WIDEST.visibility, [key]: value } } as Promised;
        const strict = { distribution: 'custodian', attribution: 'none', quote: 'no' }[key];
        const narrowest = { ...WIDEST, visibility: { ...WIDEST.visibility, [key]: strict } } as Promised;
        expect(disclose(odd, { distribution: 'public' })).toEqual(disclose(narrowest, { distribution: 'public' }));
      }),
      RUNS,
    );
  });
});

const PROCESS = processSchema.parse({
  penholder: 1,
  title: 't',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero' }],
  rounds: [{ id: 'first' }],
  groups: [{ id: 'experts', title: 'Experts' }],
});

/** A note whose every part holds a marker of its own. */
function planted(seen: Visibility, own: Visibility, more: Partial<NoteFrontMatter>): ConsultationNote {
  const input: Input = {
    id: 'marker-id',
    ref: 'first/marker-name#marker-id',
    kinds: ['gap'],
    codes: ['theme/marker-code'],
    text: 'marker-text',
    heading: 'marker-heading',
    question: 'marker-question',
    visibility: own,
    line: 9,
    endLine: 9,
  };
  return {
    id: 'first/marker-name',
    file: 'consultations/first/marker-name.md',
    frontMatter: {
      round: 'first',
      date: '1999-09-09',
      method: 'interview',
      group: 'marker-group',
      from: 'marker-from',
      signatories: ['marker-sign'],
      region: 'marker-region',
      distribution: seen.distribution,
      attribution: seen.attribution,
      quote: seen.quote,
      'chatham-house': seen.chathamHouse,
      ...more,
    },
    inputs: [input],
  };
}

const workspaceOf = (note: ConsultationNote): Workspace => ({
  prefix: '',
  process: PROCESS,
  notes: [note],
  responses: [
    {
      entry: {
        input: 'marker-id',
        decision: 'accepted',
        reason: 'marker-reason',
        by: 'marker-by',
        passages: ['marker-passage'],
      },
      note: note.id,
      inputRef: 'first/marker-name#marker-id',
      file: 'consultations/first/marker-name.responses.yaml',
      line: 1,
    },
  ],
  decisions: [],
  questionnaires: [],
  stakeholders: [],
  findings: [],
});

const more = fc.record(
  { capacity: fc.constantFrom(...CAPACITIES), method: fc.constantFrom(...METHODS) },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<NoteFrontMatter>>;

/** What must not be in an output, by what takes it away. */
function forbidden(own: Visibility, who: (typeof AUDIENCES)[number]): readonly string[] {
  const [circle, at] = [DISTRIBUTIONS.indexOf(own.distribution), DISTRIBUTIONS.indexOf(who.distribution)];
  const everything = 'name from sign id text heading question code reason by passage region group'.split(' ');
  const speaker = 'name from sign region group'.split(' ');
  const words = 'text heading question code reason by passage'.split(' ');
  const isPublic = who.distribution === 'public';
  return [
    ...(circle > at ? everything : []),
    ...(own.chathamHouse ? ['from', 'sign', ...(at < 2 ? speaker : []), ...(isPublic ? ['reason', 'by'] : [])] : []),
    ...(own.attribution === 'none' && at < 2 ? speaker : []),
    ...(own.attribution === 'group' && at < 2 ? ['name', 'from', 'sign'] : []),
    ...(own.quote === 'no' && isPublic ? words : []),
  ].map((part) => `marker-${part}`);
}

test('a list of inputs holds nothing that any restriction takes away', () => {
  fc.assert(
    fc.property(visibility, visibility, more, audience, (seen, own, rest, who) => {
      const rows = JSON.stringify(listInputs(workspaceOf(planted(seen, own, rest)), {}, who));
      expect(forbidden(own, who).filter((marker) => rows.includes(marker))).toEqual([]);
    }),
    RUNS,
  );
});

test('a finding holds nothing that any restriction of its note or of an input takes away', () => {
  fc.assert(
    fc.property(visibility, visibility, more, audience, fc.boolean(), (seen, own, rest, who, elsewhere) => {
      const note = planted(seen, own, rest);
      const place = { file: elsewhere ? 'penholder.yaml' : note.file, line: 9, column: 1 };
      const message = elsewhere
        ? 'The note first/marker-name of marker-from.'
        : 'The tag "#marker-text" of marker-from.';
      const shown = discloseFindings([{ check: 'inputs/unknown-tag', severity: 'error', message, place }], {
        ...workspaceOf(note),
        audience: who,
        aboutRule: () => undefined,
      });
      expect(shown).toHaveLength(1);
      const said = JSON.stringify(shown);
      const closed =
        who.distribution === 'custodian' ? [] : [...forbidden(seen, who), ...(elsewhere ? [] : forbidden(own, who))];
      // What one input is narrowed in takes its words away; the name of the note goes by what the note says.
      const owns = closed.filter((marker) => forbidden(seen, who).includes(marker) || marker === 'marker-text');
      expect(owns.filter((marker) => said.includes(marker))).toEqual([]);
    }),
    RUNS,
  );
});
