/** Which passage of the text that was sent each paragraph of a returned file is. */
import { pieceWords, type WordView } from '../../files/word/views.ts';
import type { WordBlock, WordFile, WordParagraph } from '../../files/word/word-types.ts';
import type { SentPassage } from '../../model/contracts.ts';
import { splitWords } from '../../text/words.ts';

/** Where a paragraph belongs. */
export interface Placing {
  /** The passage, where it is sure. */
  readonly passage?: SentPassage;
  /** The likeliest passages where it is not, the best first. */
  readonly guesses: readonly SentPassage[];
}

/** Share of words that two texts must have in common to be the same passage, and by how much the best must lead. */
const SURE = 0.6;
const LEAD = 0.12;
/** A bookmark whose passage holds less than this of the words around it was carried elsewhere. */
const DRIFTED = 0.25;
const MOST_GUESSES = 3;
/** Words that stand in more passages than this tell nothing of where a text belongs. */
const COMMON = 60;

/**
 * Places every paragraph: by its bookmark, by its words, by what stands around it.
 *
 * @param file The returned file.
 * @param sent Passages as they were sent, in order.
 * @param bookmarks Ids of passages by the bookmarks that mark them, where they are not the same.
 */
export function placeParagraphs(
  file: WordFile,
  sent: readonly SentPassage[],
  bookmarks: ReadonlyMap<string, string>,
): ReadonlyMap<number, Placing> {
  const index = new PassageWords(sent);
  const placed = new Map<number, Placing>();
  for (const { paragraphs, words, names } of unitsOf(file, 'original')) {
    const placing = placeOne(words, names, { index, bookmarks });
    for (const at of paragraphs) placed.set(at, placing);
  }
  return settled(placed, sent);
}

interface Unit {
  /** Indexes of its paragraphs: one, or all of a table. */
  readonly paragraphs: readonly number[];
  readonly words: string;
  /** Bookmarks on it. */
  readonly names: readonly string[];
}

/** What is placed as one: a paragraph, or a table with all its cells. */
function* unitsOf(file: WordFile, view: WordView): Generator<Unit> {
  for (const block of file.body) yield* unitsIn(block, file, view);
}

function* unitsIn(block: WordBlock, file: WordFile, view: WordView): Generator<Unit> {
  if (block.type === 'paragraph') {
    yield { paragraphs: [block.index], words: wordsIn(block, file, view), names: block.bookmarks };
    for (const box of block.boxes) yield* unitsIn(box, file, view);
    return;
  }
  const all = paragraphsOf(block);
  yield {
    paragraphs: all.map(({ index }) => index),
    words: all.map((one) => wordsIn(one, file, view)).join(' '),
    names: [...new Set(all.flatMap(({ bookmarks }) => bookmarks))],
  };
}

function paragraphsOf(block: WordBlock): WordParagraph[] {
  if (block.type === 'paragraph') return [block, ...block.boxes.flatMap(paragraphsOf)];
  return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks.flatMap(paragraphsOf)));
}

const GONE: Readonly<Record<WordView, ReadonlySet<string>>> = {
  original: new Set(['insertion', 'move-to']),
  accepted: new Set(['deletion', 'move-from']),
};

/**
 * The words of a paragraph in a version, without what the program itself put behind them.
 *
 * @param paragraph The paragraph.
 * @param file The file, for its tracked changes.
 * @param view Which version.
 */
export function wordsIn(paragraph: WordParagraph, file: Pick<WordFile, 'revisions'>, view: WordView): string {
  const stays = paragraph.pieces.filter(
    ({ revisions, style }) =>
      style.named !== 'Tag' &&
      style.raised !== 'superscript' &&
      !revisions.some((at) => GONE[view].has(file.revisions[at]?.kind ?? 'formatting')),
  );
  return pieceWords(stays).replace(/\s+/gu, ' ').trim();
}

interface PlaceContext {
  readonly index: PassageWords;
  readonly bookmarks: ReadonlyMap<string, string>;
}

function placeOne(words: string, names: readonly string[], { index, bookmarks }: PlaceContext): Placing {
  for (const name of names) {
    const plain = name.replace(/_Copy_\d+$/u, '');
    const passage = index.byId(bookmarks.get(plain) ?? plain);
    if (passage !== undefined && (words === '' || index.held(passage, words) >= DRIFTED))
      return { passage, guesses: [] };
  }
  if (words === '') return { guesses: [] };
  const ranked = index.rank(words);
  const [best, second] = ranked;
  if (best !== undefined && best.score >= SURE && best.score - (second?.score ?? 0) >= LEAD)
    return { passage: best.passage, guesses: [] };
  return { guesses: ranked.slice(0, MOST_GUESSES).map(({ passage }) => passage) };
}

/** Twins in the text are told apart by their order; what is new belongs behind the passage before it, as a guess. */
function settled(placed: ReadonlyMap<number, Placing>, sent: readonly SentPassage[]): ReadonlyMap<number, Placing> {
  const order = new Map(sent.map((passage, at) => [passage.id, at]));
  const out = new Map<number, Placing>();
  let last: SentPassage | undefined;
  for (const [at, placing] of placed) {
    const before = last === undefined ? -1 : (order.get(last.id) ?? -1);
    const twins = placing.guesses.filter(({ text }) => text !== '' && text === placing.guesses[0]?.text);
    const next = twins.length > 1 ? twins.find(({ id }) => (order.get(id) ?? 0) > before) : undefined;
    const found = placing.passage ?? next;
    const guesses = placing.guesses.length > 0 || last === undefined ? placing.guesses : [last];
    out.set(at, found === undefined ? { guesses } : { passage: found, guesses: [] });
    last = found ?? last;
  }
  return out;
}

/** Passages by their words. */
class PassageWords {
  readonly #sent: readonly {
    readonly passage: SentPassage;
    readonly words: ReadonlyMap<string, number>;
    readonly size: number;
  }[];
  readonly #byId = new Map<string, number>();
  readonly #byText = new Map<string, number[]>();
  readonly #byWord = new Map<string, number[]>();

  constructor(sent: readonly SentPassage[]) {
    this.#sent = sent.map((passage, at) => {
      const words = countsOf(passage.text);
      this.#byId.set(passage.id, at);
      push(this.#byText, keyOf(passage.text), at);
      for (const word of words.keys()) push(this.#byWord, word, at);
      return { passage, words, size: sizeOf(words) };
    });
  }

  byId(id: string): SentPassage | undefined {
    return this.#sent[this.#byId.get(id) ?? -1]?.passage;
  }

  /** Share of the words of the shorter text that both have, from 0 to 1: a bookmark may stand on a part of its passage. */
  held({ id }: SentPassage, text: string): number {
    const words = countsOf(text);
    const size = sizeOf(words);
    const at = this.#byId.get(id) ?? -1;
    const least = Math.min(size, this.#sent[at]?.size ?? 0);
    return least === 0 ? 1 : (this.#score(at, words, size) * (size + (this.#sent[at]?.size ?? 0))) / (2 * least);
  }

  /** The likeliest passages; those with exactly the same words first. */
  rank(text: string): { readonly passage: SentPassage; readonly score: number }[] {
    const words = countsOf(text);
    const size = sizeOf(words);
    const same = this.#byText.get(keyOf(text)) ?? [];
    const near = new Set(same);
    for (const word of words.keys()) {
      const places = this.#byWord.get(word) ?? [];
      if (places.length <= COMMON || words.size < 4) for (const at of places) near.add(at);
    }
    const scored = [...near].flatMap((at) => {
      const passage = this.#sent[at]?.passage;
      return passage === undefined ? [] : [{ passage, at, score: this.#score(at, words, size) }];
    });
    return scored.sort((one, other) => other.score - one.score || one.at - other.at);
  }

  #score(at: number, words: ReadonlyMap<string, number>, size: number): number {
    const sent = this.#sent[at];
    if (sent === undefined || sent.size + size === 0) return 0;
    let common = 0;
    for (const [word, count] of words) common += Math.min(count, sent.words.get(word) ?? 0);
    return (2 * common) / (sent.size + size);
  }
}

function push<Key>(map: Map<Key, number[]>, key: Key, at: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [at]);
  else known.push(at);
}

function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of splitWords(text.toLowerCase())) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}

function keyOf(text: string): string {
  return splitWords(text.toLowerCase()).join(' ');
}
