/** Small builders for Typst source: calls of library functions with literals. Names are ours, values are escaped. */
import type { Place } from '../../model/finding.ts';
import { typstString } from './typst-string.ts';

/** A line of Typst source and the place in the text that it was made from. */
export interface SourceLine {
  readonly text: string;
  readonly place?: Place | undefined;
}

/** A value as a Typst literal; `undefined` members of a dictionary are left out. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Literal[]
  | { readonly [name: string]: Literal };

/**
 * Writes a value as a Typst literal on one line.
 * @param value text, number, boolean, list or dictionary; keys must be names of ours
 */
export function literal(value: Literal): string {
  if (typeof value === 'string') return typstString(value);
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `(${value.map((item) => `${literal(item)},`).join('')})`;
  return dictionary(value as { readonly [name: string]: Literal });
}

function dictionary(value: { readonly [name: string]: Literal }): string {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return members.length === 0 ? '(:)' : `(${members.map(([name, member]) => `${name}:${literal(member)}`).join(',')})`;
}

/**
 * Writes a call on one line.
 * @param name function of the library
 * @param parts arguments as Typst source
 */
export function call(name: string, ...parts: readonly string[]): string {
  return `${name}(${parts.filter((part) => part !== '').join(',')})`;
}

/**
 * Writes a call around blocks, one line each.
 * @param head name and first arguments, as Typst source without the closing parenthesis: `boxed((:),`
 * @param inner lines of the blocks
 * @param place where the container stands
 */
export function around(head: string, inner: readonly SourceLine[], place: Place | undefined): SourceLine[] {
  return [{ text: head, place }, ...inner, { text: ')', place }];
}

/**
 * Makes lines arguments of a call: each expression ends in a comma.
 * @param blocks lines of one block each; only the last line of a block gets the comma
 */
export function asArguments(blocks: readonly (readonly SourceLine[])[]): SourceLine[] {
  return blocks.flatMap((lines) =>
    lines.map((line, index) => (index === lines.length - 1 ? { ...line, text: `${line.text},` } : line)),
  );
}
