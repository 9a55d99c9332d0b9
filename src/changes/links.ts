import type { Corpus } from './corpus.ts';

/** Stands in place of a link for a passage that is a further part of a split or merged one. */
export const PART = -2;

/** Which passage became which. Indices are places in reading order; -1 stands for none, -2 for a part. */
export interface Links {
  readonly to: Int32Array;
  readonly from: Int32Array;
  /** Further later passages that an earlier one was split into. */
  readonly splits: Map<number, number[]>;
  /** Further earlier passages that were merged into a later one. */
  readonly merges: Map<number, number[]>;
  /** Earlier and later passages whose equal id turned out to name unrelated texts. */
  readonly reusedFrom: Set<number>;
  readonly reusedTo: Set<number>;
  /** Links that rest on an id, not only on the words. */
  readonly byId: Set<number>;
}

/** A table without links. */
export function noLinks(corpus: Corpus): Links {
  return {
    to: new Int32Array(corpus.from.passages.length).fill(-1),
    from: new Int32Array(corpus.to.passages.length).fill(-1),
    splits: new Map(),
    merges: new Map(),
    reusedFrom: new Set(),
    reusedTo: new Set(),
    byId: new Set(),
  };
}

/** Links two passages that are both free. */
export function link(links: Links, from: number, to: number): void {
  links.to[from] = to;
  links.from[to] = from;
}

/** Takes a link away. */
export function unlink(links: Links, from: number): void {
  const to = links.to[from] ?? -1;
  if (to >= 0) links.from[to] = -1;
  links.to[from] = -1;
}

/** True while neither is linked, whether alone or as a part. */
export function bothFree(links: Links, from: number, to: number): boolean {
  return links.to[from] === -1 && links.from[to] === -1;
}

/** The links as pairs, in order of the earlier stage. */
export function linkedPairs(links: Links): [number, number][] {
  const pairs: [number, number][] = [];
  links.to.forEach((to, from) => {
    if (to >= 0) pairs.push([from, to]);
  });
  return pairs;
}

/** The passages of a side that are not linked. */
export function free(linked: Int32Array): number[] {
  return Array.from(linked.keys()).filter((index) => linked[index] === -1);
}

/** True for a passage that is a part, or has parts. */
export function isDivided(links: Links, from: number, to: number): boolean {
  if (links.to[from] === PART || links.from[to] === PART) return true;
  return (
    [from, links.from[to] ?? -1].some((whole) => links.splits.has(whole)) ||
    [to, links.to[from] ?? -1].some((whole) => links.merges.has(whole))
  );
}
