import type { Change, ChangeLog } from '../../model/change-log.ts';
import type { Passage, Passages } from '../passages.ts';
import { heaviestRising } from '../spine.ts';
import { areInOneFrame } from './frames.ts';

/** One passage, or several that are shown as one change, in the marked-up version. */
export type Step =
  | { readonly kind: 'both'; readonly from: readonly number[]; readonly to: readonly number[]; readonly change: Change }
  | { readonly kind: 'gone'; readonly from: number; readonly change: Change | undefined }
  | { readonly kind: 'come'; readonly to: number; readonly change: Change | undefined };

// Blocks of these families have no place for marked words inside: both versions are shown whole.
const INDIVISIBLE: ReadonlySet<string> = new Set(['code', 'figure']);

interface Pairing {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly change: Change;
}

function inARow(orders: readonly number[]): boolean {
  return orders.every((order, index) => index === 0 || order === (orders[index - 1] ?? -2) + 1);
}

function canBeMarkedInside(from: Passage | undefined, to: Passage | undefined): boolean {
  if (!from || !to || from.family !== to.family || from.attribute !== to.attribute) return false;
  return !INDIVISIBLE.has(from.family) || from.key === to.key;
}

/** Passages that follow one another, with no words of a frame between them. */
function canBeOneBlock(orders: readonly number[], { passages }: Passages): boolean {
  return inARow(orders) && areInOneFrame(orders.flatMap((order) => passages[order] ?? []));
}

/** The part of a change that can be shown in one place. */
function pairingOf(change: Change, from: Passages, to: Passages): Pairing | undefined {
  const [froms, tos] = [change.from, change.to].map((refs) => refs.map((ref) => ref.order));
  const [first, target] = [froms?.[0], tos?.[0]];
  if (!froms || !tos || first === undefined || target === undefined || change.kind === 'moved') return undefined;
  if (!canBeMarkedInside(from.passages[first], to.passages[target])) return undefined;
  const oneToMany = froms.length === 1 && canBeOneBlock(tos, to);
  const manyToOne = tos.length === 1 && canBeOneBlock(froms, from);
  return oneToMany || manyToOne ? { from: froms, to: tos, change } : { from: [first], to: [target], change };
}

function changesByOrder(log: ChangeLog, side: 'from' | 'to'): Map<number, Change> {
  return new Map(log.changes.flatMap((change) => change[side].map((ref) => [ref.order, change] as const)));
}

/** Pairings that keep their order; the others are shown at both ends. */
function steadyPairings(log: ChangeLog, from: Passages, to: Passages): Pairing[] {
  const pairings = log.changes.flatMap((change) => pairingOf(change, from, to) ?? []);
  const byFrom = new Map(pairings.map((pairing) => [pairing.from[0] ?? -1, pairing] as const));
  const pairs = [...byFrom]
    .map(([first, pairing]) => [first, pairing.to[0] ?? -1] as const)
    .sort((a, b) => a[0] - b[0]);
  const weightOf = (first: number, target: number) =>
    1 + Math.min(from.passages[first]?.words ?? 0, to.passages[target]?.words ?? 0);
  return heaviestRising(pairs, weightOf).flatMap(([first]) => byFrom.get(first) ?? []);
}

/**
 * Puts the passages of both stages into one order that keeps the order of each.
 *
 * @param log the changes between them
 * @param from passages of the earlier stage
 * @param to passages of the later stage
 */
export function planSteps(log: ChangeLog, from: Passages, to: Passages): Step[] {
  const [byFrom, byTo] = [changesByOrder(log, 'from'), changesByOrder(log, 'to')];
  const steps: Step[] = [];
  let [nextFrom, nextTo] = [0, 0];
  const advance = (endFrom: number, endTo: number) => {
    for (; nextFrom < endFrom; nextFrom += 1)
      steps.push({ kind: 'gone', from: nextFrom, change: byFrom.get(nextFrom) });
    for (; nextTo < endTo; nextTo += 1) steps.push({ kind: 'come', to: nextTo, change: byTo.get(nextTo) });
  };
  for (const pairing of steadyPairings(log, from, to)) {
    const [first, target] = [pairing.from[0] ?? 0, pairing.to[0] ?? 0];
    if (first < nextFrom || target < nextTo) continue;
    advance(first, target);
    steps.push({ kind: 'both', ...pairing });
    [nextFrom, nextTo] = [first + pairing.from.length, target + pairing.to.length];
  }
  advance(from.passages.length, to.passages.length);
  return steps;
}
