import { readBackground, saysMore } from './background.ts';
import { type Candidate, findCandidates, readStretches } from './candidates.ts';
import { type Corpus, likeness } from './corpus.ts';
import { isReused } from './in-order.ts';
import { bothFree, free, type Links, link, linkedPairs } from './links.ts';
import { findGaps, findSpine } from './spine.ts';

/** How alike two passages must be that stand in different places: less where no other is nearly as like. */
const NEEDED = { elsewhere: 0.55, unrivalled: 0.25, besideLink: 0.4, besideEdge: 0.25 } as const;
// How much more like its counterpart a passage must be than its next rival to count as unrivalled.
const MARGIN = 0.12;
// Shorter passages that only resemble each other never count as moved.
const FEWEST_WORDS_ELSEWHERE = 6;
const FEWEST_WORDS_UNRIVALLED = 10;
const BONUS = { inPlace: 0.12, type: 0.04, heading: 0.05 } as const;

interface Ranked extends Candidate {
  readonly rank: number;
}

function rankCandidate(corpus: Corpus, candidate: Candidate): Ranked {
  const [a, b] = [corpus.from.passages[candidate.from], corpus.to.passages[candidate.to]];
  let rank = candidate.likeness + (candidate.inPlace ? BONUS.inPlace : 0);
  if (a?.type === b?.type) rank += BONUS.type;
  if (a?.heading === b?.heading) rank += BONUS.heading;
  return { ...candidate, rank };
}

/** The two best likenesses of each passage. */
function rivalsOf(candidates: readonly Candidate[], side: 'from' | 'to'): Map<number, readonly [number, number]> {
  const best = new Map<number, readonly [number, number]>();
  for (const candidate of candidates) {
    const [first, second] = best.get(candidate[side]) ?? [0, 0];
    const { likeness: value } = candidate;
    best.set(candidate[side], value > first ? [value, first] : [first, Math.max(second, value)]);
  }
  return best;
}

/** Whether a pair is far more like each other than either is like anything else. */
function rivalry(candidates: readonly Candidate[]): (candidate: Candidate) => boolean {
  const [froms, tos] = [rivalsOf(candidates, 'from'), rivalsOf(candidates, 'to')];
  const stands = (value: number, [first, second]: readonly [number, number]) =>
    value === first && value - second >= MARGIN;
  return ({ from, to, likeness: value }) =>
    stands(value, froms.get(from) ?? [0, 0]) && stands(value, tos.get(to) ?? [0, 0]);
}

function isEnough(corpus: Corpus, candidate: Candidate, isUnrivalled: (candidate: Candidate) => boolean): boolean {
  const [a, b] = [corpus.from.passages[candidate.from]?.words ?? 0, corpus.to.passages[candidate.to]?.words ?? 0];
  const words = Math.min(a, b);
  if (words >= FEWEST_WORDS_ELSEWHERE && candidate.likeness >= NEEDED.elsewhere) return true;
  if (words < FEWEST_WORDS_UNRIVALLED || candidate.likeness < NEEDED.unrivalled) return false;
  return isUnrivalled(candidate);
}

/** Takes the best links first; ties go to what stands nearer the front of both stages. */
function takeBest(corpus: Corpus, links: Links, candidates: readonly Candidate[], how: 'sure' | 'likely'): void {
  const isUnrivalled = how === 'sure' ? () => false : rivalry(candidates);
  const sorted = candidates
    .filter((candidate) => isEnough(corpus, candidate, isUnrivalled))
    .map((candidate) => rankCandidate(corpus, candidate))
    .sort((a, b) => b.rank - a.rank || a.from - b.from || a.to - b.to);
  const background = readBackground(corpus, {
    from: sorted.map(({ from }) => from),
    to: sorted.map(({ to }) => to),
  });
  for (const candidate of sorted) {
    const { from, to } = candidate;
    if (isReused(corpus, links, candidate) || !bothFree(links, from, to)) continue;
    if (saysMore(candidate.likeness, background.of(from, to))) link(links, from, to);
  }
}

/**
 * Links passages that moved and were edited: alike in their words wherever they stand.
 *
 * @param corpus both stages
 * @param links where links are added
 * @param how `likely` takes passages that are less alike as well, where nothing else is nearly as like
 */
export function linkElsewhere(corpus: Corpus, links: Links, how: 'sure' | 'likely'): void {
  const gaps = findGaps(links, findSpine(corpus, links));
  const stretches = readStretches(gaps, { from: links.to.length, to: links.from.length });
  const unlinked = { from: free(links.to), to: free(links.from) };
  takeBest(corpus, links, findCandidates(corpus, unlinked, stretches), how);
}

function resembles(corpus: Corpus, links: Links, from: number, to: number, needed: number): boolean {
  const inside = from >= 0 && to >= 0 && from < links.to.length && to < links.from.length;
  if (!inside || !bothFree(links, from, to)) return false;
  if (corpus.from.passages[from]?.family !== corpus.to.passages[to]?.family) return false;
  return likeness(corpus, from, to) >= needed;
}

/**
 * Links neighbours of links that resemble each other, as far as they do: what moved and was edited moves with its
 * section, and what stands a thousand times is told apart by what it stands beside. The ends of the text count as links.
 *
 * @param corpus both stages
 * @param links where links are added
 */
export function extendLike(corpus: Corpus, links: Links): void {
  const ends: [number, number][] = [
    [-1, -1],
    [links.to.length, links.from.length],
  ];
  for (const [from, to] of [...ends, ...linkedPairs(links)]) {
    for (const step of [1, -1]) {
      let [nextFrom, nextTo] = [from + step, to + step];
      const enclosed = () => links.to[nextFrom + step] === nextTo + step;
      while (resembles(corpus, links, nextFrom, nextTo, enclosed() ? NEEDED.besideEdge : NEEDED.besideLink)) {
        link(links, nextFrom, nextTo);
        [nextFrom, nextTo] = [nextFrom + step, nextTo + step];
      }
    }
  }
}

/**
 * A free heading between the same neighbours on both sides is the same heading, retitled.
 *
 * @param corpus both stages
 * @param links where links are added
 */
export function linkLoneHeadings(corpus: Corpus, links: Links): void {
  for (const gap of findGaps(links, findSpine(corpus, links))) {
    const headings = (passages: Corpus['from'], indices: readonly number[]) =>
      indices.filter((index) => passages.passages[index]?.type === 'heading');
    const [earlier, later] = [headings(corpus.from, gap.from), headings(corpus.to, gap.to)];
    const [from, to] = [earlier[0], later[0]];
    if (earlier.length !== 1 || later.length !== 1 || from === undefined || to === undefined) continue;
    const follows = links.to[from + 1] === to + 1 || (gap.from.length === 1 && gap.to.length === 1);
    if (follows) link(links, from, to);
  }
}
