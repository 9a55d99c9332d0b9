/** Which paragraphs of two versions of a few belong together. */
import type { Told } from './units.ts';
import { bagOf, likeness, shared } from './word-keys.ts';

/** Paragraphs that are one and the same thing in two versions; either side can be empty. */
export interface ToldPair<From extends Told> {
  readonly from: readonly From[];
  readonly to: readonly Told[];
}

/** Share of the words of a paragraph that must stand in one of several to be that one. */
const MOSTLY = 0.7;
/** Likeness below which two paragraphs are not one and the same. */
const ALIKE = 0.3;

/**
 * Pairs the paragraphs of two versions that differ: edited, split, merged, new, or gone. Those that are the same are left out.
 *
 * @param from As they were.
 * @param to As they are proposed.
 */
export function pairTold<From extends Told>(from: readonly From[], to: readonly Told[]): readonly ToldPair<From>[] {
  const pairs: ToldPair<From>[] = [];
  let [start, begin] = [0, 0];
  const same = commonOf(from, to);
  for (const [at, other] of [...same, [from.length, to.length] as const]) {
    pairs.push(...between(from.slice(start, at), to.slice(begin, other)));
    [start, begin] = [at + 1, other + 1];
  }
  return pairs;
}

/** Places of paragraphs with the same words, in order. */
function commonOf(from: readonly Told[], to: readonly Told[]): readonly (readonly [number, number])[] {
  const common: [number, number][] = [];
  let next = 0;
  from.forEach(({ words }, at) => {
    const found = to.findIndex((one, other) => other >= next && one.words === words);
    if (found === -1) return;
    common.push([at, found]);
    next = found + 1;
  });
  return common;
}

function between<From extends Told>(from: readonly From[], to: readonly Told[]): ToldPair<From>[] {
  if (from.length === 0) return to.map((one) => ({ from: [], to: [one] }));
  if (to.length === 0) return from.map((one) => ({ from: [one], to: [] }));
  if (from.length === 1 && to.length === 1) return [{ from, to }];
  if (from.length === 1) return oneToMany(from, to);
  if (to.length === 1) return manyToOne(from, to);
  return manyToMany(from, to);
}

function oneToMany<From extends Told>(from: readonly From[], to: readonly Told[]): ToldPair<From>[] {
  const whole = mostlyIn(from[0], to);
  if (whole === undefined) return [{ from, to }];
  return to.map((one) => (one === whole ? { from, to: [one] } : { from: [], to: [one] }));
}

function manyToOne<From extends Told>(from: readonly From[], to: readonly Told[]): ToldPair<From>[] {
  const whole = mostlyIn(to[0], from);
  if (whole === undefined) return [{ from, to }];
  return from.map((one) => (one === whole ? { from: [one], to } : { from: [one], to: [] }));
}

/** The one of several that holds most of the words of another. */
function mostlyIn<Item extends Told>(of: Told | undefined, several: readonly Item[]): Item | undefined {
  const bag = bagOf(of?.words ?? '');
  return several.find((one) => shared(bag, bagOf(one.words)) >= MOSTLY * bag.size);
}

function manyToMany<From extends Told>(from: readonly From[], to: readonly Told[]): ToldPair<From>[] {
  const pairs: ToldPair<From>[] = [];
  let next = 0;
  for (const one of from) {
    const bag = bagOf(one.words);
    const found = to.findIndex((other, at) => at >= next && likeness(bag, bagOf(other.words)) >= ALIKE);
    if (found === -1) {
      pairs.push({ from: [one], to: [] });
      continue;
    }
    for (const added of to.slice(next, found)) pairs.push({ from: [], to: [added] });
    const match = to[found];
    pairs.push({ from: [one], to: match === undefined ? [] : [match] });
    next = found + 1;
  }
  return [...pairs, ...to.slice(next).map((one) => ({ from: [], to: [one] }))];
}
