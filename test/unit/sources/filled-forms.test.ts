import { describe, expect, it } from 'vitest';
import type { FilledForm, FormAnswers } from '../../../src/model/form-answers.ts';
import { questionnaire, SurveyWorkspace, textFile } from './survey-workspace.ts';

const QUESTIONNAIRE = `---
group: civil-society
round: first
title: Tell us
attribution: group
quote: verbatim
---
## Which areas? {#areas}
\`type: several-of\`

- \`dev\` Development
- \`hr\` Human rights

## How often? {#often}
\`type: matrix\`

- \`never\` Never
- \`always\` Always

1. \`school\` At school
2. \`home\` At home

## How many people? {#many}
\`type: number\`

## What gets in the way? {#way}
\`kind: barrier\`

## Examples {#examples}
\`type: group\` \`repeat: yes\`

### One example {#example}
`;

const form = (response: string, answers: FormAnswers, more: Partial<FilledForm> = {}): FilledForm => ({
  'penholder-form': 1,
  questionnaire: 'civil-society-first',
  group: 'civil-society',
  round: 'first',
  language: 'fr',
  response,
  answers,
  ...more,
});

const json = (name: string, value: unknown) => textFile(name, JSON.stringify(value));
const workspaceWith = () => new SurveyWorkspace([questionnaire(QUESTIONNAIRE)]);
const FLAGS = { defaults: { date: '2022-08', distribution: 'public' } };

describe('filled forms', () => {
  const forms = [
    json(
      'one.json',
      form('aaa', { areas: ['dev', 'hr'], often: { school: 'never' }, many: 3, way: 'Nobody asks.\nNobody.' }),
    ),
    json('two.json', form('bbb', { areas: ['hr'], examples: [{ example: 'First.' }, { example: 'Second.' }] })),
  ];

  it('become one note, with counts and inputs', async () => {
    const workspace = workspaceWith();
    const { summary } = await workspace.ingest(forms, FLAGS);
    expect(summary).toMatchObject({ new: 1, refused: 0, held: 0 });
    const [note] = await workspace.notes();
    expect(note?.frontMatter).toMatchObject({
      group: 'civil-society',
      round: 'first',
      method: 'survey',
      questionnaire: 'civil-society-first',
    });
    const inputs = note?.inputs.map(({ text, question, language }) => [question, text, language]);
    expect(inputs).toContainEqual(['way', 'Nobody asks. Nobody.', 'fr']);
    expect(inputs).toContainEqual(['example', 'First.', 'fr']);
    expect(inputs).toContainEqual(['example', 'Second.', 'fr']);
    const text = await workspace.read(note?.file ?? '');
    expect(text).toContain('| Human rights | 2 |');
    expect(text).toContain('**How often? – At school**');
    expect(text).not.toMatch(/\baaa\b|\bbbb\b/u);
  });

  it('count once, however often they come', async () => {
    const workspace = workspaceWith();
    await workspace.ingest(forms, FLAGS);
    const again = await workspace.ingest([...forms, forms[0] ?? json('x.json', {})], FLAGS);
    expect(again.plan.writes).toEqual([]);
    const more = await workspace.ingest([...forms, json('three.json', form('ccc', { way: 'It is far.' }))], FLAGS);
    expect(more.summary).toMatchObject({ new: 1 });
    const notes = await workspace.notes();
    expect(notes.map(({ frontMatter }) => frontMatter.participants?.total).sort()).toEqual([1, 2]);
  });

  it('are left out where consent was not given', async () => {
    const workspace = workspaceWith();
    const refused = json('no.json', form('ddd', { way: 'Do not use this.' }, { consent: 'not-given' }));
    await workspace.ingest([...forms, refused], FLAGS);
    const texts = await Promise.all((await workspace.paths('')).map((path) => workspace.read(path)));
    expect(texts.join('')).not.toContain('Do not use this');
  });

  it('are refused where the workspace has no such questionnaire', async () => {
    const { findings } = await new SurveyWorkspace().ingest(forms, FLAGS);
    expect(findings).toContainEqual(expect.objectContaining({ check: 'ingest/unknown-form', severity: 'error' }));
  });

  it('are refused where somebody changed them into something else', async () => {
    const { findings } = await workspaceWith().ingest(
      [textFile('x.json', '{"penholder-form": 1, "answers": 3}')],
      FLAGS,
    );
    expect(findings).toContainEqual(expect.objectContaining({ check: 'ingest/unreadable', severity: 'error' }));
  });
});
