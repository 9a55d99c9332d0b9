import type { Nodes } from 'mdast';
import { actorAt } from './actors.ts';
import { LANGUAGES_WITHOUT_SPACES, MODALS, NEGATIONS } from './flag-tables.ts';
import { wordForms } from './fold-word.ts';
import type { Passage } from './passages.ts';
import { mayBeQuantity, type Quantity, quantitiesAt } from './quantities.ts';
import { countTerms, type Terms } from './terms.ts';
import { type Token, tokenText } from './tokens.ts';
import { typedNumber } from './typed-number.ts';

/** Things that are counted on both sides; where the counts differ, a flag is put on the change. */
export type Countable =
  | 'modal'
  | 'negation'
  | Quantity
  | 'actor'
  | 'term'
  | 'citation'
  | 'reference'
  | 'note'
  | 'link'
  | 'bracket'
  | 'agreed'
  | 'formatting';

/** How often each thing of each kind stands in some passages. */
export type Census = ReadonlyMap<Countable, ReadonlyMap<string, number>>;

type Counter = Map<Countable, Map<string, number>>;

const FORMATTING: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete', 'inlineCode']);

function add(counter: Counter, kind: Countable, value: string): void {
  const counts = counter.get(kind) ?? new Map<string, number>();
  counts.set(value, (counts.get(value) ?? 0) + 1);
  counter.set(kind, counts);
}

function isNegation(word: string, forms: readonly string[], language: string): boolean {
  const negations = NEGATIONS[language] ?? [];
  if (forms.some((form) => negations.includes(form))) return true;
  return word.endsWith("n't") || negations.some((negation) => negation.endsWith("'") && word.startsWith(negation));
}

/** Words of each language that count as nothing at all: nearly all words of a text, found once each. */
const quiet = new Map<string, Map<string, boolean>>();
const MOST_REMEMBERED = 200_000;

function isQuiet(key: string, language: string): boolean {
  const words = quiet.get(language) ?? new Map<string, boolean>();
  const known = words.get(key);
  if (known !== undefined) return known;
  if (words.size > MOST_REMEMBERED) words.clear();
  const found = countsAsNothing(key, language);
  quiet.set(language, words.set(key, found));
  return found;
}

function countsAsNothing(key: string, language: string): boolean {
  const forms = wordForms(key);
  const word = forms[0] ?? '';
  if (mayBeQuantity(word) || isNegation(word, forms, language)) return false;
  const modals = MODALS[language] ?? {};
  return forms.every((form) => modals[form] === undefined);
}

function countWord(counter: Counter, tokens: readonly Token[], index: number, language: string): void {
  const forms = wordForms(tokens[index]?.key ?? '');
  const word = forms[0] ?? '';
  const quantities = quantitiesAt(tokens, index);
  for (const quantity of quantities) add(counter, quantity, word);
  if (quantities.length > 0) return;
  const modals = MODALS[language] ?? {};
  const strength = forms.map((form) => modals[form]).find((found) => found !== undefined);
  if (strength) add(counter, 'modal', strength);
  const actor = strength && actorAt(tokens, index, language);
  if (actor !== undefined) add(counter, 'actor', actor);
  if (isNegation(word, forms, language)) add(counter, 'negation', 'negation');
}

/** Looks for words inside a text without spaces, the longest first so that 应当 is not also 应. */
function countInside(counter: Counter, text: string, language: string): void {
  const table = new Map<string, readonly [Countable, string]>();
  for (const [word, strength] of Object.entries(MODALS[language] ?? {})) table.set(word, ['modal', strength]);
  for (const word of NEGATIONS[language] ?? []) table.set(word, ['negation', 'negation']);
  const words = [...table.keys()].sort((a, b) => b.length - a.length);
  if (words.length === 0) return;
  for (const [word] of text.matchAll(new RegExp(words.join('|'), 'gu'))) {
    const entry = table.get(word);
    if (entry) add(counter, entry[0], entry[1]);
  }
}

const ATOMS: Readonly<Partial<Record<Nodes['type'], Countable>>> = {
  citation: 'citation',
  crossReference: 'reference',
  footnoteReference: 'note',
};

/** What a citation cites: with its places where these stand in the text, without where they stand in a footnote. */
function sourcesOf({ node, key }: Token): string {
  if (node.type !== 'citation' || node.children[0]?.type !== 'footnoteReference') return key;
  return node.items.map(({ id }) => id).join(';');
}

function countMarks(counter: Counter, token: Token, links: Set<Nodes>, agreed: Map<Nodes, string>): void {
  for (const mark of token.marks) {
    if (FORMATTING.has(mark.type)) add(counter, 'formatting', `${mark.type} ${token.key}`);
    if (mark.type === 'agreed') agreed.set(mark, `${agreed.get(mark) ?? ''} ${token.key}`);
    if (links.has(mark)) continue;
    links.add(mark);
    if (mark.type === 'link') add(counter, 'link', mark.url);
    if (mark.type === 'crossReference') add(counter, 'reference', mark.target);
  }
}

function countTokens(counter: Counter, tokens: readonly Token[], language: string): void {
  const links = new Set<Nodes>();
  const agreed = new Map<Nodes, string>();
  tokens.forEach((token, index) => {
    const atom = token.kind === 'atom' ? ATOMS[token.node.type] : undefined;
    if (atom) add(counter, atom, token.node.type === 'citation' ? sourcesOf(token) : token.key);
    if (token.kind === 'open' && token.node.type === 'bracket') add(counter, 'bracket', 'bracket');
    if (token.kind === 'word' && !isQuiet(token.key, language)) countWord(counter, tokens, index, language);
    if (token.marks.length > 0) countMarks(counter, token, links, agreed);
  });
  for (const text of agreed.values()) add(counter, 'agreed', text.trim());
}

/** What a passage says: the number that an author typed before a heading says only where it stands. */
function countedTokens({ type, tokens }: Passage): readonly Token[] {
  return type === 'heading' ? tokens.slice(typedNumber(tokens)) : tokens;
}

/**
 * Counts what matters in some passages: modal verbs by strength, negations, numbers, dates, references, brackets …
 *
 * @param passages passages of one stage
 * @param language language of the text (BCP 47)
 * @param terms the terms that the text defines
 */
export function takeCensus(passages: readonly Passage[], language: string, terms?: Terms): Census {
  const counter: Counter = new Map();
  const base = language.toLowerCase().split('-')[0] ?? 'en';
  for (const passage of passages) {
    const tokens = countedTokens(passage);
    countTokens(counter, tokens, base);
    if (terms) for (const term of countTerms(terms, tokens)) add(counter, 'term', term);
    if (LANGUAGES_WITHOUT_SPACES.has(base)) countInside(counter, tokenText(tokens), base);
  }
  return counter;
}

/** Where two counts differ: how many more the later has, in all (`up`), and the earlier (`down`). */
export function difference(from: Census, to: Census, kind: Countable): { readonly up: number; readonly down: number } {
  const [before, after] = [from.get(kind), to.get(kind)];
  let [up, down] = [0, 0];
  if (before === undefined && after === undefined) return { up, down };
  for (const value of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    const change = (after?.get(value) ?? 0) - (before?.get(value) ?? 0);
    if (change > 0) up += change;
    else down -= change;
  }
  return { up, down };
}
