// biome-ignore-all lint/suspicious/noTemplateCurlyInString: survey forms refer to questions in this way
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/model/questionnaire.ts';
import { plainText } from '../../../../src/text/plain-text.ts';
import { readQuestionnaire } from '../../../../src/text/questionnaire/read-questionnaire.ts';

const HEAD = '---\ngroup: children\nround: first\ntitle: T\n---\n';
const FILE = 'questionnaires/children-first.en.md';
const read = (body: string, head = HEAD) => readQuestionnaire(head + body, FILE);
const words = (nodes: readonly { type: string }[]) => nodes.map((node) => plainText(node));

function one(body: string): Question {
  const { questionnaire, findings } = read(body);
  expect(findings).toEqual([]);
  const [question] = questionnaire?.questions ?? [];
  if (question === undefined) throw new Error('No question was read.');
  return question;
}

describe('readQuestionnaire', () => {
  it('finds questions with what their inputs are', () => {
    const { questionnaire, findings } = read(
      '# Survey\n\n## Gaps? {#q1}\n\n`type: open` `kind: gap` `codes: pillar/peace, pillar/development`\n\nHelp.\n\n## Else? {#q2}\n\nSome `kind: barrier` in prose.\n',
    );
    expect(findings).toEqual([]);
    expect(questionnaire).toMatchObject({ id: 'children-first', language: 'en' });
    expect(questionnaire?.questions).toMatchObject([
      { id: 'q1', text: 'Gaps?', line: 8, tags: ['gap', 'pillar/peace', 'pillar/development'] },
      { id: 'q2', text: 'Else?', line: 14, tags: [] },
    ]);
    expect(words(questionnaire?.questions[1]?.hint ?? [])).toEqual(['Some kind: barrier in prose.']);
  });

  it('reads every attribute', () => {
    const body =
      '## Q {#q2}\n`type: scale` `required: yes` `shown-if: q1 = yes` `minutes: 10` `materials: cards, red pens` `feeds: participation`\n' +
      '`min: 1` `max: 5` ``form-calculation: concat("`", ${q1})`` `form-bind::esri:type: x` `form-label::French (fr): Oui`\n';
    expect(one(body)).toMatchObject({
      type: 'scale',
      required: true,
      shownIf: 'q1 = yes',
      minutes: 10,
      materials: ['cards', 'red pens'],
      feeds: 'participation',
      min: 1,
      max: 5,
      form: { calculation: 'concat("`", ${q1})', 'bind::esri:type': 'x', 'label::French (fr)': 'Oui' },
    });
  });

  it('reads attributes from the braces of the heading too', () => {
    expect(one('## Q {#q2 kind="gap" type="number"}\n')).toMatchObject({ type: 'number', tags: ['gap'] });
  });

  it('takes words on the lines below attributes for words', () => {
    const question = one('## Q {#q2}\n`type: open`\nThink of *last* week.\n');
    expect(words(question.hint)).toEqual(['Think of last week.']);
  });

  it('reads choices, their columns, and rows', () => {
    const question = one(
      '## Q {#q2}\n`type: matrix`\n\n- A list\n- of the hint\n\nAnd:\n\n- `never` Never\n- `often` Often *enough* `filter: x` `media::image: o.png`\n\n1. `rights` Human rights\n2. `peace` Peace\n',
    );
    expect(question.choices).toEqual([
      { code: 'never', label: 'Never', line: 14 },
      { code: 'often', label: 'Often enough', line: 15, form: { filter: 'x', 'media::image': 'o.png' } },
    ]);
    expect(question.rows.map(({ code }) => code)).toEqual(['rights', 'peace']);
    expect(words(question.hint)).toEqual(['A list\nof the hint', 'And:']);
  });

  it('keeps apart quotes that touch', () => {
    const question = one(
      '## Q {#q2}\n\n> [!probe]\n> - What *did* they do?\n> - And then?\n> [!facilitator]\n> Only you.\n>\n> - read this\n> [!activity]\n> Draw.\n\n> An old saying.\n\n## Next {#q3}\n',
    );
    expect(question.probes.map((probe) => plainText({ type: 'paragraph', children: probe } as never))).toEqual([
      'What did they do?',
      'And then?',
    ]);
    expect(words(question.facilitator)).toEqual(['Only you.', 'read this']);
    expect(words(question.activity)).toEqual(['Draw.']);
    expect(words(question.hint)).toEqual(['An old saying.']);
    expect(
      read('## Q {#q2}\n\n> [!probe]\n> - a\n> [!facilitator]\n> b\n\n## Next {#q3}\n').questionnaire?.questions[1],
    ).toMatchObject({
      line: 13,
    });
  });

  it('gives the same places in files with other line ends, and leaves front matter alone', () => {
    const body = '## Q {#q2}\n\n> [!probe]\n> - a\n> [!facilitator]\n> b\n\n## Next {#q3}\n`type: x`\n';
    const head = `${HEAD.slice(0, -4)}consent: |\n  > I agree\n  > [!x] to this\n---\n`;
    const [unix, dos] = [head + body, (head + body).replaceAll('\n', '\r\n')].map((text) =>
      readQuestionnaire(text, FILE),
    );
    expect(unix?.questionnaire?.questions.map(({ line }) => line)).toEqual([9, 16]);
    expect(unix?.questionnaire?.frontMatter.consent).toBe('> I agree\n> [!x] to this\n');
    expect(dos).toEqual(unix);
    expect(dos?.findings.map(({ place }) => place.line)).toEqual([17]);
  });

  it('reads parts, breaks and what opens the whole', () => {
    const { questionnaire, findings } = read(
      'Welcome.\n\n> [!facilitator]\n> Smile.\n\n## First {#q1}\n\n# Break\n\n`minutes: 10` `pause: yes`\n\nStretch.\n\n> [!facilitator]\n> Water.\n\n# Part two\n\n## Second {#q2}\n',
    );
    expect(findings).toEqual([]);
    expect(words(questionnaire?.introduction ?? [])).toEqual(['Welcome.']);
    expect(questionnaire?.parts).toMatchObject([
      { title: '', pause: false, questions: [{ id: 'q1' }] },
      { title: 'Break', pause: true, minutes: 10, questions: [] },
      { title: 'Part two', questions: [{ id: 'q2' }] },
    ]);
    expect(words(questionnaire?.parts[0]?.facilitator ?? [])).toEqual(['Smile.']);
    expect(words(questionnaire?.parts[1]?.body ?? [])).toEqual(['Stretch.']);
  });

  it('puts questions into the group they stand under', () => {
    const { questionnaire } = read(
      '## Each meeting {#m}\n`type: group` `repeat: yes`\n\n### Where? {#m1}\n\n### Who {#m2}\n`type: group`\n\n#### Age {#m3}\n\n### When? {#m4}\n\n## After {#q9}\n\n### Not inside {#q10}\n',
    );
    const [part] = questionnaire?.parts ?? [];
    expect(part?.questions).toMatchObject([
      { id: 'm', repeated: true, questions: [{ id: 'm1' }, { id: 'm2', questions: [{ id: 'm3' }] }, { id: 'm4' }] },
      { id: 'q9', questions: [] },
      { id: 'q10' },
    ]);
    expect(questionnaire?.questions.map(({ id }) => id)).toEqual(['m', 'm1', 'm2', 'm3', 'm4', 'q9', 'q10']);
  });

  it('says with line what it cannot read, and keeps the rest', () => {
    const { questionnaire, findings } = read(
      '## A {#q1}\n\n`kind: bariers`\n\n## B {#q1}\n\n`type: one-off` `reqired: yes` `minutes: ten`\n\n- `a` A\n- B\n\n> [!facilitators]\n> Fine.\n\n> [!prob]\n> Who?\n\n# Part\n\n`type: open`\n\n> [!probe]\n> Why?\n',
    );
    expect(findings.map(({ check, place }) => `${check} ${place.line}`)).toEqual([
      'questionnaires/unknown-kind 8',
      'questionnaires/attribute 12',
      'questionnaires/attribute 12',
      'questionnaires/attribute 12',
      'questionnaires/choices 15',
      'questionnaires/quote 20',
      'questionnaires/duplicate-id 10',
      'questionnaires/attribute 25',
      'questionnaires/quote 27',
    ]);
    expect(findings.map(({ hint }) => hint).join('\n')).toMatchInlineSnapshot(`
      "Kinds are gap, barrier, good-practice, recommendation, comment, process; did you mean "barrier"?
      "type" must be one of open, one-of, several-of, scale, number, date, yes-no, matrix, group, form; did you mean "one-of"?
      Did you mean "required"?
      "minutes" must be a number, 0 or more.
      Begin the item with a short code, as in - \`other\` Other.
      Did you mean "[!probe]"?
      Give the later question an id of its own, the same in every language.
      Give the heading an id such as {#q1}, or take the attribute away.
      Put it under the question it follows, or begin it with "[!facilitator]"."
    `);
    expect(words(questionnaire?.questions[1]?.facilitator ?? [])).toEqual(['Fine.', 'Who?']);
  });

  it('says what is missing at the head', () => {
    expect(read('', '---\ngroup: x\n---\n').questionnaire).toBeUndefined();
    expect(read('', '').findings[0]?.check).toBe('questionnaires/front-matter');
  });

  it('goes by the file name where that says more than group and round', () => {
    const name = (file: string) => readQuestionnaire(HEAD, file).questionnaire?.id;
    expect(name('questionnaires/children-7-12-first.en.md')).toBe('children-7-12-first');
    expect(name('questionnaires/children-first-online.zh-Hans.md')).toBe('children-first-online');
    expect(name('questionnaires/other.en.md')).toBe('children-first');
    expect(readQuestionnaire(HEAD, 'questionnaires/children-first.zh-Hans.md').questionnaire?.language).toBe('zh-Hans');
  });
});
