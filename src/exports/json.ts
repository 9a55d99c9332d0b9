import type { Export } from '../model/contracts.ts';

/** Puts the keys of plain objects in code-point order, at any depth; lists keep theirs. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value instanceof Map) return ordered(Object.fromEntries(value));
  if (value instanceof Set) return [...value].map(ordered);
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
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
