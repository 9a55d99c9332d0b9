import type { ChangeKind } from '../../src/model/change-log.ts';
import type { Draft } from './draft.ts';
import type { Piece } from './pieces.ts';
import type { Pair, TrueGroup } from './types.ts';

interface Sides {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

function kindOf({ before, after }: Sides): ChangeKind {
  const [a, b] = [before[0], after[0]];
  if (!a) return 'added';
  if (!b) return 'deleted';
  if (before.length > 1) return 'merged';
  if (after.length > 1) return 'split';
  if (b.moved) return 'moved';
  return a.text === b.text && a.kind === b.kind && a.depth === b.depth ? 'unchanged' : 'edited';
}

/** Whether a piece has something to read; an anchor or an empty row has not. */
function speaks({ text }: Piece): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/<[^>]*>/gu, ''));
}

/** Later pieces by all the earlier ones they came from. */
function groups(before: readonly Piece[], after: readonly Piece[]): Sides[] {
  const earlier = new Map(before.map((piece) => [piece.key, piece]));
  const byOrigin = new Map<string, Piece[]>();
  for (const piece of after) {
    const key = piece.origins.length === 0 ? `new ${piece.key}` : piece.origins.join(' ');
    byOrigin.set(key, [...(byOrigin.get(key) ?? []), piece]);
  }
  const known = new Set(after.flatMap(({ origins }) => origins));
  const kept = [...byOrigin.values()].map((later) => ({
    before: (later[0]?.origins ?? []).flatMap((key) => earlier.get(key) ?? []),
    after: later,
  }));
  const gone = before.filter(({ key }) => !known.has(key)).map((piece) => ({ before: [piece], after: [] }));
  return [...kept, ...gone];
}

/**
 * What became of every piece.
 *
 * @param before the earlier pieces in order
 * @param draft the text after all edits
 */
export function truthOf(before: readonly Piece[], draft: Draft): Pick<Pair, 'truth' | 'tolerated'> {
  const after = draft.files.flat();
  const fromPlaces = new Map(before.map(({ key }, place) => [key, place]));
  const toPlaces = new Map(after.map(({ key }, place) => [key, place]));
  const places = (known: ReadonlyMap<number, number>, pieces: readonly Piece[]) =>
    pieces.flatMap(({ key }) => known.get(key) ?? []).sort((a, b) => a - b);
  const judged = groups(before, after).filter((sides) => [...sides.before, ...sides.after].every(speaks));
  const truth = judged.map(
    (sides): TrueGroup => ({
      kind: kindOf(sides),
      from: places(fromPlaces, sides.before),
      to: places(toPlaces, sides.after),
    }),
  );
  const lent = draft.lent.map(({ from, to }) => `${fromPlaces.get(from) ?? -1}>${toPlaces.get(to) ?? -1}`);
  return { truth, tolerated: new Set(lent) };
}
