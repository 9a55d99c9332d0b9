import type { Questionnaire, QuestionnaireSet } from '../../model/questionnaire.ts';
import type { FormRow, OtherSheet } from './survey-form.ts';
import { COLUMN_LANGUAGE, type Tongue } from './tongues.ts';

/** Settings that hold a sheet of the form a questionnaire came from begin with this. */
const SHEET = 'sheet:';

/** Whether a questionnaire was read from a survey form: then nothing is added to what that form said. */
export function isFromForm({ frontMatter }: Questionnaire): boolean {
  return frontMatter.form?.settings?.[COLUMN_LANGUAGE] !== undefined;
}

/**
 * The settings sheet.
 *
 * @param set A questionnaire.
 * @param tongues Its languages.
 */
export function formSettings({ id, source }: QuestionnaireSet, tongues: readonly Tongue[]): Record<string, string> {
  const { frontMatter } = source;
  const own = Object.entries(frontMatter.form?.settings ?? {}).filter(
    ([key]) => key !== COLUMN_LANGUAGE && !key.startsWith(SHEET),
  );
  const isOurs = !isFromForm(source);
  const settings = {
    form_title: frontMatter.title ?? (isOurs ? id : ''),
    form_id: frontMatter.form?.id ?? (isOurs ? id : ''),
    version: frontMatter.version === undefined ? '' : String(frontMatter.version),
    ...(isOurs ? { default_language: tongues[0]?.language ?? '' } : {}),
    ...Object.fromEntries(own),
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
}

/**
 * A sheet as the text of a setting; {@link keptSheets} reads it.
 *
 * @param sheet A sheet that no question says.
 */
export function sheetSetting({ name, rows }: OtherSheet): readonly [key: string, value: string] {
  return [`${SHEET}${name}`, JSON.stringify(rows)];
}

/** The sheets a questionnaire keeps of the form it came from; choices no question uses are part of the choices. */
export function keptSheets(source: Questionnaire): {
  readonly choices: readonly FormRow[];
  readonly others: readonly OtherSheet[];
} {
  const sheets = Object.entries(source.frontMatter.form?.settings ?? {}).flatMap(([key, value]) => {
    const rows = key.startsWith(SHEET) ? parseRows(value) : undefined;
    return rows === undefined ? [] : [{ name: key.slice(SHEET.length), rows }];
  });
  const unused = sheets.find(({ name }) => name === 'choices')?.rows ?? [];
  const [head = [], ...rows] = unused;
  const place = { file: source.file, line: 1, column: 1 };
  const choices = rows.map((cells) => ({
    cells: Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ''])),
    place,
  }));
  return { choices, others: sheets.filter(({ name }) => name !== 'choices') };
}

function parseRows(text: string): readonly (readonly string[])[] | undefined {
  try {
    const rows: unknown = JSON.parse(text);
    const isTable =
      Array.isArray(rows) && rows.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'string'));
    return isTable ? (rows as string[][]) : undefined;
  } catch {
    // Somebody wrote something else there by hand; there is no sheet to keep then.
    return undefined;
  }
}
