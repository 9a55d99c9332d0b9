import { describe, expect, it } from 'vitest';
import { SURVEY_FLAGS, SurveyWorkspace, textFile } from './survey-workspace.ts';

const NASTY = [
  'We wait {: .x}',
  '{: #id .x} We wait',
  'It is hard #barrier',
  '#gap It is hard',
  'It is hard #barrier ^i1',
  'It is hard {quote="verbatim"}',
  'It is hard {distribution="public"} #barrier',
  'One\n{: .x}',
  'One\n\n#barrier',
  'A | B \\| C',
  'Costs $5 :smile: :::box',
  '[x](y) <b>bold</b> **strong** _so_',
  '^abc',
  'Done {withdrawn="2022-01-01"}',
];
const FLAGS = { ...SURVEY_FLAGS, yes: true, defaults: { ...SURVEY_FLAGS.defaults, date: '2022-08' } };
const words = (text: string) => text.replace(/\s+/gu, ' ').trim();
const csv = (cells: readonly string[][]) =>
  cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

describe('words of cells come in as they are', () => {
  it('from a comment matrix', async () => {
    const workspace = new SurveyWorkspace();
    const rows = NASTY.map((text, index) => ['Office Alpha', String(index + 1), text]);
    const file = textFile('matrix.csv', csv([['Organization', 'Paragraph', 'Comment'], ...rows]));
    await workspace.ingest([file], FLAGS);
    const inputs = (await workspace.notes()).flatMap((note) => note.inputs);
    for (const [index, text] of NASTY.entries()) {
      expect(inputs.map((one) => words(one.text))).toContain(words(`Paragraph ${index + 1}: ${text}`));
    }
    expect(inputs).toHaveLength(NASTY.length);
    expect(new Set(inputs.flatMap(({ kinds, codes }) => [...kinds, ...codes]))).toEqual(new Set(['comment']));
    expect(inputs.every(({ withdrawn }) => withdrawn === undefined)).toBe(true);
  });

  it('from a survey', async () => {
    const workspace = new SurveyWorkspace();
    const rows = NASTY.map((text, index) => [`uuid-${index}`, text]);
    const file = textFile('survey.csv', csv([['_uuid', 'What gets in the way?'], ...rows]));
    await workspace.ingest([file], FLAGS);
    const inputs = (await workspace.notes()).flatMap((note) => note.inputs);
    expect(inputs.map(({ text }) => words(text)).sort()).toEqual(NASTY.map(words).sort());
    expect(inputs.flatMap(({ kinds, codes }) => [...kinds, ...codes])).toEqual([]);
    expect(
      inputs.every(({ withdrawn, visibility }) => withdrawn === undefined && visibility.quote === 'verbatim'),
    ).toBe(true);
  });
});
