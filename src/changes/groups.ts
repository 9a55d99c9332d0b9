import { movedToAnotherFile } from './files.ts';
import type { Matching } from './match-passages.ts';

/** Passages of both stages that make up one change. */
export interface Group {
  /** In reading order. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** True where it stands elsewhere among its neighbours than it did. */
  readonly moved: boolean;
}

function sorted(first: number, others: readonly number[] | undefined): number[] {
  return [first, ...(others ?? [])].sort((a, b) => a - b);
}

function groupsByTo(matching: Matching): Map<number, Group> {
  const { links, spine } = matching;
  const leftItsFile = movedToAnotherFile(matching);
  const groups = new Map<number, Group>();
  links.to.forEach((to, from) => {
    if (to < 0) return;
    const group: Group = {
      from: sorted(from, links.merges.get(to)),
      to: sorted(to, links.splits.get(from)),
      moved: !spine.isOn(from) || leftItsFile(from, to),
    };
    for (const member of group.to) groups.set(member, group);
  });
  return groups;
}

/**
 * All changes in reading order of the later stage; what is gone stands where it stood.
 *
 * @param matching which passage became which
 */
export function groupChanges(matching: Matching): Group[] {
  const { links, spine } = matching;
  const byTo = groupsByTo(matching);
  const pieces = new Set([...links.merges.values()].flat());
  const done = new Set<Group>();
  const groups: Group[] = [];
  let [nextFrom, nextTo] = [0, 0];
  for (const [from, to] of [...spine.pairs, [links.to.length, links.from.length] as const]) {
    for (; nextFrom < from; nextFrom += 1) {
      const gone = links.to[nextFrom] === -1 && !pieces.has(nextFrom);
      if (gone) groups.push({ from: [nextFrom], to: [], moved: false });
    }
    for (; nextTo <= to && nextTo < links.from.length; nextTo += 1) {
      const group = byTo.get(nextTo) ?? { from: [], to: [nextTo], moved: false };
      if (!done.has(group)) groups.push(group);
      done.add(group);
    }
    nextFrom = from + 1;
  }
  return groups;
}

/** Names runs of neighbours that moved together: `m1`, `m2` … for every group that is part of such a run. */
export function nameMoves(groups: readonly Group[]): Map<Group, string> {
  const names = new Map<Group, string>();
  let runs = 0;
  groups.forEach((group, index) => {
    const previous = groups[index - 1];
    if (!previous?.moved || !group.moved || !follows(previous, group)) return;
    const known = names.get(previous);
    if (known === undefined) runs += 1;
    names.set(previous, known ?? `m${runs}`);
    names.set(group, known ?? `m${runs}`);
  });
  return names;
}

function follows(previous: Group, next: Group): boolean {
  return (previous.from.at(-1) ?? -2) + 1 === next.from[0] && (previous.to.at(-1) ?? -2) + 1 === next.to[0];
}
