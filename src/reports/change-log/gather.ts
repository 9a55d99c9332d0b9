import type { Change } from '../../model/change-log.ts';

/** Changes that are told in one entry: one, or neighbours of which the same is to be said. */
export type Entry = readonly [Change, ...Change[]];

/** Whether a passage only moved, or it and its neighbours did. */
export function isPlainMove({ kind, words }: Change): boolean {
  return kind === 'moved' && words.every((run) => run.kind === 'kept');
}

/** Neighbours that moved together without a word changed. */
function movedTogether(before: Change, change: Change): boolean {
  return change.group !== undefined && change.group === before.group && isPlainMove(before) && isPlainMove(change);
}

/** Neighbours that came or went together, of which nothing else is to be said. */
function cameOrWentTogether(before: Change, change: Change): boolean {
  if (before.kind !== change.kind || (change.kind !== 'added' && change.kind !== 'deleted')) return false;
  const [ref, last] = [change.to[0] ?? change.from[0], before.to[0] ?? before.from[0]];
  if (ref === undefined || last === undefined || ref.file !== last.file || ref.order !== last.order + 1) return false;
  return [before, change].every(({ sentences, overruled }) => !sentences && !overruled) && sayTheSame(before, change);
}

function sayTheSame(a: Change, b: Change): boolean {
  const said = ({ flags, severity, seen, reasons }: Change) => JSON.stringify([flags, severity, seen, reasons]);
  return said(a) === said(b);
}

/**
 * Gathers what is told together.
 *
 * @param changes of one section, in reading order
 */
export function gatherEntries(changes: readonly Change[]): Entry[] {
  const entries: [Change, ...Change[]][] = [];
  for (const change of changes) {
    const open = entries.at(-1);
    const before = open?.at(-1);
    if (before && (movedTogether(before, change) || cameOrWentTogether(before, change))) open?.push(change);
    else entries.push([change]);
  }
  return entries;
}
