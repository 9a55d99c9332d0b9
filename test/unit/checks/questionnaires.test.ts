import { describe, expect, test } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { EXAMPLE_FILE, exampleQuestionnaire } from '../../../src/checks/questionnaires.ts';
import { check } from './check-world.ts';

/** `line severity message` of the findings of one rule. */
async function found(id: string, files: Readonly<Record<string, string>> | string, today?: string): Promise<string[]> {
  const all = typeof files === 'string' ? { [EXAMPLE_FILE]: exampleQuestionnaire(files) } : files;
  const findings = await check({ files: all, only: [`questionnaires/${id}`], ...(today !== undefined && { today }) });
  return findings.map(({ place, severity, message }) => `${place.line} ${severity} ${message}`);
}

const CHILDREN = 'questionnaires/children-first.en.md';
const children = (body: string, keys: Readonly<Record<string, string>> = {}) => ({
  [CHILDREN]: exampleQuestionnaire(body, { group: 'children', ...keys }),
});

describe('conditions', () => {
  const body = (last: string, first = '') =>
    `## A {#a}\n\`type: yes-no\`${first}\n\n## B {#b}\n\`type: several-of\`\n\n- \`x\` X\n- \`y\` Y\n\n## C {#c}\n\`type: scale\` \`min: 1\` \`max: 5\` \`shown-if: ${last}\`\n`;

  test.each([
    ['a = yes and not (b includes y)', []],
    ['b includes z', ['The question "b" has no choice "z".']],
    ['b = x and c > 2', ['The question is shown only if it has been answered already: the condition is about itself.']],
    ['d answered', ['The condition is about "d", but there is no such question.']],
    ['a includes yes', ['"includes" is about several answers, but "a" takes none to choose from.']],
    [
      'a == yes',
      ['The condition cannot be read at "= yes": After "=" there must be the code of a choice, or a number.'],
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how XLSForms refer to questions
    ['xpath(${e} > 1)', ['The condition is about "e", but there is no such question.']],
  ])('%s', async (condition, expected) => {
    expect(await found('shown-if', body(condition))).toEqual(expected.map((one) => `17 error ${one}`));
  });

  test('ask about earlier questions, and never in a circle', async () => {
    expect(await found('shown-if', body('b answered', ' `shown-if: c = 1`'))).toEqual([
      '8 warning The condition is about "c", which is asked later.',
    ]);
    expect(await found('shown-if', body('a = yes', ' `shown-if: c = 1`'))).toEqual([
      '8 error Neither question is ever shown: the condition of "a" is about "c", which depends on "a".',
    ]);
  });

  test('may lie inside and outside of groups', async () => {
    const inside = '## G {#g}\n`type: group` `shown-if: g1 = yes`\n\n### In {#g1}\n`type: yes-no`\n';
    expect(await found('shown-if', inside)).toEqual([
      '8 error Neither question is ever shown: the condition of "g" is about "g1", which depends on "g".',
    ]);
    expect(
      await found(
        'shown-if',
        '## A {#a}\n`type: number`\n\n## G {#g}\n`type: group`\n\n### In {#g1}\n`shown-if: a >= 3`\n',
      ),
    ).toEqual([]);
  });
});

test('choices: none, unknown, torn apart', async () => {
  const body =
    '## A {#a}\n`type: one-of`\n\n## B {#b}\n\n- `x` X\n\n## C {#c}\n`type: several-of`\n\n- `not sure` Not sure\n\n## D {#d}\n`type: matrix`\n\n- `x` X\n\n## E {#e}\n`type: yes-no`\n\n- `maybe` Maybe\n';
  expect(await found('choices', body)).toEqual([
    '7 error The question "a" is answered by choosing but has no choices.',
    '10 error The question "b" has choices, but its type is open.',
    '17 error The code "not sure" has a space in it.',
    '19 error The matrix "d" has no rows.',
    '24 error The question "e" is of type yes-no but has other choices.',
  ]);
});

test('types: ends of scales, groups, repeats', async () => {
  const body =
    '## A {#a}\n`type: scale`\n\n## B {#b}\n`type: number` `min: 3` `max: 3`\n\n## C {#c}\n`min: 1`\n\n## D {#d}\n`type: group`\n\n## E {#e}\n`repeat: yes`\n';
  expect(await found('type-fits', body)).toEqual([
    '7 error The question "a" is a scale without a first and a last step.',
    '10 error The question "b" has a greatest value that is not above its least.',
    '13 error The question "c" has a least or greatest value, but is neither a number nor a scale.',
    '16 error The question "d" is a group without questions.',
    '19 error The question "e" is to be repeated, but is no group.',
  ]);
});

test('a group under safeguarding is asked for more', async () => {
  const body = '## How old are you? {#q1}\n';
  const { [CHILDREN]: source = '' } = children(body);
  expect(await found('personal-data', children(body))).toEqual(['7 error The question "q1" asks for an exact age.']);
  expect(await found('personal-data', body)).toEqual(['7 warning The question "q1" asks for an exact age.']);
  const statements = await found('missing-statement', { [CHILDREN]: source });
  expect(statements.filter((one) => one.includes('warning')).length).toBe(7);
  expect((await found('missing-statement', body)).filter((one) => one.includes('warning')).length).toBe(5);
  const survey = exampleQuestionnaire(body, { setting: 'survey' });
  expect(await found('missing-statement', { [EXAMPLE_FILE]: survey })).toContain(
    '1 warning The questionnaire does not say until when answers are taken.',
  );
});

test('translations may not repeat the choices that make an age a band', async () => {
  const english = '## How old are you? {#q1}\n`type: one-of`\n\n- `a` 7 to 12\n- `b` 13 to 17\n';
  const files = {
    ...children(english),
    'questionnaires/children-first.fr.md': exampleQuestionnaire('## Quel âge as-tu ? {#q1}\n', {
      group: 'children',
      language: 'fr',
      translation: '{ from: en }',
    }),
  };
  expect(await found('personal-data', files)).toEqual([]);
});

test('review and clearance are asked for once the round has begun', async () => {
  const [before, after] = ['2022-03-31', '2022-04-01'];
  const file = children('## What gets in the way? {#q1}\n');
  expect(await found('not-cleared', file, before)).toEqual([]);
  expect((await found('not-cleared', file, after)).length).toBe(1);
  expect(await found('not-reviewed', file, before)).toEqual([
    "1 info Nothing says that children's advisers looked at this questionnaire.",
  ]);
  expect((await found('not-reviewed', file, after)).join()).toContain('warning');
  const reviewed = children('', { 'reviewed-by': '[{ by: "Comité consultatif d’enfants", date: 2022-03 }]' });
  expect(await found('not-reviewed', reviewed, after)).toEqual([]);
});

test('deadlines lie in the round and leave time', async () => {
  const deadline = (day: string, process = EXAMPLE_PROCESS) =>
    found('deadline', { 'penholder.yaml': process, [EXAMPLE_FILE]: exampleQuestionnaire('', { deadline: day }) });
  expect(await deadline('2022-09-30')).toEqual([]);
  expect(await deadline('2022-09')).toEqual([]);
  expect(await deadline('2022-10')).toEqual([
    '5 warning The deadline 2022-10 lies after the end of the round "first".',
  ]);
  expect(await deadline('2022-03-30')).toEqual([
    '5 warning The deadline 2022-03-30 lies before the round "first" begins.',
  ]);
  expect(await deadline('2022-05-10')).toEqual([
    '5 warning The deadline 2022-05-10 leaves 40 days from the beginning of the round, less than 8 weeks.',
  ]);
  const reason = EXAMPLE_PROCESS.replace('to: 2022-09-30 } }', 'to: 2022-09-30 }, reason: Agreed with networks }');
  expect(await deadline('2022-05-10', reason)).toEqual([]);
});

test('minutes of a part, and of the whole', async () => {
  const body =
    '# Part\n\n`minutes: 5`\n\n## A {#a}\n\n`minutes: 10`\n\n## B {#b}\n\n`minutes: 40` `shown-if: a answered`\n';
  const file = { [EXAMPLE_FILE]: exampleQuestionnaire(body, { duration: '15 minutes' }) };
  expect(await found('minutes', file)).toEqual([
    '10 warning The part "Part" is given 5 minutes, but its questions take 10.',
  ]);
});

test('translations: missing, extra and differing', async () => {
  const french = exampleQuestionnaire('## Un {#q1}\n`type: several-of`\n\n- `x` X\n- `z` Z\n\n## Trois {#q9}\n', {
    language: 'fr',
    translation: '{ from: en }',
  });
  const files = {
    [EXAMPLE_FILE]: exampleQuestionnaire('## One {#q1}\n`type: one-of`\n\n- `x` X\n- `y` Y\n\n## Two {#q2}\n'),
    'questionnaires/civil-society-first.fr.md': french,
  };
  expect(await found('translation-questions', files)).toEqual([
    `1 warning The translation lacks the question q2 of ${EXAMPLE_FILE}.`,
    '8 warning The question "q1" has choices that the source language does not have: z.',
    '8 warning The question "q1" is several-of here but one-of in the source language.',
    '8 warning The question "q1" lacks the choices y.',
    `14 warning The question "q9" is not in ${EXAMPLE_FILE}.`,
  ]);
});

test('sections are looked for once there is a text', async () => {
  const file = { [EXAMPLE_FILE]: exampleQuestionnaire('## A {#a}\n`feeds: participation`\n') };
  expect(await found('unknown-section', file)).toEqual([]);
});
