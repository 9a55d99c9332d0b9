import { diff } from 'fast-myers-diff';

/** A stretch that differs: `[aStart, aEnd)` of the first is replaced by `[bStart, bEnd)` of the second. */
export type Edit = readonly [aStart: number, aEnd: number, bStart: number, bEnd: number];

/** The differences of two sequences; `limited` where they were too large to compare in full. */
export interface SequenceDiff {
  readonly edits: readonly Edit[];
  readonly limited: boolean;
}

// Above this product of lengths the exact comparison could take seconds.
const LARGEST_AREA = 9_000_000;
// A rare sign or word only cuts a large comparison in two when its neighbourhood agrees as well.
const ANCHOR_LENGTH = 4;

type Numbers = Int32Array;

function exactEdits(a: Numbers, b: Numbers, shiftA: number, shiftB: number): Edit[] {
  const edits: Edit[] = [];
  for (const [aStart, aEnd, bStart, bEnd] of diff(a, b)) {
    edits.push([aStart + shiftA, aEnd + shiftA, bStart + shiftB, bEnd + shiftB]);
  }
  return edits;
}

function shingles(values: Numbers): Map<string, number> {
  const places = new Map<string, number>();
  for (let index = 0; index + ANCHOR_LENGTH <= values.length; index += 1) {
    const shingle = values.subarray(index, index + ANCHOR_LENGTH).join(' ');
    places.set(shingle, places.has(shingle) ? -1 : index);
  }
  return places;
}

/** Longest run of anchors whose places rise in both sequences. */
function risingAnchors(anchors: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tails: number[] = [];
  const before = new Int32Array(anchors.length).fill(-1);
  anchors.forEach(([, b], index) => {
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((anchors[tails[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const rising: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor) rising.push(anchor);
  }
  return rising.reverse();
}

/** Sequences too large for an exact comparison, cut at stretches that stand once in both. */
function anchoredEdits(a: Numbers, b: Numbers): SequenceDiff {
  const places = shingles(b);
  const anchors: (readonly [number, number])[] = [];
  for (const [shingle, at] of shingles(a)) {
    const other = places.get(shingle) ?? -1;
    if (at >= 0 && other >= 0) anchors.push([at, other]);
  }
  anchors.sort((left, right) => left[0] - right[0]);
  const edits: Edit[] = [];
  let limited = false;
  let [nextA, nextB] = [0, 0];
  for (const [endA, endB] of [...risingAnchors(anchors), [a.length, b.length] as const]) {
    if (endA < nextA || endB < nextB) continue;
    const [partA, partB] = [a.subarray(nextA, endA), b.subarray(nextB, endB)];
    if (partA.length * partB.length > LARGEST_AREA) {
      limited = true;
      edits.push([nextA, endA, nextB, endB]);
    } else edits.push(...exactEdits(partA, partB, nextA, nextB));
    [nextA, nextB] = [endA, endB];
  }
  return { edits: joinTouching(edits), limited };
}

function joinTouching(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last && last[1] === edit[0] && last[3] === edit[2])
      joined[joined.length - 1] = [last[0], edit[1], last[2], edit[3]];
    else if (edit[0] < edit[1] || edit[2] < edit[3]) joined.push(edit);
  }
  return joined;
}

/**
 * The differences of two sequences of integers: exact while that is cheap, else cut at stretches that stand once in both.
 *
 * @param a the earlier sequence
 * @param b the later sequence
 */
export function diffSequences(a: Numbers, b: Numbers): SequenceDiff {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let tail = 0;
  const room = Math.min(a.length, b.length) - start;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const [innerA, innerB] = [a.subarray(start, a.length - tail), b.subarray(start, b.length - tail)];
  if (innerA.length === 0 && innerB.length === 0) return { edits: [], limited: false };
  const found =
    innerA.length * innerB.length <= LARGEST_AREA
      ? { edits: exactEdits(innerA, innerB, 0, 0), limited: false }
      : anchoredEdits(innerA, innerB);
  const moved = found.edits.map((edit): Edit => [edit[0] + start, edit[1] + start, edit[2] + start, edit[3] + start]);
  return { edits: moved, limited: found.limited };
}

/** How many members two sequences have in common, in order. */
export function commonLength(a: Numbers, b: Numbers): number {
  return a.length - diffSequences(a, b).edits.reduce((sum, edit) => sum + edit[1] - edit[0], 0);
}
