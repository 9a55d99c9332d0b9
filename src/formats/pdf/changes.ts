import type { BlockChange } from '../../model/document.ts';
import { changeNote } from '../change-note.ts';
import { type Context, targetOf } from './context.ts';
import { textMarks } from './phrasing.ts';
import type { Literal } from './source.ts';

type Options = { readonly [name: string]: Literal };

/** Changes that hold for all of a container: its blocks share them. */
const WHOLE: ReadonlySet<BlockChange['kind']> = new Set(['inserted', 'deleted', 'moved-from', 'moved-to']);

const MARKS: Readonly<Partial<Record<BlockChange['kind'], (context: Context) => Options>>> = {
  inserted: (context) => textMarks(context.words.inserted, context),
  deleted: (context) => textMarks(context.words.deleted, context),
};

function noteOn(change: BlockChange, context: Context): string | undefined {
  const note = changeNote(change, context.words);
  return note === undefined ? undefined : context.printable(note);
}

/**
 * Says what happened to a block, as the library takes it.
 * @param context whose `change` is that of the block
 */
export function changeOptions(context: Context): Options | undefined {
  const { change } = context;
  if (change === undefined) return undefined;
  const target = targetOf(change.counterpart, context);
  return { kind: change.kind, note: noteOn(change, context), ...(MARKS[change.kind]?.(context) ?? {}), target };
}

/**
 * Enters a block: its change is that of what stands in it, and its words are dressed so where all of them changed.
 * @param context what emitters know
 * @param change of the block
 */
export function withChange(context: Context, change: BlockChange | undefined): Context {
  const dress = change !== undefined && WHOLE.has(change.kind) ? change.kind : undefined;
  return { ...context, change, dress };
}

/**
 * Leaves out the link to the other end of a move, where it stands already.
 * @param context whose `change` is that of a container
 */
export function withoutLink(context: Context): Context {
  const { change } = context;
  return change === undefined ? context : { ...context, change: { kind: change.kind, change: change.change } };
}

/**
 * Passes the change of a container on to its blocks: all of them where it is new, gone or moved, with the link to
 * the other place on the first alone.
 * @param context whose `change` is that of the container
 * @param index of the block in its container
 */
export function forChild(context: Context, index: number): Context {
  const { change } = context;
  if (change === undefined || index === 0) return context;
  return WHOLE.has(change.kind) ? withoutLink(context) : withChange(context, undefined);
}
