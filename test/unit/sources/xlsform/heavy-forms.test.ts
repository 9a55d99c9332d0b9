import { describe, expect, it } from 'vitest';
import { xlsform } from '../../../../src/exports/xlsform.ts';
import { writeXlsx } from '../../../../src/files/xlsx-write.ts';
import { readXlsForm } from '../../../../src/sources/xlsform/read-xlsform.ts';
import { questionnaireSets } from '../../../../src/text/questionnaire/merge-translations.ts';
import { cellsOf } from './form-cells.ts';

const rows = (count: number, make: (index: number) => readonly string[]) =>
  Array.from({ length: count }, (_, index) => make(index));

async function read(survey: readonly (readonly string[])[], choices: readonly (readonly string[])[] = []) {
  const bytes = writeXlsx([
    { name: 'survey', rows: [['type', 'name', 'label', 'relevant'], ...survey] },
    { name: 'choices', rows: [['list_name', 'name', 'label'], ...choices] },
    { name: 'settings', rows: [['form_id'], ['a']] },
  ]);
  return { bytes, ...(await readXlsForm(bytes, 'form.xlsx')) };
}

describe('a form that nobody would write by hand', () => {
  it('may have groups in groups without end', async () => {
    const { findings, questionnaires } = await read(rows(5000, (index) => ['begin_group', `g${index}`, 'G']));
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['forms/group-not-closed']));
    expect(questionnaires[0]?.questions).toHaveLength(5000);
  });

  it('may use a long list many times: the list stays a sheet of its own', async () => {
    const { bytes, questionnaires } = await read(
      rows(300, (index) => ['select_one places', `q${index}`, 'Where?']),
      rows(2000, (index) => ['places', `p${index}`, `Place ${index}`]),
    );
    expect(questionnaires[0]?.questions.every(({ choices }) => choices.length === 0)).toBe(true);
    const [set] = questionnaireSets(questionnaires);
    expect(set && (await cellsOf(await xlsform.render(set)))).toEqual(await cellsOf(bytes));
  });

  it('may be wrong on every row', async () => {
    const { findings } = await read(rows(3000, (index) => ['text', `q${index}`, 'Q', `\${qq${index}} = '`]));
    expect(findings.filter(({ check }) => check === 'forms/unknown-reference')).toHaveLength(3000);
  });

  it('is not taken where it is a table of data', async () => {
    const { findings, questionnaires } = await read(rows(20_001, (index) => ['text', `q${index}`, 'Q']));
    expect([questionnaires, findings.map(({ check }) => check)]).toEqual([[], ['forms/unreadable']]);
  });
});
