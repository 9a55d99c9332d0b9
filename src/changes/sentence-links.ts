import { indexFor, saysMore } from './background.ts';
import { type FeatureIndex, indexFeatures, nearestHolders, readStretches } from './candidates.ts';
import { type Corpus, likenessOfParts, readPart, type Side, type WeighedPart } from './corpus.ts';
import { free, type Links, link, PART } from './links.ts';
import { readSentences } from './sentences.ts';
import { findGaps, findSpine } from './spine.ts';
import { addPart, divisible } from './splits-merges.ts';

// How alike two sentences must be to be one that was rewritten: more where it did not stay with its neighbours.
const ALIKE = { inPlace: 0.28, near: 0.42, far: 0.6 } as const;
const FARTHEST = 6;
// How much of a passage such sentences have to make up.
const NEEDED_SHARE = 0.4;
// More than half, where the passage they come from stands elsewhere and is known to have become another one.
const NEEDED_SHARE_FAR = 0.55;

/** A sentence of a passage by its features. */
interface Part extends WeighedPart {
  readonly words: number;
}

/** One direction of looking: free passages of one stage, and those of the other that they may have come from. */
interface View {
  readonly corpus: Corpus;
  readonly pieces: Side;
  readonly wholes: Side;
  readonly partsOfPiece: (piece: number) => readonly Part[];
  readonly partsOfWhole: (whole: number) => readonly Part[];
  /** Passages that a whole is known to have become, or to have come from. */
  readonly known: (whole: number) => readonly number[];
  /** Whether both stand in one stretch between passages that kept their places. */
  readonly inPlace: (whole: number, piece: number) => boolean;
  /** Pieces that are linked to nothing. */
  readonly free: () => readonly number[];
  /** Wholes that a piece may have come from. */
  readonly open: () => readonly number[];
  readonly join: (whole: number, piece: number) => void;
  /** All wholes by their words, open or not: made when it is first asked for. */
  readonly everything: () => FeatureIndex;
  /** What has been worked out of wholes so far. */
  readonly explained: Map<number, readonly number[]>;
}

function parts(corpus: Corpus, side: Side): (index: number) => readonly Part[] {
  const read = new Map<number, readonly Part[]>();
  return (index) => {
    const known = read.get(index);
    if (known) return known;
    const passage = side.passages[index];
    const found = (passage ? readSentences(passage) : []).map(({ tokens, words }) => ({
      words,
      ...readPart(corpus, tokens),
    }));
    read.set(index, found);
    return found;
  };
}

function neededIn(view: View, whole: number, piece: number): number {
  const known = view.known(whole);
  if (known.length === 0 && view.inPlace(whole, piece)) return ALIKE.inPlace;
  const beside = [whole - 1, whole, whole + 1].flatMap((place) => view.known(place));
  return beside.some((other) => Math.abs(other - piece) <= FARTHEST) ? ALIKE.near : ALIKE.far;
}

/** For each sentence of a whole how like it the likest sentence is of what the whole is known to have become. */
function explainedOf(view: View, whole: number): readonly number[] {
  const found = view.explained.get(whole);
  if (found) return found;
  const rivals = view.known(whole).flatMap((piece) => view.partsOfPiece(piece));
  const best = view
    .partsOfWhole(whole)
    .map((part) => rivals.reduce((most, rival) => Math.max(most, likenessOfParts(view.corpus, rival, part, most)), 0));
  view.explained.set(whole, best);
  return best;
}

/** How like a sentence the likest sentence is of passages that read otherwise than this whole, wherever they stand. */
function elsewhere(view: View, part: Part, whole: number): number {
  const { texts } = view.wholes;
  const near = nearestHolders(view.corpus, view.everything(), part.features);
  const others = near.filter((other) => texts[other] !== texts[whole]).flatMap((other) => view.partsOfWhole(other));
  return others.reduce((most, other) => Math.max(most, likenessOfParts(view.corpus, part, other, most)), 0);
}

/** How like a sentence of the whole the sentence is, unless what the whole became says it better already. */
function likenessIn(view: View, part: Part, whole: number, piece: number): number {
  const needed = neededIn(view, whole, piece);
  let best = 0;
  view.partsOfWhole(whole).forEach((other, place) => {
    const least = Math.max(needed, best);
    const alike = likenessOfParts(view.corpus, part, other, least);
    if (alike >= least && alike > best && (explainedOf(view, whole)[place] ?? 0) < alike) best = alike;
  });
  return needed === ALIKE.far && best > 0 && !saysMore(best, elsewhere(view, part, whole)) ? 0 : best;
}

/** The whole that most words of a free piece came from; undefined where they are too few. */
function originOf(view: View, piece: number, index: ReturnType<typeof indexFeatures>): number | undefined {
  const shares = new Map<number, number>();
  for (const part of view.partsOfPiece(piece)) {
    let [best, most]: [number | undefined, number] = [undefined, 0];
    for (const whole of nearestHolders(view.corpus, index, part.features)) {
      const alike = likenessIn(view, part, whole, piece);
      if (alike > most) [best, most] = [whole, alike];
    }
    if (best !== undefined) shares.set(best, (shares.get(best) ?? 0) + part.words);
  }
  const [whole, words] = [...shares].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [undefined, 0];
  if (whole === undefined) return undefined;
  const isFar = view.known(whole).length > 0 && neededIn(view, whole, piece) === ALIKE.far;
  const needed = isFar ? NEEDED_SHARE_FAR : NEEDED_SHARE;
  return words >= needed * (view.pieces.passages[piece]?.words ?? 0) ? whole : undefined;
}

function linkOrigins(view: View): void {
  const pieces = view.free().filter((piece) => divisible(view.pieces.passages[piece]));
  if (pieces.length === 0) return;
  const index = indexFeatures(view.corpus, view.wholes, view.open());
  for (const piece of pieces) {
    const whole = originOf(view, piece, index);
    if (whole === undefined) continue;
    view.join(whole, piece);
    view.explained.delete(whole);
  }
}

/** Passages that may have more to them than what they are linked to, if anything. */
function openWholes(side: Side, linked: Int32Array, other: Side): number[] {
  return Array.from(side.passages.keys()).filter((index) => {
    const [passage, counterpart] = [side.passages[index], other.passages[linked[index] ?? -1]];
    return linked[index] !== PART && divisible(passage) && counterpart?.key !== passage.key;
  });
}

function known(first: number | undefined, others: readonly number[] | undefined): number[] {
  return [first ?? -1, ...(others ?? [])].filter((index) => index >= 0);
}

function indexOnce(corpus: Corpus, wholes: Side, pieces: Side, linked: Int32Array): () => FeatureIndex {
  let index: FeatureIndex | undefined;
  const asked = free(linked);
  return () => {
    index ??= indexFor(corpus, wholes, pieces, asked);
    return index;
  };
}

/** What earlier passages were taken apart into. */
function splitView(corpus: Corpus, links: Links, shared: Shared): View {
  return {
    corpus,
    pieces: corpus.to,
    wholes: corpus.from,
    partsOfPiece: shared.ofTo,
    partsOfWhole: shared.ofFrom,
    known: (whole) => known(links.to[whole], links.splits.get(whole)),
    inPlace: shared.inPlace,
    everything: indexOnce(corpus, corpus.from, corpus.to, links.from),
    explained: new Map(),
    free: () => free(links.from),
    open: () => openWholes(corpus.from, links.to, corpus.to),
    join: (whole, piece) => {
      if (links.to[whole] === -1) link(links, whole, piece);
      else if (!links.merges.has(links.to[whole] ?? -1)) {
        addPart(links.splits, whole, piece);
        links.from[piece] = PART;
      }
    },
  };
}

/** What later passages were put together from. */
function mergeView(corpus: Corpus, links: Links, shared: Shared): View {
  return {
    corpus,
    pieces: corpus.from,
    wholes: corpus.to,
    partsOfPiece: shared.ofFrom,
    partsOfWhole: shared.ofTo,
    known: (whole) => known(links.from[whole], links.merges.get(whole)),
    inPlace: (whole, piece) => shared.inPlace(piece, whole),
    everything: indexOnce(corpus, corpus.to, corpus.from, links.to),
    explained: new Map(),
    free: () => free(links.to),
    open: () => openWholes(corpus.to, links.from, corpus.from),
    join: (whole, piece) => {
      if (links.from[whole] === -1) link(links, piece, whole);
      else if (!links.splits.has(links.from[whole] ?? -1)) {
        addPart(links.merges, whole, piece);
        links.to[piece] = PART;
      }
    },
  };
}

/** What both directions of looking have in common. */
interface Shared {
  readonly ofFrom: (index: number) => readonly Part[];
  readonly ofTo: (index: number) => readonly Part[];
  readonly inPlace: (from: number, to: number) => boolean;
}

/**
 * Links what is left by its sentences: a passage that was rewritten and put together with others, or taken apart, is
 * hardly like any passage as a whole.
 *
 * @param corpus both stages
 * @param links where links and parts are added
 */
export function linkSentences(corpus: Corpus, links: Links): void {
  const sizes = { from: links.to.length, to: links.from.length };
  const { gapOfFrom, gapOfTo } = readStretches(findGaps(links, findSpine(corpus, links)), sizes);
  const shared: Shared = {
    ofFrom: parts(corpus, corpus.from),
    ofTo: parts(corpus, corpus.to),
    inPlace: (from, to) => (gapOfFrom[from] ?? -1) >= 0 && gapOfFrom[from] === gapOfTo[to],
  };
  linkOrigins(splitView(corpus, links, shared));
  linkOrigins(mergeView(corpus, links, shared));
}
