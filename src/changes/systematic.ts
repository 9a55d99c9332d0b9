import type { SystematicChange } from '../model/change-log.ts';
import { SMALL_WORDS } from './flag-tables.ts';
import { type Token, tokenText } from './tokens.ts';
import type { Replacement } from './words.ts';

// Twice may be chance.
const FEWEST = 3;
// A longer replacement is an edit of its own.
const MOST_WORDS = 6;

interface Recurring {
  readonly from: string;
  readonly to: string;
  count: number;
  readonly places: Set<number>;
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.kind === 'word' || token.kind === 'atom' ? [token.key.toLowerCase()] : []));
}

/** Whether a replacement says something by itself: words, few of them, and not only an article put in or left out. */
function tells({ from, to }: Replacement): boolean {
  const [before, after] = [wordsOf(from), wordsOf(to)];
  const all = [...before, ...after];
  if (all.length === 0 || before.length > MOST_WORDS || after.length > MOST_WORDS) return false;
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
      const known = found.get(key) ?? {
        from: tokenText(replacement.from),
        to: tokenText(replacement.to),
        count: 0,
        places: new Set<number>(),
      };
      known.count += 1;
      known.places.add(place);
      found.set(key, known);
    }
  });
  return [...found.values()]
    .filter(({ count, places }) => count >= FEWEST && places.size > 1)
    .sort((a, b) => b.count - a.count)
    .map(({ from, to, count, places }) => ({ from, to, count, places: [...places] }));
}
