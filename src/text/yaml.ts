import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type Scalar,
} from 'yaml';
import type { Finding, Place } from '../model/finding.ts';
import { findMergeConflicts } from './merge-conflict.ts';
import { explainYamlError } from './yaml-errors.ts';

/** A path in a YAML file: keys, and positions in lists from 0. */
export type YamlPath = readonly PropertyKey[];

/** What a YAML file holds, and where. */
export interface YamlReading {
  /** Plain values only; undefined for an empty file. */
  readonly value: unknown;
  /** Place of a key or list entry; of the nearest one above it where there is none. */
  readonly placeOf: (path: YamlPath) => Place;
  /** Places of all keys by dotted path. */
  readonly places: ReadonlyMap<string, Place>;
  readonly findings: Finding[];
}

/** Where the YAML stands in its file. */
export interface YamlOptions {
  /** Lines of the file before it. */
  readonly linesBefore?: number;
}

/**
 * `entries`: lines and commas, which is more than there are keys and list entries;
 * `brackets`: open at once, counted without regard to quotes; the parser itself needs a stack for each.
 */
const LIMITS = { bytes: 8_000_000, entries: 100_000, depth: 64, brackets: 1000, findings: 1000 };
const [LINE_FEED, COMMA] = [10, 44];
const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Reader {
  readonly file: string;
  readonly counter: LineCounter;
  readonly linesBefore: number;
  readonly places: Map<string, Place>;
  readonly findings: Finding[];
}

/**
 * Reads YAML as plain values: no aliases, no tags, no keys that reach into JavaScript, dates as text.
 *
 * A number is one only if writing it out again gives the same text: `0123`, `1_000` and `1.10` stay text.
 * Of a key that stands twice the first value is kept. Nothing is thrown; findings tell what was wrong.
 *
 * @param source YAML, with or without a byte-order mark.
 * @param file Workspace-relative path, for findings.
 * @param options Where it stands in its file.
 */
export function readYaml(source: string, file: string, options: YamlOptions = {}): YamlReading {
  const counter = new LineCounter();
  const reader: Reader = {
    file,
    counter,
    linesBefore: options.linesBefore ?? 0,
    places: new Map(),
    findings: findMergeConflicts(source, file),
  };
  const value = reader.findings.length > 0 ? undefined : parse(source, reader);
  return { value, places: reader.places, placeOf: (path) => placeOf(reader, path), findings: reader.findings };
}

function parse(source: string, reader: Reader): unknown {
  if (source.length > LIMITS.bytes) {
    report(reader, 0, { name: 'too-large', message: 'This YAML is larger than 8 MB.', hint: 'Split it.' });
    return undefined;
  }
  if (hasTooMany(source)) return refuseLength(reader);
  if (opensTooMany(source)) return refuseDepth(reader);
  try {
    return parseBounded(source, reader);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuseDepth(reader);
  }
}

function refuseLength(reader: Reader): undefined {
  const message = 'This YAML has more than 100,000 lines and list entries.';
  report(reader, 0, { name: 'too-large', message, why: 'Reading it takes gigabytes of memory.', hint: 'Split it.' });
  return undefined;
}

function hasTooMany(source: string): boolean {
  let entries = 0;
  for (let index = 0; index < source.length && entries <= LIMITS.entries; index++) {
    const code = source.charCodeAt(index);
    if (code === LINE_FEED || code === COMMA) entries++;
  }
  return entries > LIMITS.entries;
}

function refuseDepth(reader: Reader): undefined {
  report(reader, 0, { name: 'too-deep', message: 'This YAML is nested too deeply to be read.', hint: 'Flatten it.' });
  return undefined;
}

/** Whether brackets, or marks of lists and keys on one line, stand inside one another without end. */
function opensTooMany(source: string): boolean {
  let open = 0;
  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    if (character === '[' || character === '{') open++;
    else if ((character === ']' || character === '}') && open > 0) open--;
    if (open > LIMITS.brackets) return true;
  }
  return /^[ \t]*(?:[-?:][ \t]+){1000}/mu.test(source);
}

function parseBounded(source: string, reader: Reader): unknown {
  const document = parseDocument(source, {
    schema: 'core',
    uniqueKeys: false,
    merge: false,
    lineCounter: reader.counter,
    prettyErrors: false,
  });
  for (const error of document.errors) report(reader, error.pos[0], { name: 'syntax', ...explainYamlError(error) });
  return plain(reader, document.contents, []);
}

/** Turns a YAML node into plain values, with a place for every key. */
function plain(reader: Reader, node: unknown, path: readonly string[]): unknown {
  if (path.length > LIMITS.depth) {
    report(reader, offsetOf(node), { name: 'too-deep', message: 'This YAML is nested more than 64 levels deep.' });
    return undefined;
  }
  if (isAlias(node)) return refuseAlias(reader, node);
  if (isCollection(node) || isScalar(node)) warnTag(reader, node);
  if (isMap(node)) return plainMap(reader, node.items, path);
  if (isSeq(node)) return node.items.map((item, index) => plainEntry(reader, item, [...path, String(index)]));
  return isScalar(node) ? scalarValue(node) : undefined;
}

function plainEntry(reader: Reader, item: unknown, path: readonly string[]): unknown {
  setPlace(reader, path, offsetOf(item));
  const value = plain(reader, item, path);
  return value === undefined ? null : value;
}

function plainMap(reader: Reader, pairs: readonly Pair[], path: readonly string[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const pair of pairs) {
    const key = keyText(pair.key);
    const offset = offsetOf(pair.key ?? pair.value);
    if (key === undefined || REFUSED_KEYS.has(key)) refuseKey(reader, offset, key);
    else if (Object.hasOwn(result, key)) reportDuplicate(reader, offset, key);
    else {
      setPlace(reader, [...path, key], offset);
      result[key] = plain(reader, pair.value, [...path, key]) ?? null;
    }
  }
  return result;
}

/** Keys are text as written, whatever they look like. */
function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function scalarValue(node: Scalar): unknown {
  if (typeof node.value === 'bigint') return node.source ?? String(node.value);
  if (typeof node.value !== 'number') return node.value;
  const source = node.source ?? '';
  return String(node.value) === source ? node.value : source;
}

function offsetOf(node: unknown): number {
  return (isScalar(node) || isCollection(node) || isAlias(node)) && node.range ? node.range[0] : 0;
}

function placeAt(reader: Reader, offset: number): Place {
  const { line, col } = reader.counter.linePos(offset);
  return { file: reader.file, line: Math.max(line, 1) + reader.linesBefore, column: Math.max(col, 1) };
}

function setPlace(reader: Reader, path: readonly string[], offset: number): void {
  reader.places.set(path.join('.'), placeAt(reader, offset));
}

function placeOf(reader: Reader, path: YamlPath): Place {
  for (let length = path.length; length > 0; length--) {
    const place = reader.places.get(path.slice(0, length).map(String).join('.'));
    if (place) return place;
  }
  return { file: reader.file, line: reader.linesBefore + 1, column: 1 };
}

interface Trouble {
  readonly name: string;
  readonly message: string;
  readonly severity?: Finding['severity'];
  readonly why?: string;
  readonly hint?: string;
}

/** Said once in place of what comes after a thousand findings, which nobody reads. */
const MORE: Trouble = {
  name: 'too-many',
  severity: 'warning',
  message: 'There is more of this kind from here on, which is not listed.',
  hint: 'Mend what is listed above, then check again.',
};

function report(reader: Reader, offset: number, trouble: Trouble): void {
  if (reader.findings.length > LIMITS.findings) return;
  const isLast = reader.findings.length === LIMITS.findings;
  const { name, message, severity = 'error', why, hint } = isLast ? MORE : trouble;
  reader.findings.push({
    check: `yaml/${name}`,
    severity,
    message,
    ...(why === undefined ? {} : { why }),
    ...(hint === undefined ? {} : { hint }),
    place: placeAt(reader, offset),
  });
}

function refuseAlias(reader: Reader, node: unknown): undefined {
  report(reader, offsetOf(node), {
    name: 'alias',
    message: 'An alias ("*name") is not read here.',
    why: 'A few aliases of aliases can grow to more than any memory holds.',
    hint: 'Write the value out. Text that begins with "*" needs quotes.',
  });
  return undefined;
}

function refuseKey(reader: Reader, offset: number, key: string | undefined): void {
  const message =
    key === undefined ? 'A key must be one word or one line of text.' : `The key \`${key}\` is not allowed.`;
  report(reader, offset, { name: 'key', message, hint: 'Give it another name, or delete it.' });
}

function reportDuplicate(reader: Reader, offset: number, key: string): void {
  report(reader, offset, {
    name: 'duplicate-key',
    severity: 'warning',
    message: `\`${key.slice(0, 40)}\` stands here a second time; the first value is kept.`,
    why: 'Which of the two is meant is not known.',
    hint: 'Delete one of them.',
  });
}

function warnTag(reader: Reader, node: { tag?: string }): void {
  if (node.tag === undefined || node.tag.startsWith('tag:yaml.org,2002:str')) return;
  if (/^tag:yaml\.org,2002:(?:map|seq|int|float|bool|null)$/u.test(node.tag)) return;
  report(reader, offsetOf(node), {
    name: 'tag',
    severity: 'warning',
    message: `The tag "${node.tag.slice(0, 40)}" is ignored; the value is read as plain text or data.`,
    hint: 'Delete the tag.',
  });
}
