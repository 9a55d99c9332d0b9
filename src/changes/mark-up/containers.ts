import type { Parents } from 'mdast';
import type { Passages } from '../passages.ts';
import type { Step } from './plan-steps.ts';
import type { ContainerMap } from './tree.ts';

type Votes = Map<Parents, Map<Parents, number>>;

function vote(votes: Votes, from: Parents, to: Parents): void {
  const counts = votes.get(from) ?? new Map<Parents, number>();
  counts.set(to, (counts.get(to) ?? 0) + 1);
  votes.set(from, counts);
}

/** Pairs the containers of a passage that stayed, outermost first, as far as their types agree. */
function voteForPaths(votes: Votes, from: readonly Parents[], to: readonly Parents[]): void {
  for (let depth = 0; depth < from.length && depth < to.length; depth += 1) {
    const [before, after] = [from[depth], to[depth]];
    if (!before || !after || before.type !== after.type) return;
    vote(votes, before, after);
  }
}

/**
 * Finds which container of the earlier stage became which of the later: the one most of its passages stand in now.
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
    if (before && after) voteForPaths(votes, before.path, after.path);
  }
  const map = new Map<Parents, Parents>();
  for (const [container, counts] of votes) {
    let most = 0;
    for (const [later, count] of counts) {
      if (count <= most) continue;
      most = count;
      map.set(container, later);
    }
  }
  return map;
}
