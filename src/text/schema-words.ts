/** Path of a value: keys, and positions in lists from 0. */
export type Path = readonly PropertyKey[];

/** Value at a path, undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return current;
}

/** A path as a reader would say it: `title`, "`title` in entry 3 of `stages`". */
export function namePath(path: Path): string {
  if (path.length === 0) return 'The whole';
  const parts: string[] = [];
  for (const step of path) {
    if (typeof step === 'number') parts.unshift(`entry ${step + 1} of`);
    else parts.unshift(parts.length === 0 ? `\`${cut(String(step))}\`` : `\`${cut(String(step))}\` in`);
  }
  const text = parts.join(' ').replace(/ (?:of|in)$/u, '');
  return text.startsWith('entry') ? `Entry${text.slice('entry'.length)}` : text;
}

/** A value and its kind: `a number (12)`. */
export function describeValue(value: unknown): string {
  if (value === null || value === '') return 'empty';
  if (typeof value === 'string') return `"${cut(value)}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return `${kindOf(value)} (${String(value)})`;
  return kindOf(value);
}

/** Kind of a value in plain words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  return { string: 'text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'something else';
}

/** `a, b or c`. */
export function listWords(words: readonly string[], last: 'or' | 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Text cut at 40 characters, on one line. */
export function cut(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  const characters = [...line.slice(0, 200)];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : line;
}
