import type { SystematicChange } from '../model/change-log.ts';
import { SMALL_WORDS } from './flag-tables.ts';
import { type Token, tokenText } from './tokens.ts';
import type { Replacement } from './words.ts';

// Twice may be chance.
const FEWEST = 3;
// A longer replacement is an edit of its own.
const MOST_WORDS = 6;

interface Recurring {
  readonly first: Replacement;
  count: number;
  /** Each place once, in order. */
  readonly places: number[];
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.kind === 'word' || token.kind === 'atom' ? [token.key.toLowerCase()] : []));
}

/** Whether there are more words than a replacement that recurs may have. */
function isLong(tokens: readonly Token[]): boolean {
  let words = 0;
  for (const { kind } of tokens) if (kind === 'word' || kind === 'atom') words += 1;
  return words > MOST_WORDS;
}

/** Whether a replacement says something by itself: words, few of them, and not only an article put in or left out. */
function tells({ from, to }: Replacement): boolean {
  if (isLong(from) || isLong(to)) return false;
  const [before, after] = [wordsOf(from), wordsOf(to)];
  const all = [...before, ...after];
  if (all.length === 0) return false;
  if (all.some((word) => word.startsWith('\u0001'))) return false;
  return (before.length > 0 && after.length > 0) || all.some((word) => !SMALL_WORDS.has(word));
}

function keyOf({ from, to }: Replacement): string {
  return [from, to].map((tokens) => tokens.map(({ key }) => key.toLowerCase()).join(' ')).join('\u0000');
}

/**
 * Finds replacements that recur, such as another word for one thing throughout.
 *
 * @param changes what was replaced in each change, in order
 * @returns the places of each in the list of changes, the most frequent first
 */
export function findSystematic(
  changes: readonly (readonly Replacement[])[],
): (Omit<SystematicChange, 'id' | 'changes'> & { readonly places: readonly number[] })[] {
  const found = new Map<string, Recurring>();
  changes.forEach((replacements, place) => {
    for (const replacement of replacements) {
      if (!tells(replacement)) continue;
      const key = keyOf(replacement);
      const known = found.get(key);
      if (known === undefined) found.set(key, { first: replacement, count: 1, places: [place] });
      else {
        known.count += 1;
        if (known.places.at(-1) !== place) known.places.push(place);
      }
    }
  });
  return [...found.values()]
    .filter(({ count, places }) => count >= FEWEST && places.length > 1)
    .sort((a, b) => b.count - a.count)
    .map(({ first, count, places }) => ({ from: tokenText(first.from), to: tokenText(first.to), count, places }));
}
