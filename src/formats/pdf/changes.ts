import type { BlockChange } from '../../model/document.ts';
import { fill } from '../../model/labels.ts';
import { type Context, targetOf } from './context.ts';
import { textMarks } from './phrasing.ts';
import type { Literal } from './source.ts';

type Options = { readonly [name: string]: Literal };

/** Changes that hold for all of a container: its blocks share them. */
const WHOLE: ReadonlySet<BlockChange['kind']> = new Set(['inserted', 'deleted', 'moved-from', 'moved-to']);

const MARKS: Readonly<Partial<Record<BlockChange['kind'], (context: Context) => Options>>> = {
  inserted: (context) => textMarks(context.words.inserted, context),
  deleted: (context) => textMarks(context.words.deleted, context),
  'moved-to': (context) => ({ note: moveNote(context.words.movedFrom, context) }),
  'moved-from': (context) => ({ note: moveNote(context.words.movedTo, context) }),
};

function moveNote(template: string, context: Context): string | undefined {
  const label = context.change?.counterpartLabel;
  return label === undefined ? undefined : context.printable(fill(template, { n: label }));
}

/**
 * Says what happened to a block, as the library takes it.
 * @param context whose `change` is that of the block
 */
export function changeOptions(context: Context): Options | undefined {
  const { change } = context;
  if (change === undefined) return undefined;
  const target = targetOf(change.counterpart, context);
  return { kind: change.kind, ...(MARKS[change.kind]?.(context) ?? {}), target };
}

/**
 * Passes the change of a container on to its blocks: all of them where it is new, gone or moved, with the link to
 * the other place on the first alone.
 * @param context whose `change` is that of the container
 * @param index of the block in its container
 */
export function forChild(context: Context, index: number): Context {
  const { change } = context;
  if (change === undefined) return context;
  if (index === 0) return context;
  if (!WHOLE.has(change.kind)) return { ...context, change: undefined };
  return { ...context, change: { kind: change.kind, change: change.change } };
}
