import { describe, expect, test } from 'vitest';
import { likelyPassages } from '../../src/trace/likely-passages.ts';
import { judgeRanking } from './ranking/judge.ts';
import { nistCases } from './ranking/nist.ts';
import { publicTrustCases } from './ranking/public-trust.ts';
import { indexOf } from './ranking/texts.ts';

const data = process.env.PENHOLDER_TEST_DATA ?? '';

describe.skipIf(data === '')(
  'likely passages of real comments (skipped unless PENHOLDER_TEST_DATA names the data)',
  () => {
    test('of comments on a certificate policy, more are found among five than in the section they name', async () => {
      const figures = judgeRanking(await publicTrustCases(data));
      expect(figures.cases).toBeGreaterThan(25);
      expect(figures.passage.five).toBeGreaterThan(figures.statedPassage.five);
      expect(figures.section.five).toBeGreaterThan(figures.statedSection.five);
      expect(figures.section.first).toBeGreaterThanOrEqual(figures.statedSection.first);
    });

    test('of comments on an identity guideline, words find more than the section they name', ({ skip }) => {
      const cases = nistCases(data);
      skip(cases.length === 0, 'The words of these comments are not there: comments.tsv with issue, section and text.');
      const figures = judgeRanking(cases);
      const words = judgeRanking(cases, false);
      expect(figures.section.first).toBeGreaterThan(figures.statedSection.first);
      expect(figures.section.five).toBeGreaterThan(figures.statedSection.five);
      expect(words.section.first).toBeGreaterThan(figures.statedSection.first);
    });
  },
);

test('the section that is named is a hint, and never the answer', () => {
  const filler = Array.from({ length: 30 }, (_, n) => `Clause ${n} is on records and staff.`).join('\n\n');
  const index = indexOf(
    `# 1. Scope\n\nThis applies to all staff.\n\n${filler}\n\n# 2. Keys\n\nPrivate keys are stored in hardware.\n\nKeys are renewed.\n`,
  );
  const textOf = (text: string, heading?: string) =>
    index.byId.get(likelyPassages(heading === undefined ? text : { text, heading }, index)[0]?.id ?? '')?.text;
  expect(textOf('Hardware storage of private keys is too costly.', '1')).toBe('Private keys are stored in hardware.');
  expect(textOf('“This applies to all staff”: to contractors too?', '2')).toBe('This applies to all staff.');
  expect(textOf('Too vague.', 'Section 2')).toMatch(/^(?:2\. Keys|Private keys|Keys are)/u);
});
