import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KOBO_QUESTIONNAIRE, questionnaire, SURVEY_FLAGS, SurveyWorkspace } from './survey-workspace.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;
const FOLDER = DATA === undefined ? '' : join(DATA, 'xlsform', 'kobo-exports');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];

/** What an export says: inputs and counts, without the name of the file. */
async function read(name: string, questionnaires = [questionnaire(KOBO_QUESTIONNAIRE)], yes = false) {
  const workspace = new SurveyWorkspace(questionnaires);
  const bytes = readFileSync(join(FOLDER, name));
  const { findings, summary } = await workspace.ingest([{ name, bytes }], { ...SURVEY_FLAGS, yes });
  const [note] = await workspace.notes();
  const body = (await workspace.read(note?.file ?? '')).split('## ')[0]?.replace(/^[\s\S]*?\n---\n/u, '');
  return { inputs: note?.inputs ?? [], counts: body?.replace(/the \d+ answers/u, 'the answers'), findings, summary };
}

const said = ({ inputs }: Awaited<ReturnType<typeof read>>, from: (heading: string) => boolean) =>
  inputs
    .filter(({ heading }) => from(heading ?? ''))
    .map(({ id, text, question, heading }) => `${id} ${question} ${heading} ${text}`);

describe.skipIf(FILES.length === 0)('the ten Kobo exports of one survey (needs PENHOLDER_TEST_DATA)', () => {
  it.each(FILES)('%s gives the same inputs and the same counts', async (name) => {
    const [one, other] = [await read('out-xml-both.xlsx'), await read(name)];
    expect(other.summary).toMatchObject({ new: 1, refused: 0, held: 0 });
    expect(other.counts).toBe(one.counts);
    const isRepeat = (heading: string) => heading === 'Describe one example';
    expect(said(other, (heading) => !isRepeat(heading))).toEqual(said(one, (heading) => !isRepeat(heading)));
    const repeated = said(other, isRepeat);
    if (name.endsWith('.xlsx')) expect(repeated).toEqual(said(one, isRepeat));
    else {
      expect(repeated).toEqual([]);
      expect(other.findings).toContainEqual(
        expect.objectContaining({ check: 'ingest/repeats-missing', severity: 'warning' }),
      );
    }
  });

  it('hold 9 answers in words, and 6 in the repeated group', async () => {
    const { inputs } = await read('out-xml-both.xlsx');
    expect(inputs.filter(({ question }) => question === 'barriers')).toHaveLength(6);
    expect(inputs.filter(({ question }) => question === 'solutions')).toHaveLength(3);
    expect(inputs.filter(({ question }) => question === 'example').map(({ text }) => text)).toEqual(
      ['0.1', '0.2', '2.1', '2.2', '4.1', '4.2'].map((number) => `ex ${number}`),
    );
  });

  it('tell the same respondent by the same id, and never by the raw one', async () => {
    const workspace = new SurveyWorkspace([questionnaire(KOBO_QUESTIONNAIRE)]);
    await workspace.ingest([{ name: 'a.xlsx', bytes: readFileSync(join(FOLDER, 'out-xml-both.xlsx')) }]);
    const text = await workspace.read('consultations/first/a.md');
    expect(text).not.toMatch(/0000-[0-5]/u);
    expect(text).not.toMatch(/submitted_via_web|1000/u);
  });

  it('update one note, whichever comes next', async () => {
    const workspace = new SurveyWorkspace([questionnaire(KOBO_QUESTIONNAIRE)]);
    for (const name of FILES.filter((file) => file.endsWith('.xlsx'))) {
      await workspace.ingest([{ name, bytes: readFileSync(join(FOLDER, name)) }]);
    }
    const notes = await workspace.notes();
    expect(notes).toHaveLength(1);
    expect(notes[0]?.inputs).toHaveLength(15);
  });

  it.each(FILES)('%s is taken without a questionnaire when the guess is taken', async (name) => {
    const { inputs, summary } = await read(name, [], true);
    expect(summary.new).toBe(1);
    expect(inputs.filter(({ text }) => text.startsWith('Line one'))).toHaveLength(6);
  });

  it('are refused without a questionnaire where nobody confirms the guess', async () => {
    const { summary, findings } = await read('out-xml-both.csv', []);
    expect(summary).toMatchObject({ new: 0, refused: 1 });
    expect(findings).toContainEqual(expect.objectContaining({ check: 'ingest/columns-guessed', severity: 'error' }));
  });
});
