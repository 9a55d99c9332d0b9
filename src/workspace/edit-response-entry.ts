/** The source of one response with some of its keys set anew: all that stays the same stays as it was written. */
import { isAlias, isCollection, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { ResponseEntry } from '../model/response.ts';
import { entryText, flowText, keyPlace, membersOf, memberText } from './response-yaml.ts';
import { sameValue } from './same-entry.ts';

/** A piece of the source and what it becomes. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Offset behind the last character of a node; comments behind it left out. */
export function endOf(node: unknown): number {
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    if (last === undefined) return node.range?.[1] ?? 0;
    return isMap(node) ? endOfPair(last as Pair) : endOf(last);
  }
  return isScalar(node) || isCollection(node) || isAlias(node) ? (node.range?.[1] ?? 0) : 0;
}

function endOfPair({ key, value }: Pair): number {
  return Math.max(endOf(key), endOf(value));
}

/** White space before the keys of an entry. */
export function indentOfEntry(source: string, start: number): string {
  return ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
}

/** A key, its value and what stands between it and the next key. */
interface Member {
  readonly key: string;
  readonly text: string;
  readonly tail: string;
}

/**
 * The entry with another content, key by key.
 *
 * @param source Text of the file.
 * @param item The entry in it.
 * @param values The entry as plain values.
 * @param entry What it becomes.
 */
export function editedEntry(
  source: string,
  { item, values }: { readonly item: YAMLMap; readonly values: Readonly<Record<string, unknown>> },
  entry: ResponseEntry,
): Splice {
  const start = item.range?.[0] ?? 0;
  const behind = /[ \t]+#[^\n]*/uy;
  const last = trimmedEnd(source, start, endOf(item));
  behind.lastIndex = last;
  const end = last + (behind.exec(source)?.[0].length ?? 0);
  const indent = indentOfEntry(source, start);
  const wanted = new Map(membersOf(entry));
  const kept = (item.items as Pair[]).flatMap((pair, index, pairs): Member[] => {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
    if (!wanted.has(key)) return [];
    const own = startOf(pair);
    const next = pairs[index + 1];
    const until = next === undefined ? end : startOf(next);
    const value = trimmedEnd(source, own, endOfPair(pair));
    const same = sameValue(values[key], wanted.get(key));
    const text = same ? source.slice(own, value) : memberText(key, wanted.get(key), indent);
    return [{ key, text, tail: source.slice(value, until) }];
  });
  return { start, end, text: joined(withNew(kept, wanted, indent), indent) };
}

function startOf({ key }: Pair): number {
  return isScalar(key) || isCollection(key) ? (key.range?.[0] ?? 0) : 0;
}

function trimmedEnd(source: string, start: number, end: number): number {
  return start + source.slice(start, end).trimEnd().length;
}

/** Keys that are new stand behind the last one that comes before them. */
function withNew(kept: readonly Member[], wanted: ReadonlyMap<string, unknown>, indent: string): readonly Member[] {
  const members = [...kept];
  for (const [key, value] of wanted) {
    if (kept.some((member) => member.key === key)) continue;
    const before = members.findLastIndex((member) => keyPlace(member.key) <= keyPlace(key));
    members.splice(before + 1, 0, { key, text: memberText(key, value, indent), tail: '' });
  }
  return members;
}

function joined(members: readonly Member[], indent: string): string {
  return members
    .map(({ text, tail }, index) => {
      if (index === members.length - 1) return text + tail.trimEnd();
      return text + (tail.includes('\n') ? tail : `${tail}\n${indent}`);
    })
    .join('');
}

/** The entry written anew as a whole, for what is not written key under key. */
export function replacedEntry(source: string, item: YAMLMap, entry: ResponseEntry): Splice {
  const start = item.range?.[0] ?? 0;
  const end = trimmedEnd(source, start, endOf(item));
  if (item.flow === true) return { start, end, text: flowText(entry) };
  const outer = indentOfEntry(source, start).slice(2);
  return { start, end, text: entryText(entry, outer).trimStart().slice(2).trimEnd() };
}
