/** A file of responses with some of them set anew; all others, and all comments, stay byte for byte. */
import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Finding } from '../model/finding.ts';
import type { ResponseEntry } from '../model/response.ts';
import { readYaml } from '../text/yaml.ts';
import { editedEntry, endOf, indentOfEntry, replacedEntry, type Splice } from './edit-response-entry.ts';
import { entryText, flowText } from './response-yaml.ts';
import { sameValue } from './same-entry.ts';

/** What a file of responses is to hold, and where. */
export interface ResponsesEdit {
  /** Workspace-relative path, for findings. */
  readonly file: string;
  /** Entries that replace the one of the same input or are added. */
  readonly entries: readonly ResponseEntry[];
  /** Place of each input in its note, by id. */
  readonly order: ReadonlyMap<string, number>;
}

/** The text a file is to have; none where it could not be edited, and findings say why. */
export interface EditedResponses {
  readonly text?: string;
  readonly findings: readonly Finding[];
}

type Values = Readonly<Record<string, unknown>>;

interface Item {
  readonly item: YAMLMap;
  readonly values: Values;
  readonly input: string;
}

/**
 * Edits the source of a `.responses.yaml`.
 *
 * @param source Text of the file; empty where there is none.
 * @param edit What it is to hold.
 */
export function editResponses(source: string, edit: ResponsesEdit): EditedResponses {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const isCrlf = source.includes('\r\n');
  const text = isCrlf ? source.slice(mark.length).replaceAll('\r\n', '\n') : source.slice(mark.length);
  // What mixes line ends would come back with one kind of them.
  if (isCrlf && text.replaceAll('\n', '\r\n') !== source.slice(mark.length)) return mixedLines(edit.file);
  const { value, findings } = readYaml(text, edit.file);
  const broken = findings.filter(({ severity }) => severity === 'error');
  if (broken.length > 0) return { findings: broken };
  if (value !== undefined && value !== null && !Array.isArray(value)) return { findings: [notEditable(edit.file)] };
  const before: readonly unknown[] = Array.isArray(value) ? value : [];
  for (const way of [editedEntry, (from: string, { item }: Item, to: ResponseEntry) => replacedEntry(from, item, to)]) {
    const edited = spliced(text, splicesOf(text, { edit, before, way }));
    if (holds(edited, edit, before)) {
      return { text: mark + (isCrlf ? edited.replaceAll('\n', '\r\n') : edited), findings: [] };
    }
  }
  return { findings: [notEditable(edit.file)] };
}

function spliced(source: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text } of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(source.slice(from, start), text);
    from = end;
  }
  return pieces.join('') + source.slice(from);
}

interface Editing {
  readonly edit: ResponsesEdit;
  readonly before: readonly unknown[];
  readonly way: (source: string, item: Item, entry: ResponseEntry) => Splice;
}

function splicesOf(source: string, { edit, before, way }: Editing): readonly Splice[] {
  const list: unknown = parseDocument(source, { schema: 'core', uniqueKeys: false, merge: false }).contents;
  const items = isSeq(list) ? itemsOf(list, before) : [];
  const first = new Map<string, Item>();
  for (const item of items) if (!first.has(item.input)) first.set(item.input, item);
  const replaced = edit.entries.flatMap((entry): readonly Splice[] => {
    const item = first.get(entry.input);
    if (item === undefined) return [];
    return [item.item.flow === true ? replacedEntry(source, item.item, entry) : way(source, item, entry)];
  });
  const added = edit.entries.filter(({ input }) => !first.has(input));
  if (added.length === 0) return replaced;
  if (!isSeq(list) || list.items.length === 0)
    return [...replaced, freshList(source, isSeq(list) ? list : undefined, inOrder(added, edit))];
  return [...replaced, ...additions(source, { list, items, added: inOrder(added, edit), edit })];
}

function itemsOf(list: YAMLSeq, before: readonly unknown[]): readonly Item[] {
  return list.items.flatMap((item, index): Item[] => {
    const values = before[index] as Values | null | undefined;
    return isMap(item) && typeof values === 'object' && values !== null
      ? [{ item, values, input: String(values.input) }]
      : [];
  });
}

function placeIn({ order }: ResponsesEdit, input: string): number {
  return order.get(input) ?? Number.MAX_SAFE_INTEGER;
}

function inOrder(entries: readonly ResponseEntry[], edit: ResponsesEdit): readonly ResponseEntry[] {
  return [...entries].sort((a, b) => placeIn(edit, a.input) - placeIn(edit, b.input));
}

/** A file that holds no response yet, but comments perhaps, or the brackets of an empty list. */
function freshList(source: string, list: YAMLSeq | undefined, added: readonly ResponseEntry[]): Splice {
  const text = added.map((entry) => entryText(entry)).join('');
  const [start, end] = list?.range ?? [source.length, source.length];
  const behind = source.slice(end);
  const before = source.slice(0, start);
  const head = before === '' || before.endsWith('\n') ? '' : '\n';
  return { start, end, text: head + (behind.startsWith('\n') ? text.trimEnd() : text) };
}

interface Additions {
  readonly list: YAMLSeq;
  readonly items: readonly Item[];
  readonly added: readonly ResponseEntry[];
  readonly edit: ResponsesEdit;
}

/** A new entry stands behind the one of the last input before its own, in the order of the note. */
function additions(source: string, { list, items, added, edit }: Additions): readonly Splice[] {
  const known = items.map((item) => ({ item, place: placeIn(edit, item.input) })).sort((a, b) => a.place - b.place);
  const byPlace = new Map<number, string[]>();
  let index = 0;
  for (const entry of added) {
    while (index < known.length && (known[index]?.place ?? 0) < placeIn(edit, entry.input)) index += 1;
    const at = spotAfter(source, list, known[index - 1]?.item.item);
    byPlace.set(at, [...(byPlace.get(at) ?? []), newText(source, list, entry)]);
  }
  return [...byPlace].map(([at, texts]) => ({ start: at, end: at, text: fitted(source, { at, texts, list }) }));
}

function newText(source: string, list: YAMLSeq, entry: ResponseEntry): string {
  return list.flow === true ? flowText(entry) : entryText(entry, indentOfList(source, list));
}

function indentOfList(source: string, list: YAMLSeq): string {
  const dash = dashOf(source, list);
  return indentOfEntry(source, dash);
}

/** Offset of the first dash. */
function dashOf(source: string, list: YAMLSeq): number {
  const start = list.range?.[0] ?? 0;
  return source.indexOf('-', start) === start ? start : source.lastIndexOf('-', start);
}

/** Where a new entry can stand behind another one; before all where there is none. */
function spotAfter(source: string, list: YAMLSeq, item: YAMLMap | undefined): number {
  if (list.flow === true) return item === undefined ? (list.range?.[0] ?? 0) + 1 : endOf(item);
  if (item === undefined) return dashOf(source, list) - indentOfList(source, list).length;
  const end = endOf(item);
  if (source[end - 1] === '\n') return end;
  const line = source.indexOf('\n', end);
  return line === -1 ? source.length : line + 1;
}

function fitted(source: string, { at, texts, list }: { at: number; texts: readonly string[]; list: YAMLSeq }): string {
  if (list.flow === true) {
    const inside = texts.join(', ');
    return at === (list.range?.[0] ?? 0) + 1 ? `${inside}, ` : `, ${inside}`;
  }
  return at > 0 && source[at - 1] !== '\n' ? `\n${texts.join('')}` : texts.join('');
}

/** Whether the edited text reads as it should: the entries that were set, and all others as before. */
function holds(text: string, edit: ResponsesEdit, before: readonly unknown[]): boolean {
  const { value, findings } = readYaml(text, edit.file);
  if (!Array.isArray(value) || findings.some(({ severity }) => severity === 'error')) return false;
  const set = new Map<unknown, ResponseEntry>(edit.entries.map((entry) => [entry.input, entry]));
  const first = new Set<unknown>();
  const others: unknown[] = [];
  for (const entry of value as readonly unknown[]) {
    const input = inputOf(entry);
    if (!set.has(input) || first.has(input)) others.push(entry);
    else if (sameValue(entry, set.get(input))) first.add(input);
    else return false;
  }
  return first.size === set.size && JSON.stringify(others) === JSON.stringify(otherEntries(before, set));
}

/** Entries that were not set; of an input that has several, the first one is. */
function otherEntries(entries: readonly unknown[], set: ReadonlyMap<unknown, unknown>): readonly unknown[] {
  const first = new Set<unknown>();
  return entries.filter((entry) => {
    const input = inputOf(entry);
    if (!set.has(input) || first.has(input)) return true;
    first.add(input);
    return false;
  });
}

function inputOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null ? (entry as Values).input : undefined;
}

function notEditable(file: string): Finding {
  return {
    check: 'responses/not-editable',
    severity: 'error',
    message: 'This file of responses is written in a way that can not be edited entry by entry; nothing was changed.',
    why: 'Writing it anew would lose how its other entries and comments are written.',
    hint: 'Write it as a list in which each entry begins with "- input:" and has one key a line, then repeat the command.',
    place: { file, line: 1, column: 1 },
  };
}

function mixedLines(file: string): EditedResponses {
  const message = 'This file of responses mixes two kinds of line ends; nothing was changed.';
  return { findings: [{ ...notEditable(file), message, hint: 'Save it with one kind of line ends, then repeat.' }] };
}
