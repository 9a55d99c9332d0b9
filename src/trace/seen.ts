import type { Change, ChangeLog, PassageRef, StageRef } from '../model/change-log.ts';

/** What tells how passages stood in the stage that a reviewer saw. */
export interface SeenLogs {
  /** From the earlier stage to the one that was seen. */
  readonly before: ChangeLog;
  /** From the one that was seen to the later stage. */
  readonly after: ChangeLog;
  readonly stage: StageRef;
}

/**
 * Tells of every change whether a reviewer saw it: who read a stage between the two wants to know what is new to them.
 *
 * A passage that was changed and changed back is no change between the two stages, but is one to the reviewer: it keeps
 * its kind `unchanged` and is marked as well.
 *
 * @param log from the earlier to the later stage
 * @param logs to and from the stage that was seen
 */
export function withSeen(log: ChangeLog, { before, after, stage }: SeenLogs): ChangeLog {
  const sides: Sides = {
    same: { from: orders(before, isSame, 'from'), to: orders(after, isSame, 'to') },
    gone: orders(before, ({ kind }) => kind === 'deleted', 'from'),
    come: orders(after, ({ kind }) => kind === 'added', 'to'),
  };
  const limits = [...new Set([...log.limits, ...before.limits, ...after.limits])];
  return { ...log, limits, seen: stage, changes: log.changes.map((change) => judge(change, sides)) };
}

interface Sides {
  /** Passages whose words are those of the stage that was seen. */
  readonly same: { readonly from: ReadonlySet<number>; readonly to: ReadonlySet<number> };
  /** Passages of the earlier stage that were gone when the reviewer read. */
  readonly gone: ReadonlySet<number>;
  /** Passages of the later stage that were not there yet. */
  readonly come: ReadonlySet<number>;
}

function isSame({ kind, words }: Change): boolean {
  return kind === 'unchanged' || (kind === 'moved' && words.every((run) => run.kind === 'kept'));
}

function orders({ changes }: ChangeLog, holds: (change: Change) => boolean, side: 'from' | 'to'): ReadonlySet<number> {
  return new Set(changes.filter(holds).flatMap((change) => change[side].map(({ order }) => order)));
}

function all(refs: readonly PassageRef[], known: ReadonlySet<number>): boolean {
  return refs.every(({ order }) => known.has(order));
}

function judge(change: Change, { same, gone, come }: Sides): Change {
  const { kind, from, to } = change;
  const asNow = to.length === 0 ? all(from, gone) : all(to, same.to);
  if (kind === 'unchanged') return asNow ? change : { ...change, seen: 'otherwise' };
  const asBefore = from.length === 0 ? all(to, come) : all(from, same.from);
  return { ...change, seen: asNow ? 'as-now' : asBefore ? 'as-before' : 'otherwise' };
}
