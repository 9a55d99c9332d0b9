import { MODALS } from './flag-tables.ts';
import { foldWord, wordForms } from './fold-word.ts';
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

function isEnd(token: Token | undefined): boolean {
  return token?.kind !== 'word' || JOINTS.has(foldWord(token.key));
}

function words(tokens: readonly Token[], index: number, step: 1 | -1): string {
  const found: string[] = [];
  for (let place = index + step; found.length < MOST_WORDS && !isEnd(tokens[place]); place += step) {
    found.push(foldWord(tokens[place]?.key ?? ''));
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
  const modals = MODALS[language] ?? {};
  if (!wordForms(tokens[index]?.key ?? '').some((form) => modals[form] !== undefined)) return undefined;
  const actor = words(tokens, index, VERB_FIRST.has(language) ? 1 : -1);
  return actor === '' ? undefined : actor;
}
