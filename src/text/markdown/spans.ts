/** Square brackets in prose: citations, text not yet agreed, agreed language. */

import type { PhrasingContent, Text } from 'mdast';
import type { Agreed, Bracket, Citation } from '../../model/document.ts';
import { type Attributes, parseAttributes } from '../attributes.ts';
import { nearest } from '../nearest.ts';
import { type Alignment, alignText } from './align.ts';
import { parseCitation } from './citation.ts';
import { endOf, type MarkdownContext, positionOf, report, startOf } from './context.ts';

/** Text since an opening bracket that is not closed yet. */
interface Frame {
  /** Source offset of the bracket; -1 for the outermost. */
  readonly open: number;
  readonly nodes: PhrasingContent[];
}

interface Reader {
  readonly context: MarkdownContext;
  readonly frames: Frame[];
  /** Source offset up to which everything is already read. */
  skipUntil: number;
}

/** What a class in braces makes of the bracketed text before it. */
const SPAN_CLASSES: ReadonlySet<string> = new Set(['bracket', 'agreed']);

/** Whether a source slice may hold any of it. */
export function mayHoldSpans(source: string): boolean {
  return source.includes(']{') || (source.includes('[') && source.includes('@'));
}

/**
 * Finds citations and bracketed spans among phrasing that stands side by side.
 *
 * @param context The file.
 * @param children Phrasing in order.
 * @returns The same with `citation`, `bracket` and `agreed` nodes in place of their source.
 */
export function readSpans(context: MarkdownContext, children: readonly PhrasingContent[]): PhrasingContent[] {
  const reader: Reader = { context, frames: [{ open: -1, nodes: [] }], skipUntil: 0 };
  for (const child of children) {
    if (endOf(child) <= reader.skipUntil && child.position) continue;
    if (child.type === 'text') readText(reader, child);
    else readNode(reader, child);
  }
  while (reader.frames.length > 1) giveUp(reader);
  return reader.frames[0]?.nodes ?? [];
}

function readNode(reader: Reader, node: PhrasingContent): void {
  const attributes = node.type === 'link' ? spanAttributes(reader, endOf(node)) : undefined;
  const isShortcut = node.type === 'link' && reader.context.source[startOf(node)] === '[';
  if (attributes && isShortcut && reader.context.source[endOf(node) - 1] === ']') {
    push(reader, span(reader, { attributes, open: startOf(node), nodes: node.children }));
    reader.skipUntil = attributes.end;
  } else push(reader, node);
}

function readText(reader: Reader, node: Text): void {
  const { source } = reader.context;
  if (startOf(node) >= reader.skipUntil && !/[[\]]/u.test(node.value)) {
    push(reader, node);
    return;
  }
  const alignment = alignText(node.value, { source, start: startOf(node), end: endOf(node) });
  if (!alignment) {
    push(reader, node);
    return;
  }
  let from = 0;
  while (from < node.value.length && (alignment.offsets[from] ?? 0) < reader.skipUntil) from++;
  for (let index = from; index < node.value.length; index++) {
    const character = node.value[index];
    if ((character !== '[' && character !== ']') || !alignment.isLive(index)) continue;
    pushText(reader, { node, alignment, from, to: index });
    from = readBracket(reader, { character, index, alignment });
    index = from - 1;
  }
  pushText(reader, { node, alignment, from, to: node.value.length });
}

interface BracketAt {
  readonly character: string;
  readonly index: number;
  readonly alignment: Alignment;
}

/** Reads one bracket; returns where in the text to go on. */
function readBracket(reader: Reader, { character, index, alignment }: BracketAt): number {
  const offset = alignment.offsets[index] ?? 0;
  if (character === '[') reader.frames.push({ open: offset, nodes: [] });
  else closeBracket(reader, offset);
  let next = index + 1;
  const end = alignment.offsets.length - 1;
  while (next < end && (alignment.offsets[next] ?? 0) < reader.skipUntil) next++;
  return next;
}

function closeBracket(reader: Reader, offset: number): void {
  const attributes = spanAttributes(reader, offset + 1);
  if (reader.frames.length === 1) {
    if (attributes) reportUnopened(reader, offset);
    push(reader, literal(reader, offset, ']'));
    return;
  }
  if (!attributes) reportUnknownClass(reader, offset + 1);
  const frame = reader.frames.at(-1);
  if (!frame) return;
  const made = attributes ? span(reader, { ...frame, attributes }) : citation(reader, frame, offset);
  if (!made) {
    giveUp(reader);
    push(reader, literal(reader, offset, ']'));
    return;
  }
  reader.frames.pop();
  push(reader, made);
  reader.skipUntil = Math.max(reader.skipUntil, endOf(made));
}

/** The bracket was only a bracket: what followed it joins what stood before it. */
function giveUp(reader: Reader): void {
  const frame = reader.frames.pop();
  if (!frame) return;
  push(reader, literal(reader, frame.open, '['));
  for (const node of frame.nodes) push(reader, node);
}

function spanAttributes(reader: Reader, offset: number): Attributes | undefined {
  const attributes = parseAttributes(reader.context.source, offset);
  return attributes?.classes.some((name) => SPAN_CLASSES.has(name)) ? attributes : undefined;
}

interface SpanParts extends Frame {
  readonly attributes: Attributes;
}

function span(reader: Reader, { attributes, open, nodes }: SpanParts): Bracket | Agreed {
  const { id, classes, values, end } = attributes;
  const shared = {
    children: nodes as PhrasingContent[],
    ...(id === undefined ? {} : { data: { id } }),
    position: positionOf(reader.context, open, end),
  };
  if (classes.includes('bracket')) {
    return { type: 'bracket', ...(values.by === undefined ? {} : { by: values.by }), ...shared };
  }
  return { type: 'agreed', ...(values.source === undefined ? {} : { source: values.source }), ...shared };
}

function citation(reader: Reader, frame: Frame, close: number): Citation | undefined {
  const { context } = reader;
  const items = parseCitation(context.source.slice(frame.open + 1, close).replaceAll(/[\r\n]+[ \t>]*/gu, ' '));
  if (!items) return undefined;
  return { type: 'citation', items, children: [], position: positionOf(context, frame.open, close + 1) };
}

/** Attributes after a closed bracket that make nothing of it. */
function reportUnknownClass(reader: Reader, offset: number): void {
  const { classes = [], values = {} } = parseAttributes(reader.context.source, offset) ?? {};
  const [name] = classes;
  if (name === undefined && values.by === undefined && values.source === undefined) return;
  const near = name === undefined ? undefined : nearest(name, SPAN_CLASSES);
  const known = [...SPAN_CLASSES].map((one) => `{.${one}}`).join(' and ');
  const choice = name === undefined ? 'Write [x]{.bracket by="…"} or [x]{.agreed source="…"}.' : `Known are ${known}.`;
  report(reader.context, offset, {
    check: 'text/unknown-class',
    severity: name === undefined || near !== undefined ? 'warning' : 'info',
    message: `${name === undefined ? 'These attributes have no class' : `The class "${name.slice(0, 40)}" is not known`}; brackets and braces are printed as they stand.`,
    hint: near === undefined ? choice : `Did you mean "{.${near}}"?`,
  });
}

function reportUnopened(reader: Reader, offset: number): void {
  report(reader.context, offset, {
    check: 'text/span-unopened',
    severity: 'warning',
    message: 'Attributes follow a closing bracket "]" that has no opening one; they stay part of the text.',
    why: 'A bracketed span must begin and end in the same paragraph, and in the same bold or italic passage.',
    hint: 'Put the opening "[" where the span begins, or write "\\]" for a plain bracket.',
  });
}

function literal(reader: Reader, offset: number, value: string): Text {
  return { type: 'text', value, position: positionOf(reader.context, offset, offset + 1) };
}

interface TextPart {
  readonly node: Text;
  readonly alignment: Alignment;
  readonly from: number;
  readonly to: number;
}

function pushText(reader: Reader, { node, alignment, from, to }: TextPart): void {
  if (to <= from) return;
  const start = alignment.offsets[from] ?? startOf(node);
  const end = to === node.value.length ? endOf(node) : (alignment.offsets[to] ?? endOf(node));
  push(reader, { ...node, value: node.value.slice(from, to), position: positionOf(reader.context, start, end) });
}

/** Adds a node to the innermost frame; neighbouring texts become one. */
function push(reader: Reader, node: PhrasingContent): void {
  const nodes = reader.frames.at(-1)?.nodes;
  const last = nodes?.at(-1);
  if (last?.type === 'text' && node.type === 'text' && last.position && node.position) {
    nodes?.splice(-1, 1, {
      ...last,
      value: last.value + node.value,
      position: { start: last.position.start, end: node.position.end },
    });
  } else nodes?.push(node);
}
