// Arabic without its vowel signs and its stretching line: the same word, however carefully it is written.
const VOWELS = /[\u064b-\u0652\u0670\u0640]/gu;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * A word as tables have it: lower case, Arabic without vowel signs.
 *
 * @param word a word of the text
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return ARABIC.test(lower) ? lower.replace(VOWELS, '') : lower;
}

/**
 * A word and what is left of it without the conjunctions that Arabic writes in one with it.
 *
 * @param word a word of the text
 */
export function wordForms(word: string): readonly string[] {
  const folded = foldWord(word);
  return /^[وف]\p{Script=Arabic}{2}/u.test(folded) ? [folded, folded.slice(1)] : [folded];
}
