import { nearestOthers, saysMore } from './background.ts';
import { indexFeatures, nearestHolders, readStretches } from './candidates.ts';
import { type Corpus, containment, type Side } from './corpus.ts';
import { free, type Links, link, PART } from './links.ts';
import type { Passage } from './passages.ts';
import { commonLength } from './sequence-diff.ts';
import { findGaps, findSpine } from './spine.ts';

// A piece must bring at least this share of its own words to what is already explained.
const NEEDED_GAIN = 0.5;
// A piece that brings nearly all its words belongs there, whatever else it may be like.
const SURE_GAIN = 0.8;
// Less than this share of a piece's rarer words in the whole, and a look at the order of its words is not worth it.
const NEEDED_HELD = 0.35;
// A first piece of a passage has nothing beside it that speaks for it.
const NEEDED_HELD_ALONE = 0.5;
// Shorter pieces are found in any long passage by chance.
const FEWEST_WORDS = 5;
// How far a piece may stand from the other pieces of its passage.
const FARTHEST = 6;
// A longer piece may stand anywhere when it is there nearly word for word.
const VERBATIM = 0.85;
const FEWEST_WORDS_ANYWHERE = 10;
// Words of the whole can't be explained twice, a few common ones apart.
const MOST_EXPLAINED = 1.05;
const DIVISIBLE: ReadonlySet<string> = new Set(['text', 'note']);

/** One direction of looking: wholes of one stage, pieces of the other. */
interface View {
  readonly corpus: Corpus;
  readonly how: 'sure' | 'likely';
  readonly wholes: Side;
  readonly pieces: Side;
  /** Piece linked to each whole. */
  readonly pieceOf: Int32Array;
  /** Whole linked to each piece. */
  readonly wholeOf: Int32Array;
  readonly parts: Map<number, number[]>;
  /** How much of a piece a whole holds, from 0 to 1, whatever the order of the words. */
  readonly held: (whole: number, piece: number) => number;
  /** Wholes that are themselves pieces of another whole. */
  readonly barred: ReadonlySet<number>;
  /** Whether both stand in one stretch between passages that kept their places. */
  readonly inPlace: (whole: number, piece: number) => boolean;
  /** How much of a piece the wholes hold that read otherwise than this one. */
  readonly heldByOthers: (whole: number, piece: number) => number;
  readonly join: (whole: number, piece: number) => void;
}

type Numberer = (passages: readonly Passage[]) => Int32Array;

function wordNumbers(): Numberer {
  const known = new Map<string, number>();
  return (passages) => {
    const words = passages.flatMap((passage) => passage.tokens.filter((token) => token.kind === 'word'));
    return Int32Array.from(words, (token) => {
      const key = token.key.toLowerCase();
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      return number;
    });
  };
}

/** Whether a passage is text that can be taken apart or put together. */
export function divisible(passage: Passage | undefined): passage is Passage {
  return passage !== undefined && DIVISIBLE.has(passage.family) && passage.type !== 'heading' && !passage.attribute;
}

function piecesOf(view: View, whole: number): number[] {
  const first = view.pieceOf[whole] ?? -1;
  return first < 0 ? [] : [first, ...(view.parts.get(whole) ?? [])];
}

function at(side: Side, indices: readonly number[]): Passage[] {
  return [...indices].sort((a, b) => a - b).flatMap((index) => side.passages[index] ?? []);
}

/** Whether a whole of which no piece is known holds a piece as no other whole does. */
function isHeldAlone(view: View, whole: number, piece: number): boolean {
  const held = view.held(whole, piece);
  if (held < NEEDED_HELD_ALONE || view.inPlace(whole, piece)) return held >= NEEDED_HELD_ALONE;
  return saysMore(held, view.heldByOthers(whole, piece));
}

/** Whether a free piece explains words of a whole that its known pieces don't. */
function explainsMore(view: View, whole: number, piece: number, numbers: Numberer): boolean {
  const [wholePassage, piecePassage] = [view.wholes.passages[whole], view.pieces.passages[piece]];
  if (!divisible(wholePassage) || !divisible(piecePassage) || wholePassage.family !== piecePassage.family) return false;
  if (view.held(whole, piece) < NEEDED_HELD) return false;
  const known = piecesOf(view, whole);
  if (known.length === 0 && (view.how === 'sure' || !isHeldAlone(view, whole, piece))) return false;
  const near = known.length === 0 || known.some((other) => Math.abs(other - piece) <= FARTHEST);
  if (!near && view.how === 'sure') return false;
  if (!near && piecePassage.words < FEWEST_WORDS_ANYWHERE) return false;
  const words = numbers([wholePassage]);
  const before = known.length === 0 ? 0 : commonLength(words, numbers(at(view.pieces, known)));
  if (!near) {
    // What went far may stand before the rest now, so that only its own order counts.
    const alone = commonLength(words, numbers([piecePassage]));
    return alone >= VERBATIM * piecePassage.words && before + alone <= MOST_EXPLAINED * words.length;
  }
  const after = commonLength(words, numbers(at(view.pieces, [...known, piece])));
  return after - before >= (view.how === 'sure' ? SURE_GAIN : NEEDED_GAIN) * piecePassage.words;
}

/** Whether a whole stayed word for word, so that it has no words left to explain. */
function isVerbatim(view: View, whole: number): boolean {
  return view.pieces.passages[view.pieceOf[whole] ?? -1]?.key === view.wholes.passages[whole]?.key;
}

/** Wholes of which a piece stands near: where all words are common ones, this alone leads to them. */
function wholesBeside(view: View, piece: number): number[] {
  const wholes: number[] = [];
  for (let step = 1; step <= FARTHEST; step += 1) {
    for (const neighbour of [piece - step, piece + step]) {
      const whole = view.wholeOf[neighbour] ?? -1;
      if (whole >= 0 && view.pieceOf[whole] !== PART && !isVerbatim(view, whole)) wholes.push(whole);
    }
  }
  return wholes;
}

function withOthers(view: Omit<View, 'heldByOthers'>, pieces: readonly number[]): View {
  const others = nearestOthers(view.corpus, view.wholes, view.pieces, pieces);
  return {
    ...view,
    heldByOthers: (whole, piece) => others(whole, piece, (other) => view.held(other, piece)),
  };
}

function look(given: Omit<View, 'heldByOthers'>, numbers: Numberer): void {
  const pieces = free(given.wholeOf).filter((piece) => {
    const passage = given.pieces.passages[piece];
    return divisible(passage) && passage.words >= FEWEST_WORDS;
  });
  if (pieces.length === 0) return;
  const view = withOthers(given, pieces);
  const wholes = Array.from(view.wholes.passages.keys()).filter(
    (whole) => view.pieceOf[whole] !== PART && !isVerbatim(view, whole),
  );
  const index = indexFeatures(view.corpus, view.wholes, wholes);
  for (const piece of pieces) {
    const like = nearestHolders(view.corpus, index, view.pieces.features[piece] ?? new Int32Array());
    const near = [...new Set([...like, ...wholesBeside(view, piece)])];
    const whole = near.find(
      (candidate) => !view.barred.has(candidate) && explainsMore(view, candidate, piece, numbers),
    );
    if (whole !== undefined) view.join(whole, piece);
  }
}

/** Adds a piece to the pieces of a whole. */
export function addPart(parts: Map<number, number[]>, whole: number, piece: number): void {
  parts.set(whole, [...(parts.get(whole) ?? []), piece]);
}

/**
 * Finds earlier passages that became several and several that became one.
 *
 * A piece belongs to a passage when it adds enough to the words the two have in common, in order.
 *
 * @param corpus both stages
 * @param links where links and parts are added
 * @param how `sure` takes only pieces beside known ones whose words are nearly all there
 */
export function linkParts(corpus: Corpus, links: Links, how: 'sure' | 'likely'): void {
  const numbers = wordNumbers();
  const sizes = { from: links.to.length, to: links.from.length };
  const { gapOfFrom, gapOfTo } = readStretches(findGaps(links, findSpine(corpus, links)), sizes);
  const inPlace = (from: number, to: number) => (gapOfFrom[from] ?? -1) >= 0 && gapOfFrom[from] === gapOfTo[to];
  const taken = { from: new Int32Array(links.to), to: new Int32Array(links.from) };
  look(
    {
      corpus,
      how,
      wholes: corpus.from,
      pieces: corpus.to,
      pieceOf: links.to,
      wholeOf: taken.to,
      parts: links.splits,
      barred: new Set(),
      held: (whole, piece) => containment(corpus, whole, piece),
      inPlace,
      join: (whole, piece) => {
        taken.to[piece] = whole;
        if (links.to[whole] === -1) link(links, whole, piece);
        else {
          addPart(links.splits, whole, piece);
          links.from[piece] = PART;
        }
      },
    },
    numbers,
  );
  links.to.forEach((to, from) => {
    if (to !== -1) taken.from[from] = to;
  });
  look(
    {
      corpus,
      how,
      wholes: corpus.to,
      pieces: corpus.from,
      pieceOf: links.from,
      wholeOf: taken.from,
      parts: links.merges,
      held: (whole, piece) => containment(corpus, piece, whole),
      inPlace: (whole, piece) => inPlace(piece, whole),
      barred: new Set([...links.splits.values()].flat()),
      join: (whole, piece) => {
        taken.from[piece] = whole;
        if (links.from[whole] === -1) link(links, piece, whole);
        else {
          addPart(links.merges, whole, piece);
          links.to[piece] = PART;
        }
      },
    },
    numbers,
  );
}
