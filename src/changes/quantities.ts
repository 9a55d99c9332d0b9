import { foldWord } from './fold-word.ts';
import {
  CURRENCIES,
  DATE_SIGNS,
  DEADLINE_MARKS,
  LENGTH_MARKS,
  MARKS_BEHIND,
  MONTHS,
  MULTIPLIERS,
  NUMBER_WORDS,
  PERCENTS,
  PERCENTS_BEFORE,
  TIME_UNITS,
} from './quantity-tables.ts';
import type { Token } from './tokens.ts';

/** What a number is a number of. */
export type Quantity = 'number' | 'date' | 'amount' | 'percentage' | 'deadline';

const NUMERAL = /^\p{N}+(?:[.,:/-]\p{N}+)*$/u;
/** Chinese numerals, some with what they count; the one alone is an article as well, and the largest are parts of other words. */
const HAN_NUMERAL =
  /^(?:百分之)?(?![一万亿千]$)[一二三四五六七八九十百千万亿億两〇零]+(?:[名人个個次项項家位倍年月天日]|个月)?$/u;
const HAN_TIME = /[一二三四五六七八九十百千两〇零](?:[年月天日]|个月)$/u;
const DAY_MONTH_YEAR = /^\p{N}{1,2}([./])\p{N}{1,2}\1\p{N}{4}$/u;
const YEAR = /^(?:19|20)\p{N}{2}$/u;
const MONTH_NAMES: ReadonlySet<string> = new Set(MONTHS);
const OF: ReadonlySet<string> = new Set(['de', 'of']);
// A mark such as "within" may stand this many words before what it is about: "no later than the end of June 2027".
const REACH = 6;
// French writes a short word in one with the next: "d'euros", "d'ici".
const ELIDED = /^[dl]'(?=\p{L})/u;

/** The words around a place, folded; empty strings beyond the ends. */
function around(tokens: readonly Token[], index: number, steps: readonly number[]): string[] {
  return steps.map((step) => wordAt(tokens, index + step));
}

function wordAt(tokens: readonly Token[], index: number): string {
  return foldWord(tokens[index]?.key ?? '').replace(ELIDED, '');
}

function isNumber(word: string): boolean {
  return NUMERAL.test(word) || NUMBER_WORDS.has(word) || HAN_NUMERAL.test(word);
}

/** Whether a number is a part of a date in figures, as in `2027-06-01`: its parts are words of their own. */
function inIsoDate(tokens: readonly Token[], index: number): boolean {
  return [0, 2, 4].some((back) => {
    const parts = [0, 1, 2, 3, 4].map((step) => tokens[index - back + step]?.key ?? '').join('');
    return /^(?:(?:19|20)\p{N}{2}-\p{N}{2}-\p{N}{2}|\p{N}{2}-\p{N}{2}-(?:19|20)\p{N}{2})$/u.test(parts);
  });
}

/** Ordinals that are part of a name: a third party, the third country. */
const NO_COUNT = /^(?:third) (?:part(?:y|ies)|countr(?:y|ies)|states?|sectors?|persons?)$/u;

/** Whether a number stands beside a month, at most an "of" between them: `1 de junio de 2027`. */
function monthNumber(tokens: readonly Token[], index: number, step: 1 | -1): boolean {
  const [next, after] = around(tokens, index, [step, 2 * step]);
  return NUMERAL.test(next ?? '') || (OF.has(next ?? '') && NUMERAL.test(after ?? ''));
}

function isDate(tokens: readonly Token[], index: number, word: string): boolean {
  if (MONTH_NAMES.has(word)) return monthNumber(tokens, index, -1) || monthNumber(tokens, index, 1);
  if (!NUMERAL.test(word)) return false;
  if (DAY_MONTH_YEAR.test(word) || inIsoDate(tokens, index)) return true;
  const [sign, behind] = around(tokens, index, [1, 2]);
  if (DATE_SIGNS.has(sign ?? '')) return !LENGTH_MARKS.has(behind ?? '');
  return around(tokens, index, [-2, -1, 1, 2]).some((near) => MONTH_NAMES.has(near));
}

function isDue(tokens: readonly Token[], index: number): boolean {
  for (let step = 1; step <= REACH; step += 1) {
    const word = index < step ? '.' : wordAt(tokens, index - step);
    if (DEADLINE_MARKS.has(word)) return true;
    if (/^[.;:!?。；]$/u.test(word)) break;
  }
  return around(tokens, index, [1, 2, 3, 4, 5, 6]).some((near) => MARKS_BEHIND.has(near));
}

/** Whether a word may be counted as a quantity somewhere; one of which this is false never is. */
export function mayBeQuantity(word: string): boolean {
  return isNumber(word) || MONTH_NAMES.has(word);
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
  const [before = '', ...behind] = near(tokens, index);
  if (NO_COUNT.test(`${word} ${behind[0]}`)) return [];
  if (isShare(tokens, index, behind)) return ['number', 'percentage'];
  if ([before, ...behind].some((other) => CURRENCIES.has(other))) return ['number', 'amount'];
  const dated = YEAR.test(word) || HAN_TIME.test(word) || [before, ...behind].some((other) => TIME_UNITS.has(other));
  return dated && isDue(tokens, index) ? ['number', 'deadline'] : ['number'];
}

/** Whether a number is one of a hundred; in some languages that is said before it, in two words for the dictionary. */
function isShare(tokens: readonly Token[], index: number, behind: readonly string[]): boolean {
  const word = wordAt(tokens, index);
  const [twoBefore, before] = around(tokens, index, [-2, -1]);
  if (word.startsWith('百分之') || PERCENTS_BEFORE.has(`${twoBefore}${before}`)) return true;
  return PERCENTS_BEFORE.has(before ?? '') || behind.some((other) => PERCENTS.has(other));
}

/** The word before a number and two behind it, as though `2 million of` were one. */
function near(tokens: readonly Token[], index: number): string[] {
  let end = index + 1;
  if (MULTIPLIERS.has(wordAt(tokens, end))) end += OF.has(wordAt(tokens, end + 1)) ? 2 : 1;
  return [index - 1, end, end + 1].map((place) => wordAt(tokens, place));
}
