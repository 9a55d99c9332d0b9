import type { Break, Nodes, PhrasingContent } from 'mdast';
import { foldTypography } from './fold.ts';

/** What a token is: a word, a sign, a node that is compared whole, or an end of a square bracket. */
type TokenKind = 'word' | 'sign' | 'atom' | 'open' | 'close';

/** The smallest thing that is kept, inserted or deleted. */
export interface Token {
  readonly kind: TokenKind;
  /** What is compared; free of typography, numbers of notes and numbers of references. */
  readonly key: string;
  readonly text: string;
  /** What stands before it: nothing, a space, or a line break that is meant. */
  readonly lead: '' | ' ' | Break;
  /** Inline nodes around it, outermost first; brackets are tokens instead. */
  readonly marks: readonly Nodes[];
  /** The node it comes from. */
  readonly node: Nodes;
}

// Scripts without spaces between words: their words are found by a dictionary. The sign of a long vowel, which no script
// has for itself, is part of Japanese words.
const SCRIPTS_WITHOUT_SPACES =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\u30fc\uff70';
const NUMBER = '\\p{N}+(?:[.,:/]\\p{N}+)*';
const LETTER = `(?:(?![${SCRIPTS_WITHOUT_SPACES}])[\\p{L}\\p{M}\\p{N}\\u200c\\u200d_])`;
const TOKEN = new RegExp(
  `\\s+|(?:${NUMBER}(?!${LETTER}))|${LETTER}+(?:['’\\-‐‑]${LETTER}+)*|[${SCRIPTS_WITHOUT_SPACES}\\p{M}]+|\\.{3}|[^\\s]\\p{M}*`,
  'gu',
);
const WORD = /[\p{L}\p{N}]/u;

interface Reader {
  readonly tokens: Token[];
  lead: '' | ' ' | Break;
}

function push(reader: Reader, token: Omit<Token, 'lead'>): void {
  const lead = reader.tokens.length === 0 ? '' : reader.lead;
  const { kind, key, text, marks, node } = token;
  reader.tokens.push({ kind, key, text, lead, marks, node });
  reader.lead = '';
}

const UNSPACED = new RegExp(`^[${SCRIPTS_WITHOUT_SPACES}]`, 'u');
const HOLDS_UNSPACED = new RegExp(`[${SCRIPTS_WITHOUT_SPACES}]`, 'u');
// Where Chinese and Japanese lines were wrapped no word ends.
const WRAPPED =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\u3000-\u303f\uff00-\uff65])[ \t]*\n[ \t]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65])/gu;
// The search for words grows faster than the text, so that it is given no more than this at once.
const LONGEST_SEARCH = 1000;

let segmenter: Intl.Segmenter | undefined;

/** The words of a stretch of text without spaces. One fixed locale: the script alone chooses the dictionary. */
function unspacedWords(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  const words: string[] = [];
  for (let start = 0; start < text.length; start += LONGEST_SEARCH) {
    for (const { segment } of segmenter.segment(text.slice(start, start + LONGEST_SEARCH))) words.push(segment);
  }
  return words;
}

const BEYOND_ASCII = /[^\t\n\r -~]/;
/** What {@link TOKEN} finds in ASCII, in a third of the time. */
const ASCII_TOKEN = /\s+|[0-9]+(?:[.,:/][0-9]+)*(?![A-Za-z0-9_])|[A-Za-z0-9_]+(?:['-][A-Za-z0-9_]+)*|\.{3}|\S/g;

function pieces(value: string): readonly string[] {
  if (!BEYOND_ASCII.test(value)) return value.match(ASCII_TOKEN) ?? [];
  const text = value.includes('\n') ? value.replace(WRAPPED, '') : value;
  const found: string[] = text.match(TOKEN) ?? [];
  if (!HOLDS_UNSPACED.test(text)) return found;
  return found.flatMap((piece) => (UNSPACED.test(piece) ? unspacedWords(piece) : [piece]));
}

/** How a piece of text is compared. */
interface Folded {
  readonly kind: 'word' | 'sign';
  readonly key: string;
}

/** A text says most of its words many times: each is folded once. */
const folded = new Map<string, Folded>();
const MOST_REMEMBERED = 100_000;
// Very long pieces seldom come twice.
const LONGEST_REMEMBERED = 40;

function fold(text: string): Folded {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const key = foldTypography(text);
  const found: Folded = { kind: WORD.test(key) ? 'word' : 'sign', key };
  if (text.length > LONGEST_REMEMBERED) return found;
  if (folded.size > MOST_REMEMBERED) folded.clear();
  folded.set(text, found);
  return found;
}

const STARTS_WITH_SPACE = /^\s/u;

function readText(reader: Reader, value: string, node: Nodes, marks: readonly Nodes[]): void {
  for (const text of pieces(value)) {
    if (text === ' ' || STARTS_WITH_SPACE.test(text)) {
      if (reader.lead === '') reader.lead = ' ';
      continue;
    }
    const { kind, key } = fold(text);
    if (key === '') continue;
    // Where nothing was folded, one string does for both.
    const lead = reader.tokens.length === 0 ? '' : reader.lead;
    reader.tokens.push({ kind, key, text: key === text ? key : text, lead, marks, node });
    reader.lead = '';
  }
}

/** What marks of footnotes are compared by until it is known which note became which. */
export const NOTE_MARK = '\u0001note';

/** What a node that is compared whole is compared by; undefined for all other nodes. */
function atomKey(node: Nodes): string | undefined {
  switch (node.type) {
    case 'image':
      return `\u0001image ${node.url} ${node.alt ?? ''}`;
    case 'footnoteReference':
      return NOTE_MARK;
    case 'citation':
      // Cited in a footnote: the note is a passage of its own, in which its words are compared.
      if (node.children[0]?.type === 'footnoteReference') return NOTE_MARK;
      return `\u0001cite ${node.items.map((item) => `${item.prefix ?? ''}@${item.id},${item.locator ?? ''}`).join(';')}`;
    case 'crossReference':
      return node.own ? undefined : `\u0001ref ${node.target}`;
    default:
      return undefined;
  }
}

/** The text of a node as a reader sees it. */
export function shownText(node: Nodes): string {
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map((child) => shownText(child)).join('');
  return '';
}

function readNode(reader: Reader, node: Nodes, marks: readonly Nodes[]): void {
  const atom = atomKey(node);
  if (atom !== undefined) {
    push(reader, { kind: 'atom', key: atom, text: shownText(node), marks, node });
  } else if (node.type === 'text') {
    readText(reader, node.value, node, marks);
  } else if (node.type === 'inlineCode' || node.type === 'html' || node.type === 'code') {
    readText(reader, node.value, node, node.type === 'inlineCode' ? [...marks, node] : marks);
  } else if (node.type === 'break') {
    reader.lead = node;
  } else if (node.type === 'bracket') {
    push(reader, { kind: 'open', key: '[', text: '[', marks, node });
    for (const child of node.children) readNode(reader, child, marks);
    reader.lead = '';
    push(reader, { kind: 'close', key: ']', text: ']', marks, node });
  } else if ('children' in node) {
    const inner = [...marks, node];
    for (const child of node.children) readNode(reader, child, inner);
  }
}

/**
 * Cuts inline content into tokens.
 *
 * @param nodes the inline nodes of one passage
 */
export function readTokens(nodes: readonly (PhrasingContent | Nodes)[]): Token[] {
  const reader: Reader = { tokens: [], lead: '' };
  for (const node of nodes) readNode(reader, node, []);
  return reader.tokens;
}

/** Tokens as running text. */
export function tokenText(tokens: readonly Token[]): string {
  return tokens.map((token, index) => (index > 0 && token.lead !== '' ? ` ${token.text}` : token.text)).join('');
}

/** Key of the token between two cells of a row, so that a word that changes its cell is a change. */
export const CELL_BORDER = '\u0001cell';

/** True for the border between two cells. */
export function isCellBorder(token: Token): boolean {
  return token.key === CELL_BORDER;
}
