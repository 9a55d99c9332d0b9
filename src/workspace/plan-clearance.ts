/** Puts a sign-off, a silence procedure or corrections into the text of `clearances/<stage>.yaml`; the rest stays as written. */
import { type Document, isMap, parseDocument } from 'yaml';
import type { ClearanceFile, SignOff, Silence } from '../model/clearance.ts';
import { digestOfFiles, type FileIds } from './clearance-text.ts';

/** A correction as it is recorded. */
export type Correction = NonNullable<ClearanceFile['corrections']>[number];
/** Somebody who breaks the silence. */
export type Break = NonNullable<Silence['broken']>[number];

/** One thing to record. */
export type ClearanceEdit =
  | { readonly kind: 'sign'; readonly signOff: Omit<SignOff, 'text'>; readonly files: FileIds }
  | { readonly kind: 'silence'; readonly silence: Omit<Silence, 'text'>; readonly files: FileIds }
  | { readonly kind: 'notify'; readonly members: readonly string[] }
  | { readonly kind: 'break'; readonly broken: Break }
  | { readonly kind: 'correct'; readonly corrections: readonly Correction[] };

/**
 * The file with one thing more recorded.
 *
 * @param source The file as it stands; empty where there is none. It must hold: a broken one is never written over.
 * @param edit What to record. `notify` and `break` are about the last silence procedure, which must be there.
 */
export function withClearance(source: string, edit: ClearanceEdit): string {
  const document = parseDocument(source);
  if (!isMap(document.contents)) document.contents = document.createNode({}) as unknown as typeof document.contents;
  EDITS[edit.kind](document, edit as never);
  return document.toString({ lineWidth: 0 });
}

const EDITS: {
  readonly [Kind in ClearanceEdit['kind']]: (to: Document, edit: ClearanceEdit & { kind: Kind }) => void;
} = {
  sign: (to, { signOff: { by, level, date, ...more }, files }) =>
    append(to, ['clearances'], [{ by, level, date, text: addText(to, files), ...more }]),
  silence: (to, { silence: { opened, deadline, level, ...more }, files }) =>
    append(to, ['silence'], [{ opened, deadline, level, text: addText(to, files), ...more }]),
  notify: (to, { members }) => append(to, ['silence', last(to), 'notified'], members),
  break: (to, { broken }) => append(to, ['silence', last(to), 'broken'], [broken]),
  correct: (to, { corrections }) => append(to, ['corrections'], corrections),
};

/** Adds the list of files, unless it is there, and gives its digest. */
function addText(to: Document, files: FileIds): string {
  const digest = digestOfFiles(files);
  if (!to.hasIn(['texts', digest])) put(to, ['texts', digest], Object.fromEntries(files));
  return digest;
}

function append(to: Document, path: readonly (string | number)[], items: readonly unknown[]): void {
  if (!to.hasIn(path)) put(to, path, items);
  else for (const item of items) to.addIn(path, to.createNode(item));
}

/** Sets a node; what stands above it is made where it is missing, the list of texts always last. */
function put(to: Document, path: readonly (string | number)[], value: unknown): void {
  const [first = '', ...rest] = path;
  if (rest.length > 0 && !to.has(first)) to.set(first, to.createNode({}));
  to.setIn(path, to.createNode(value));
  if (first !== 'texts' && rest.length === 0 && to.has('texts')) {
    const texts = to.get('texts', true);
    to.delete('texts');
    to.set('texts', texts);
  }
}

function last(to: Document): number {
  const list = (to.toJS() as ClearanceFile).silence ?? [];
  return list.length - 1;
}
