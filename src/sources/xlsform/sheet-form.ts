import type { TableRow } from '../../files/table-row.ts';
import type { Finding } from '../../model/finding.ts';
import { languageOfColumn, standardColumn } from '../../text/forms/columns.ts';
import type { FormRow, FormSheet, OtherSheet, SheetColumns, SurveyForm } from '../../text/forms/survey-form.ts';
import { nearest } from '../../text/nearest.ts';
import { duplicateColumn, unknownSheet } from './sheet-findings.ts';
import type { ReadSheet } from './sheet-rows.ts';

/** Sheets that survey programs know beside the three that every form can have. */
const OTHER_SHEETS: ReadonlySet<string> = new Set([
  'external_choices',
  'entities',
  'osm',
  'columns',
  'cascades',
  'changelog',
]);

/** Characters a cell can hold in a spreadsheet program. */
const LONGEST_CELL = 32_767;

/** A form as its sheets say it. */
export interface SheetForm {
  readonly form: SurveyForm;
  readonly findings: readonly Finding[];
}

/**
 * Puts the sheets of a workbook together as a form.
 *
 * @param sheets As read; names in any case of letters.
 * @param file Name of the file.
 */
export function formOfSheets(sheets: readonly ReadSheet[], file: string): SheetForm {
  const findings: Finding[] = [];
  const read = (name: FormSheet): ParsedSheet => {
    const sheet = sheets.find((one) => one.name.trim().toLowerCase() === name);
    const parsed = parseSheet(sheet ?? { name, rows: [] }, name, file);
    findings.push(...parsed.findings);
    return parsed;
  };
  const [survey, choices, settings] = [read('survey'), read('choices'), read('settings')];
  const others = sheets.filter(({ name }) => !['survey', 'choices', 'settings'].includes(name.trim().toLowerCase()));
  findings.push(...others.flatMap((sheet) => misnamed(sheet, file)));
  const form: SurveyForm = {
    file,
    survey: survey.rows,
    choices: choices.rows,
    settings: settings.rows[0]?.cells ?? {},
    languages: languagesOf(survey, choices, settings.rows[0]?.cells.default_language),
    others: others.filter(({ rows }) => rows.length > 0).map(otherSheet),
    sheets: { survey: survey.columns, choices: choices.columns, settings: settings.columns },
  };
  return { form, findings };
}

function misnamed({ name }: ReadSheet, file: string): readonly Finding[] {
  const lower = name.trim().toLowerCase();
  if (OTHER_SHEETS.has(lower)) return [];
  const near = nearest(lower, ['survey', 'choices', 'settings']);
  return near === undefined ? [] : [unknownSheet(name, near, file)];
}

function otherSheet({ name, rows }: ReadSheet): OtherSheet {
  return { name, rows: rows.map(({ cells }) => cells) };
}

interface ParsedSheet {
  readonly rows: readonly FormRow[];
  readonly columns: SheetColumns;
  readonly findings: readonly Finding[];
}

function parseSheet({ name, rows }: ReadSheet, sheet: FormSheet, file: string): ParsedSheet {
  const [head, ...body] = rows;
  const { columns, twice } = columnsOf(head?.cells ?? [], sheet);
  const numbers: Record<string, number> = {};
  for (const [index, column] of columns.entries()) if (column !== '') numbers[column] = index + 1;
  const findings = twice.map((index) => duplicateColumn(head, index, { file, sheet: name }));
  const parsed = body.map((row) => formRow(row, columns, file)).filter(({ cells }) => Object.keys(cells).length > 0);
  return { rows: parsed, columns: { name, numbers }, findings };
}

/** Standard names of the columns; one that says the same as another keeps the name its sheet gives it. */
function columnsOf(
  cells: readonly string[],
  sheet: FormSheet,
): { readonly columns: readonly string[]; readonly twice: readonly number[] } {
  const exact = new Set(cells.map((cell) => cell.trim()));
  const taken = new Set<string>();
  const twice: number[] = [];
  const columns = cells.map((cell, index) => {
    const heading = cell.trim();
    if (heading === '') return '';
    const standard = standardColumn(heading, sheet);
    const isOther = standard !== heading && (exact.has(standard) || taken.has(standard));
    const name = isOther ? heading : standard;
    if (taken.has(name)) twice.push(index);
    const free = taken.has(name) ? `${name} (${index + 1})` : name;
    taken.add(free);
    return free;
  });
  return { columns, twice };
}

function formRow({ row, cells }: TableRow, columns: readonly string[], file: string): FormRow {
  const filled = columns.flatMap((column, index) => {
    const text = (cells[index] ?? '').slice(0, LONGEST_CELL).trim();
    return column === '' || text === '' ? [] : [[column, text] as const];
  });
  return { cells: Object.fromEntries(filled), place: { file, line: row, column: 1 } };
}

/** Languages in the order of their columns, the default one first; a plain label is in a language without a name. */
function languagesOf(survey: ParsedSheet, choices: ParsedSheet, preferred: string | undefined): readonly string[] {
  const columns = [survey, choices].flatMap((sheet) => Object.keys(sheet.columns.numbers));
  const named = columns.flatMap((column) => languageOfColumn(column).language ?? []);
  const labels = Object.keys(survey.columns.numbers).filter((column) => languageOfColumn(column).base === 'label');
  const plain = labels.length === 0 || labels.includes('label');
  const all = [...new Set([...(plain ? [''] : []), ...named])];
  const first =
    all.find((language) => language === preferred) ?? all.find((language) => sameLanguage(language, preferred));
  return first === undefined ? all : [first, ...all.filter((language) => language !== first)];
}

function sameLanguage(language: string, preferred: string | undefined): boolean {
  const bare = (name: string) => name.replace(/\s*\([^()]*\)\s*$/u, '').toLowerCase();
  return preferred !== undefined && language !== '' && bare(language) === bare(preferred);
}
