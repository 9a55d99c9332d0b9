/** Texts that can be asked which of them are most about some words (Okapi BM25). */

/** How soon further occurrences of a word stop counting, and how far long texts are marked down. */
const SATURATION = 1.2;
const LENGTH = 0.6;

/** Words of a query with their weights. */
export type WordWeights = ReadonlyMap<string, number>;

/** Texts by the words in them. */
export interface TextIndex {
  /** How many texts there are. */
  readonly size: number;
  /** How telling a word is: the fewer texts have it, the more. */
  readonly weightOf: (word: string) => number;
  /** Scores of the texts that have any of the words, by place. */
  readonly scores: (words: WordWeights) => Map<number, number>;
}

/**
 * Indexes texts.
 *
 * @param texts The words of each, as they are compared.
 */
export function textIndex(texts: Iterable<readonly string[]>): TextIndex {
  // A word's texts and how often each has it, in turns: one array a word, not an object for each.
  const postings = new Map<string, number[]>();
  const lengths: number[] = [];
  for (const words of texts) {
    const place = lengths.push(words.length) - 1;
    for (const [word, count] of counted(words)) {
      const known = postings.get(word);
      if (known === undefined) postings.set(word, [place, count]);
      else known.push(place, count);
    }
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const average = lengths.length === 0 ? 1 : Math.max(1, total / lengths.length);
  const weightOf = (word: string) => {
    const holding = (postings.get(word)?.length ?? 0) / 2;
    return Math.log(1 + (lengths.length - holding + 0.5) / (holding + 0.5));
  };
  const scores = (words: WordWeights) => {
    const found = new Map<number, number>();
    for (const [word, weight] of words) {
      const list = postings.get(word) ?? [];
      const telling = weight * weightOf(word);
      for (let index = 0; index < list.length; index += 2) {
        const place = list[index] ?? 0;
        const count = list[index + 1] ?? 0;
        const damped = SATURATION * (1 - LENGTH + (LENGTH * (lengths[place] ?? 0)) / average);
        found.set(place, (found.get(place) ?? 0) + (telling * count * (SATURATION + 1)) / (count + damped));
      }
    }
    return found;
  };
  return { size: lengths.length, weightOf, scores };
}

/** How often each word stands in a text. */
export function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
