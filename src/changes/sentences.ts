import type { Change, MovedSentence } from '../model/change-log.ts';
import type { Passage } from './passages.ts';
import { NOTE_MARK, type Token, tokenText } from './tokens.ts';

/** A sentence of a passage. */
interface Sentence {
  readonly key: string;
  readonly tokens: readonly Token[];
  readonly words: number;
}

/** Where a sentence stands. */
interface Holder {
  readonly change: number;
  readonly passage: Passage;
  readonly sentence: Sentence;
}

const END = /^[.!?…。！？؟।॥።۔։།။។៕]+$/u;
// Scripts that end a sentence with a space alone, and put none between words.
const ENDED_BY_SPACE = /^[\p{Script=Thai}\p{Script=Lao}]/u;
const WIDE_END = /^[。！？።]/u;
// Shorter sentences are found elsewhere by chance.
const FEWEST_WORDS = 6;

/** Words whose full stop ends no sentence, in English, French, Spanish and Russian. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'no nos art arts para paras p pp vol ch chap cf etc eg ie vs fig ed eds al núm pág págs párr ст п стр гл рис mr mrs dr st'.split(
    ' ',
  ),
);

// What may stand between the sign that ends a sentence and the space before the next: quotation marks, brackets, notes.
const CLOSING: ReadonlySet<string> = new Set(['"', "'", ')', ']', '}', '」', '』', '）']);

function closes({ key, lead }: Token): boolean {
  return lead === '' && (CLOSING.has(key) || key.startsWith(NOTE_MARK));
}

/** Whether a space stands between two words of a script that has no spaces between words. */
function endsBySpace(word: Token | undefined, next: Token | undefined): boolean {
  return next?.lead === ' ' && word?.kind === 'word' && ENDED_BY_SPACE.test(word.key) && ENDED_BY_SPACE.test(next.key);
}

/** Where the sentence ends that a sign seems to end: behind what closes it; -1 where it goes on. */
function sentenceEnd(tokens: readonly Token[], index: number): number {
  const [before, sign] = [tokens[index - 1], tokens[index]];
  if (endsBySpace(sign, tokens[index + 1])) return index;
  if (sign?.kind !== 'sign' || !END.test(sign.key)) return -1;
  let last = index;
  let after = tokens[last + 1];
  for (; after && closes(after); after = tokens[last + 1]) last += 1;
  if (!after || WIDE_END.test(sign.key)) return last;
  const word = before?.key.toLowerCase() ?? '';
  const abbreviated = sign.key === '.' && (word.length === 1 || ABBREVIATIONS.has(word));
  return !abbreviated && after.lead !== '' ? last : -1;
}

/** The sentences of a passage that are long enough to be known again. */
export function readSentences(passage: Passage): readonly Sentence[] {
  const known = read.get(passage);
  if (known !== undefined) return known;
  const sentences = findSentences(passage);
  read.set(passage, sentences);
  return sentences;
}

/** Each passage is asked for its sentences several times. */
const read = new WeakMap<Passage, readonly Sentence[]>();

function findSentences({ tokens }: Passage): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const end = index === tokens.length - 1 ? index : sentenceEnd(tokens, index);
    if (end < 0) continue;
    const own = tokens.slice(start, end + 1);
    const words = own.reduce((sum, token) => sum + (token.kind === 'word' ? 1 : 0), 0);
    if (words >= FEWEST_WORDS) sentences.push({ key: own.map(({ key }) => key).join(' '), tokens: own, words });
    start = end + 1;
    index = end;
  }
  return sentences;
}

/** Sentences of one side of each change that its other side has not. */
function unexplained(
  pairs: readonly (readonly [readonly Passage[], readonly Passage[]])[],
): Map<string, Holder | undefined> {
  const found = new Map<string, Holder | undefined>();
  pairs.forEach(([own, other], change) => {
    const known = new Set(other.flatMap((passage) => readSentences(passage).map(({ key }) => key)));
    for (const passage of own) {
      for (const sentence of readSentences(passage)) {
        if (known.has(sentence.key)) continue;
        // A sentence that stands twice can't be told from its double.
        found.set(sentence.key, found.has(sentence.key) ? undefined : { change, passage, sentence });
      }
    }
  });
  return found;
}

/** The passages of a change. */
export interface Sides {
  readonly from: readonly Passage[];
  readonly to: readonly Passage[];
}

/**
 * Finds sentences that left one passage and stand word for word in a passage of another change.
 *
 * @param changes all changes, with their passages; unchanged ones have none
 * @returns the sentences of each change, by its place in the list
 */
export function findMovedSentences(changes: readonly Sides[]): Map<number, MovedSentence[]> {
  const gone = unexplained(changes.map(({ from, to }) => [from, to] as const));
  const come = unexplained(changes.map(({ from, to }) => [to, from] as const));
  const moved = new Map<number, MovedSentence[]>();
  for (const [key, source] of gone) {
    const target = come.get(key);
    if (!source || !target || source.change === target.change) continue;
    const sentence = { text: tokenText(target.sentence.tokens), from: source.passage.ref, to: target.passage.ref };
    for (const change of [source.change, target.change]) moved.set(change, [...(moved.get(change) ?? []), sentence]);
  }
  return moved;
}

/** A change with the sentences it shares with others. */
export function withSentences<Kind extends Omit<Change, 'id'>>(
  change: Kind,
  sentences: readonly MovedSentence[] | undefined,
): Kind {
  return sentences && sentences.length > 0 ? { ...change, sentences } : change;
}
