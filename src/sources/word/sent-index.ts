import type { SentFile, SentParagraph } from '../../model/contracts.ts';
import { bagOf, plainKey, type WordBag } from './word-keys.ts';

/** What was sent, by bookmark, by words and by each word; made once for all files that come back. */
export class SentIndex {
  readonly paragraphs: readonly SentParagraph[];
  readonly keys: readonly string[];
  readonly byBookmark = new Map<string, number>();
  readonly byKey = new Map<string, number[]>();
  readonly #bags: (WordBag | undefined)[] = [];
  #byWord: Map<string, number[]> | undefined;

  constructor({ paragraphs }: SentFile) {
    this.paragraphs = paragraphs;
    this.keys = paragraphs.map(({ words }) => plainKey(words));
    paragraphs.forEach(({ bookmarks }, at) => {
      for (const name of bookmarks) if (!this.byBookmark.has(name)) this.byBookmark.set(name, at);
      const key = this.keys[at] ?? '';
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, [at]);
      else known.push(at);
    });
  }

  /** Words of a paragraph, counted. */
  bag(at: number): WordBag {
    const known = this.#bags[at] ?? bagOf(this.paragraphs[at]?.words ?? '');
    this.#bags[at] = known;
    return known;
  }

  /** Paragraphs that have at least one word with a text in common; words that stand in many tell nothing. */
  near({ counts }: WordBag): Set<number> {
    this.#byWord ??= this.#words();
    const near = new Set<number>();
    for (const word of counts.keys()) {
      const places = this.#byWord.get(word) ?? [];
      if (places.length <= COMMON || counts.size < 4) for (const at of places) near.add(at);
    }
    return near;
  }

  #words(): Map<string, number[]> {
    const byWord = new Map<string, number[]>();
    for (let at = 0; at < this.paragraphs.length; at += 1) {
      for (const word of this.bag(at).counts.keys()) {
        const known = byWord.get(word);
        if (known === undefined) byWord.set(word, [at]);
        else known.push(at);
      }
    }
    return byWord;
  }
}

/** Words that stand in more paragraphs than this tell nothing of where a text belongs. */
const COMMON = 60;

const known = new WeakMap<SentFile, SentIndex>();

/** The index of what was sent; one for all files that come back. */
export function indexOf(sent: SentFile): SentIndex {
  const index = known.get(sent) ?? new SentIndex(sent);
  known.set(sent, index);
  return index;
}
