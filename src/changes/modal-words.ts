import { MODALS, type Strength } from './flag-tables.ts';
import { foldWord, wordForms } from './fold-word.ts';
import type { Token } from './tokens.ts';

/** English verbs that are nouns and names as well: a can, the might of a navy, the month of May. */
const NOUNS_TOO: ReadonlySet<string> = new Set(['may', 'might', 'can', 'must']);
const BEFORE_NOUNS: ReadonlySet<string> = new Set(
  'a an the of into its their our your his her this that each every'.split(' '),
);
const BEHIND_NOUNS: ReadonlySet<string> = new Set('is are was were has of'.split(' '));
/** What is asked in French stands behind a hyphen: doit-il, peut-on, a-t-elle. */
const ASKING = /-(?:t-)?(?:ils?|elles?|on|nous|vous)$/u;

function isNoun(tokens: readonly Token[], index: number, word: string): boolean {
  if (!NOUNS_TOO.has(word)) return false;
  // In a sentence the verb has no capital, and no sentence of a policy begins with it.
  if (tokens[index]?.key === 'May') return true;
  const [before, behind] = [tokens[index - 1], tokens[index + 1]].map((token) => foldWord(token?.key ?? ''));
  return BEFORE_NOUNS.has(before ?? '') || BEHIND_NOUNS.has(behind ?? '');
}

/** The forms in which the tables may have a word of the text. */
export function tableForms(word: string, language: string): readonly string[] {
  const forms = wordForms(word);
  return language === 'fr' && ASKING.test(forms[0] ?? '') ? [...forms, (forms[0] ?? '').replace(ASKING, '')] : forms;
}

/**
 * How binding a word makes its sentence; undefined where it says nothing of the kind.
 *
 * @param tokens tokens of a passage
 * @param index the word
 * @param language base language of the text
 */
export function strengthAt(tokens: readonly Token[], index: number, language: string): Strength | undefined {
  const modals = MODALS[language] ?? {};
  const forms = tableForms(tokens[index]?.key ?? '', language);
  const strength = forms.map((form) => modals[form]).find((found) => found !== undefined);
  if (strength === undefined || (language === 'en' && isNoun(tokens, index, forms[0] ?? ''))) return undefined;
  return strength;
}
