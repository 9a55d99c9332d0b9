import { describe, expect, it } from 'vitest';
import { findForReview, findInFileName } from '../../../src/text/detect/review.ts';
import { cpuSeconds } from '../cpu-time.ts';

const found = (text: string): readonly string[] =>
  findForReview(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('findForReview', () => {
  it('leaves code, addresses, tags and ids alone', () => {
    expect(found('`Amina Diallo` https://x.org/Amina-Diallo #theme/Amina <b title="Amina Diallo"> ^Amina')).toEqual([]);
  });

  it('finds a name and a disclosure in one sentence', () => {
    expect(found('Leila said that her uncle beats her.')).toEqual(['name: Leila', 'disclosure: her uncle beats her']);
  });

  it.each([
    ['consultations/first/interview-amina-diallo.md', ['name']],
    ['consultations/first/africa-children.md', []],
    ['consultations/first/un-entities-survey-2022.md', []],
  ])('looks at the name of a file: %s', (path, kinds) => {
    expect(findInFileName(path)).toEqual(kinds);
  });

  it.each(['Ab-', "O'", 'Al-', 'He said ', '](', 'School of ', '<!--', 'عبد ال', '王', 'my uncle ', 'Ab '])(
    'needs time in line with length for rows of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(120_000 / piece.length));
      const one = cpu(text.slice(0, text.length / 4));
      expect(cpu(text)).toBeLessThan(Math.max(12 * one, 1_500));
    },
  );
});

/** CPU milliseconds of one search. */
function cpu(text: string): number {
  return cpuSeconds(() => findForReview(text)) * 1_000;
}
