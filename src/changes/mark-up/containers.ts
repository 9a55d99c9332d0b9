import type { Parents } from 'mdast';
import type { Passage, Passages } from '../passages.ts';
import { isFrame } from './frames.ts';
import type { Step } from './plan-steps.ts';
import type { ContainerMap } from './tree.ts';

type Votes = Map<Parents, Map<Parents, number>>;

function vote(votes: Votes, [from, to]: readonly [Parents, Parents], weight: number): void {
  const counts = votes.get(from) ?? new Map<Parents, number>();
  counts.set(to, (counts.get(to) ?? 0) + weight);
  votes.set(from, counts);
}

/** Pairs the containers of a passage that stayed, outermost first, as far as their types agree. */
function voteForPaths(votes: Votes, from: Passage, to: Passage): void {
  for (let depth = 0; depth < from.path.length && depth < to.path.length; depth += 1) {
    const [before, after] = [from.path[depth], to.path[depth]];
    if (!before || !after || before.type !== after.type) return;
    vote(votes, [before, after], 1 + Math.min(from.words, to.words));
  }
}

/** The container most of whose words went one way, and how many. */
function mostOf(counts: ReadonlyMap<Parents, number>): readonly [Parents, number] | undefined {
  let most: readonly [Parents, number] | undefined;
  for (const entry of counts) if (entry[1] > (most?.[1] ?? 0)) most = entry;
  return most;
}

/** Of several frames that became one, that which gave it most is that one; the others have words of their own that went. */
function withoutLostFrames(found: ReadonlyMap<Parents, readonly [Parents, number]>): ContainerMap {
  const best = new Map<Parents, readonly [Parents, number]>();
  for (const [earlier, [later, count]] of found)
    if (count > (best.get(later)?.[1] ?? 0)) best.set(later, [earlier, count]);
  const kept = [...found].filter(([earlier, [later]]) => !isFrame(earlier) || best.get(later)?.[0] === earlier);
  return new Map(kept.map(([earlier, [later]]) => [earlier, later]));
}

/**
 * Finds which container of the earlier stage became which of the later: the one most of its words stand in now.
 *
 * @param steps the passages of both stages in one order
 * @param from passages of the earlier stage
 * @param to passages of the later stage
 */
export function mapContainers(steps: readonly Step[], from: Passages, to: Passages): ContainerMap {
  const votes: Votes = new Map();
  for (const step of steps) {
    if (step.kind !== 'both') continue;
    const [before, after] = [from.passages[step.from[0] ?? -1], to.passages[step.to[0] ?? -1]];
    // Two recommendations for the same people, by the same day, need not be the same one.
    if (before && after && after.family !== 'attribute') voteForPaths(votes, before, after);
  }
  const found = new Map<Parents, readonly [Parents, number]>();
  for (const [container, counts] of votes) {
    const most = mostOf(counts);
    if (most) found.set(container, most);
  }
  return withoutLostFrames(found);
}
