import type { Nodes } from 'mdast';
import type { Document } from '../../model/document.ts';
import type { Place } from '../../model/finding.ts';
import { labels } from '../../model/labels.ts';

/** Characters outside ASCII that a Document prints, with the place where each first occurs. */
export type Characters = ReadonlyMap<number, Place>;

/** Members of nodes that are printed, beside the words of text nodes. */
const PRINTED = ['value', 'alt', 'title', 'term', 'for', 'by', 'sourceTag'] as const;
const PRINTED_DATA = ['label', 'caption'] as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const ASCII = /^[\u0000-\u007f]*$/u;

/**
 * Collects the characters of a Document, so that only fonts that are needed are loaded and missing ones are named.
 * @param document any Document
 */
export function charactersOf(document: Document): Characters {
  const found = new Map<number, Place>();
  addMeta(document, found);
  for (const child of document.root.children) {
    addNode(child, child.type === 'section' ? (child.file ?? '') : '', found);
  }
  return found;
}

function addMeta({ meta }: Document, found: Map<number, Place>): void {
  const place = { file: '', line: 1, column: 1 };
  // The words that are put into the text come with the language, whatever the text is written in.
  add(JSON.stringify(labels(meta.language)), place, found);
  const { title, subtitle, kind, version, symbol, notice, stage, style } = meta;
  for (const text of [title, subtitle, kind, version, symbol, notice, stage?.title, style.watermark, ...meta.authors]) {
    if (text !== undefined) add(text, place, found);
  }
}

function addNode(node: Nodes, file: string, found: Map<number, Place>): void {
  const start = node.position?.start;
  const place = { file, line: start?.line ?? 1, column: start?.column ?? 1 };
  addMembers(node, PRINTED, place, found);
  if (node.data !== undefined) addMembers(node.data, PRINTED_DATA, place, found);
  if (node.data?.change?.counterpartLabel !== undefined) add(node.data.change.counterpartLabel, place, found);
  if (node.type === 'formField') {
    for (const { label } of [...(node.choices ?? []), ...(node.rows ?? [])]) add(label, place, found);
  }
  if ('children' in node) for (const child of node.children) addNode(child, file, found);
}

function addMembers(of: object, names: readonly string[], place: Place, found: Map<number, Place>): void {
  for (const name of names) {
    const value: unknown = (of as Record<string, unknown>)[name];
    if (typeof value === 'string') add(value, place, found);
  }
}

function add(text: string, place: Place, found: Map<number, Place>): void {
  if (ASCII.test(text)) return;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0x7f && !found.has(code)) found.set(code, place);
  }
}
