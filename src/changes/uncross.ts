import { type Corpus, likeness } from './corpus.ts';
import { type Links, link, unlink } from './links.ts';
import { findSpine, type Spine } from './spine.ts';

// Passages further apart than this are not looked at: what repeats, repeats nearby.
const WIDEST = 60;
// Two links that cross are exchanged when that costs no more likeness than this, each.
const COST = 0.25;
const LEAST = 0.4;

/** For each earlier passage the places of the later stage between which it would stand had it not moved. */
function corridors(spine: Spine, size: number, end: number): { low: Int32Array; high: Int32Array } {
  const [low, high] = [new Int32Array(size).fill(-1), new Int32Array(size).fill(end)];
  let next = 0;
  let last = -1;
  for (const [from, to] of [...spine.pairs, [size, end] as const]) {
    for (; next < from; next += 1) [low[next], high[next]] = [last, to];
    if (from < size) [low[from], high[from]] = [to - 1, to + 1];
    [next, last] = [from + 1, to];
  }
  return { low, high };
}

/**
 * Exchanges links that cross where both passages are nearly as like the other's counterpart: of texts that repeat with
 * small differences each has stayed, not moved.
 *
 * @param corpus both stages
 * @param links links to be exchanged; those that rest on an id stay
 */
export function uncross(corpus: Corpus, links: Links): void {
  const spine = findSpine(corpus, links);
  const { low, high } = corridors(spine, links.to.length, links.from.length);
  const inCorridor = (from: number, to: number) => (low[from] ?? 0) < to && to < (high[from] ?? 0);
  const like = (from: number, to: number) =>
    corpus.from.passages[from]?.type === corpus.to.passages[to]?.type ? likeness(corpus, from, to) : 0;
  const isFixed = (from: number) => spine.isOn(from) || links.byId.has(from) || links.splits.has(from);
  for (let a = 0; a < links.to.length; a += 1) {
    const d = links.to[a] ?? -1;
    if (d < 0 || isFixed(a) || links.merges.has(d) || inCorridor(a, d)) continue;
    const first = Math.max(0, (low[a] ?? 0) + 1);
    for (let c = first; c < Math.min(high[a] ?? 0, first + WIDEST); c += 1) {
      const b = links.from[c] ?? -1;
      if (b < 0 || isFixed(b) || links.merges.has(c) || !inCorridor(b, d)) continue;
      const enough = (exchanged: number, present: number) => exchanged >= LEAST && exchanged >= present - COST;
      if (!enough(like(a, c), like(a, d)) || !enough(like(b, d), like(b, c))) continue;
      unlink(links, a);
      unlink(links, b);
      link(links, a, c);
      link(links, b, d);
      break;
    }
  }
}
