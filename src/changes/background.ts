import { type FeatureIndex, indexFeatures, nearestHolders } from './candidates.ts';
import { type Corpus, likeness, type Side } from './corpus.ts';

// How much more like its counterpart a passage must be than different passages of a text are like each other: what share
// of what they lack of being the same.
const ABOVE_BACKGROUND = 0.3;

/**
 * Whether a likeness is more than passages have that have nothing to do with each other.
 *
 * @param value from 0 to 1
 * @param byChance what such passages reach in this text
 */
export function saysMore(value: number, byChance: number): boolean {
  return value - byChance >= ABOVE_BACKGROUND * (1 - byChance);
}

// So many passages may read nearly as another does, such as one requirement at two levels: that says nothing of the text.
const TWINS = 1;

/** How like each other passages of a text are that have nothing to do with each other. */
export interface Background {
  /** How like the likest other pair is that one of the two could make with a passage of the other stage. */
  readonly of: (from: number, to: number) => number;
}

/** Indexes all passages of a stage by those features that some passages of the other stage will be asked about with. */
export function indexFor(corpus: Corpus, side: Side, asked: Side, members: readonly number[]): FeatureIndex {
  const wanted = new Uint8Array(corpus.spread.length);
  for (const member of members) for (const feature of asked.features[member] ?? []) wanted[feature] = 1;
  return indexFeatures(corpus, side, Array.from(side.passages.keys()), wanted);
}

/**
 * Finds how like a passage of one stage those passages of the other are that read otherwise than its counterpart.
 *
 * @param corpus both stages
 * @param side the stage that is looked through
 * @param asked the stage whose passages are asked about
 * @param members which of them will be asked about
 */
export function nearestOthers(
  corpus: Corpus,
  side: Side,
  asked: Side,
  members: readonly number[],
): (counterpart: number, passage: number, measure: (other: number) => number) => number {
  let index: FeatureIndex | undefined;
  const found = new Map<number, readonly number[]>();
  return (counterpart, passage, measure) => {
    index ??= indexFor(corpus, side, asked, members);
    const near = found.get(passage) ?? nearestHolders(corpus, index, asked.features[passage] ?? new Int32Array());
    found.set(passage, near);
    const others = near.filter((other) => side.texts[other] !== side.texts[counterpart]);
    return others.map(measure).sort((x, y) => y - x)[TWINS] ?? 0;
  };
}

/**
 * Tells how much likeness says in a text: where sentences are put together from the same phrases, passages that have
 * nothing to do with each other are as like as one that was rewritten is like itself elsewhere. Passages that were linked
 * already count as well; what reads like the passage asked about, word for word, does not.
 *
 * The lesser of both directions counts, because a passage of which much was rewritten is less like all others.
 *
 * @param corpus both stages
 * @param asked passages of each stage that will be asked about
 */
export function readBackground(
  corpus: Corpus,
  asked: { readonly from: readonly number[]; readonly to: readonly number[] },
): Background {
  const earlier = nearestOthers(corpus, corpus.from, corpus.to, asked.to);
  const later = nearestOthers(corpus, corpus.to, corpus.from, asked.from);
  return {
    of: (from, to) =>
      Math.min(
        earlier(from, to, (other) => likeness(corpus, other, to)),
        later(to, from, (other) => likeness(corpus, from, other)),
      ),
  };
}
