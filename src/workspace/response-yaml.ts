/** How the program writes a response in YAML. */
import { stringify } from 'yaml';
import type { ResponseEntry } from '../model/response.ts';

/** Order in which the keys of a response are written. */
const PLACES: Readonly<Record<keyof ResponseEntry, number>> = {
  input: 0,
  decision: 1,
  reason: 2,
  'reason-child': 3,
  decisions: 4,
  passages: 5,
  text: 6,
  'as-it-stands': 7,
  'duplicate-of': 8,
  'deferred-to': 9,
  by: 10,
  date: 11,
  reaction: 12,
  'reaction-date': 13,
  'reaction-words': 14,
};

/** Place of a key among those of a response; unknown ones come last. */
export function keyPlace(key: string): number {
  return Object.hasOwn(PLACES, key) ? PLACES[key as keyof ResponseEntry] : Number.MAX_SAFE_INTEGER;
}

/** The members of a response that are set, in the order in which they are written. */
export function membersOf(entry: ResponseEntry): readonly (readonly [string, unknown])[] {
  return Object.entries(entry)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => keyPlace(a) - keyPlace(b));
}

/** One line of YAML for a list or map, what YAML makes of it for text; indented under its key. */
function valueText(value: unknown): string {
  if (typeof value === 'object') {
    const flowCollectionPadding = !Array.isArray(value);
    return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding }).trim();
  }
  // Beside the key, a text of several lines is written as a block that is indented under it.
  return stringify({ k: value }, { lineWidth: 0 }).slice(3).trimEnd();
}

/**
 * A key of a response and its value, without a line end.
 *
 * @param indent White space before the key, put before further lines.
 */
export function memberText(key: string, value: unknown, indent: string): string {
  return `${key}: ${valueText(value).replace(/\n(?=.)/gu, `\n${indent}`)}`;
}

/**
 * A response as an item of a list, with its line end.
 *
 * @param indent White space before the dash.
 */
export function entryText(entry: ResponseEntry, indent = ''): string {
  const inner = `${indent}  `;
  const members = membersOf(entry).map(([key, value]) => memberText(key, value, inner));
  return `${indent}- ${members.join(`\n${inner}`)}\n`;
}

/** A response as an item of a list in brackets. */
export function flowText(entry: ResponseEntry): string {
  return stringify(Object.fromEntries(membersOf(entry)), { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

/** A response as a line of JSON, without its line end. */
export function lineText(entry: ResponseEntry): string {
  return JSON.stringify(Object.fromEntries(membersOf(entry)));
}
