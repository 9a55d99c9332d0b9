import type { PhrasingContent, Text } from 'mdast';
import { type Attributes, parseAttributes } from '../attributes.ts';
import { trimEnd } from '../trim.ts';
import { endOf, type MarkdownContext, positionOf, startOf } from './context.ts';

/** ` ^p-7k2m9qd` at the end of a block; an id begins with a letter, so that `x ^2` stays a power. */
const CARET_ID = /(?:^|[ \t>]|[\r\n])\^(?<id>[A-Za-z][A-Za-z0-9_-]{0,63})[ \t]*$/u;
/** `^p-7k2m9qd` and nothing else. */
const ONLY_ID = /^\^(?<id>[A-Za-z][A-Za-z0-9_-]{0,63})[ \t]*$/u;

/** What is left of a block's phrasing once its id is taken off. */
export interface Trimmed {
  readonly children: PhrasingContent[];
  readonly id?: string;
  readonly attributes?: Attributes;
}

/** The id where it is all that a paragraph holds. */
export function onlyId(children: readonly PhrasingContent[], context: MarkdownContext): string | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'text' || !only.value.startsWith('^')) return undefined;
  return context.source[startOf(only)] === '^' ? ONLY_ID.exec(only.value)?.groups?.id : undefined;
}

/** Takes ` ^id` off the end of a paragraph, an item or a heading. */
export function takeCaretId(children: PhrasingContent[], context: MarkdownContext): Trimmed {
  const last = children.at(-1);
  if (last?.type !== 'text' || !last.value.includes('^')) return { children };
  const slice = context.source.slice(startOf(last), endOf(last));
  const match = CARET_ID.exec(slice);
  const id = match?.groups?.id;
  if (!match || id === undefined || !trimEnd(last.value).endsWith(`^${id}`)) return { children };
  const value = trimEnd(last.value).slice(0, -id.length - 1);
  if (value !== '' && !/[ \t\r\n]$/u.test(value)) return { children };
  return { children: shorten({ children, last, context }, trimEnd(value), match.index), id };
}

/** Takes `{#id key="value"}` off the end of a heading. */
export function takeAttributes(children: PhrasingContent[], context: MarkdownContext): Trimmed {
  const last = children.at(-1);
  if (last?.type !== 'text' || !trimEnd(last.value).endsWith('}')) return { children };
  const slice = context.source.slice(startOf(last), endOf(last));
  const open = slice.lastIndexOf('{');
  const attributes = open >= 0 ? parseAttributes(slice, open) : undefined;
  const valueOpen = last.value.lastIndexOf('{');
  if (!attributes || valueOpen < 0 || slice[open - 1] === '\\' || trimEnd(slice.slice(attributes.end)) !== '') {
    return { children };
  }
  const shortened = shorten({ children, last, context }, trimEnd(last.value.slice(0, valueOpen)), open);
  return { children: shortened, attributes, ...(attributes.id === undefined ? {} : { id: attributes.id }) };
}

interface Ending {
  readonly children: PhrasingContent[];
  readonly last: Text;
  readonly context: MarkdownContext;
}

/** The last text with less in it, or without it where nothing is left. */
function shorten({ children, last, context }: Ending, value: string, length: number): PhrasingContent[] {
  const before = children.slice(0, -1);
  if (value === '') return dropBreak(before);
  const start = startOf(last);
  const kept = trimEnd(context.source.slice(start, start + length)).length;
  return [...before, { ...last, value, position: positionOf(context, start, start + kept) }];
}

/** A hard break before the id has nothing to break any more. */
function dropBreak(children: PhrasingContent[]): PhrasingContent[] {
  return children.at(-1)?.type === 'break' ? children.slice(0, -1) : children;
}
