import { foldWord } from './fold-word.ts';

// In languages that inflect, what follows the first letters of a word is mostly its ending.
const STEM_LENGTH = 7;
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+$/u;
// What Arabic writes in one with a noun: conjunction, preposition, article.
const ARABIC_PREFIX = /^(?:[وف]?(?:[بك]?ال|لل))(?=\p{Script=Arabic}{3})/u;

function stem(part: string): string {
  if (part.length > STEM_LENGTH && ALPHABETIC.test(part)) return part.slice(0, STEM_LENGTH);
  return part.replace(ARABIC_PREFIX, '');
}

/**
 * What a word is known by when passages are looked for that were written anew: its beginning, without the ending that
 * the grammar of a sentence asks for; each part of a word that is put together with hyphens.
 *
 * @param word a word of the text
 */
export function stemsOf(word: string): readonly string[] {
  return foldWord(word)
    .split(/['-]/u)
    .filter((part) => part !== '')
    .map(stem);
}
