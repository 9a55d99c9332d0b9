/** The words of a block as a reader of a Word file sees them, and where each of their characters stands in the source. */
import type { Node } from 'unist';
import { alignText } from '../../text/markdown/align.ts';

/** What one character of the shown words comes from. */
interface Origin {
  /** Offsets in the source; the same for all characters of what the program writes, such as citations. */
  readonly start: number;
  readonly end: number;
  /** Number of the text it belongs to; undefined for what the program writes. */
  readonly text?: number;
  /** How many nodes it is inside of. */
  readonly depth: number;
}

/** A node around shown words, such as what is bold. */
export interface Wrapping {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The shown words of a block. */
export interface Shown {
  readonly text: string;
  /** Of each character. */
  readonly origins: readonly Origin[];
  readonly wrappings: readonly Wrapping[];
}

type AnyNode = Node & {
  readonly value?: string;
  readonly children?: readonly AnyNode[];
};

interface Reader {
  readonly source: string;
  text: string;
  texts: number;
  readonly origins: Origin[];
  readonly wrappings: Wrapping[];
  /** Words that the program made, in order; each is taken once. */
  readonly made: string[];
}

/**
 * Reads the shown words of a block.
 *
 * @param block A paragraph, heading or cell, with its place in the source.
 * @param source The whole file.
 * @param composed The same block as composed: what stands there for citations and references.
 */
export function shownWords(block: Node, source: string, composed: Node = block): Shown {
  const reader: Reader = { source, text: '', texts: 0, origins: [], wrappings: [], made: resolvedIn(composed) };
  for (const child of (block as AnyNode).children ?? []) read(child, 0, reader);
  return reader;
}

/** What citations and references read as, in order. */
function resolvedIn(node: AnyNode): string[] {
  if (RESOLVED.has(node.type)) return [madeWords(node)];
  return (node.children ?? []).flatMap(resolvedIn);
}

/** Nodes that are written by what they point at. */
const RESOLVED: ReadonlySet<string> = new Set(['citation', 'crossReference']);
/** Nodes whose words the program makes; the source holds something else in their place. */
const MADE: ReadonlySet<string> = new Set(['citation', 'crossReference', 'image', 'inlineCode', 'break']);
const WRAPS: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link']);

function read(node: AnyNode, depth: number, reader: Reader): void {
  // Marks of footnotes are no words.
  if (node.type === 'footnoteReference') return;
  if (node.type === 'text') readText(node, depth, reader);
  else if (MADE.has(node.type)) readMade(node, depth, reader);
  else readInner(node, depth, reader);
}

function readInner(node: AnyNode, depth: number, reader: Reader): void {
  const from = reader.text.length;
  const { start, end } = placeOf(node);
  if (node.type === 'bracket') add('[', { start, end: start + 1, depth }, reader);
  for (const child of node.children ?? []) read(child, depth + 1, reader);
  if (node.type === 'bracket') add(']', { start: end, end, depth }, reader);
  if (WRAPS.has(node.type)) reader.wrappings.push({ from, to: reader.text.length, start, end });
}

function readText(node: AnyNode, depth: number, reader: Reader): void {
  const value = node.value ?? '';
  const { start, end } = placeOf(node);
  const aligned = end > start ? alignText(value, { source: reader.source, start, end }) : undefined;
  if (aligned === undefined) {
    add(value, { start, end, depth }, reader);
    return;
  }
  reader.texts += 1;
  const { offsets } = aligned;
  for (let at = 0; at < value.length; at += 1) {
    const [from = start, to = end] = [offsets[at], offsets[at + 1]];
    add(value[at] ?? '', { start: from, end: to, text: reader.texts, depth }, reader);
  }
}

function readMade(node: AnyNode, depth: number, reader: Reader): void {
  const resolved = RESOLVED.has(node.type) ? reader.made.shift() : undefined;
  add(node.type === 'break' ? ' ' : (resolved ?? madeWords(node)), { ...placeOf(node), depth }, reader);
}

function madeWords(node: AnyNode): string {
  if (node.type === 'footnoteReference' || node.type === 'image') return '';
  return node.value ?? (node.children ?? []).map(madeWords).join('');
}

function placeOf({ position }: Node): { readonly start: number; readonly end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function add(text: string, origin: Origin, reader: Reader): void {
  reader.text += text;
  for (let at = 0; at < text.length; at += 1) reader.origins.push(origin);
}
