import type { Draft } from './draft.ts';
import { cutWords, isLatin, styleOf } from './scripts.ts';

const PLAIN_WORD = /^\p{L}[\p{L}\p{M}'’-]*[,.;:،؛।]?$/u;
const BRACKETS = [
  ['[', ']'],
  ['(', ')'],
] as const;
const PAIRED = ['`', '*', '_', '"', '|', '$'];
const OPENERS = ['Entities should', 'Every office must', 'Partners may', 'Staff are asked to', 'The secretariat shall'];
const LINKS = ['and', 'or', 'with', 'within', 'for', 'across', 'before', 'together with'];
const OTHER_WORDS = `adequate timely independent common formal regional confidential review guidance oversight capacity
  redress budget mandate inquiry consent dialogue mechanism standard partner territory duty voice remedy schedule network
  strengthen monitor uphold publish coordinate translate allocate clarify sustain facilitate`.split(/\s+/u);

// Behind a full stop where a capital follows, or where a script has no capitals; behind a wide full stop anywhere; in Thai
// at a space between two longer stretches.
const SENTENCES =
  /(?<=\p{L}\p{L}[.!?][)”’"]?)\s+(?=[“‘(]?\p{Lu})|(?<=[\p{Script=Arabic}\p{Script=Hangul}]{2}[.؟!]|।)\s+|(?<=[。！？])(?!$)|(?<=[\p{Script=Thai}]{9}) (?=[\p{Script=Thai}]{9})/u;

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** True where no link, code or emphasis is cut. */
function isWhole(text: string): boolean {
  return (
    BRACKETS.every(([open, close]) => count(text, open) === count(text, close)) &&
    PAIRED.every((sign) => count(text, sign) % 2 === 0)
  );
}

/** A text as sentences; sentences whose cut would break a link or emphasis stay together. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const part of text.split(SENTENCES)) {
    const last = sentences.at(-1);
    if (last !== undefined && !isWhole(last)) sentences[sentences.length - 1] = `${last} ${part}`;
    else sentences.push(part);
  }
  return sentences;
}

/** A word to write instead of another: of the same text, or new to it. */
function otherWord({ random, vocabulary }: Draft): string {
  const other = isLatin(vocabulary) ? OTHER_WORDS : vocabulary;
  return random.pick(random.chance(0.5) ? vocabulary : other) ?? 'word';
}

/** What becomes of one word: replaced, dropped, or something put before it. */
function rewordOne(draft: Draft, word: string): string[] {
  const end = /[,.;:،؛।]$/u.exec(word)?.[0] ?? '';
  const first = word.charAt(0);
  const other = otherWord(draft);
  const cased = first === first.toUpperCase() ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  const dice = draft.random.next();
  if (dice < 0.6 || end !== '' || cased !== other) return [`${cased}${end}`];
  return dice < 0.8 ? [] : [other, word];
}

/**
 * Rewords a share of a text, in runs of one to four words; links, code and numbers stay.
 *
 * @param draft whose words are used
 * @param text on one line
 * @param share from 0 to 1
 */
export function reword(draft: Draft, text: string, share: number): string {
  const { words, glue } = cutWords(text);
  const can = words.map((word, index) => PLAIN_WORD.test(word) && isWhole(words.slice(0, index).join(glue)));
  const wanted = Math.max(1, Math.round(share * words.length));
  const chosen = new Set<number>();
  for (let tries = 0; chosen.size < wanted && tries < words.length * 6; tries += 1) {
    const start = draft.random.below(words.length);
    const length = 1 + draft.random.below(4);
    for (let index = start; index < start + length && chosen.size < wanted; index += 1) {
      // What follows must be able to begin a line or a sentence without being read as a mark.
      if (can[index] && (can[index + 1] ?? true)) chosen.add(index);
    }
  }
  const reworded = words.flatMap((word, index) => (chosen.has(index) ? rewordOne(draft, word) : [word])).join(glue);
  return reworded.trim() === '' || reworded === text ? `${text}${glue}${otherWord(draft)}` : reworded;
}

/** A sentence that nobody has written before, of words of the text and others. */
export function newSentence(draft: Draft): string {
  if (!isLatin(draft.vocabulary)) {
    const { end, glue } = styleOf(draft.vocabulary);
    return `${Array.from({ length: 8 + draft.random.below(6) }, () => otherWord(draft)).join(glue)}${end}`;
  }
  const word = () => otherWord(draft).toLowerCase();
  const link = () => draft.random.pick(LINKS) ?? 'and';
  const opener = draft.random.pick(OPENERS) ?? 'Entities should';
  const tail = draft.random.chance(0.5) ? `, ${link()} ${word()} ${word()} ${word()}` : '';
  return `${opener} ${word()} ${word()} ${word()} ${link()} ${word()} ${word()}${tail}.`;
}

/** A new paragraph of some sentences. */
export function newParagraph(draft: Draft): string {
  return Array.from({ length: 1 + draft.random.below(4) }, () => newSentence(draft)).join(' ');
}

/** A new title of a few words. */
export function newTitle(draft: Draft): string {
  const words = Array.from({ length: 2 + draft.random.below(4) }, () => otherWord(draft).toLowerCase()).join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
