/**
 * Reads responses in the plain form the program writes, line by line; reading fifty thousand of them as YAML takes ten
 * times as long. What is written in any other way is not read here but by the YAML reader, with the same result.
 */

/** An entry as plain values, and the line it begins on. */
export interface QuickEntry {
  readonly values: Readonly<Record<string, unknown>>;
  readonly line: number;
}

const FIRST_KEY = /^- ([a-z][a-z-]*):(?: (.*))?$/u;
const KEY = /^ {2}([a-z][a-z-]*):(?: (.*))?$/u;
const ITEM = /^ {2}(?: {2})?- (.*)$/u;
const NOTHING = /^ *(?:#.*)?$/u;
const BLOCK = /^([|>])-$/u;

/** Text that is nothing but itself: no indicator at its head, no comment, no colon that would make it a map. */
const PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`][^\t]*$/u;
const NOT_PLAIN = /: | #|:$|[\p{Cc}\u2028\u2029\uFEFF]/u;
/** What YAML's core schema reads as no text. */
const NO_TEXT =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\d+|0o[0-7]+|0x[\dA-Fa-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/u;
/** A word inside brackets. */
const WORD = /^[A-Za-z][\w./-]*$/u;

interface Reading {
  readonly lines: readonly string[];
  at: number;
}

/**
 * Reads a file of responses.
 *
 * @param source Text of the file.
 * @returns Its entries; undefined where it is written in another way, or does not hold.
 */
export function quickResponses(source: string): readonly QuickEntry[] | undefined {
  if (/[\r\uFEFF]/u.test(source) || /^(?:---|\.\.\.|%)/mu.test(source)) return undefined;
  const reading: Reading = { lines: source.split('\n'), at: 0 };
  const entries: QuickEntry[] = [];
  while (skipNothing(reading) < reading.lines.length) {
    const entry = readEntry(reading);
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return entries;
}

/** Passes over comments and empty lines. */
function skipNothing(reading: Reading): number {
  while (reading.at < reading.lines.length && NOTHING.test(reading.lines[reading.at] ?? '')) reading.at += 1;
  return reading.at;
}

function readEntry(reading: Reading): QuickEntry | undefined {
  const line = reading.at + 1;
  const values: Record<string, unknown> = {};
  let found = FIRST_KEY.exec(reading.lines[reading.at] ?? '');
  if (found === null) return undefined;
  for (; found !== null; found = KEY.exec(reading.lines[skipNothing(reading)] ?? '')) {
    const [, key = '', text = ''] = found;
    reading.at += 1;
    const value = readValue(text.trimEnd(), reading);
    if (value === undefined || Object.hasOwn(values, key)) return undefined;
    values[key] = value;
  }
  return { values, line };
}

function readValue(text: string, reading: Reading): unknown {
  if (text === '') return readItems(reading);
  const block = BLOCK.exec(text)?.[1];
  if (block !== undefined) return readBlock(reading, block === '>' ? ' ' : '\n');
  if (text.startsWith('[')) return readList(text);
  if (text.startsWith('{')) return readMap(text);
  const scalar = readScalar(text);
  // A further line that is indented more would go on with the text.
  return scalar !== undefined && !/^ {3}/u.test(reading.lines[reading.at] ?? '') ? scalar : undefined;
}

function readScalar(text: string): string | undefined {
  if (text.startsWith('"')) return readQuoted(text);
  if (text.startsWith("'"))
    return /^'(?:[^'\t]|'')*'$/u.test(text) ? text.slice(1, -1).replaceAll("''", "'") : undefined;
  return PLAIN.test(text) && !NOT_PLAIN.test(text) && !NO_TEXT.test(text) ? text : undefined;
}

/** JSON and YAML read these escapes alike. */
function readQuoted(text: string): string | undefined {
  return /^"(?:[^"\\\p{Cc}]|\\["\\nt])*"$/u.test(text) ? (JSON.parse(text) as string) : undefined;
}

/** Items below a key, each a line. */
function readItems(reading: Reading): readonly string[] | undefined {
  const items: string[] = [];
  const indent = /^ */u.exec(reading.lines[reading.at] ?? '')?.[0].length;
  for (let line = reading.lines[reading.at] ?? ''; ITEM.test(line); line = reading.lines[reading.at] ?? '') {
    const text = readScalar((ITEM.exec(line)?.[1] ?? '').trimEnd());
    if (text === undefined || /^ */u.exec(line)?.[0].length !== indent) return undefined;
    items.push(text);
    reading.at += 1;
  }
  return items.length > 0 && !/^ {3}/u.test(reading.lines[reading.at] ?? '') ? items : undefined;
}

/** Lines below a key, all indented alike; lines that are empty or indented more mean something of their own. */
function readBlock(reading: Reading, between: string): string | undefined {
  const lines: string[] = [];
  for (let line = reading.lines[reading.at] ?? ''; line.startsWith('    '); line = reading.lines[reading.at] ?? '') {
    const text = line.slice(4);
    if (/^\s|\s$|\t/u.test(text) || text === '') return undefined;
    lines.push(text);
    reading.at += 1;
  }
  const next = reading.lines[reading.at] ?? '';
  const isOver = next === '' ? reading.at >= reading.lines.length - 1 : /^(?:- |\s{2}[a-z])/u.test(next);
  return lines.length > 0 && isOver ? lines.join(between) : undefined;
}

function readList(text: string): readonly string[] | undefined {
  const inside = /^\[ ?([^[\]{}"'#&*!|>%@`:]*?) ?\]$/u.exec(text)?.[1];
  if (inside === undefined) return undefined;
  if (inside === '') return [];
  const items = inside.split(/ ?, ?/u);
  return items.every(isWord) ? items : undefined;
}

function readMap(text: string): Readonly<Record<string, string>> | undefined {
  const inside = /^\{ ?([^[\]{}'#&*!|>%@`]*?) ?\}$/u.exec(text)?.[1];
  if (inside === undefined || inside === '') return undefined;
  const values: Record<string, string> = {};
  for (const member of inside.split(/ ?, ?/u)) {
    const [, key = '', quoted, word] = /^([A-Za-z][\w.-]*): (?:"(\w*)"|(\w+))$/u.exec(member) ?? [];
    const value = quoted ?? word;
    if (value === undefined || !isWord(key) || Object.hasOwn(values, key)) return undefined;
    if (word !== undefined && NO_TEXT.test(word)) return undefined;
    values[key] = value;
  }
  return values;
}

function isWord(text: string): boolean {
  return WORD.test(text) && !NO_TEXT.test(text);
}
