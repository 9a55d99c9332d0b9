import { describe, expect, it } from 'vitest';
import { longestDuration, plannedMinutes } from '../../../../src/text/questionnaire/minutes.ts';
import { readQuestionnaire } from '../../../../src/text/questionnaire/read-questionnaire.ts';

describe('longestDuration', () => {
  it.each([
    ['60 to 90 minutes with a break, or 20 minutes for the survey', 90],
    ['About 40 minutes', 40],
    ['Two hours, including internal consultation', 120],
    ['an hour', 60],
    ['half an hour', 30],
    ['1 h 30', 90],
    ['1.5 hours', 90],
    ['Environ 45 minutes', 45],
    ['une heure et demie de 90 minutes', 90],
    ['Unas 2 horas', 120],
    ['大约 40 分钟', 40],
    ['Около 2 часов', 120],
    ['40 دقيقة', 40],
    ['as long as you like', undefined],
    ['10 questions', undefined],
    ['2 months', undefined],
  ])('of %j', (text, minutes) => {
    expect(longestDuration(text)).toBe(minutes);
  });
});

describe('plannedMinutes', () => {
  it('adds what everybody is asked, and the time of parts where that is more', () => {
    const source = `---
group: g
round: r
---

# Welcome
\`minutes: 10\`

# Questions
\`minutes: 5\`

## One {#q1}
\`type: yes-no\` \`minutes: 3\`

## Only some {#q2}
\`shown-if: q1 = yes\` \`minutes: 20\`

## Group {#q3}
\`type: group\`

### Inside {#q3a}
\`minutes: 4\`
`;
    const { questionnaire } = readQuestionnaire(source, 'questionnaires/g-r.en.md');
    expect(questionnaire === undefined ? 0 : plannedMinutes(questionnaire)).toBe(17);
  });
});
