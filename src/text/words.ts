import { ABBREVIATIONS } from './abbreviations.ts';

export { plainText } from './plain-text.ts';

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Letters with their marks, and numbers; apostrophes, hyphens and separators of numbers belong to the word. */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200C\u200D]*(?:(?:['’ʼ\-\u2010\u2011.,:/@_](?=[\p{L}\p{N}]))[\p{L}\p{M}\p{N}\u200C\u200D]+)*|\p{L}?\p{M}+|[%$€£¥§]/gu;
/** A separator inside a word that keeps it whole only between digits. */
const ONLY_IN_NUMBERS = /(?<=[^\d])[.,:/](?=.)|(?<=\d)[.,:/](?=[^\d])/u;

/**
 * Splits text into words, in order, normalised to NFC with straight apostrophes and hyphens.
 *
 * @param text Any text; scripts without spaces are segmented paragraph by paragraph.
 * @param language BCP 47, for scripts without spaces.
 */
export function splitWords(text: string, language = 'en'): string[] {
  if (!BEYOND_ASCII.test(text)) return spacedAscii(text);
  const normal = normalise(text);
  if (!UNSPACED.test(normal)) return spaced(normal);
  return normal.split(/\n+/u).flatMap((part) => (UNSPACED.test(part) ? segment(part, language) : spaced(part)));
}

/** How many words a text has. */
export function countWords(text: string, language = 'en'): number {
  return splitWords(text, language).length;
}

function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/gu, '')
    .replaceAll(/[’ʼ‘]/gu, "'")
    .replaceAll(/[\u2010\u2011]/gu, '-');
}

const BEYOND_ASCII = /[^\t\n\r -~]/;
/** What {@link WORD} finds in ASCII, in a third of the time. */
const ASCII_WORD = /[A-Za-z0-9]+(?:['\-.,:/@_][A-Za-z0-9]+)*|[%$]/g;
const ASCII_SEPARATED = /[.,:/][A-Za-z0-9]/;

function spacedAscii(text: string): string[] {
  const words: string[] = text.match(ASCII_WORD) ?? [];
  if (!ASCII_SEPARATED.test(text)) return words;
  return words.flatMap((word) => (ONLY_IN_NUMBERS.test(word) ? word.split(ONLY_IN_NUMBERS) : [word]));
}

function spaced(text: string): string[] {
  return (text.match(WORD) ?? []).flatMap((word) =>
    ONLY_IN_NUMBERS.test(word) ? word.split(ONLY_IN_NUMBERS) : [word],
  );
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const known = segmenters.get(key) ?? makeSegmenter(language, granularity);
  segmenters.set(key, known);
  return known;
}

function makeSegmenter(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter('en', { granularity });
  }
}

/** `Intl.Segmenter` is superlinear in the length of its text: it gets a few hundred characters at a time. */
const CHUNK = 400;

function segment(text: string, language: string): string[] {
  const words: string[] = [];
  for (const chunk of chunks(text)) {
    for (const { segment: word, isWordLike } of segmenter(language, 'word').segment(chunk)) {
      if (isWordLike) words.push(word);
    }
  }
  return words;
}

/** Pieces that end at punctuation or a space where there is one in reach. */
function* chunks(text: string): Iterable<string> {
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + CHUNK, text.length);
    const breakAt = to < text.length ? lastBreak(text, from, to) : -1;
    if (breakAt > from) to = breakAt;
    else if (to < text.length && isLowSurrogate(text.charCodeAt(to))) to--;
    yield text.slice(from, to);
    from = to;
  }
}

function lastBreak(text: string, from: number, to: number): number {
  for (let at = to; at > from; at--) if (/[\s\p{P}]/u.test(text[at - 1] ?? '')) return at;
  return -1;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Where a sentence may end: a mark, closing quotes and brackets, then a space; full-width marks need none. */
const SENTENCE_END = /(?:[.!?…؟۔।]+["'”’»)\]]*(?=\s)|[。！？]+[”’」』）]*)\s*/gu;

/**
 * Splits text into sentences; abbreviations ("No. 25", "l'art. 12", "e.g.") and initials end none.
 *
 * @param text Text of one paragraph.
 * @param language BCP 47; decides which abbreviations are known besides those of all languages.
 */
export function splitSentences(text: string, language: string): string[] {
  const known = new Set([...(ABBREVIATIONS.all ?? []), ...(ABBREVIATIONS[language.split('-')[0] ?? ''] ?? [])]);
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (isInside(text.slice(from, match.index + 1), text.slice(end, end + 1), known)) continue;
    sentences.push(text.slice(from, end).trim());
    from = end;
  }
  if (text.slice(from).trim() !== '') sentences.push(text.slice(from).trim());
  return sentences;
}

/** Whether a full stop belongs to an abbreviation, an initial or an ordinal, so that the sentence goes on. */
function isInside(before: string, next: string, known: ReadonlySet<string>): boolean {
  if (!before.endsWith('.')) return false;
  if (/^[\p{Ll}]/u.test(next)) return true;
  const word = /[\p{L}\p{N}.'’]+\.$/u.exec(before.slice(-40))?.[0] ?? '';
  const bare = word
    .slice(0, -1)
    .toLowerCase()
    .replace(/^(?:l|d|qu)['’]/u, '');
  if (known.has(bare)) return true;
  return /^\p{Lu}$/u.test(word.slice(0, -1)) || /^\(?(?:\d{1,3}|[ivxlc]{1,5})$/u.test(before.trim().slice(0, -1));
}
