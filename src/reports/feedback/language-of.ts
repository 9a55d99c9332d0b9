import { languageByScript } from '../../drafts/plain-process.ts';
import { labels } from '../../model/labels.ts';

/** Short words that stand in nearly every sentence of a language and in few of the others. */
const COMMON: readonly (readonly [language: string, words: RegExp])[] = [
  ['en', /\b(?:the|and|of|is|are|that|this|for|not|with|it|they|was|were|be|have|has|from|on|at|who|too)\b/giu],
  ['fr', /(?<![\p{L}’'])(?:le|les|des|est|sont|pour|dans|une|du|aux|avec|et|vous|qui)(?!\p{L})/giu],
  ['es', /(?<!\p{L})(?:el|los|las|del|y|es|son|para|por|una|con|como|lo|no)(?!\p{L})/giu],
];

/**
 * The language that words are most likely in, among those letters are written in: by script, then by the short words
 * that stand everywhere.
 *
 * @param words What somebody wrote.
 * @param letter Language of the letter.
 * @returns The letter's own where nothing tells.
 */
export function languageOf(words: string, letter: string): string {
  const byScript = languageByScript(words);
  if (byScript !== 'en') return labels(letter).language === byScript.slice(0, 2) ? letter : byScript;
  const counted = COMMON.map(([language, pattern]) => ({ language, count: words.match(pattern)?.length ?? 0 }));
  counted.sort((one, other) => other.count - one.count);
  const [first, second] = counted;
  if (first === undefined || first.count === 0 || first.count === second?.count) return letter;
  return labels(letter).language === first.language ? letter : first.language;
}
