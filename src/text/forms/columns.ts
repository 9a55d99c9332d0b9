/** Columns of the sheets of an XLSForm: what they are called, and what else they have been called. */
import type { FormSheet } from './survey-form.ts';

/** Columns that can be given in several languages. */
export const TRANSLATED_COLUMNS: readonly string[] = [
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  'image',
  'big-image',
  'audio',
  'video',
];

/** Standard names of columns, in the order in which they are written. */
export const COLUMNS: Readonly<Record<FormSheet, readonly string[]>> = {
  survey: [
    'type',
    'name',
    'label',
    'hint',
    'guidance_hint',
    'required',
    'required_message',
    'relevant',
    'constraint',
    'constraint_message',
    'calculation',
    'choice_filter',
    'appearance',
    'default',
    'read_only',
    'repeat_count',
    'parameters',
    'trigger',
    'image',
    'big-image',
    'audio',
    'video',
    'autoplay',
  ],
  choices: ['list_name', 'name', 'label', 'image', 'big-image', 'audio', 'video'],
  settings: [
    'form_title',
    'form_id',
    'version',
    'default_language',
    'instance_name',
    'style',
    'allow_choice_duplicates',
    'public_key',
    'submission_url',
    'auto_send',
    'auto_delete',
    'instance_xmlns',
    'namespaces',
    'name',
    'omit_instanceid',
    'clean_text_values',
    'add_none_option',
    'sms_keyword',
    'sms_separator',
    'prefix',
    'delimiter',
    'logging',
    'xml_root',
  ],
};

/** Columns that survey programs know beside the standard ones; any case of letters. */
const ALSO_KNOWN: readonly RegExp[] = [
  /^(?:bind|body|instance|control|media|entities)::/u,
  /^(?:kobo--|hxl|oc_|\$|_)/u,
  /^(?:rows|query|intent|save_to|accuracythreshold|disabled|tags|buttontext|noapperrorstring|note|notes|comment|comments|geometry|order|count|filter|id_string)$/u,
];

/** Names that survey programs take for a standard one, in lower case. */
const OTHER_NAMES: Readonly<Record<FormSheet, Readonly<Record<string, string>>>> = {
  survey: {
    caption: 'label',
    command: 'type',
    relevance: 'relevant',
    'bind:relevant': 'relevant',
    'bind::relevant': 'relevant',
    'bind:constraint': 'constraint',
    'bind::constraint': 'constraint',
    'bind:jr:constraintmsg': 'constraint_message',
    'bind::jr:constraintmsg': 'constraint_message',
    'constraint message': 'constraint_message',
    'bind:calculate': 'calculation',
    'bind::calculate': 'calculation',
    calculate: 'calculation',
    'bind:required': 'required',
    'bind::required': 'required',
    'bind::jr:requiredmsg': 'required_message',
    requiredmsg: 'required_message',
    'required message': 'required_message',
    'bind:readonly': 'read_only',
    'bind::readonly': 'read_only',
    readonly: 'read_only',
    'read only': 'read_only',
    'control:appearance': 'appearance',
    'control::appearance': 'appearance',
    'body::appearance': 'appearance',
    'control:jr:count': 'repeat_count',
    repeat: 'repeat_count',
    'repeat count': 'repeat_count',
    'choice filter': 'choice_filter',
    'guidance hint': 'guidance_hint',
  },
  choices: { 'list name': 'list_name', value: 'name', caption: 'label' },
  settings: {
    id_string: 'form_id',
    'form id': 'form_id',
    'set form id': 'form_id',
    title: 'form_title',
    'form title': 'form_title',
    'set form title': 'form_title',
    'default language': 'default_language',
    'submission url': 'submission_url',
  },
};

/**
 * The standard name of a column.
 *
 * @param heading As the sheet writes it: `LABEL::English (en)`, `relevance`, `label:fr`.
 * @param sheet The sheet it heads.
 */
export function standardColumn(heading: string, sheet: FormSheet): string {
  const text = heading.trim().replace(/\s+/gu, ' ');
  const whole = OTHER_NAMES[sheet][text.toLowerCase()];
  if (whole !== undefined) return whole;
  const plain = text.replace(/^media::?(?=(?:image|big-image|audio|video)(?::|$))/iu, '');
  const match = /^([^:]+?)\s*::?\s*(.+)$/u.exec(plain);
  const base = standardName(match?.[1] ?? plain, sheet);
  if (match?.[2] === undefined) return base;
  return TRANSLATED_COLUMNS.includes(base) ? `${base}::${match[2].trim()}` : plain;
}

function standardName(name: string, sheet: FormSheet): string {
  const lower = name.toLowerCase();
  const known = OTHER_NAMES[sheet][lower] ?? lower.replaceAll(' ', '_');
  return COLUMNS[sheet].includes(known) ? known : name;
}

/** The column and the language of `label::English (en)`; no language for any other column. */
export function languageOfColumn(column: string): { readonly base: string; readonly language?: string } {
  const at = column.indexOf('::');
  const base = at < 0 ? column : column.slice(0, at);
  if (at < 0 || !TRANSLATED_COLUMNS.includes(base)) return { base: column };
  return { base, language: column.slice(at + 2) };
}

/** Whether any survey program knows a column; in the sheet of choices every name is free for filters. */
export function isKnownColumn(column: string, sheet: FormSheet): boolean {
  const { base } = languageOfColumn(column);
  return COLUMNS[sheet].includes(base) || ALSO_KNOWN.some((pattern) => pattern.test(column.toLowerCase()));
}

/**
 * Columns in the order in which they are written: standard ones first, languages in their order, the others by name.
 *
 * @param columns Standard names.
 * @param sheet The sheet.
 * @param languages Languages of the form.
 */
export function orderedColumns(
  columns: Iterable<string>,
  sheet: FormSheet,
  languages: readonly string[],
): readonly string[] {
  const rank = (column: string): readonly [number, number] => {
    const { base, language } = languageOfColumn(column);
    const at = COLUMNS[sheet].indexOf(base);
    return [at < 0 ? COLUMNS[sheet].length : at, language === undefined ? -1 : languages.indexOf(language) + 1 || 999];
  };
  return [...new Set(columns)].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    return a[0] - b[0] || a[1] - b[1] || (one < other ? -1 : one > other ? 1 : 0);
  });
}
