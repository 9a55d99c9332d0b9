import type { FrontMatterChange, FrontMatterValue } from '../model/change-log.ts';
import type { Document } from '../model/document.ts';
import type { FrontMatterEntry } from '../model/section.ts';

/** What is compared as a heading of the text, or only says how the text is read. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['title']);

/** Front matter as it was written, by file. */
function headsOf({ root }: Document): Map<string, readonly FrontMatterEntry[]> {
  return new Map(
    root.children.flatMap((node) =>
      node.type === 'section' && node.frontMatter !== undefined ? [[node.file ?? '', node.frontMatter] as const] : [],
    ),
  );
}

function filesOf({ root }: Document): Set<string> {
  return new Set(root.children.flatMap((node) => (node.type === 'section' && node.file ? [node.file] : [])));
}

/** Files that are one: of one name, or the only ones of their texts. */
function pairs(from: Document, to: Document): (readonly [from: string, to: string])[] {
  const [earlier, later] = [filesOf(from), filesOf(to)];
  const [was, is] = [[...earlier][0], [...later][0]];
  if (earlier.size === 1 && later.size === 1 && was !== undefined && is !== undefined) return [[was, is]];
  return [...later].filter((file) => earlier.has(file)).map((file) => [file, file]);
}

/** A value in the words of its reader. */
function told(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.map(String).join(', ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function valuesOf(head: readonly FrontMatterEntry[] = [], file: string): Map<string, FrontMatterValue> {
  return new Map(
    head
      .filter(({ key, value }) => !TOLD_ELSEWHERE.has(key) && value !== undefined)
      .map(({ key, value, line }) => [key, { file, line, value: told(value) }]),
  );
}

/**
 * Compares what is said of the files of a text above it, key by key; their titles are compared as headings.
 *
 * @param from the earlier stage
 * @param to the later stage
 */
export function compareFrontMatter(from: Document, to: Document): FrontMatterChange[] {
  const [heads, laterHeads] = [headsOf(from), headsOf(to)];
  const found = pairs(from, to).flatMap(([was, is]) => {
    const [before, after] = [heads.get(was), laterHeads.get(is)];
    return differences(valuesOf(before, was), valuesOf(after, is));
  });
  return found.map((change, index) => ({ id: `f${index + 1}`, ...change }));
}

type Values = ReadonlyMap<string, FrontMatterValue>;

function differences(before: Values, after: Values): Omit<FrontMatterChange, 'id'>[] {
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  return keys
    .filter((key) => before.get(key)?.value !== after.get(key)?.value)
    .map((key) => {
      const [from, to] = [before.get(key), after.get(key)];
      return { key, ...(from && { from }), ...(to && { to }) };
    })
    .sort((a, b) => lineOf(a) - lineOf(b));
}

function lineOf({ from, to }: Pick<FrontMatterChange, 'from' | 'to'>): number {
  return (to ?? from)?.line ?? 0;
}
