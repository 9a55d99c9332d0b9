import type { Nodes, Root } from 'mdast';
import { applyEdits, type Edit } from './edits.ts';
import { harmlessEdits } from './harmless-edits.ts';
import { type InputBlock, inputBlocks, isInputBlock } from './input-blocks.ts';
import { stampEdit } from './stamps.ts';
import { rowEnd } from './table-rows.ts';

/** A passage and the id it has. */
export interface FoundId {
  readonly id: string;
  readonly node: Nodes;
  readonly line: number;
}

/** An id that was written into a source. */
export interface StampedId {
  readonly id: string;
  /** Line of the stamped source, from 1. */
  readonly line: number;
}

/** A source with its new ids. */
export interface Stamped {
  readonly source: string;
  readonly stamped: StampedId[];
}

/** Where ids come from. */
export interface StampOptions {
  /** Random characters of the id alphabet: 7 for passages, 5 for inputs. */
  readonly newId: () => string;
  /** What stands before them in the id of a passage; `p-` if absent. Headings get `h-`. */
  readonly prefix?: string;
  /** Ids that must not be given again. */
  readonly taken?: Iterable<string>;
}

/** Letters and digits of generated ids: base 32 without those that are easily confused. */
export const ID_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** All ids of a tree, in reading order; an id that stands twice is listed twice. */
export function findIds(tree: Root): FoundId[] {
  const found: FoundId[] = [];
  visit(tree, (node) => {
    const id = node.data?.id;
    if (id !== undefined) found.push({ id, node, line: node.position?.start.line ?? 1 });
  });
  return found;
}

/**
 * Writes ids into a source for the passages that have none, and changes nothing else in it.
 *
 * Where an id would change what the text means, there is none: the stamped source is read again to be sure.
 *
 * Headings get `{#h-…}`, directives `{#p-…}`, paragraphs and items ` ^p-…` at their end; tables, code, quotes and
 * pictures get a line of their own after a blank one. What came from HTML or is kept literally gets none.
 *
 * @param source The whole file.
 * @param tree What `parseMarkdown` read from it.
 * @param options Where ids come from.
 */
export function stampIds(source: string, tree: Root, options: StampOptions): Stamped {
  const taken = takenIds(tree, options);
  const edits: Edit[] = [];
  visitPassages(tree, [], (node, parents) => {
    const prefix = node.type === 'heading' ? 'h-' : (options.prefix ?? 'p-');
    const edit = stampEdit(source, { node, parents, nextId: () => freshId(taken, () => prefix + options.newId()) });
    if (edit) edits.push(edit);
  });
  return applyEdits(source, harmlessEdits(source, tree, edits));
}

/**
 * Writes ids into a consultation note for the inputs that have none, each at the end of its first paragraph.
 *
 * Where the note counts its inputs (`i1`, `i2` …) the next free number is taken, else `i` and `newId()`.
 *
 * @param source The whole file.
 * @param tree What `parseMarkdown` read from it.
 * @param options Where ids come from.
 */
export function stampInputIds(source: string, tree: Root, options: StampOptions): Stamped {
  const blocks = inputBlocks(tree);
  const given = [
    ...findIds(tree)
      .filter(({ node }) => isInputBlock(node))
      .map(({ id }) => id),
    ...rowIds(source, blocks),
  ];
  const taken = new Set([...takenIds(tree, options), ...given]);
  const next = nextInputId(given, taken, options);
  const edits: Edit[] = [];
  for (const { node, parents } of blocks) {
    const edit = stampEdit(source, { node, parents, nextId: next });
    if (edit) edits.push(edit);
  }
  return applyEdits(source, edits);
}

/** Ids of rows stand in their last cells, where the tree has them as words. */
function rowIds(source: string, blocks: readonly InputBlock[]): readonly string[] {
  return blocks.flatMap(({ node }) => (node.type === 'tableRow' ? (rowEnd(source, node)?.id ?? []) : []));
}

function nextInputId(given: readonly string[], taken: Set<string>, { newId }: StampOptions): () => string {
  const numbers = given
    .map((id) => /^i([1-9]\d{0,5})$/u.exec(id)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number);
  let last = Math.max(0, ...numbers);
  if (numbers.length === 0) return () => freshId(taken, () => `i${newId()}`);
  return () => freshId(taken, () => `i${++last}`);
}

function takenIds(tree: Root, options: StampOptions): Set<string> {
  return new Set([...(options.taken ?? []), ...findIds(tree).map(({ id }) => id)]);
}

/** The first id not yet taken; a source of ids that repeats itself is given up on after many tries. */
function freshId(taken: Set<string>, make: () => string): string {
  let id = make();
  for (let tries = 0; taken.has(id) && tries < 1000; tries++) id = make();
  for (let suffix = 2; taken.has(id); suffix++) if (!taken.has(`${id}-${suffix}`)) id = `${id}-${suffix}`;
  taken.add(id);
  return id;
}

function visit(node: Nodes, look: (node: Nodes) => void): void {
  look(node);
  if ('children' in node) for (const child of node.children) visit(child, look);
}

/** Blocks inside of which nothing has an id of its own. */
const CLOSED: ReadonlySet<string> = new Set(['blockquote', 'table', 'footnoteDefinition', 'paragraph', 'heading']);

function visitPassages(
  node: Nodes,
  parents: readonly Nodes[],
  look: (node: Nodes, parents: readonly Nodes[]) => void,
): void {
  // What a generator puts there is no passage.
  if (node.data?.role === 'contents-place') return;
  if (node.type !== 'root') look(node, parents);
  if (CLOSED.has(node.type) || node.data?.origin !== undefined || !('children' in node)) return;
  for (const child of node.children) visitPassages(child, [...parents, node], look);
}
