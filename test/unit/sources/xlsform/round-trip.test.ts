import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { xlsform } from '../../../../src/exports/xlsform.ts';
import type { Questionnaire } from '../../../../src/model/questionnaire.ts';
import { readXlsForm } from '../../../../src/sources/xlsform/read-xlsform.ts';
import { questionnaireSets } from '../../../../src/text/questionnaire/merge-translations.ts';
import { readQuestionnaire } from '../../../../src/text/questionnaire/read-questionnaire.ts';
import { writeQuestionnaire } from '../../../../src/text/questionnaire/write-questionnaire.ts';
import { cellsOf } from './form-cells.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;

async function thereAndBack(questionnaires: readonly Questionnaire[]): Promise<Uint8Array> {
  const [set] = questionnaireSets(questionnaires);
  if (set === undefined) throw new Error('The form gave no questionnaire.');
  return xlsform.render(set);
}

function throughMarkdown(questionnaires: readonly Questionnaire[]): readonly Questionnaire[] {
  return questionnaires.map((one) => {
    const { questionnaire, findings } = readQuestionnaire(writeQuestionnaire(one), one.file);
    if (questionnaire === undefined) throw new Error(JSON.stringify(findings.slice(0, 5)));
    return questionnaire;
  });
}

const FORMS = [
  'unhcr/demo.xlsx',
  'unhcr/demo_adapt1.xlsx',
  'pyxform/choice_filter_test.xlsx',
  'pyxform/case_insensitivity.xlsx',
  'pyxform/xlsform_spec_test.xlsx',
  'pyxform/attribute_columns_test.xlsx',
  'pyxform/group.xlsx',
  'pyxform/loop.xlsx',
  'pyxform/or_other.xlsx',
  'pyxform/specify_other.xlsx',
  'pyxform/extra_sheet_names.xlsx',
  'pyxform/widgets.csv',
  'pyxform/utf_csv.csv',
];

describe.skipIf(DATA === undefined)('real forms (needs PENHOLDER_TEST_DATA)', () => {
  it.each(FORMS)('%s becomes questionnaires and an equal form again', async (path) => {
    const bytes = readFileSync(join(DATA ?? '', 'xlsform', path));
    const { questionnaires } = await readXlsForm(bytes, path);
    const written = await thereAndBack(questionnaires);
    expect(await cellsOf(written)).toEqual(await cellsOf(bytes, path));
  });

  it.each(FORMS)('%s does so through Markdown too', async (path) => {
    const bytes = readFileSync(join(DATA ?? '', 'xlsform', path));
    const { questionnaires } = await readXlsForm(bytes, path);
    const written = await thereAndBack(throughMarkdown(questionnaires));
    expect(await cellsOf(written)).toEqual(await cellsOf(bytes, path));
  });
});
