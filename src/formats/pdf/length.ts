import type { Nodes } from 'mdast';
import type { Document } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';

/**
 * Lines of print a PDF may have, as far as they can be told beforehand: about 1,500 pages.
 * The typesetter keeps every line in memory until the last page is done.
 */
export const LONGEST = 60_000;

/** Characters on a line of print. */
const LINE = 80;

/** Lines that a node takes beyond those of its words: space around it, and the entry of a heading in the contents. */
const EXTRA: Readonly<Partial<Record<Nodes['type'], number>>> = {
  heading: 16,
  paragraph: 1,
  listItem: 1,
  tableRow: 2,
  footnoteDefinition: 1,
  figure: 20,
};

/** What is printed of one unit: its words are never divided between PDF and remainder, except literal ones. */
const WHOLE: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableRow', 'figure', 'termDefinition']);

/** A Document that fits into a PDF, and a finding where something had to be left out for that. */
export interface Shortened {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

interface Budget {
  left: number;
  /** First thing that did not fit. */
  cut: Finding['place'] | undefined;
  file: string;
}

/**
 * Leaves out what comes after the number of lines a PDF can hold; what is left is the Document itself where it fits.
 *
 * @param document Any Document.
 * @param longest Lines of print.
 */
export function shorten(document: Document, longest = LONGEST): Shortened {
  if (linesOf(document.root) <= longest) return { document, findings: [] };
  const budget: Budget = { left: longest, cut: undefined, file: '' };
  const root = cutNode(document.root, budget) as Document['root'];
  return { document: { ...document, root }, findings: budget.cut === undefined ? [] : [tooLong(budget.cut)] };
}

function linesOf(node: Nodes): number {
  const own = EXTRA[node.type] ?? 0;
  if ('children' in node) return (node.children as Nodes[]).reduce((sum, child) => sum + linesOf(child), own);
  return own + ('value' in node ? linesOfText(node.value) : 0);
}

/** A break in the source is one in print only where text is printed as it stands, and counts all the same. */
function linesOfText(value: string): number {
  let breaks = 0;
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) breaks++;
  return breaks + value.length / LINE;
}

function cutNode(node: Nodes, budget: Budget): Nodes | undefined {
  if (node.type === 'section') budget.file = node.file ?? '';
  const lines = linesOf(node);
  if (lines <= budget.left) {
    budget.left -= lines;
    return node;
  }
  const isText = node.type === 'code' || isLiteral(node);
  if (isText || WHOLE.has(node.type) || !('children' in node)) {
    budget.cut = { file: budget.file, line: node.position?.start.line ?? 1, column: 1 };
    return isText ? cutText(node, budget) : undefined;
  }
  budget.left -= EXTRA[node.type] ?? 0;
  const children = cutChildren(node.children as Nodes[], budget);
  return children.length === 0 ? undefined : ({ ...node, children } as Nodes);
}

/** Nothing follows what did not fit: a text with a hole in its middle would be read as whole. */
function cutChildren(children: readonly Nodes[], budget: Budget): Nodes[] {
  const kept: Nodes[] = [];
  for (const child of children) {
    const cut = cutNode(child, budget);
    if (cut !== undefined) kept.push(cut);
    if (budget.cut !== undefined) break;
  }
  return kept;
}

function isLiteral(node: Nodes): boolean {
  return node.type === 'paragraph' && node.data?.origin === 'literal';
}

function cutText(node: Nodes, budget: Budget): Nodes | undefined {
  const text = node.type === 'code' ? node.value : textIn(node);
  const kept = firstLines(text, budget.left);
  budget.left = 0;
  if (kept === '') return undefined;
  if (node.type === 'code') return { ...node, value: kept };
  return { ...node, children: [{ type: 'text', value: kept }] } as Nodes;
}

function textIn(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(textIn).join('') : '';
}

function firstLines(text: string, lines: number): string {
  let left = lines;
  let end = 0;
  while (end < text.length && left > 0) {
    const next = text.indexOf('\n', end);
    const stop = next < 0 ? text.length : next + 1;
    left -= 1 + (stop - end) / LINE;
    if (left >= 0) end = stop;
  }
  return text.slice(0, end);
}

function tooLong(place: Finding['place']): Finding {
  return {
    check: 'pdf/too-long',
    severity: 'error',
    message: 'From here on the document is left out of the PDF, which can hold about 1,500 pages.',
    why: 'Whoever reads the PDF would take it for the whole document.',
    hint: 'Compile it with "--to html,md", which hold all of it, or divide the text into several documents.',
    place,
  };
}
