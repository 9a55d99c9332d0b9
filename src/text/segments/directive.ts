import type { Nodes } from 'mdast';
import { freshLines } from '../source-lines.ts';
import { pointIn } from './inline.ts';
import type { Labels } from './labels.ts';
import type { PlainBlock, Start } from './plain.ts';
import { splitSegments } from './split.ts';

const OPENING = /^(:{3,})([A-Za-z][A-Za-z0-9]*)(?:\{([^{}&\\<>\n]*)\})?$/u;
const ATTRIBUTE = /[ ]*(?:#([A-Za-z][\w-]*)(?=[ ]|$)|([A-Za-z][A-Za-z0-9-]*)="([^"]*)"(?=[ ]|$))[ ]*/uy;

type ContainerDirective = Extract<Nodes, { type: 'containerDirective' }>;

interface DirectiveContext {
  readonly labels: Labels;
  /** Reads a block without a parser. */
  readonly read: (text: string, start: Start, labels: Labels) => PlainBlock | undefined;
}

/**
 * Reads a directive all of whose blocks there is but one way to read.
 *
 * @param text A segment, without blank lines at its end.
 * @param start Where it stands.
 * @returns Undefined where a parser has to look.
 */
export function readDirective(
  text: string,
  start: Start,
  { labels, read }: DirectiveContext,
): ContainerDirective | undefined {
  const lineEnd = text.indexOf('\n');
  const [, colons = '', name = '', braces = ''] = OPENING.exec(text.slice(0, lineEnd)) ?? [];
  // Where another line may end it, or nothing does, a parser has to look.
  if (colons === '' || !text.endsWith(`\n${colons}`) || endsBefore(text.slice(lineEnd, -colons.length), colons))
    return undefined;
  const attributes = attributesIn(braces);
  const inner = text.slice(lineEnd + 1, -colons.length);
  const children = blocksIn(inner, { line: start.line + 1, offset: start.offset + lineEnd + 1 }, { labels, read });
  if (attributes === undefined || children === undefined) return undefined;
  const begin = { line: start.line, column: 1, offset: start.offset };
  const position = { start: begin, end: pointIn(text, begin, text.length) };
  return { type: 'containerDirective', name, attributes, children, position };
}

function endsBefore(inner: string, colons: string): boolean {
  return (
    inner.includes(`\n${colons}`) && new RegExp(`^ {0,3}:{${Math.min(colons.length, 1000)},} *$`, 'mu').test(inner)
  );
}

function attributesIn(braces: string): Record<string, string> | undefined {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  let at = 0;
  while (at < braces.length) {
    const [, id, name = 'id', value = ''] = ATTRIBUTE.exec(braces) ?? [];
    // What has no name, or one that stands there twice, is left to a parser.
    if (ATTRIBUTE.lastIndex <= at || found.has(name)) return undefined;
    found.set(name, id ?? value);
    at = ATTRIBUTE.lastIndex;
  }
  return Object.fromEntries(found);
}

function blocksIn(text: string, start: Start, { labels, read }: DirectiveContext): PlainBlock[] | undefined {
  const lines = freshLines(text);
  const blocks: PlainBlock[] = [];
  for (const { startLine, endLine } of splitSegments(lines)) {
    const from = lines.starts[startLine - 1] ?? 0;
    const segment = text.slice(from, lines.starts[endLine] ?? text.length);
    const block = read(segment, { line: start.line + startLine - 1, offset: start.offset + from }, labels);
    if (block === undefined) return undefined;
    blocks.push(block);
  }
  return blocks;
}
