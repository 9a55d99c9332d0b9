import { type Background, readBackground } from './background.ts';
import { type Candidate, findCandidates, judge, readStretches } from './candidates.ts';
import { type Corpus, containment, type Side, wordLikeness } from './corpus.ts';
import { bothFree, free, type Links, link, linkedPairs } from './links.ts';
import { placeLikeness } from './place-likeness.ts';
import { findGaps, findSpine, type Gap, heaviestRising } from './spine.ts';

/** How alike two passages must be that stand in one place: less for each time that what lies around them is sure. */
const NEEDED = { first: 0.3, again: 0.25, alone: 0.24, near: 0.26 } as const;
// As like as this, no other passage needs to be looked at.
const SURE = 0.6;
// What a longer passage beside it holds to this extent may have been put together with it.
const HELD = 0.5;
// How far on either side of a link its neighbours are looked for, where some were put in or taken out between.
const NEIGHBOURS = 3;
// A heading that became text, or text that became a heading, has to be the more alike.
const AS_HEADING = 0.7;
// Gaps up to this many pairs are compared pair by pair, so that short passages without rare words are seen.
const SMALL_GAP = 900;
// A passage that is so much more like another one elsewhere has moved there.
const BETTER_ELSEWHERE = 0.22;
const BONUS = { type: 0.04, heading: 0.05 } as const;
// Words alone say less than words and their neighbours: what two passages of one subject share by chance is taken off.
const WORDS_COUNT = 0.8;
// Below this many words, passages share words by chance.
const FEWEST_WORDS_ALONE = 4;

/** A possible link in place. */
interface Placed extends Candidate {
  /** How well the two fit one place, from 0 to 1. */
  readonly fit: number;
  readonly weight: number;
}

function pairsInGap(corpus: Corpus, gap: Gap, stretches: ReturnType<typeof readStretches>): Candidate[] {
  if (gap.from.length * gap.to.length > SMALL_GAP) return [];
  return gap.from.flatMap((from) => gap.to.flatMap((to) => judge(corpus, from, to, stretches) ?? []));
}

function wordsOf(corpus: Corpus, { from, to }: Candidate): number {
  return Math.min(corpus.from.passages[from]?.words ?? 0, corpus.to.passages[to]?.words ?? 0);
}

function fitOf(corpus: Corpus, candidate: Candidate): number {
  const { from, to } = candidate;
  const byWords = wordsOf(corpus, candidate) >= FEWEST_WORDS_ALONE ? WORDS_COUNT * wordLikeness(corpus, from, to) : 0;
  const headings = [corpus.from.passages[from]?.type, corpus.to.passages[to]?.type].filter(
    (type) => type === 'heading',
  );
  return Math.max(placeLikeness(corpus, candidate), byWords) * (headings.length === 1 ? AS_HEADING : 1);
}

function place(corpus: Corpus, candidate: Candidate): Placed {
  const fit = fitOf(corpus, candidate);
  const [a, b] = [corpus.from.passages[candidate.from], corpus.to.passages[candidate.to]];
  const bonus = (a?.type === b?.type ? BONUS.type : 0) + (a?.heading === b?.heading ? BONUS.heading : 0);
  return { ...candidate, fit, weight: (fit * fit + bonus * fit) * Math.sqrt(1 + wordsOf(corpus, candidate)) };
}

/** How like its best counterpart each passage of both stages is, wherever that stands. */
function bestAnywhere(candidates: readonly Candidate[]): { from: Map<number, number>; to: Map<number, number> } {
  const best = { from: new Map<number, number>(), to: new Map<number, number>() };
  for (const { from, to, likeness } of candidates) {
    best.from.set(from, Math.max(best.from.get(from) ?? 0, likeness));
    best.to.set(to, Math.max(best.to.get(to) ?? 0, likeness));
  }
  return best;
}

/** The heaviest selection of candidates that keep their order. */
function takeRising(candidates: readonly Placed[]): Placed[] {
  const byPair = new Map(candidates.map((candidate) => [`${candidate.from} ${candidate.to}`, candidate] as const));
  // Of one passage's candidates the later ones come first, so that two of them never follow each other.
  const pairs = [...byPair.values()].sort((a, b) => a.from - b.from || b.to - a.to);
  const weightOf = (from: number, to: number) => byPair.get(`${from} ${to}`)?.weight ?? 0;
  return heaviestRising(
    pairs.map(({ from, to }) => [from, to] as const),
    weightOf,
  ).flatMap(([from, to]) => byPair.get(`${from} ${to}`) ?? []);
}

/** How much of a passage a longer one holds that stands where it may have been put in, or taken out; 0 where none does. */
function heldBeside(corpus: Corpus, links: Links, { from, to }: Candidate): number {
  const wholes = (side: Side, words: number, places: readonly number[]) =>
    places.filter((place) => (side.passages[place]?.words ?? 0) > words);
  const [before, after] = [corpus.from.passages[from]?.words ?? 0, corpus.to.passages[to]?.words ?? 0];
  const later = [links.to[from - 1] ?? -1, links.to[from + 1] ?? -1, to - 1, to + 1];
  const earlier = [links.from[to - 1] ?? -1, links.from[to + 1] ?? -1, from - 1, from + 1];
  return Math.max(
    0,
    ...wholes(corpus.to, before, later).map((whole) => containment(corpus, from, whole)),
    ...wholes(corpus.from, after, earlier).map((whole) => containment(corpus, whole, to)),
  );
}

/** Pairs that are more like each other than passages of this text are that have nothing to do with each other. */
function aboveBackground(corpus: Corpus, placed: readonly Placed[]): Placed[] {
  const weak = placed.filter(({ fit }) => fit < SURE);
  const background = readBackground(corpus, { from: weak.map(({ from }) => from), to: weak.map(({ to }) => to) });
  return placed.filter(({ from, to, fit }) => fit >= SURE || fit > background.of(from, to));
}

/** Pairs of which neither passage is held by a longer one beside the other, as what was put together is. */
function asWholes(corpus: Corpus, links: Links, placed: readonly Placed[]): Placed[] {
  return placed.filter((pair) => {
    if (pair.fit >= SURE) return true;
    const held = heldBeside(corpus, links, pair);
    return held < HELD || held - pair.fit < BETTER_ELSEWHERE;
  });
}

function linkOnce(corpus: Corpus, links: Links, time: 'first' | 'again'): void {
  const gaps = findGaps(links, findSpine(corpus, links));
  const stretches = readStretches(gaps, { from: links.to.length, to: links.from.length });
  const found = [
    ...findCandidates(corpus, { from: free(links.to), to: free(links.from) }, stretches),
    ...gaps.flatMap((gap) => pairsInGap(corpus, gap, stretches)),
  ];
  const best = bestAnywhere(found);
  const sound = found.flatMap((candidate) => {
    if (!candidate.inPlace || isReused(corpus, links, candidate)) return [];
    const placed = place(corpus, candidate);
    const elsewhere = Math.max(best.from.get(candidate.from) ?? 0, best.to.get(candidate.to) ?? 0);
    return placed.fit >= NEEDED[time] && elsewhere - placed.fit < BETTER_ELSEWHERE ? [placed] : [];
  });
  const sure = time === 'first' ? asWholes(corpus, links, aboveBackground(corpus, sound)) : sound;
  for (const { from, to } of takeRising(sure)) if (bothFree(links, from, to)) link(links, from, to);
}

/** Whether the two share an id that was found to name different texts. */
export function isReused(corpus: Corpus, links: Links, { from, to }: Pick<Candidate, 'from' | 'to'>): boolean {
  const same = corpus.from.passages[from]?.id === corpus.to.passages[to]?.id;
  return same && links.reusedFrom.has(from) && links.reusedTo.has(to);
}

/** A passage alone between the same neighbours needs the least to be called the same. */
function linkAlone(corpus: Corpus, links: Links): void {
  const gaps = findGaps(links, findSpine(corpus, links));
  const stretches = readStretches(gaps, { from: links.to.length, to: links.from.length });
  for (const gap of gaps) {
    const [from, to] = [gap.from[0], gap.to[0]];
    if (gap.from.length !== 1 || gap.to.length !== 1 || from === undefined || to === undefined) continue;
    const candidate = judge(corpus, from, to, stretches);
    const alike = corpus.from.passages[from]?.type === corpus.to.passages[to]?.type;
    if (!candidate || !alike || isReused(corpus, links, candidate)) continue;
    if (fitOf(corpus, candidate) >= NEEDED.alone) link(links, from, to);
  }
}

/** The free pair beside a link that fits best, on one of its sides. */
function bestNeighbour(
  corpus: Corpus,
  links: Links,
  pair: readonly [number, number],
  { step, background }: { step: 1 | -1; background: Background },
): Candidate | undefined {
  const gaps = { gapOfFrom: new Int32Array(), gapOfTo: new Int32Array(), expected: new Float64Array() };
  let best: Candidate | undefined;
  let most: number = NEEDED.near;
  for (let i = 1; i <= NEIGHBOURS; i += 1) {
    for (let j = 1; j <= NEIGHBOURS; j += 1) {
      const [from, to] = [pair[0] + i * step, pair[1] + j * step];
      if (!bothFree(links, from, to)) continue;
      const candidate = judge(corpus, from, to, gaps);
      const fit = candidate && !isReused(corpus, links, candidate) ? fitOf(corpus, candidate) : 0;
      if (candidate && fit > most && fit > background.of(from, to)) [best, most] = [candidate, fit];
    }
  }
  return best;
}

/**
 * Links passages that stand near a link on both sides: what moved takes its neighbours with it, though some were put in
 * or taken out between them.
 *
 * @param corpus both stages
 * @param links where links are added
 */
export function linkNear(corpus: Corpus, links: Links): void {
  const pairs = linkedPairs(links);
  const background = readBackground(corpus, { from: free(links.to), to: free(links.from) });
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    for (const step of [1, -1] as const) {
      const found = bestNeighbour(corpus, links, pair, { step, background });
      if (!found) continue;
      link(links, found.from, found.to);
      pairs.push([found.from, found.to]);
    }
  }
}

/**
 * Links edited passages that kept their order: of all ways to pair what stands between sure links the best as a whole,
 * so that texts which repeat with small differences are told apart by where they stand.
 *
 * @param corpus both stages
 * @param links where links are added
 */
export function linkInOrder(corpus: Corpus, links: Links): void {
  linkOnce(corpus, links, 'first');
}

/**
 * Links what is left in place, now that most is known of what stands around it.
 *
 * @param corpus both stages
 * @param links where links are added
 */
export function linkRest(corpus: Corpus, links: Links): void {
  linkOnce(corpus, links, 'again');
  linkAlone(corpus, links);
}
