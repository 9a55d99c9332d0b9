import { type Corpus, containment, likeness } from './corpus.ts';
import { bothFree, type Links, link, linkedPairs, unlink } from './links.ts';
import { areKindred, type Passage } from './passages.ts';
import { diffSequences } from './sequence-diff.ts';
import { findGaps, findSpine, type Gap } from './spine.ts';

// Below both, two passages with one id have nothing to do with each other.
const RELATED_LIKENESS = 0.12;
const RELATED_CONTAINMENT = 0.3;
// Too few words to judge by: a heading of three words may be replaced altogether.
const FEW_WORDS = 6;
// A text shorter than this that changed its place is more likely to stand there by chance.
const FEWEST_WORDS_MOVED = 4;
// Once all else is linked, fewer words are enough: two where the text stands once in each stage.
const FEWEST_WORDS_LEFT = 6;
const FEWEST_WORDS_SOLE = 2;

/** Passages that are the only ones of their stage with some value, by that value. */
function soleHolders<Value>(values: Iterable<readonly [number, Value | undefined]>): Map<Value, number> {
  const holders = new Map<Value, number>();
  for (const [index, value] of values) {
    if (value !== undefined) holders.set(value, holders.has(value) ? -1 : index);
  }
  return holders;
}

function ids(passages: readonly Passage[]): Map<string, number> {
  return soleHolders(passages.map((passage, index) => [index, passage.id] as const));
}

/** Whether two passages may be one that was changed, rather than two that have nothing to do with each other. */
export function areRelated(corpus: Corpus, from: number, to: number): boolean {
  const [a, b] = [corpus.from.passages[from], corpus.to.passages[to]];
  if (!a || !b || !areKindred(a, b)) return false;
  if (a.key === b.key) return true;
  if (a.words <= FEW_WORDS && b.words <= FEW_WORDS && a.type === b.type) return true;
  return likeness(corpus, from, to) >= RELATED_LIKENESS || containment(corpus, from, to) >= RELATED_CONTAINMENT;
}

/** Whether the text of a passage stands word for word under another id: then its own id was given away by mistake. */
function contradiction(corpus: Corpus): (from: number, to: number) => boolean {
  const sole = (texts: Int32Array) => soleHolders(Array.from(texts, (text, index) => [index, text] as const));
  const [earlier, later] = [sole(corpus.from.texts), sole(corpus.to.texts)];
  const long = (passage: Passage | undefined) => (passage?.words ?? 0) >= FEWEST_WORDS_SOLE;
  return (from, to) => {
    const [was, is] = [corpus.from.texts[from] ?? -1, corpus.to.texts[to] ?? -1];
    if (was === is) return false;
    const wentElsewhere = earlier.get(was) === from && (later.get(was) ?? -1) >= 0 && long(corpus.from.passages[from]);
    const cameFromElsewhere = later.get(is) === to && (earlier.get(is) ?? -1) >= 0 && long(corpus.to.passages[to]);
    return wentElsewhere || cameFromElsewhere;
  };
}

/**
 * Links passages of one id, after a look at their words: an id put on an unrelated text links nothing and is marked.
 *
 * @param corpus both stages
 * @param links where links are added
 */
export function linkById(corpus: Corpus, links: Links): void {
  const later = ids(corpus.to.passages);
  const contradicts = contradiction(corpus);
  for (const [id, from] of ids(corpus.from.passages)) {
    const to = later.get(id) ?? -1;
    if (from < 0 || to < 0) continue;
    if (areRelated(corpus, from, to) && !contradicts(from, to)) {
      link(links, from, to);
      links.byId.add(from);
    } else {
      links.reusedFrom.add(from);
      links.reusedTo.add(to);
    }
  }
}

/** Links texts that stand once in each stage, wherever they stand. */
export function linkUniqueTexts(corpus: Corpus, links: Links): void {
  const sole = (texts: Int32Array) => soleHolders(Array.from(texts, (text, index) => [index, text] as const));
  const later = sole(corpus.to.texts);
  for (const [text, from] of sole(corpus.from.texts)) {
    const to = later.get(text) ?? -1;
    if (from >= 0 && to >= 0 && bothFree(links, from, to)) link(links, from, to);
  }
}

/**
 * Links what is left of equal texts: short ones that stand once in each stage, and longer ones of which only one is free.
 *
 * @param corpus both stages
 * @param links where links are added
 */
export function linkLeftovers(corpus: Corpus, links: Links): void {
  const unlinked = (linked: Int32Array, texts: Int32Array, side: Corpus['from']) => {
    const all = soleHolders(Array.from(texts, (text, index) => [index, text] as const));
    const left = soleHolders(
      Array.from(texts, (text, index) => [index, linked[index] === -1 ? text : undefined] as const),
    );
    return new Map(
      [...left].filter(([text, index]) => {
        const words = side.passages[index]?.words ?? 0;
        return words >= FEWEST_WORDS_LEFT || (words >= FEWEST_WORDS_SOLE && all.get(text) === index);
      }),
    );
  };
  const later = unlinked(links.from, corpus.to.texts, corpus.to);
  for (const [text, from] of unlinked(links.to, corpus.from.texts, corpus.from)) {
    const to = later.get(text) ?? -1;
    if (to >= 0 && bothFree(links, from, to)) link(links, from, to);
  }
}

/** Links equal texts beside links: repeats that a unique neighbour tells apart. */
export function extendExact(corpus: Corpus, links: Links): void {
  const equal = (from: number, to: number) =>
    from >= 0 && to >= 0 && bothFree(links, from, to) && corpus.from.texts[from] === corpus.to.texts[to];
  for (const [from, to] of linkedPairs(links)) {
    for (const step of [1, -1]) {
      let [nextFrom, nextTo] = [from + step, to + step];
      while (equal(nextFrom, nextTo)) {
        link(links, nextFrom, nextTo);
        [nextFrom, nextTo] = [nextFrom + step, nextTo + step];
      }
    }
  }
}

/** Links equal texts at equal places of a gap, where that links as many as any other way; true where it did. */
function linkAtSamePlaces(corpus: Corpus, links: Links, gap: Gap, most: number): boolean {
  if (gap.from.length !== gap.to.length) return false;
  const places = gap.from.flatMap((from, place) => {
    const to = gap.to[place] ?? -1;
    return corpus.from.texts[from] === corpus.to.texts[to] ? [[from, to] as const] : [];
  });
  if (places.length < most) return false;
  for (const [from, to] of places) link(links, from, to);
  return true;
}

function linkInGap(corpus: Corpus, links: Links, gap: Gap): void {
  const shared = new Set(gap.from.map((index) => corpus.from.texts[index]));
  const later = gap.to.filter((index) => shared.has(corpus.to.texts[index]));
  const known = new Set(later.map((index) => corpus.to.texts[index]));
  const earlier = gap.from.filter((index) => known.has(corpus.from.texts[index]));
  const numbers = (texts: Int32Array, indices: readonly number[]) =>
    Int32Array.from(indices, (index) => texts[index] ?? -1);
  const { edits } = diffSequences(numbers(corpus.from.texts, earlier), numbers(corpus.to.texts, later));
  const kept = edits.reduce((sum, [start, end]) => sum - (end - start), earlier.length);
  if (linkAtSamePlaces(corpus, links, gap, kept)) return;
  let [a, b] = [0, 0];
  for (const [aStart, aEnd, , bEnd] of [
    ...edits,
    [earlier.length, earlier.length, later.length, later.length] as const,
  ]) {
    for (; a < aStart; a += 1, b += 1) link(links, earlier[a] ?? -1, later[b] ?? -1);
    [a, b] = [aEnd, bEnd];
  }
}

/** Takes back short texts found elsewhere only by chance, then links repeats in order between what stays put. */
export function linkRepeats(corpus: Corpus, links: Links): void {
  const spine = findSpine(corpus, links);
  for (const [from, to] of linkedPairs(links)) {
    if (spine.isOn(from) || links.byId.has(from)) continue;
    const lonely = links.to[from - 1] !== to - 1 && links.to[from + 1] !== to + 1;
    if (lonely && (corpus.from.passages[from]?.words ?? 0) < FEWEST_WORDS_MOVED) unlink(links, from);
  }
  for (const gap of findGaps(links, findSpine(corpus, links))) linkInGap(corpus, links, gap);
}
