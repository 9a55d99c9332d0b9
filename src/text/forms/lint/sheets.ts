import { nearest } from '../../nearest.ts';
import { COLUMNS, isKnownColumn, languageOfColumn } from '../columns.ts';
import { columnLanguage } from '../languages.ts';
import { TYPES } from '../row-types.ts';
import type { FormRow, FormSheet } from '../survey-form.ts';
import { translated } from '../survey-form.ts';
import { cited, findingAt, type LintContext, type LintRule } from './lint-context.ts';

/** Columns are spelled as survey programs know them. */
export const unknownColumn: LintRule = (context) => [
  ...unknownIn(context, 'survey', context.form.survey),
  ...unknownIn(context, 'settings', [settingsRow(context)]),
];

function settingsRow({ form }: LintContext): FormRow {
  return { cells: form.settings, place: { file: form.file, line: 1, column: 1 } };
}

function unknownIn({ form }: LintContext, sheet: FormSheet, rows: readonly FormRow[]) {
  const first = new Map<string, FormRow>();
  for (const row of rows) for (const column of Object.keys(row.cells)) if (!first.has(column)) first.set(column, row);
  for (const column of Object.keys(form.sheets?.[sheet].numbers ?? {})) {
    if (!first.has(column)) first.set(column, { cells: {}, place: { file: form.file, line: 1, column: 1 } });
  }
  return [...first].flatMap(([column, row]) => {
    const { base } = languageOfColumn(column);
    if (isKnownColumn(column, sheet) || / \(\d+\)$/u.test(column)) return [];
    const near = nearest(base.replace(/:.*$/u, ''), COLUMNS[sheet]);
    // The heading is what is misspelled: in a spreadsheet that is the first row.
    const place = form.sheets === undefined ? row : { ...row, place: { ...row.place, line: 1 } };
    return [
      findingAt(form, {
        check: 'forms/unknown-column',
        severity: near === undefined ? 'info' : 'warning',
        sheet,
        row: place,
        column,
        message:
          near === undefined
            ? `No survey program knows the column ${cited(column)}.`
            : `No survey program knows the column ${cited(column)}; did you mean "${near}"?`,
        why: 'Columns that are not known are left out without a word, and what they ask for does not happen.',
        hint:
          near === undefined
            ? 'It is kept as it is; delete it if it was not meant.'
            : `Rename the column to "${near}".`,
      }),
    ];
  });
}

/** A form has an id. */
export const noFormId: LintRule = ({ form, isWritten }) => {
  if (isWritten || form.settings.form_id !== undefined) return [];
  return [
    findingAt(form, {
      check: 'forms/no-form-id',
      severity: 'warning',
      sheet: 'settings',
      message: 'The form has no id.',
      why: 'Survey programs make one up from the name of the file: rename the file, and the answers go to another form.',
      hint: 'Add a sheet "settings" with the column "form_id".',
    }),
  ];
};

/** Languages say their code. */
export const languageWithoutCode: LintRule = ({ form }) =>
  form.languages.flatMap((language) => {
    if (language === '' || columnLanguage(language).coded) return [];
    const { code } = columnLanguage(language);
    return [
      findingAt(form, {
        check: 'forms/language-without-code',
        severity: 'warning',
        message: `The language ${cited(language)} has no code.`,
        why: 'Programs go by the code: for the direction of writing, for their own words, and for hearing aids that read aloud.',
        hint:
          code === 'und'
            ? 'Write it with its code in parentheses, as in "label::French (fr)".'
            : `Write "label::${language} (${code})", in every column of this language.`,
      }),
    ];
  });

/** What is said in one language is said in all. */
export const missingTranslation: LintRule = (context) => {
  const { form, isWritten } = context;
  if (isWritten || form.languages.length < 2) return [];
  return (['survey', 'choices'] as const).flatMap((sheet) =>
    ['label', 'hint', 'constraint_message', 'required_message'].flatMap((column) =>
      form.languages.flatMap((language) => missingIn(context, { sheet, column, language })),
    ),
  );
};

interface Translated {
  readonly sheet: 'survey' | 'choices';
  readonly column: string;
  readonly language: string;
}

function missingIn({ form }: LintContext, { sheet, column, language }: Translated) {
  const rows = form[sheet].filter(({ cells }) =>
    form.languages.some((one) => one !== '' && cells[translated(column, one)] !== undefined),
  );
  const missing = rows.filter(
    ({ cells }) => cells[translated(column, language)] === undefined && cells[column] === undefined,
  );
  const [row] = missing;
  if (row === undefined) return [];
  const name = language === '' ? 'the language without a name' : language;
  return [
    findingAt(form, {
      check: 'forms/missing-translation',
      severity: 'warning',
      sheet,
      row,
      column: translated(column, language),
      message: `The "${column}" is missing in ${cited(name)} here${missing.length > 1 ? `, and in ${missing.length - 1} further rows` : ''}.`,
      why: 'Whoever answers in this language sees a dash, or another language.',
      hint: 'Translate it, or take the language out of the form.',
    }),
  ];
}

const ASKS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/e[-_ ]?mail|courriel|correo[-_ ]electr[oó]nico/iu, 'the e-mail address'],
  [
    /(?:tele)?phone[-_ ]?(?:number|no\b|num)|mobile[-_ ]?(?:number|no\b|num)|whatsapp|t[eé]l[eé]phone|tel[eé]fono/iu,
    'the phone number',
  ],
  [/\b(?:gps|latitude|longitude)\b/iu, 'the place where somebody stands'],
  [/\b(?:user[-_ ]?name|device[-_ ]?id|imei|ip[-_ ]?address)\b/iu, 'the account or the device'],
];

/** A form does not ask who somebody is, nor where they are. */
export const asksIdentity: LintRule = ({ form, nodes, isWritten }) =>
  nodes.flatMap(({ row, node }) => {
    const what = TYPES[node.type.base]?.identifies ?? (isWritten ? undefined : askedInWords(row, node.type.base));
    if (what === undefined) return [];
    return [
      findingAt(form, {
        check: 'safeguarding/form-asks-identity',
        severity: 'warning',
        row,
        column: 'type',
        message: `The form records ${what}, in ${cited(row.cells.name ?? node.type.base)}.`,
        why: 'It names or traces whoever answers, and a stolen phone or a leaked file exposes them. Consultations do not need it.',
        hint: 'Delete the row. Where a reply is wanted, let people leave a contact apart from their answers.',
      }),
    ];
  });

/** A question that people type an answer to, and that asks for it in its name or its words. */
function askedInWords({ cells }: FormRow, base: string): string | undefined {
  if (!['text', 'integer', 'decimal', 'barcode'].includes(base)) return undefined;
  const words = Object.entries(cells).flatMap(([column, cell]) =>
    ['name', 'label'].includes(languageOfColumn(column).base) ? [cell.replace(/_/gu, ' ')] : [],
  );
  return ASKS.find(([pattern]) => words.some((text) => pattern.test(text)))?.[1];
}
