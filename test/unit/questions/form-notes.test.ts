import { describe, expect, it } from 'vitest';
import { md } from '../../../src/formats/md.ts';
import type { Assets } from '../../../src/model/contracts.ts';
import { interviewGuide } from '../../../src/questions/interview-guide.ts';
import { selfCompletion } from '../../../src/questions/self-completion.ts';
import { setOf as setOfSources } from '../exports/sample.ts';
import { OPTIONS } from './sample.ts';

const ASSETS: Assets = {
  picture: async () => undefined,
  shipped: async () => undefined,
  shippedIn: async () => [],
  settings: {},
  report: () => undefined,
};

const SOURCE = `---
group: children
round: first
language: en
---

## First {#q1}

## We are now half way. {#half}

\`type: form\` \`form-type: note\`

## {#sum}

\`type: form\` \`form-type: calculate\` \`form-calculation: 1\`

## Last {#q2}
`;

describe('a note of a survey form', () => {
  it.each([
    ['interview guide', interviewGuide],
    ['questionnaire to fill in', selfCompletion],
  ])('is read in the %s, without a number and without room for an answer', async (_name, make) => {
    const words = new TextDecoder().decode(await md.render(make(setOfSources([SOURCE, 'en']), OPTIONS), ASSETS));
    const from = words.indexOf('We are now half way.');
    const to = words.search(/2\\?\. Last/u);
    expect(from).toBeGreaterThan(0);
    expect(
      words
        .slice(from, words.indexOf('2', from))
        .replace(/[\s#]+/gu, ' ')
        .trim(),
    ).toBe('We are now half way.');
    expect(to).toBeGreaterThan(0);
    expect(words).not.toContain('sum');
  });
});
