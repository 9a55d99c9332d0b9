import { type Candidate, findCandidates, judge } from './candidates.ts';
import { type Corpus, likeness } from './corpus.ts';
import { bothFree, type Links, link, linkedPairs } from './links.ts';
import { placeLikeness } from './place-likeness.ts';
import { findGaps, findSpine, type Gap } from './spine.ts';

/** How alike two passages must be to be called one: less where nothing stands between them and the place they had. */
const NEEDED = { inPlace: 0.3, elsewhere: 0.55, besideLink: 0.4 } as const;
// Shorter passages that only resemble each other never count as moved.
const FEWEST_WORDS_ELSEWHERE = 6;
// Gaps up to this many pairs are compared pair by pair, so that short passages without rare words are seen.
const SMALL_GAP = 400;
const BONUS = { inPlace: 0.12, type: 0.04, heading: 0.05 } as const;

interface Ranked extends Candidate {
  readonly rank: number;
  readonly inPlace: boolean;
}

/** For each passage of a side the number of the gap it is free in; -1 where it is in none. */
function gapNumbers(gaps: readonly Gap[], side: 'from' | 'to', size: number): Int32Array {
  const numbers = new Int32Array(size).fill(-1);
  gaps.forEach((gap, number) => {
    for (const index of gap[side]) numbers[index] = number;
  });
  return numbers;
}

function rankCandidate(corpus: Corpus, found: Candidate, inPlace: boolean): Ranked {
  const candidate = inPlace ? { ...found, likeness: placeLikeness(corpus, found) } : found;
  const [a, b] = [corpus.from.passages[candidate.from], corpus.to.passages[candidate.to]];
  let rank = candidate.likeness + (inPlace ? BONUS.inPlace : 0);
  if (a?.type === b?.type) rank += BONUS.type;
  if (a?.heading === b?.heading) rank += BONUS.heading;
  return { ...candidate, rank, inPlace };
}

function isEnough(corpus: Corpus, candidate: Ranked): boolean {
  if (candidate.inPlace) return candidate.likeness >= NEEDED.inPlace;
  const words = Math.min(
    corpus.from.passages[candidate.from]?.words ?? 0,
    corpus.to.passages[candidate.to]?.words ?? 0,
  );
  return words >= FEWEST_WORDS_ELSEWHERE && candidate.likeness >= NEEDED.elsewhere;
}

function pairsInGap(corpus: Corpus, gap: Gap): Candidate[] {
  if (gap.from.length * gap.to.length > SMALL_GAP) return [];
  return gap.from.flatMap((from) => gap.to.flatMap((to) => judge(corpus, from, to) ?? []));
}

function free(linked: Int32Array): number[] {
  return Array.from(linked.keys()).filter((index) => linked[index] === -1);
}

/** Takes the best links first; ties go to what stands nearer the front of both stages. */
function takeBest(corpus: Corpus, links: Links, candidates: readonly Ranked[]): void {
  const sorted = [...candidates].sort((a, b) => b.rank - a.rank || a.from - b.from || a.to - b.to);
  for (const candidate of sorted) {
    const { from, to } = candidate;
    if (links.reusedFrom.has(from) && links.reusedTo.has(to) && sameId(corpus, from, to)) continue;
    if (bothFree(links, from, to) && isEnough(corpus, candidate)) link(links, from, to);
  }
}

function sameId(corpus: Corpus, from: number, to: number): boolean {
  return corpus.from.passages[from]?.id === corpus.to.passages[to]?.id;
}

function resembles(corpus: Corpus, links: Links, from: number, to: number): boolean {
  const inside = from >= 0 && to >= 0 && from < links.to.length && to < links.from.length;
  if (!inside || !bothFree(links, from, to) || !judge(corpus, from, to)) return false;
  return likeness(corpus, from, to) >= NEEDED.besideLink;
}

/**
 * Links neighbours of links that resemble each other, as far as they do: what moved and was edited moves with its
 * section, and what stands a thousand times is told apart by what it stands beside. The ends of the text count as links.
 */
function extendLike(corpus: Corpus, links: Links): void {
  const ends: [number, number][] = [
    [-1, -1],
    [links.to.length, links.from.length],
  ];
  for (const [from, to] of [...ends, ...linkedPairs(links)]) {
    for (const step of [1, -1]) {
      let [nextFrom, nextTo] = [from + step, to + step];
      while (resembles(corpus, links, nextFrom, nextTo)) {
        link(links, nextFrom, nextTo);
        [nextFrom, nextTo] = [nextFrom + step, nextTo + step];
      }
    }
  }
}

/** A free heading between the same neighbours on both sides is the same heading, retitled. */
function linkLoneHeadings(corpus: Corpus, links: Links): void {
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

/**
 * Links edited passages: alike in their words, and the more readily the nearer they stand to where they stood.
 *
 * @param corpus both stages
 * @param links where links are added
 */
export function linkFuzzy(corpus: Corpus, links: Links): void {
  const gaps = findGaps(links, findSpine(corpus, links));
  const [gapOfFrom, gapOfTo] = [gapNumbers(gaps, 'from', links.to.length), gapNumbers(gaps, 'to', links.from.length)];
  const found = [
    ...findCandidates(corpus, free(links.to), free(links.from)),
    ...gaps.flatMap((gap) => pairsInGap(corpus, gap)),
  ];
  const ranked = found.map((candidate) => {
    const gap = gapOfFrom[candidate.from] ?? -1;
    return rankCandidate(corpus, candidate, gap >= 0 && gap === gapOfTo[candidate.to]);
  });
  takeBest(corpus, links, ranked);
  extendLike(corpus, links);
  linkLoneHeadings(corpus, links);
}
