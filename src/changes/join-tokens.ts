import type { Passage } from './passages.ts';
import type { Token } from './tokens.ts';

/** Tokens of several passages in a row. */
export function joinTokens(passages: readonly Passage[]): readonly Token[] {
  const [only] = passages;
  if (passages.length === 1 && only) return only.tokens;
  return passages.flatMap(({ tokens }, index) => {
    const [first, ...rest] = tokens;
    return first && index > 0 ? [{ ...first, lead: ' ' as const }, ...rest] : tokens;
  });
}
