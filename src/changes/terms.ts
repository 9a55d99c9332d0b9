import { foldWord } from './fold-word.ts';
import type { Passage } from './passages.ts';
import type { Token } from './tokens.ts';

/** Terms that a text defines, as folded words, by their first word; the longest first. */
export type Terms = ReadonlyMap<string, readonly (readonly string[])[]>;

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.kind === 'word' ? [foldWord(token.key)] : []));
}

/**
 * The terms defined in some passages.
 *
 * @param passages passages of both stages
 */
export function readTerms(passages: Iterable<Passage>): Terms {
  const terms = new Map<string, string[][]>();
  for (const { attribute, tokens } of passages) {
    const words = attribute === 'term' ? wordsOf(tokens) : [];
    const [first] = words;
    if (first !== undefined) terms.set(first, [...(terms.get(first) ?? []), words]);
  }
  for (const known of terms.values()) known.sort((a, b) => b.length - a.length);
  return terms;
}

/**
 * Each use of a defined term in some text.
 *
 * @param terms the terms
 * @param tokens the text
 */
export function countTerms(terms: Terms, tokens: readonly Token[]): string[] {
  if (terms.size === 0) return [];
  const words = wordsOf(tokens);
  return words.flatMap((word, index) => {
    const term = terms.get(word)?.find((candidate) => candidate.every((part, step) => words[index + step] === part));
    return term ? [term.join(' ')] : [];
  });
}
