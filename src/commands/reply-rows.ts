/** Answers to the rows of comment sheets, written into their column for responses. */
import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import { COMMENT_HEADINGS } from '../sources/tables/header-words.ts';
import { packWords } from './review-pack-words.ts';

/** An input with the note it stands in. */
export interface NotedInput {
  readonly note: ConsultationNote;
  readonly input: Input;
}

/** Words alone: signs may have been escaped, and shortened quotations end anywhere. */
export function plainKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Headings of a column for our answers, beside those of our own sheets. */
const RESPONSE =
  /respon[sd]|repl(?:y|ies)|answer|observations? of|secretariat|disposition|resolution|réponse|secrétariat|respuesta|secretar[ií]a|ответ|секретариат|答复|回复|回应|秘书处|ردود|الرد|الأمانة/iu;

/** Languages of our own sheets. */
const LANGUAGES = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const;

/** Headings of that column in our own sheets. */
const OWN_RESPONSE: ReadonlySet<string> = new Set(
  LANGUAGES.map((language) => (packWords(language).words.columns.at(-1) ?? '').toLowerCase()),
);

/** Number of the column for responses, from 0, in a row of headings; undefined where it has none. */
export function responseColumn(cells: readonly string[]): number | undefined {
  const words = cells.map((cell) => cell.replace(/\s+/gu, ' ').trim());
  const exact = words.findIndex((cell) => OWN_RESPONSE.has(cell.toLowerCase()));
  if (exact !== -1) return exact;
  const found = words.findLastIndex((cell) => cell.length < 60 && RESPONSE.test(cell));
  return found === -1 ? undefined : found;
}

/** Whether a row holds the headings of a sheet. */
export function isHead(cells: readonly string[]): boolean {
  const words = cells.map((cell) => cell.replace(/\s+/gu, ' ').trim().toLowerCase()).filter((cell) => cell !== '');
  const known = words.filter((cell) => COMMENT_HEADINGS.some(([pattern]) => pattern.test(cell)));
  return words.length > 2 && words.every((cell) => cell.length < 60) && known.length > words.length / 2;
}

/** Letters of a cell by which a row can be known. */
const FEWEST = 8;

/**
 * The input that was made of a row: all its longer cells stand in it.
 *
 * @param cells The row, without its column for responses.
 * @param left Inputs of which no row is known yet.
 */
export function inputOfRow(cells: readonly string[], left: ReadonlySet<NotedInput>): NotedInput | undefined {
  const keys = cells.map(plainKey).filter((key) => key.length >= FEWEST);
  const longest = Math.max(0, ...keys.map((key) => key.length));
  let best: { readonly one: NotedInput; readonly score: number } | undefined;
  for (const one of left) {
    const text = inputKey(one.input);
    const found = keys.filter((key) => text.includes(key));
    const score = found.reduce((sum, key) => sum + key.length, 0);
    const hasLongest = found.some((key) => key.length === longest);
    if (hasLongest && score > (best?.score ?? 0)) best = { one, score };
  }
  return best?.one;
}

const KEYS = new WeakMap<Input, string>();

/** All words of an input, of wording it proposes too. */
export function inputKey(input: Input): string {
  const { text, proposal } = input;
  const key = KEYS.get(input) ?? plainKey(`${text} ${proposal?.from ?? ''} ${proposal?.to ?? ''}`);
  KEYS.set(input, key);
  return key;
}
