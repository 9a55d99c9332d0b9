import { lineText, type SourceLines } from '../source-lines.ts';
import { type ItemState, nextItem } from './items.ts';
import { type OpenRegion, opening } from './regions.ts';

/** A stretch of a source that a parser reads the same way alone as with all that is around it. */
export interface Segment {
  /** First line with words on it, from 1. */
  readonly startLine: number;
  /** Last line; blank lines at the end are part of lists, code and HTML, and of nothing else. */
  readonly endLine: number;
}

/** Readings of the lines so far beyond which it is given up to tell them apart. */
const MOST_READINGS = 6;

interface Splitter {
  readonly segments: Segment[];
  /** What may be open: a region, or `undefined` for none. Usually there is one answer. */
  open: readonly (OpenRegion | undefined)[];
  /** First line of the segment; 0 before the first. */
  startLine: number;
  /** Last line of the segment with words on it. */
  endLine: number;
  /** Whether all its lines stand at the margin and open nothing that a blank line may belong to. */
  simple: boolean;
  afterBlank: boolean;
  /** Whether a list, a quote or a note may have begun in this segment. */
  nested: boolean;
  /** Whether code, HTML or a directive may stand in it: where that ends, unclosed, depends on what comes next. */
  tangled: boolean;
  item: ItemState;
  /** Whether the last line with words may be indented code: behind that, the parser reads `2.` as words. */
  deep: boolean;
  /** Nothing is certain any more: the rest is one segment. */
  lost: boolean;
}

/**
 * Cuts a source between top-level blocks, in one pass.
 *
 * A cut is made only where a line surely begins a block of its own whatever stands before it: after a blank line, at
 * the margin, outside code, raw HTML and directives, and not where a list may go on. Lists with what is indented below
 * them stay whole. Where a line can be read in two ways both are followed, and no cut is made before they agree.
 *
 * @param lines The whole file.
 * @returns Segments in order; blank lines before the first belong to none.
 */
export function splitSegments(lines: SourceLines): readonly Segment[] {
  const known = split.get(lines);
  if (known !== undefined) return known;
  const segments = splitAll(lines);
  split.set(lines, segments);
  return segments;
}

/** A file is cut once for the scan and once for the parser. */
const split = new WeakMap<SourceLines, readonly Segment[]>();

function splitAll(lines: SourceLines): Segment[] {
  const splitter: Splitter = {
    segments: [],
    open: [undefined],
    startLine: 0,
    endLine: 0,
    simple: true,
    afterBlank: true,
    nested: false,
    tangled: false,
    item: { listSeen: false, content: undefined },
    deep: false,
    lost: false,
  };
  const count = lines.starts.length;
  for (let line = 1; line <= count && !splitter.lost; line++) readLine(splitter, lineText(lines, line), line);
  if (splitter.startLine > 0) splitter.segments.push({ startLine: splitter.startLine, endLine: count });
  return splitter.segments;
}

function readLine(splitter: Splitter, text: string, line: number): void {
  if (text.trim() === '') {
    readBlank(splitter);
    return;
  }
  const indent = indentOf(text);
  if (mayCut(splitter, text, indent)) cut(splitter, line);
  if (splitter.startLine === 0) splitter.startLine = line;
  splitter.endLine = line;
  splitter.deep = indent > 3;
  readWords(splitter, text, indent);
  splitter.afterBlank = false;
}

function readBlank(splitter: Splitter): void {
  splitter.afterBlank = true;
  if (splitter.open.some((region) => region?.untilBlank)) {
    splitter.open = unique(splitter.open.map((region) => (region?.untilBlank ? undefined : region)));
  }
}

/** A line of text at the margin after a blank line closes every list, quote and note before it. */
function mayCut(splitter: Splitter, text: string, indent: number): boolean {
  if (!splitter.afterBlank || indent > 0 || splitter.startLine === 0) return false;
  if (splitter.open.length > 1 || splitter.open[0] !== undefined) return false;
  return !(splitter.item.listSeen || splitter.deep) || !LIST_MARKER.test(text);
}

function cut(splitter: Splitter, line: number): void {
  splitter.item = { listSeen: false, content: undefined };
  const { tangled } = splitter;
  splitter.nested = splitter.tangled = false;
  if (tangled) return;
  const endLine = splitter.simple ? splitter.endLine : line - 1;
  splitter.segments.push({ startLine: splitter.startLine, endLine });
  splitter.startLine = line;
  splitter.simple = true;
}

/** Beginnings of lines of paragraphs, headings and tables. */
const SIMPLE = /^[\p{L}\p{N}#|"“(*_]/u;
const NESTING = /^ {0,3}(?:>|\[\^)/u;
const TANGLING = /`{3}|~{3}|:{3}|</u;
const LIST_MARKER = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/u;

/** Every reading of what is open goes on by itself. */
function readWords(splitter: Splitter, text: string, indent: number): void {
  const next: (OpenRegion | undefined)[] = [];
  let outside = false;
  for (const region of splitter.open) {
    if (region === undefined) outside = true;
    else next.push(region.ends(text) ? undefined : region);
  }
  if (outside) next.push(...readOutside(splitter, text, indent));
  splitter.open = unique(next);
  splitter.nested ||= splitter.item.listSeen || NESTING.test(text);
  splitter.tangled ||= splitter.nested && TANGLING.test(text);
  splitter.simple &&= SIMPLE.test(text) && !splitter.nested;
  splitter.lost = splitter.open.length > MOST_READINGS;
}

function readOutside(splitter: Splitter, text: string, indent: number): (OpenRegion | undefined)[] {
  const { item } = splitter;
  const isInside = item.content !== undefined && indent >= item.content;
  splitter.item = nextItem(item, text, { indent, afterBlank: splitter.afterBlank });
  // Further in it is code, or part of an item or a note, which the next line at the margin closes.
  const opened = isInside || indent > 3 ? undefined : opening(text);
  if (opened === undefined || opened.closed) return [undefined];
  const sure = opened.sure && (indent === 0 || !item.listSeen);
  return sure ? [opened.region] : [undefined, opened.region];
}

function unique(open: readonly (OpenRegion | undefined)[]): (OpenRegion | undefined)[] {
  if (open.length < 2) return [...open];
  return [...new Map(open.map((region) => [region?.key, region])).values()];
}

/** Columns before the first word. */
export function indentOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) columns++;
    else if (code === 0x09) columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}
