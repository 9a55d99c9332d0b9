/** The paragraphs of a Word file with the places of their words in the part that holds them. */
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
}

/** A paragraph. */
export interface BaseParagraph {
  readonly element: XmlElement;
  readonly words: string;
  readonly runs: readonly BaseRun[];
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

/** The paragraphs of a text in the order in which they begin. */
export function baseParagraphs(root: XmlElement, source: string): readonly BaseParagraph[] {
  const found: BaseParagraph[] = [];
  const pending: string[] = [];
  const visit = (element: XmlElement): void => {
    if (SKIPPED.has(element.name)) return;
    if (element.name === 'bookmarkStart') pending.push(element.attributes.get('name') ?? '');
    if (element.name === 'p') found.push(readParagraph(element, source, pending.splice(0)));
    else for (const child of element.children) visit(child);
    if (element.name === 'p') for (const inner of innerParagraphs(element)) visit(inner);
  };
  visit(root);
  return found;
}

/** Paragraphs of text boxes that hang on a paragraph. */
function innerParagraphs(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (SKIPPED.has(child.name)) return [];
    return child.name === 'p' ? [child] : innerParagraphs(child);
  });
}

function readParagraph(element: XmlElement, source: string, bookmarks: string[]): BaseParagraph {
  const runs: BaseRun[] = [];
  let words = '';
  const visit = (child: XmlElement, isDirect: boolean): void => {
    if (SKIPPED.has(child.name) || child.name === 'p') return;
    if (child.name === 'bookmarkStart') bookmarks.push(child.attributes.get('name') ?? '');
    if (child.name !== 'r') {
      for (const inner of child.children) visit(inner, false);
      return;
    }
    // Runs of formulas have elements of their own, which are never cut.
    if (child.prefix !== element.prefix) {
      words += child.children.map((part) => wordsOf(part, source)).join('');
      return;
    }
    const from = words.length;
    const parts = child.children.map((part): RunPart => {
      const start = words.length;
      const own = wordsOf(part, source);
      words += own;
      return { element: part, from: start, to: words.length, ...(part.name === 't' && { words: own }) };
    });
    if (words.length > from) runs.push({ element: child, from, to: words.length, parts, isDirect });
  };
  for (const child of element.children) visit(child, true);
  return { element, words, runs, bookmarks };
}

function wordsOf(part: XmlElement, source: string): string {
  if (part.name === 't') return decoded(source.slice(part.inner, part.innerEnd));
  if (part.name === 'br' && part.attributes.get('type') === 'page') return '';
  return CHARACTERS[part.name] ?? '';
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
