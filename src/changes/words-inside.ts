import { INNOCENT, MODALS, NEGATIONS, type Strength } from './flag-tables.ts';
import { type Token, tokenText } from './tokens.ts';

/** What a word of a table counts as: a modal verb by its strength, or a negation. */
export type WordInside = readonly ['modal', Strength] | readonly ['negation', 'negation'];

interface Table {
  readonly words: ReadonlyMap<string, WordInside | undefined>;
  /** The longest first, so that 应当 is not also 应; undefined where the language has no words. */
  readonly pattern: RegExp | undefined;
}

const tables = new Map<string, Table>();

function tableOf(language: string): Table {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const words = new Map<string, WordInside | undefined>();
  for (const [word, strength] of Object.entries(MODALS[language] ?? {})) words.set(word, ['modal', strength]);
  for (const word of NEGATIONS[language] ?? []) words.set(word, ['negation', 'negation']);
  for (const word of INNOCENT[language] ?? []) if (!words.has(word)) words.set(word, undefined);
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  const table = { words, pattern: words.size === 0 ? undefined : new RegExp(longestFirst.join('|'), 'gu') };
  tables.set(language, table);
  return table;
}

/** For every sign of the text of some tokens, the token it stands in. */
function tokensBySign(tokens: readonly Token[]): readonly (Token | undefined)[] {
  return tokens.flatMap((token, index) => {
    const signs: (Token | undefined)[] = Array.from({ length: token.text.length }, () => token);
    return index > 0 && token.lead !== '' ? [undefined, ...signs] : signs;
  });
}

/** Verbs of one sign stand alone, or in one with others of the table: 应 in 不应, and not in 应用. */
function isVerb(token: Token | undefined, { words }: Table): boolean {
  return token !== undefined && [...token.text].every((sign) => words.get(sign) !== undefined);
}

/**
 * The modal verbs and negations in a text without spaces between words.
 *
 * @param tokens tokens of a passage
 * @param language base language of the text
 */
export function wordsInside(tokens: readonly Token[], language: string): WordInside[] {
  const table = tableOf(language);
  if (table.pattern === undefined) return [];
  const found: WordInside[] = [];
  let places: readonly (Token | undefined)[] | undefined;
  for (const { 0: word, index } of tokenText(tokens).matchAll(table.pattern)) {
    const entry = table.words.get(word);
    if (entry === undefined) continue;
    if (entry[0] === 'modal' && word.length === 1) {
      places ??= tokensBySign(tokens);
      if (!isVerb(places[index], table)) continue;
    }
    found.push(entry);
  }
  return found;
}
