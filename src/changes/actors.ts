import { foldWord } from './fold-word.ts';
import { strengthAt } from './modal-words.ts';
import { stemsOf } from './stems.ts';
import type { Token } from './tokens.ts';

// The name of whoever must act rarely has more words than this before its verb.
const MOST_WORDS = 5;
/** Where the search for the beginning of a name ends: at words that join clauses. */
const JOINTS: ReadonlySet<string> = new Set(
  'that which who and or but if when where while as than que qui et ou si lorsque dont y o pero cuando cual если когда который которые и или но أن التي الذي'.split(
    ' ',
  ),
);
/** Languages whose verb stands first: whoever must act stands behind it. */
const VERB_FIRST: ReadonlySet<string> = new Set(['ar']);

/** What marks whoever must act as such, in some languages only beside some verbs. */
const PARTICLES: ReadonlySet<string> = new Set(['على', 'को', 'ने']);
// A Russian verb decides in which case it has whoever must act: Муниципалитетам следует, Муниципалитеты должны.
const CASES = /(?:[аяыиуюео]|ам|ям|ов|ев|ой|ей|ам|ами|ями|ый|ие|ые|ым|ому|ыми)$/u;

function withoutCase(stem: string): string {
  return /^\p{Script=Cyrillic}{4}/u.test(stem) ? stem.replace(CASES, '') : stem;
}

function isEnd(token: Token | undefined): boolean {
  return token?.kind !== 'word' || JOINTS.has(foldWord(token.key));
}

function words(tokens: readonly Token[], index: number, step: 1 | -1): string {
  const found: string[] = [];
  for (let place = index + step; found.length < MOST_WORDS && !isEnd(tokens[place]); place += step) {
    const word = foldWord(tokens[place]?.key ?? '');
    if (!PARTICLES.has(word)) found.push(stemsOf(word).map(withoutCase).join('-'));
  }
  return (step === 1 ? found : found.reverse()).join(' ');
}

/**
 * Who must act, as far as the words beside a modal verb tell; undefined where the word is none, or nobody is named.
 *
 * @param tokens tokens of a passage
 * @param index the word
 * @param language base language of the text
 */
export function actorAt(tokens: readonly Token[], index: number, language: string): string | undefined {
  if (strengthAt(tokens, index, language) === undefined) return undefined;
  const actor = words(tokens, index, VERB_FIRST.has(language) ? 1 : -1);
  return actor === '' ? undefined : actor;
}
