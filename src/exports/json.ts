import type { Export } from '../model/contracts.ts';

/** Orders of keys found before: a list of thousands has objects of a few shapes. */
const orders = new Map<string, readonly string[]>();
const MOST_ORDERS = 500;

function byUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function sortedKeys(keys: string[]): readonly string[] {
  // No name of the model holds it; two lists of keys never make one shape.
  if (keys.some((key) => key.includes(' '))) return keys.sort(byUnit);
  const shape = keys.join(' ');
  const known = orders.get(shape);
  if (known !== undefined) return known;
  const sorted = keys.sort(byUnit);
  if (orders.size < MOST_ORDERS) orders.set(shape, sorted);
  return sorted;
}

/** Puts the keys of plain objects in code-point order, at any depth; lists keep theirs. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value instanceof Map) return ordered(Object.fromEntries(value));
  if (value instanceof Set) return [...value].map(ordered);
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  const keys = sortedKeys(Object.keys(value));
  // A null prototype lets a key called `__proto__` through as the plain key it is.
  const sorted: Record<string, unknown> = Object.create(null);
  for (const key of keys) sorted[key] = ordered((value as Record<string, unknown>)[key]);
  return sorted;
}

/** Any data as JSON: keys in code-point order, two spaces, a line end at the end; the same data gives the same bytes. */
export const json: Export<unknown> = {
  id: 'json',
  extension: 'json',
  mediaType: 'application/json',
  render: async (data) => new TextEncoder().encode(`${JSON.stringify(ordered(data), null, 2) ?? 'null'}\n`),
};
