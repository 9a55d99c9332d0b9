/** Whole blocks put into a source or taken out of it. */
import type { Node } from 'unist';
import { cellLine } from '../tables/cell-markdown.ts';

/** Paragraphs that are new. */
export interface NewParagraphs {
  /** The block they come after. */
  readonly behind: Node;
  readonly source: string;
  readonly paragraphs: readonly string[];
  readonly newId: () => string;
}

const ID_LINE = /^[ \t>]*\^[A-Za-z0-9-]+[ \t]*$/u;

/**
 * Puts paragraphs behind a block, as items behind an item.
 *
 * @returns Undefined where nothing can stand behind it, as behind rows of a table.
 */
export function addParagraphs({
  behind,
  source,
  paragraphs,
  newId,
}: NewParagraphs): { readonly source: string; readonly added: readonly string[] } | undefined {
  const { type } = behind;
  if (type === 'tableRow' || type === 'tableCell' || behind.position === undefined) return undefined;
  const lead = leadOf(behind, source);
  if (lead === undefined) return undefined;
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const gap = type === 'listItem' && isTight(behind, source) ? newline : newline + newline;
  const added = paragraphs.map(newId);
  const text = paragraphs.map((words, at) => `${gap}${nextMarker(lead, at + 1)}${cellLine(words)} ^${added[at]}`);
  const end = blockEnd(behind, source);
  return { source: source.slice(0, end) + text.join('') + source.slice(end), added };
}

/** What stands before the words of a block on its first line; undefined where it is not known how to go on from it. */
function leadOf({ type, position }: Node, source: string): string | undefined {
  const start = position?.start.offset ?? 0;
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1);
  if (type === 'listItem') return /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/u.exec(line)?.[0];
  const indent = /^[ \t]*/u.exec(line)?.[0] ?? '';
  return /^(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])/u.test(line.slice(indent.length)) && type === 'paragraph'
    ? undefined
    : indent;
}

function nextMarker(lead: string, by: number): string {
  return lead.replace(/\d+/u, (number) => String(Number(number) + by));
}

/** Whether the item before or after stands on the next line. */
function isTight({ position }: Node, source: string): boolean {
  const start = position?.start.offset ?? 0;
  const before = source.slice(0, source.lastIndexOf('\n', start - 1) + 1);
  const after = source.slice(position?.end.offset ?? 0);
  return /[^\s][^\n]*\r?\n$/u.test(before) || /^[^\n]*\r?\n[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/u.test(after);
}

/** Behind the last line of a block, and behind the line with its id where it has one. */
function blockEnd({ position }: Node, source: string): number {
  const end = lineEnd(source, position?.end.offset ?? 0);
  const below = /^(?:\r?\n[ \t]*)+/u.exec(source.slice(end))?.[0].length ?? 0;
  const lineStart = source.lastIndexOf('\n', end + below - 1) + 1;
  const close = lineEnd(source, end + below);
  return below > 0 && ID_LINE.test(source.slice(lineStart, close)) ? close : end;
}

function lineEnd(source: string, from: number): number {
  const at = source.indexOf('\n', from);
  if (at === -1) return source.length;
  return source[at - 1] === '\r' && at > from ? at - 1 : at;
}

/** The source without a block, its id and the blank lines behind it. */
export function cutBlock(block: Node, source: string): string {
  const offset = block.position?.start.offset ?? 0;
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const end = blockEnd(block, source);
  const blank = /^\r?\n(?:[ \t]*\r?\n)*/u.exec(source.slice(end))?.[0] ?? '';
  const rest = source.slice(end + blank.length);
  const before = source.slice(0, start);
  // What was the last block leaves the end of its file as it was.
  if (rest === '') return before.replace(/(?:\r?\n)+$/u, '') + (blank === '' ? '' : (/^\r?\n/u.exec(blank)?.[0] ?? ''));
  return before + rest;
}
