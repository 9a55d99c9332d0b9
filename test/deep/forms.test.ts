import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { xform } from '../../src/exports/xform.ts';
import { readXlsForm } from '../../src/sources/xlsform/read-xlsform.ts';
import { questionnaireSets } from '../../src/text/questionnaire/merge-translations.ts';
import { openForm } from '../unit/exports/engine.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;
const FOLDER = join(DATA ?? '', 'xlsform');

/** Forms that are broken in themselves: a finding each, no engine takes them. */
const BROKEN: ReadonlySet<string> = new Set([
  // Its second question is called as its first, and its choices have no names.
  'pyxform/bug-duplicate_columns.xlsx',
  'pyxform/bug-xl_date_ambiguous.xlsx',
]);

function formsIn(folder: string): readonly string[] {
  return readdirSync(join(FOLDER, folder))
    .filter((name) => /\.(?:xlsx|csv)$/u.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !BROKEN.has(path));
}

async function xmlOf(path: string): Promise<string> {
  const { questionnaires } = await readXlsForm(readFileSync(join(FOLDER, path)), path.split('/').at(-1) ?? path);
  const [set] = questionnaireSets(questionnaires);
  if (set === undefined) throw new Error(`${path} gave no questionnaire.`);
  return new TextDecoder().decode(await xform.render(set));
}

describe.skipIf(DATA === undefined)('real forms in the engine of ODK (needs PENHOLDER_TEST_DATA)', () => {
  it.each(DATA === undefined ? [] : [...formsIn('pyxform'), ...formsIn('unhcr')])('%s opens', async (path) => {
    const form = await openForm(await xmlOf(path));
    expect(form.paths().length).toBeGreaterThan(0);
  });
});

describe.skipIf(DATA === undefined)('the field form in four languages (needs PENHOLDER_TEST_DATA)', () => {
  const open = async () => openForm(await xmlOf('unhcr/demo.xlsx'));

  it('asks what its conditions say', async () => {
    const form = await open();
    expect(form.node('/data/consent_group').currentState.relevant).toBe(false);
    form.answer('/data/hh_duplicate_check', 'yes');
    expect(form.node('/data/duplicate_warning').currentState.relevant).toBe(true);
    form.answer('/data/resubmit_reasons', ['correction', 'new_members']);
    expect(form.node('/data/duplicate_warning_hhmember').currentState.relevant).toBe(true);
    form.answer('/data/available', 'yes');
    expect(form.node('/data/consent_group').currentState.relevant).toBe(true);
    form.answer('/data/consent_group/begin_interview', 'yes');
    expect(form.node('/data/consent_obtained').currentState.value).toBe('true');
  });

  it('checks answers against earlier ones', async () => {
    const form = await open();
    form.answer('/data/available', 'yes');
    form.answer('/data/consent_group/begin_interview', 'yes');
    form.answer('/data/name_typed', 'one');
    form.answer('/data/witness_manual', 'two');
    const { violation } = form.node('/data/witness_manual').validationState;
    expect(violation?.message?.asString).toContain('That is not what you entered');
    form.answer('/data/witness_manual', 'one');
    expect(form.node('/data/witness_manual').validationState.violation).toBeNull();
  });

  it('keeps the rounds of its repeat apart, and sums them up', async () => {
    const form = await open();
    form.answer('/data/available', 'yes');
    form.answer('/data/consent_group/begin_interview', 'yes');
    form.node('/data/hh_rpt[]').addInstances?.();
    form.answer('/data/hh_rpt[1]/nm_grp/firstname_raw', 'First');
    form.answer('/data/hh_rpt[2]/nm_grp/firstname_raw', 'Second');
    form.answer('/data/hh_rpt[2]/mb_grp/age', 9);
    form.answer('/data/hh_rpt[1]/mb_grp/age', 30);
    expect(form.node('/data/hh_rpt[2]/mb_grp/gender').currentState.label?.asString).toContain('Is Second male');
    expect(form.node('/data/hh_rpt[1]/ms_grp/marital_status').currentState.relevant).toBe(true);
    expect(form.node('/data/hh_rpt[2]/ms_grp/marital_status').currentState.relevant).toBe(false);
    expect(form.node('/data/num_HH_members').currentState.value).toBe('2');
    expect(form.node('/data/names').currentState.value).toBe('First, Second');
  });

  it('speaks its languages', async () => {
    const form = await open();
    expect(form.languages).toEqual(['English', 'Amharic', 'Oromiffa', 'Tigirigna']);
    form.answer('/data/available', 'yes');
    form.answer('/data/consent_group/begin_interview', 'yes');
    form.speak('Amharic');
    const words = form.node('/data/floor').currentState.valueOptions?.map(({ label }) => label.asString);
    expect(words?.at(-1)).toBe('መልስ አልተሰጠም');
  });
});

describe.skipIf(DATA === undefined)('real forms with faults (needs PENHOLDER_TEST_DATA)', () => {
  it.each([
    ['pyxform/bug-badly_named_choices_sheet.xls', 'forms/unreadable'],
    ['pyxform/bug-blank_second_row.xls', 'forms/unreadable'],
    ['pyxform/bug-duplicate_columns.xlsx', 'forms/duplicate-column'],
    ['pyxform/bug-xl_date_ambiguous.xlsx', 'forms/expression'],
    ['pyxform/extra_sheet_names.xlsx', 'forms/unknown-sheet'],
    ['unhcr/demo.xlsx', 'safeguarding/form-asks-identity'],
    ['unhcr/demo.xlsx', 'forms/duplicate-choice'],
    ['pyxform/attribute_columns_test.xlsx', 'forms/unknown-type'],
  ])('%s: %s', async (path, check) => {
    const { findings } = await readXlsForm(readFileSync(join(FOLDER, path)), path.split('/').at(-1) ?? path);
    expect(findings.map((finding) => finding.check)).toContain(check);
  });

  it('chooses cities of the county, and counties of the state', async () => {
    const form = await openForm(await xmlOf('pyxform/choice_filter_test.xlsx'));
    form.answer('/data/state', 'texas');
    const offered = (path: string) => form.node(path).currentState.valueOptions?.map(({ value }) => value);
    expect(offered('/data/county')).toEqual(['king', 'cameron']);
    form.answer('/data/county', 'cameron');
    expect(offered('/data/city')).toEqual(['brownsville', 'harlingen']);
  });
});
