/** What tells, when a matrix comes back, which of its cells somebody changed. */
import { MATRIX_FIELDS, type MatrixField } from '../../model/matrix.ts';
import { contentHash } from '../../text/fingerprint.ts';

/** Fingerprints of a row as it was exported. */
export interface RowKey {
  /** Who the export was for: what is shown to the public differs from what the core group sees. */
  readonly audience: 'public' | 'core-group';
  readonly ref: string;
  readonly text: string;
  /** By field; a field that was empty, or that the shape does not show, has none. */
  readonly fields: Readonly<Partial<Record<MatrixField, string>>>;
}

const LETTER = { public: 'p', 'core-group': 'c' } as const;
const FORM = /^(p|c)1\|([0-9a-f]{10})\|([0-9a-f]{10})((?:\|[a-z][0-9a-f]{10})*)$/u;
const LENGTH = 10;
/** What XML can't hold, or nobody sees. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones left out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Words as they are compared: spreadsheet programs change line ends, spaces and characters that nobody sees.
 *
 * @param words What a cell holds.
 */
export function comparable(words: string): string {
  return words.replace(UNSEEN, '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

const EMPTY = '';

/**
 * Fingerprint of the words of a cell; the empty string for an empty one.
 *
 * @param words What the cell holds.
 */
export function cellPrint(words: string): string {
  const plain = comparable(words);
  return plain === '' ? EMPTY : contentHash(plain).slice(0, LENGTH);
}

/** What a key is made of. */
export interface KeyedRow {
  readonly audience: RowKey['audience'];
  readonly ref: string;
  readonly text: string;
  readonly fields: Readonly<Partial<Record<MatrixField, string>>>;
}

/**
 * The key of a row: it goes with the row wherever the sheet is sorted to.
 *
 * @param row The row as it is shown.
 */
export function writeKey({ audience, ref, text, fields }: KeyedRow): string {
  const prints = MATRIX_FIELDS.flatMap(({ id, letter }) => {
    const print = cellPrint(fields[id] ?? '');
    return print === EMPTY ? [] : [`${letter}${print}`];
  });
  return [`${LETTER[audience]}1`, contentHash(ref).slice(0, LENGTH), contentHash(comparable(text)).slice(0, LENGTH)]
    .concat(prints)
    .join('|');
}

/**
 * Reads a key.
 *
 * @param cell What stands in the column of keys.
 * @returns Undefined where it is none.
 */
export function readKey(cell: string): RowKey | undefined {
  const match = FORM.exec(cell.trim());
  if (match === null) return undefined;
  const [, letter, ref = '', text = '', rest = ''] = match;
  const prints = new Map(
    rest
      .split('|')
      .filter((part) => part !== '')
      .map((part) => [part.charAt(0), part.slice(1)]),
  );
  const fields = Object.fromEntries(
    MATRIX_FIELDS.flatMap(({ id, letter: known }) => {
      const print = prints.get(known);
      return print === undefined ? [] : [[id, print]];
    }),
  );
  return { audience: letter === 'p' ? 'public' : 'core-group', ref, text, fields };
}

/** Whether a key is that of an input. */
export function isKeyOf(key: RowKey, ref: string): boolean {
  return contentHash(ref).slice(0, LENGTH) === key.ref;
}

/** Whether the words of an input are those that a key was made with. */
export function isTextOf(key: RowKey, text: string): boolean {
  return contentHash(comparable(text)).slice(0, LENGTH) === key.text;
}
