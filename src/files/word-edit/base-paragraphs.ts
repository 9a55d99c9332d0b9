/** The paragraphs of a Word file with the places of their words in the part that holds them. */
import { symbolOf } from '../word/symbols.ts';
import { xmlBlocks } from './xml-blocks.ts';
import type { XmlElement } from './xml-places.ts';

/** A piece of a run: some words, or something that takes no room among them. */
export interface RunPart {
  readonly element: XmlElement;
  /** Offsets in the words of the paragraph. */
  readonly from: number;
  readonly to: number;
  /** Its words where it holds text that can be cut. */
  readonly words?: string;
}

/** A run with words. */
export interface BaseRun {
  readonly element: XmlElement;
  readonly from: number;
  readonly to: number;
  readonly parts: readonly RunPart[];
  /** True where a paragraph can be parted at it: it stands in the paragraph itself. */
  readonly isDirect: boolean;
  /** The formula that it is a piece of. */
  readonly formula?: XmlElement;
}

/** A run without words. */
export interface BareRun {
  readonly element: XmlElement;
  readonly at: number;
  /** The mark of a note or a picture in it, by which a copy tells that it is taken out. */
  readonly object?: 'note' | 'picture';
}

/** A field: runs of its own, and between them what it shows. */
export interface BaseField {
  readonly from: number;
  readonly to: number;
  readonly runs: readonly XmlElement[];
}

/** A paragraph. */
export interface BaseParagraph {
  readonly element: XmlElement;
  readonly words: string;
  readonly runs: readonly BaseRun[];
  readonly bare: readonly BareRun[];
  readonly fields: readonly BaseField[];
  /** Names of bookmarks in it, or open when it began. */
  readonly bookmarks: readonly string[];
}

/** What is no text of a paragraph, or stands in it a second time. */
const SKIPPED: ReadonlySet<string> = new Set(['pPr', 'Fallback', 'instrText', 'delInstrText', 'del', 'moveFrom', 'rt']);
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
};

/** The paragraphs of a part in the order in which they begin. */
export function baseParagraphs(root: XmlElement, source: string): readonly BaseParagraph[] {
  const bookmarks = bookmarksOf(root);
  return xmlBlocks(root).paragraphs.map(({ element }) => readParagraph(element, source, bookmarks.get(element) ?? []));
}

/** Names of the bookmarks that stand before a paragraph, behind the one before it. */
function bookmarksOf(root: XmlElement): ReadonlyMap<XmlElement, string[]> {
  const found = new Map<XmlElement, string[]>();
  let pending: string[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'bookmarkStart') pending.push(element.attributes.get('name') ?? '');
    if (element.name === 'p') {
      found.set(element, pending);
      pending = [];
    } else for (const child of element.children) visit(child);
  };
  visit(root);
  return found;
}

interface OpenField {
  readonly from: number;
  readonly runs: XmlElement[];
  depth: number;
}

interface ParagraphReading {
  readonly element: XmlElement;
  readonly source: string;
  readonly bookmarks: string[];
  readonly runs: BaseRun[];
  readonly bare: BareRun[];
  readonly fields: BaseField[];
  words: string;
  field?: OpenField;
}

function readParagraph(element: XmlElement, source: string, bookmarks: string[]): BaseParagraph {
  const reading: ParagraphReading = { element, source, bookmarks, runs: [], bare: [], fields: [], words: '' };
  for (const child of element.children) readInline(child, { isDirect: true }, reading);
  const { words, runs, bare, fields } = reading;
  return { element, words, runs, bare, fields, bookmarks };
}

interface Around {
  readonly isDirect: boolean;
  readonly formula?: XmlElement;
}

function readInline(child: XmlElement, around: Around, reading: ParagraphReading): void {
  if (SKIPPED.has(child.name) || child.name === 'p') return;
  if (child.name === 'bookmarkStart') reading.bookmarks.push(child.attributes.get('name') ?? '');
  if (child.name === 'r') {
    readRun(child, around, reading);
    return;
  }
  const formula = around.formula ?? (child.name === 'oMath' ? child : undefined);
  for (const inner of child.children)
    readInline(inner, { isDirect: false, ...(formula !== undefined && { formula }) }, reading);
}

function readRun(element: XmlElement, around: Around, reading: ParagraphReading): void {
  const from = reading.words.length;
  const parts = element.children.map((part): RunPart => {
    const start = reading.words.length;
    const own = wordsOf(part, reading.source);
    reading.words += own;
    return { element: part, from: start, to: reading.words.length, ...(part.name === 't' && { words: own }) };
  });
  if (reading.words.length > from) reading.runs.push({ element, from, to: reading.words.length, parts, ...around });
  else reading.bare.push({ element, at: from, ...objectOf(element) });
  readField(element, reading);
}

function objectOf(run: XmlElement): { readonly object?: 'note' | 'picture' } {
  if (run.children.some(({ name }) => name === 'footnoteReference' || name === 'endnoteReference'))
    return { object: 'note' };
  return run.children.some(({ name }) => name === 'drawing') ? { object: 'picture' } : {};
}

/** Runs without words between the outermost begin and end of a field. */
function readField(run: XmlElement, reading: ParagraphReading): void {
  const isBare = reading.bare.at(-1)?.element === run;
  for (const part of run.children) {
    if (part.name !== 'fldChar') continue;
    const type = part.attributes.get('fldCharType');
    if (type === 'begin') {
      reading.field ??= { from: reading.words.length, runs: [], depth: 0 };
      reading.field.depth += 1;
    }
    const { field } = reading;
    if (type !== 'end' || field === undefined) continue;
    field.depth -= 1;
    if (field.depth > 0) continue;
    if (isBare) field.runs.push(run);
    reading.fields.push({ from: field.from, to: reading.words.length, runs: field.runs });
    delete reading.field;
    return;
  }
  if (isBare) reading.field?.runs.push(run);
}

/** The words of a piece of a run; of one that holds runs of its own, as ruby does, all of theirs. */
export function wordsOf(part: XmlElement, source: string): string {
  if (part.name === 't' || part.name === 'delText') return decoded(source.slice(part.inner, part.innerEnd));
  if (part.name === 'sym')
    return symbolOf(Number.parseInt(part.attributes.get('char') ?? '', 16), part.attributes.get('font')) ?? '';
  if (part.name === 'rPr' || part.name === 'p' || SKIPPED.has(part.name)) return '';
  return CHARACTERS[part.name] ?? part.children.map((child) => wordsOf(child, source)).join('');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(xml: string): string {
  return xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/gu, (_, inner: string) => inner.replaceAll('&', '&amp;'))
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, number?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      return String.fromCodePoint(Number.parseInt(hex ?? number ?? '', hex === undefined ? 10 : 16));
    });
}
