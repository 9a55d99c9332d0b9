import type { Nodes, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { Figure } from '../../model/document.ts';
import { plainText } from '../../text/plain-text.ts';
import { changeOptions, forChild, withChange, withoutLink } from './changes.ts';
import { anchorOf, type Context, headline, placeOf } from './context.ts';
import { pictureName, reportMissing } from './phrasing.ts';
import { call, literal, type SourceLine } from './source.ts';

const LINKING: ReadonlySet<string> = new Set(['link', 'footnoteReference', 'crossReference']);

const ALIGN = { left: 'start', center: 'center', right: 'end' } as const;

/** Narrowest and widest share of a column, in characters, so that one long cell does not starve its neighbours. */
const SHARE = { least: 4, most: 90 } as const;
/** Long texts may run over several lines: the share of a column grows more slowly than its text. */
const TAMED = 0.75;
/** Columns whose cells are all this short are as wide as they need to be; the others share the rest. */
const SHORT = 18;

/** A table whose header row comes back on every page. One row a line. */
export function table(node: Table, context: Context): SourceLine[] {
  const [header, ...rows] = node.children;
  if (header === undefined) return [];
  const width = Math.max(...node.children.map((row) => row.children.length), 1);
  const place = placeOf(node, context);
  const options = literal({
    id: anchorOf(node.data?.id, context),
    columns: columnShares(node, width),
    repeat: comesBack(header),
    caption: caption(node, context),
    change: changeOptions(context),
  });
  const aligns = Array.from({ length: width }, (_, at) => ALIGN[node.align?.[at] ?? 'left']);
  const head = `sheet(${options},(${aligns.join(',')},),(${cells(header, width, withoutLink(context))},),`;
  const inner = withoutLink(context);
  const body = rows.map((row) => ({ text: `${cells(row, width, inner)},`, place: placeOf(row, context) }));
  return [{ text: head, place }, ...body, { text: ')', place }];
}

/** Longest cell of a header row that comes back; one that fills the page would leave no room for rows. */
const HEADER_CELL = 120;

/** A header row that comes back is an artifact from the second page on, and an artifact may hold no link. */
function comesBack(header: TableRow): boolean {
  const short = header.children.every((node) => plainText(node).length <= HEADER_CELL);
  return short && !hasLinks(header) && header.data?.change?.counterpart === undefined;
}

function hasLinks(node: Nodes): boolean {
  return LINKING.has(node.type) || ('children' in node && node.children.some(hasLinks));
}

function caption(node: Table, context: Context): string | undefined {
  const whole = headline(context.words.table, node.data, node.data?.caption);
  return whole === undefined ? undefined : context.printable(whole);
}

function cells(row: TableRow, width: number, context: Context): string {
  const inner = row.data?.change === undefined ? context : withChange(context, row.data.change);
  return Array.from({ length: width }, (_, at) => cell(row.children[at], forChild(inner, at))).join(',');
}

function cell(node: TableCell | undefined, context: Context): string {
  if (node === undefined) return '[]';
  const inner = node.data?.change === undefined ? context : withChange(context, node.data.change);
  const options = { change: changeOptions(inner) };
  const anchor = anchorOf(node.data?.id, context);
  const words = context.phrasing(node.children, inner);
  return call('cell', literal({ ...options, id: anchor }), words);
}

/** Columns share the width by how much stands in them, between the usual and the longest cell; no less than the longest word. */
function columnShares(node: Table, width: number): (number | null)[] {
  const shares = Array.from({ length: width }, (_, at) => columnShare(node, at));
  const anyLong = shares.some(({ longest }) => longest > SHORT);
  return shares.map(({ share, longest }) => (anyLong && longest <= SHORT ? null : share));
}

function columnShare(node: Table, at: number): { share: number; longest: number } {
  const texts = node.children.map((row) => plainLength(row.children[at]?.children ?? []));
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(texts.length, 1);
  const longest = Math.max(...texts.map(({ length }) => length));
  const word = Math.max(...texts.map((text) => text.word));
  const wanted = Math.min(Math.max((mean + longest) / 2, word, SHARE.least), SHARE.most);
  return { share: Math.round(wanted ** TAMED * 10) / 10, longest };
}

function plainLength(children: readonly PhrasingContent[]): { length: number; word: number } {
  const text = children.map(plainText).join('');
  return { length: text.length, word: Math.max(...text.split(/\s+/u).map((word) => word.length)) };
}

/** A picture with its caption. Without alternative text it is decoration, and the finding says so. */
export function figure(node: Figure, context: Context): SourceLine[] {
  const path = pictureName(node.url, node, context);
  const place = placeOf(node, context);
  if (path === undefined) reportMissing(node, context);
  else if (node.alt === '') reportNoAlt(node, context);
  const alt = context.printable(node.alt === '' && path === undefined ? node.url : node.alt);
  const options = {
    id: anchorOf(node.data?.id, context),
    path: path ?? null,
    alt: path === undefined ? `[${context.words.picture}${context.words.colon}${alt}]` : alt,
    ornament: path !== undefined && node.alt === '',
    change: changeOptions(context),
  };
  return [{ text: call('plate', literal(options), ...captionParts(node, context)), place }];
}

function captionParts(node: Figure, context: Context): string[] {
  const label = headline(context.words.figure, node.data, undefined);
  const own = context.phrasing(node.children, context);
  const words = own === '' && node.data?.caption !== undefined ? literal(context.printable(node.data.caption)) : own;
  return label === undefined ? [words] : [literal(context.printable(`${label.replace(/[.:]$/u, '')}. `)), words];
}

function reportNoAlt(node: Figure, context: Context): void {
  context.gathered.findings.push({
    check: 'pdf/alternative-text',
    severity: 'warning',
    message: `The picture ${node.url} has no alternative text, so the PDF treats it as decoration.`,
    why: 'Who cannot see the picture is not told that it is there.',
    hint: 'Describe it between the square brackets: ![what it shows](path).',
    place: placeOf(node, context),
  });
}
