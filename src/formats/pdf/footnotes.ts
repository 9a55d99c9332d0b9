import type { FootnoteDefinition, FootnoteReference, Nodes } from 'mdast';
import type { Document } from '../../model/document.ts';
import { plainText } from '../../text/plain-text.ts';
import { withChange } from './changes.ts';
import { type Context, type NoteLetter, type NoteScope, placeOf } from './context.ts';
import { call, literal, type SourceLine } from './source.ts';

/** Longest footnote, in characters, that stays on one page. */
const UNBROKEN = 900;

type Definitions = ReadonlyMap<string, FootnoteDefinition>;

/**
 * Collects footnote definitions: of each section, and of all of them for what refers across sections.
 * @param document the Document
 * @returns scope of each child of the root
 */
export function noteScopes(document: Document): readonly NoteScope[] {
  const sections = document.root.children.map((child) => definitionsIn(child));
  const everywhere = new Map(sections.flatMap((section) => [...section]));
  return sections.map((here) => ({ here, everywhere }));
}

function definitionsIn(node: Nodes): Definitions {
  const found = new Map<string, FootnoteDefinition>();
  const visit = (at: Nodes): void => {
    if (at.type === 'footnoteDefinition' && !found.has(at.identifier)) found.set(at.identifier, at);
    if ('children' in at) for (const child of at.children) visit(child);
  };
  visit(node);
  return found;
}

/**
 * Gives the lettered notes under tables and in boxes their letters: their own label, or a, b, c.
 * @param document the Document
 */
export function noteLetters(document: Document): Map<FootnoteDefinition, NoteLetter> {
  const letters = new Map<FootnoteDefinition, NoteLetter>();
  const visit = (at: Nodes): void => {
    if (at.type === 'notes') {
      at.children.forEach((note, index) => {
        letters.set(note, { letter: note.data?.label ?? letterAt(index), anchor: `n:${letters.size + 1}` });
      });
    }
    if ('children' in at) for (const child of at.children) visit(child);
  };
  visit(document.root);
  return letters;
}

function letterAt(index: number): string {
  return String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26));
}

/**
 * Emits the mark of a footnote: its text at the first mark, a reference to it at the next, a letter for notes of a table.
 * @param node the mark
 * @param context what emitters know
 */
export function footnoteReference(node: FootnoteReference, context: Context): string {
  const definition = context.notes.here.get(node.identifier) ?? context.notes.everywhere.get(node.identifier);
  if (definition === undefined) return missing(node, context);
  const letter = context.gathered.letters.get(definition);
  if (letter !== undefined) return call('fn-letter', literal(letter.anchor), literal(letter.letter));
  const known = context.gathered.footnotes.get(definition);
  if (known !== undefined) return call('fn-again', literal(known));
  const kind = plainText(definition).length > UNBROKEN ? 'long' : 'f';
  const id = `${kind}:${context.gathered.footnotes.size + 1}`;
  context.gathered.footnotes.set(definition, id);
  const mark = node.data?.label ?? definition.data?.label;
  const options = { id, label: mark === undefined ? undefined : context.printable(mark) };
  return call('fn', literal(options), noteBody(definition, standing(node, context)));
}

/** A note whose first mark is in words that are gone, and that words still there refer to, is no more gone than they. */
function standing(node: FootnoteReference, context: Context): Context {
  const gone = context.dress !== undefined && GONE.has(context.dress);
  return gone && context.gathered.live.has(node.identifier) ? { ...context, dress: undefined } : context;
}

const GONE: ReadonlySet<string> = new Set(['deleted', 'moved-from']);

/**
 * Collects the footnotes that words refer to which are not gone.
 * @param document the Document
 */
export function liveNotes(document: Document): ReadonlySet<string> {
  const live = new Set<string>();
  const visit = (at: Nodes): void => {
    if (at.type === 'deletion' || GONE.has(at.data?.change?.kind ?? '')) return;
    if (at.type === 'footnoteReference') live.add(at.identifier);
    if ('children' in at) for (const child of at.children) visit(child);
  };
  visit(document.root);
  return live;
}

function missing(node: FootnoteReference, context: Context): string {
  const label = node.label ?? node.identifier;
  context.gathered.findings.push({
    check: 'pdf/footnote-missing',
    severity: 'warning',
    message: `The footnote “${label}” has a mark but no text.`,
    why: 'A reader would look for a note that is not there.',
    hint: `Write its text, as in [^${label}]: …, or remove the mark.`,
    place: placeOf(node, context),
  });
  return literal(context.printable(`[${label}]`));
}

/**
 * Emits the text of a note: its first paragraph runs on after the mark, other blocks follow.
 * @param definition the note
 * @param context what emitters know
 */
export function noteBody(definition: FootnoteDefinition, context: Context): string {
  const [first, ...rest] = definition.children;
  const own = definition.data?.change ?? (first?.type === 'paragraph' ? first.data?.change : undefined);
  const inner: Context = {
    ...(own === undefined ? context : withChange(context, own)),
    change: undefined,
    inNote: true,
  };
  const opening = first?.type === 'paragraph' ? inner.phrasing(first.children, inner) : '';
  const remaining = first?.type === 'paragraph' ? rest : definition.children;
  const blocks = inner.blocks(remaining, inner).map((lines: readonly SourceLine[]) => flat(lines));
  return [opening, ...blocks].filter((part) => part !== '').join(',') || literal('');
}

function flat(lines: readonly SourceLine[]): string {
  return lines.map((line) => line.text).join(' ');
}
