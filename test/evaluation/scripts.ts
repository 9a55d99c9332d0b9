const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LATIN = /\p{Script=Latin}/u;

/** A text as words, and what stands between them. */
export interface CutText {
  readonly words: readonly string[];
  readonly glue: '' | ' ';
}

let segmenter: Intl.Segmenter | undefined;

/** Cuts a text into words, by a dictionary where its script has no spaces. */
export function cutWords(text: string): CutText {
  if (!UNSPACED.test(text)) return { words: text.split(' '), glue: ' ' };
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return { words: Array.from(segmenter.segment(text), ({ segment }) => segment), glue: '' };
}

/** The words of some texts that can stand elsewhere as well. */
export function vocabularyOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const { words, glue } = cutWords(text);
    if (glue === '') return words.filter((word) => /^[\p{L}\p{M}]{2,}$/u.test(word));
    return text.match(/[\p{L}\p{M}][\p{L}\p{M}'’-]+/gu) ?? [];
  });
}

/** Whether words are those of a language in the Latin script. */
export function isLatin(words: readonly string[]): boolean {
  const sample = words.slice(0, 100);
  return sample.filter((word) => LATIN.test(word)).length * 2 >= sample.length;
}

/** How a sentence of such words ends, and what stands between its words. */
export function styleOf(words: readonly string[]): { end: string; glue: '' | ' ' } {
  const sample = words.slice(0, 50).join(' ');
  if (/\p{Script=Thai}/u.test(sample)) return { end: ' ', glue: '' };
  if (UNSPACED.test(sample)) return { end: '。', glue: '' };
  return { end: /\p{Script=Devanagari}/u.test(sample) ? '।' : '.', glue: ' ' };
}
