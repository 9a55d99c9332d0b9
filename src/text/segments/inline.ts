/** Words with emphasis, links and marks of notes, read as a parser would wherever there is but one way to read them. */
import type { PhrasingContent } from 'mdast';
import type { Point, Position } from 'unist';
import { classOf, type Mark, mayTurn, runEnd } from './attention.ts';
import { type Labels, NO_LABELS, normalLabel, usedLabels } from './labels.ts';

/** What begins something that only a parser knows to end: code, HTML, entities, definitions, addresses. */
const BEYOND = /[\\`<>~|\0\t\r]|&[#A-Za-z]|\]:|[-+.\w]@/u;
const ADDRESS = /https?:|www\./iu;
const MARKS = /[*_[\]]/gu;
const NOTE = /\[\^([A-Za-z0-9_-]{1,100})\]/uy;
/** A link whose target is but an address, without spaces, marks or a title. */
const LINK = /\[(?!\^)([^[\]]*)\]\(([^\s()<>[\]\\&"'\p{Cc}]*)\)/uy;

/** A picture, described in words without marks. */
const PICTURE = /!\[(?!\^)([^[\]*_\n]*)\]\(([^\s()<>[\]\\&"'\p{Cc}]*)\)/uy;

/** What is open: emphasis, a link, or the whole. */
interface Frame {
  readonly mark: Mark | '[' | '';
  /** How many marks opened it. */
  readonly size: number;
  /** Where it was opened. */
  readonly opened: number;
  readonly nodes: PhrasingContent[];
  /** The address of a link, and where its words and where it itself end. */
  readonly link?: { readonly url: string; readonly words: number; readonly end: number };
}

interface Reader {
  readonly text: string;
  readonly start: Point;
  readonly labels: Labels;
  readonly frames: Frame[];
  /** Up to where the text has become nodes. */
  taken: number;
}

/**
 * Reads the words of a paragraph, a heading, an item or a cell.
 *
 * @param text Without white space at the ends of its lines.
 * @param start Where it stands in its file; its later lines begin at the margin.
 * @param labels What the file defines.
 * @returns Undefined where a parser has to look.
 */
export function readInline(text: string, start: Point, labels: Labels): PhrasingContent[] | undefined {
  if (BEYOND.test(text) || refersTo(text, labels)) return undefined;
  const root: Frame = { mark: '', size: 0, opened: 0, nodes: [] };
  const reader: Reader = { text, start, labels, frames: [root], taken: 0 };
  MARKS.lastIndex = 0;
  for (let found = MARKS.exec(text); found; found = MARKS.exec(text)) {
    const end = readMark(reader, found[0], found.index);
    if (end === undefined) return undefined;
    MARKS.lastIndex = end;
  }
  return reader.frames.length === 1 && takeWords(reader, text.length) ? root.nodes : undefined;
}

function refersTo(text: string, { links }: Labels): boolean {
  return links.size > 0 && text.includes('[') && usedLabels(text, { links, notes: NO_LABELS.notes }) !== '';
}

/** Where to go on behind a mark; undefined where a parser has to look. */
function readMark(reader: Reader, mark: string, at: number): number | undefined {
  if (mark === '[') return openBracket(reader, at);
  return mark === ']' ? closeBracket(reader, at) : readAttention(reader, mark as Mark, at);
}

/** What stands before an index, back to the last node, becomes words of what is open. */
function takeWords(reader: Reader, to: number): boolean {
  const { text, taken, frames } = reader;
  if (to <= taken) return true;
  const value = text.slice(taken, to);
  if (ADDRESS.test(value)) return false;
  frames.at(-1)?.nodes.push({ type: 'text', value, position: span(reader, taken, to) });
  reader.taken = to;
  return true;
}

function openBracket(reader: Reader, at: number): number | undefined {
  if (reader.text[at - 1] === '!') return takePicture(reader, at - 1);
  NOTE.lastIndex = LINK.lastIndex = at;
  const label = NOTE.exec(reader.text)?.[1];
  if (label !== undefined && reader.labels.notes.has(normalLabel(label))) return takeNote(reader, label, at);
  const link = LINK.exec(reader.text);
  if (link === null) return at + 1;
  if (!takeWords(reader, at)) return undefined;
  const [whole, words = '', url = ''] = link;
  const ends = { url, words: at + 1 + words.length, end: at + whole.length };
  reader.frames.push({ mark: '[', size: 1, opened: at, nodes: [], link: ends });
  reader.taken = at + 1;
  return at + 1;
}

function takePicture(reader: Reader, at: number): number | undefined {
  PICTURE.lastIndex = at;
  const picture = PICTURE.exec(reader.text);
  if (picture === null || !takeWords(reader, at)) return undefined;
  const [whole, alt = '', url = ''] = picture;
  const end = at + whole.length;
  reader.frames.at(-1)?.nodes.push({ type: 'image', title: null, url, alt, position: span(reader, at, end) });
  reader.taken = end;
  return end;
}

function takeNote(reader: Reader, label: string, at: number): number | undefined {
  if (!takeWords(reader, at)) return undefined;
  const end = at + label.length + 3;
  const position = span(reader, at, end);
  reader.frames.at(-1)?.nodes.push({ type: 'footnoteReference', identifier: label.toLowerCase(), label, position });
  reader.taken = end;
  return end;
}

function closeBracket(reader: Reader, at: number): number | undefined {
  const frame = reader.frames.at(-1);
  const { link } = frame ?? {};
  // A bracket of no link is a word, unless what follows might yet make it one.
  if (frame === undefined || link === undefined) return reader.text[at + 1] === '(' ? undefined : at + 1;
  if (link.words !== at || !takeWords(reader, at)) return undefined;
  reader.frames.pop();
  const position = span(reader, frame.opened, link.end);
  const children = frame.nodes as Extract<PhrasingContent, { type: 'link' }>['children'];
  reader.frames.at(-1)?.nodes.push({ type: 'link', title: null, url: link.url, children, position });
  reader.taken = link.end;
  return link.end;
}

function readAttention(reader: Reader, mark: Mark, at: number): number | undefined {
  const { text, frames } = reader;
  const end = runEnd(text, mark, at);
  const turns = mayTurn(mark, classOf(text[at - 1]), classOf(text[end]));
  if (!turns.open && !turns.close) return end;
  const size = end - at;
  if ((turns.open && turns.close) || size > 2 || /[*_]/u.test((text[at - 1] ?? '') + (text[end] ?? '')))
    return undefined;
  if (!turns.open) return closeAttention(reader, mark, { at, end });
  if (!takeWords(reader, at)) return undefined;
  frames.push({ mark, size, opened: at, nodes: [] });
  reader.taken = end;
  return end;
}

function closeAttention(
  reader: Reader,
  mark: Mark,
  { at, end }: { readonly at: number; readonly end: number },
): number | undefined {
  const frame = reader.frames.at(-1);
  if (frame?.mark !== mark || frame.size !== end - at || !takeWords(reader, at)) return undefined;
  reader.frames.pop();
  const type = frame.size === 2 ? 'strong' : 'emphasis';
  reader.frames.at(-1)?.nodes.push({ type, children: frame.nodes, position: span(reader, frame.opened, end) });
  reader.taken = end;
  return end;
}

function span({ text, start }: Reader, from: number, to: number): Position {
  return { start: pointIn(text, start, from), end: pointIn(text, start, to) };
}

/**
 * Where a character of a text stands.
 *
 * @param text Its later lines begin at the margin.
 * @param start Where the text stands.
 * @param index In the text.
 */
export function pointIn(text: string, start: Point, index: number): Point {
  const offset = (start.offset ?? 0) + index;
  let line = start.line;
  let margin = -1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
    line++;
    margin = at;
  }
  return { line, column: margin < 0 ? start.column + index : index - margin, offset };
}
