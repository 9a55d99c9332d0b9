import type { Nodes } from 'mdast';
import { actorAt, topicsOf } from './actors.ts';
import { splitCells } from './cells.ts';
import { LANGUAGES_WITHOUT_SPACES, MODALS, NEGATIONS, NEGATIONS_BESIDE } from './flag-tables.ts';
import { foldWord } from './fold-word.ts';
import { strengthAt, tableForms } from './modal-words.ts';
import type { Passage } from './passages.ts';
import { mayBeQuantity, type Quantity, quantitiesAt } from './quantities.ts';
import { countTerms, type Terms } from './terms.ts';
import type { Token } from './tokens.ts';
import { typedNumber } from './typed-number.ts';
import { wordsInside } from './words-inside.ts';

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
  const forms = tableForms(key, language);
  const word = forms[0] ?? '';
  if (mayBeQuantity(word) || isNegation(word, forms, language)) return false;
  if (NEGATIONS_BESIDE[language]?.[word] !== undefined) return false;
  const modals = MODALS[language] ?? {};
  return forms.every((form) => modals[form] === undefined);
}

// Between the two words of a French negation stand its verb and what belongs to it.
const BEFORE_NEGATION = 4;

/** Whether a word turns its sentence round because of the words beside it: save for, ne … pas. */
function isNegationBeside(tokens: readonly Token[], index: number, language: string): boolean {
  const beside = NEGATIONS_BESIDE[language]?.[foldWord(tokens[index]?.key ?? '')];
  if (beside === undefined) return false;
  if (beside.behind?.includes(foldWord(tokens[index + 1]?.key ?? ''))) return true;
  const before = tokens.slice(Math.max(0, index - BEFORE_NEGATION), index).map(({ key }) => foldWord(key));
  return before.some((word) => beside.before?.includes(word) || (language === 'fr' && word.startsWith("n'")));
}

function countWord(counter: Counter, tokens: readonly Token[], index: number, language: string): void {
  const quantities = quantitiesAt(tokens, index);
  const forms = tableForms(tokens[index]?.key ?? '', language);
  const word = forms[0] ?? '';
  for (const quantity of quantities) add(counter, quantity, word);
  if (quantities.length > 0) return;
  const strength = strengthAt(tokens, index, language);
  const actor = strength && language !== 'ja' && actorAt(tokens, index, language);
  if (typeof actor === 'string') add(counter, 'actor', actor);
  if (LANGUAGES_WITHOUT_SPACES.has(language)) return;
  if (strength) add(counter, 'modal', strength);
  const negates = isNegation(word, forms, language) || isNegationBeside(tokens, index, language);
  if (negates) add(counter, 'negation', 'negation');
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
    // What stands in one cell says nothing of what stands in the next.
    for (const part of passage.family === 'row' ? splitCells(tokens) : [tokens]) countTokens(counter, part, base);
    if (terms) for (const term of countTerms(terms, tokens)) add(counter, 'term', term);
    if (base === 'ja') for (const actor of topicsOf(tokens)) add(counter, 'actor', actor);
    if (!LANGUAGES_WITHOUT_SPACES.has(base)) continue;
    for (const [kind, value] of wordsInside(tokens, base)) add(counter, kind, value);
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
