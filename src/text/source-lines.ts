import type { Point } from 'unist';

/** Where the lines of a source begin, so that offsets become lines and columns. */
export interface SourceLines {
  readonly source: string;
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
}

const LINE_END = /\r\n|\n|\r/gu;

/** Every step of reading a file asks for its lines, some with its front matter and some without. */
let last: SourceLines | undefined;
let lastButOne: SourceLines | undefined;

/**
 * Finds where the lines of a source begin; CRLF, LF and a lone CR end a line.
 *
 * @param source The whole file.
 */
export function sourceLines(source: string): SourceLines {
  if (last?.source === source) return last;
  const known = lastButOne?.source === source ? lastButOne : freshLines(source);
  lastButOne = last;
  last = known;
  return known;
}

/** Finds the lines of a part of a file, which nobody will ask for again. */
export function freshLines(source: string): SourceLines {
  return { source, starts: source.includes('\r') ? anyStarts(source) : plainStarts(source) };
}

function anyStarts(source: string): number[] {
  const starts = [0];
  for (const match of source.matchAll(LINE_END)) starts.push(match.index + match[0].length);
  return starts;
}

function plainStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Number of the line an offset stands on, from 1. */
export function lineAt(lines: SourceLines, offset: number): number {
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Line, column and offset of an offset, as unist wants it. */
export function pointAt(lines: SourceLines, offset: number): Point {
  const line = lineAt(lines, offset);
  return { line, column: offset - (lines.starts[line - 1] ?? 0) + 1, offset };
}

const LF = 0x0a;
const CR = 0x0d;

/** Text of a line without its ending; empty where there is no such line. */
export function lineText(lines: SourceLines, line: number): string {
  const start = lines.starts[line - 1];
  if (start === undefined) return '';
  const { source } = lines;
  let end = lines.starts[line] ?? source.length;
  if (end > start && source.charCodeAt(end - 1) === LF) end -= 1;
  if (end > start && source.charCodeAt(end - 1) === CR) end -= 1;
  return source.slice(start, end);
}

/** The line ending a source uses: that of its first line, LF where it has one line only. */
export function lineEnding(source: string): string {
  return /\r\n|\n|\r/u.exec(source)?.[0] ?? '\n';
}
