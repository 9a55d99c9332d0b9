/** Words as texts are compared by: without case, without the endings that make no other word of it. */
import { splitWords } from '../text/words.ts';

/** Endings of English and, by luck, of several other languages in Latin script; the first that fits is taken off. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/'s?$/u, ''],
  [/ies$/u, 'y'],
  [/(?<=[sxz]|ch|sh)es$/u, ''],
  [/(?<=[^su])s$/u, ''],
];
const LONG_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[^aeiou])ing$/u, ''],
  [/(?<=[^aeiou])ed$/u, ''],
  [/e$/u, ''],
];
const LONG = 5;

/** A word as it is compared. */
export function stemOf(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length <= 3 || !/^[a-z']+$/u.test(lower)) return lower;
  const short = ENDINGS.reduce((text, [ending, by]) => text.replace(ending, by), lower);
  return short.length <= LONG ? short : LONG_ENDINGS.reduce((text, [ending, by]) => text.replace(ending, by), short);
}

/** The words of a text as they are compared, in order. */
export function nearWords(text: string): readonly string[] {
  return splitWords(text).map(stemOf);
}

/** What stands in quotation marks of any script, as written. */
const QUOTED =
  /“([^”]{2,400})”|„([^“”]{2,400})[“”]|«([^»]{2,400})»|「([^」]{2,400})」|『([^』]{2,400})』|"([^"]{2,400})"/gu;

/** The pieces of a text that stand in quotation marks: whoever quotes a draft names the passage. */
export function quotedPieces(text: string): readonly string[] {
  return [...text.matchAll(QUOTED)].flatMap((found) => found.slice(1).filter((piece) => piece !== undefined));
}
