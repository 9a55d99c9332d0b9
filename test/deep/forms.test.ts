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
