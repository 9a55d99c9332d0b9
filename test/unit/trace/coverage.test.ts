import { describe, expect, test } from 'vitest';
import type { ConsultationNote, NoteFrontMatter } from '../../../src/model/consultation-note.ts';
import { processSchema } from '../../../src/model/process.ts';
import { explanationOf, measureCoverage } from '../../../src/trace/coverage.ts';

function note(keys: Partial<NoteFrontMatter>): ConsultationNote {
  const frontMatter = { round: 'first', date: '2022-09-01', method: 'survey', group: 'children', ...keys } as const;
  return { id: 'first/x', file: 'consultations/first/x.md', inputs: [], frontMatter };
}

const NOTES = [
  note({
    region: 'africa',
    languages: ['en', 'fr'],
    participants: { total: 30, 'age-bands': { '7-12': 12, '13-17': 18 } },
  }),
  note({ region: 'asia', languages: ['en'], participants: { total: '<5' }, 'left-behind': ['street-situations'] }),
  note({ round: 'second', group: 'experts', method: 'interview', participants: { total: 1 } }),
];

function measured(target: object, explanations: readonly object[] = []) {
  const process = processSchema.parse({
    penholder: 1,
    title: 'A text',
    language: 'en',
    stages: [{ id: 'zero', title: 'Zero draft' }],
    coverage: { targets: [target], explanations },
  });
  return measureCoverage(process, NOTES)[0];
}

describe('a target', () => {
  test.each([
    [
      { group: 'children', notes: 2 },
      { notes: 2, participants: 31, met: true },
    ],
    [
      { group: 'children', region: 'africa', participants: 31 },
      { notes: 1, participants: 30, met: false },
    ],
    [
      { group: 'children', language: 'fr' },
      { notes: 1, met: true },
    ],
    [
      { group: 'children', language: 'ar' },
      { notes: 0, met: false },
    ],
    [
      { group: 'children', 'age-band': '7-12', participants: 12 },
      { notes: 1, participants: 12, met: true },
    ],
    [
      { group: 'children', 'left-behind': 'street-situations' },
      { notes: 1, met: true },
    ],
    [
      { group: 'experts', method: 'survey' },
      { notes: 0, met: false },
    ],
    [
      { group: 'experts', round: 'second', method: 'interview' },
      { notes: 1, met: true },
    ],
  ])('%j counts what it names', (target, wanted) => {
    expect(measured(target)).toMatchObject(wanted);
  });
});

describe('an explanation', () => {
  const target = { group: 'children', region: 'europe', round: 'first' };

  test('holds for all it names, and for what is narrower', () => {
    expect(explanationOf(target, [{ group: 'children', reason: 'A' }])).toBe('A');
    expect(explanationOf(target, [{ region: 'europe', round: 'first', reason: 'B' }])).toBe('B');
    expect(
      measured({ group: 'children', region: 'europe' }, [{ group: 'children', region: 'europe', reason: 'C' }])
        ?.explanation,
    ).toBe('C');
  });

  test('does not hold for anything else, nor for everything where it names nothing', () => {
    expect(explanationOf(target, [{ group: 'children', level: 'local', reason: 'A' }])).toBeUndefined();
    expect(explanationOf(target, [{ code: 'pillar/peace', reason: 'B' }])).toBeUndefined();
    expect(explanationOf(target, [{ reason: 'C' }])).toBeUndefined();
  });
});
