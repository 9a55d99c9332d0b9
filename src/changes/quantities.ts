import { CURRENCIES, DEADLINE_MARKS, MONTHS, NUMBER_WORDS, PERCENTS, TIME_UNITS } from './flag-tables.ts';
import { foldWord } from './fold-word.ts';
import type { Token } from './tokens.ts';

/** What a number is a number of. */
export type Quantity = 'number' | 'date' | 'amount' | 'percentage' | 'deadline';

const NUMERAL = /^\p{N}+(?:[.,:/-]\p{N}+)*$/u;
const ISO_DATE = /^\p{N}{4}-\p{N}{2}(-\p{N}{2})?$/u;
const YEAR = /^(?:19|20)\p{N}{2}$/u;
const MONTH_NAMES: ReadonlySet<string> = new Set(MONTHS);
/** Signs behind the parts of a date in Chinese and Japanese. */
const DATE_SIGNS: ReadonlySet<string> = new Set(['年', '月', '日', '月份', '年度']);
/** Words of Chinese, Japanese and Hindi that make a deadline of the time before them. */
const MARKS_BEHIND: ReadonlySet<string> = new Set('前 之前 以前 内 之内 以内 までに 以内に तक'.split(' '));
const OF: ReadonlySet<string> = new Set(['de', 'of']);
// A mark such as "within" may stand this many words before what it is about: "no later than the end of June 2027".
const REACH = 6;

/** The words around a place, folded; empty strings beyond the ends. */
function around(tokens: readonly Token[], index: number, steps: readonly number[]): string[] {
  return steps.map((step) => foldWord(tokens[index + step]?.key ?? ''));
}

function isNumber(word: string): boolean {
  return NUMERAL.test(word) || NUMBER_WORDS.has(word);
}

/** Whether a number stands beside a month, at most an "of" between them: `1 de junio de 2027`. */
function monthNumber(tokens: readonly Token[], index: number, step: 1 | -1): boolean {
  const [next, after] = around(tokens, index, [step, 2 * step]);
  return NUMERAL.test(next ?? '') || (OF.has(next ?? '') && NUMERAL.test(after ?? ''));
}

function isDate(tokens: readonly Token[], index: number, word: string): boolean {
  if (ISO_DATE.test(word)) return true;
  if (MONTH_NAMES.has(word)) return monthNumber(tokens, index, -1) || monthNumber(tokens, index, 1);
  if (!NUMERAL.test(word)) return false;
  if (DATE_SIGNS.has(foldWord(tokens[index + 1]?.key ?? ''))) return true;
  return around(tokens, index, [-2, -1, 1, 2]).some((near) => MONTH_NAMES.has(near));
}

function isDue(tokens: readonly Token[], index: number): boolean {
  for (let step = 1; step <= REACH; step += 1) {
    const word = foldWord(tokens[index - step]?.key ?? '.');
    if (DEADLINE_MARKS.has(word)) return true;
    if (/^[.;:!?。；]$/u.test(word)) break;
  }
  return around(tokens, index, [1, 2, 3, 4, 5, 6]).some((near) => MARKS_BEHIND.has(near));
}

/** Whether a word may be counted as a quantity somewhere; one of which this is false never is. */
export function mayBeQuantity(word: string): boolean {
  return isNumber(word) || MONTH_NAMES.has(word) || ISO_DATE.test(word);
}

/**
 * What is counted by a word of a text: a number, and what it is a number of.
 *
 * @param tokens tokens of a passage
 * @param index the word
 */
export function quantitiesAt(tokens: readonly Token[], index: number): readonly Quantity[] {
  const word = foldWord(tokens[index]?.key ?? '');
  if (isDate(tokens, index, word)) return isDue(tokens, index) ? ['date', 'deadline'] : ['date'];
  if (!isNumber(word)) return [];
  const near = around(tokens, index, [-1, 1, 2]);
  if (near.slice(1).some((other) => PERCENTS.has(other))) return ['number', 'percentage'];
  if (near.some((other) => CURRENCIES.has(other))) return ['number', 'amount'];
  const dated = YEAR.test(word) || near.some((other) => TIME_UNITS.has(other));
  return dated && isDue(tokens, index) ? ['number', 'deadline'] : ['number'];
}
