import { Document, isMap, isScalar, parseDocument, stringify, visit, type YAMLMap } from 'yaml';
import { noteFrontMatterSchema } from '../../model/consultation-note.ts';
import type { KeyPath } from './foreign-keys.ts';

/** Keys of a note in the order they are written. */
const ORDER: readonly string[] = Object.keys(noteFrontMatterSchema.shape);
const REFUSED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const STYLE = { lineWidth: 0 } as const;
const READ = { schema: 'core', uniqueKeys: false, merge: false, logLevel: 'silent' } as const;

/**
 * YAML lines for some keys of a note, in the schema's order, each on its own line or lines.
 *
 * @param data The keys.
 */
export function yamlLines(data: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(data).sort((one, other) => place(one) - place(other));
  const ordered = Object.fromEntries(keys.map((key) => [key, data[key]]));
  return keys.length === 0 ? '' : stringify(ordered, { ...STYLE, schema: 'core' });
}

function place(key: string): number {
  const index = ORDER.indexOf(key);
  return index === -1 ? ORDER.length : index;
}

/** What a note's front matter is written from. */
export interface ForeignText {
  /** Keys of the note. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Lines another system wrote, kept with their comments. */
  readonly block: string;
  /** Keys of the block to leave out. */
  readonly without: readonly KeyPath[];
}

/**
 * Front matter of a note made from another system's: what was mapped first, the rest kept under `foreign`.
 *
 * @param text Keys, foreign lines, and what to leave out of these.
 * @returns YAML lines without the two `---`.
 */
export function foreignYaml({ data, block, without }: ForeignText): string {
  const old = parseDocument(block, READ);
  for (const path of without) old.deleteIn(path);
  const lines = yamlLines(data);
  if (!isMap(old.contents) || old.contents.items.length === 0) return lines;
  keepAsRead(old.contents);
  renameDuplicates(old.contents);
  if (old.commentBefore)
    old.contents.commentBefore = [old.commentBefore, old.contents.commentBefore].filter(Boolean).join('\n');
  const made = new Document({}, { schema: 'core' });
  made.set('foreign', old.contents);
  return lines + made.toString(STYLE);
}

/** Scalars that look like numbers and would not come out as written (`0123`, `1_000`) are written as text. */
function keepAsRead(map: YAMLMap): void {
  visit(map, {
    Scalar: (_, scalar) => {
      delete scalar.anchor;
      const { value, source } = scalar;
      if (typeof value !== 'number' && typeof value !== 'bigint') return;
      if (source !== undefined && String(value) !== source) scalar.value = source;
    },
    Pair: (_, pair) => {
      if (!isScalar(pair.key) || REFUSED.has(String(pair.key.value))) return visit.REMOVE;
      return undefined;
    },
  });
}

/** A key that stands twice keeps both values, the later under `key-2`. */
function renameDuplicates(map: YAMLMap): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const base = String(key.value);
    let name = base;
    for (let count = 2; seen.has(name); count += 1) name = `${base}-${count}`;
    seen.add(name);
    if (name !== base) key.value = name;
  }
}

/**
 * Adds keys to the front matter of a file, before its closing line, and changes nothing else.
 *
 * @param head Front matter of the file with its two `---`, to the beginning of the body.
 * @param lines YAML lines to add.
 * @param eol Line ending of the file.
 */
export function addLines(head: string, lines: string, eol: string): string {
  const closing = /(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?$/u.exec(head);
  if (closing === null || lines === '') return head;
  return head.slice(0, closing.index) + withEnding(lines, eol) + head.slice(closing.index);
}

/** Lines with the line ending of the file they go into. */
export function withEnding(lines: string, eol: string): string {
  return eol === '\n' ? lines : lines.replaceAll('\n', eol);
}

/**
 * A block of YAML with some keys changed; comments and the other keys stay.
 *
 * @param block Lines between the two `---`.
 * @param changes Keys and their new values.
 */
export function editYaml(block: string, changes: Readonly<Record<string, unknown>>): string {
  const document = parseDocument(block.replaceAll('\r\n', '\n'), READ);
  if (!isMap(document.contents)) return block + yamlLines(changes);
  keepAsRead(document.contents);
  for (const [key, value] of Object.entries(changes)) document.set(key, document.createNode(value));
  return document.toString(STYLE);
}
