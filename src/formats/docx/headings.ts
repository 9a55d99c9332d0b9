import type { Heading } from 'mdast';
import type { AnyNode } from '../tree.ts';
import { type DocxContext, type HeadingEntry, isGone, type Track } from './context.ts';
import { inlinePieces } from './inline.ts';
import { blockPieces, insideOf, numbered, paragraph, withoutFormer } from './paragraphs.ts';
import { textPiece } from './runs.ts';
import { seamOf, seamPieces } from './seams.ts';
import { sided } from './titles.ts';

/** A heading, and its entry in the contents. */
export function heading(node: Heading, context: DocxContext): string {
  const inner = insideOf(node, context);
  const level = Math.min(node.depth, 6);
  const { lead, ...number } = numbered(node.data ?? {}, 'heading', inner);
  const mark = seamOf(node as AnyNode, inner);
  const pieces = [...lead, ...blockPieces(node as AnyNode, {}, inner), ...seamPieces(node as AnyNode, mark, inner)];
  // A heading without words would be an empty line in the contents, and to who listens.
  const style = pieces.length === 0 ? '' : `Heading${level}`;
  const anchor = contentsMark(node, { level, mark }, inner);
  const wasStyle = styleHad(node as AnyNode, inner);
  return paragraph(node as AnyNode, { style, pieces, ...number, ...wasStyle, mark, anchor }, inner);
}

/** The style that a block had, where it became a heading, ceased to be one, or stands at another level. */
export function styleHad({ data }: AnyNode, context: DocxContext): { readonly wasStyle?: string } {
  const depth = data?.formerDepth;
  if (depth === undefined || context.tracks.length > 0) return {};
  return { wasStyle: depth === 0 ? context.style : `Heading${Math.min(depth, 6)}` };
}

/** Every heading gets a place that the contents lead to: its bookmark, or one made for it, which is given back. */
function contentsMark(
  node: Heading,
  { level, mark }: { readonly level: number; readonly mark: Track | undefined },
  context: DocxContext,
): string | undefined {
  if (context.inNote || !hasWords(node as AnyNode)) return undefined;
  const { headings, marked } = context.gathered;
  const id = isGone(context) ? undefined : node.data?.id;
  const known = id === undefined || marked.has(id) ? undefined : context.bookmarks.get(id);
  const bookmark = known ?? `_Toc${String(headings.length + 1).padStart(8, '0')}`;
  const { label = '', formerLabel = label } = node.data ?? {};
  const behind = (number: string) => (number === '' ? '' : `${withoutFormer(number, context)} `);
  const own = inlinePieces(wordsOnly(node.children as AnyNode[]), {}, context);
  const pieces = [
    ...sided(behind(formerLabel), behind(label), context),
    ...own,
    ...seamPieces(node as AnyNode, mark, context),
  ];
  enter(
    { level, bookmark, pieces, tracks: mark === undefined ? context.tracks : [...context.tracks, mark] },
    node,
    context,
  );
  return known === undefined ? bookmark : undefined;
}

/** Enters a line into the contents; one for each version where its level, or that it is a heading, is new. */
function enter(entry: HeadingEntry, node: AnyNode, { gathered, tracks }: DocxContext): void {
  const { formerDepth } = node.data ?? {};
  if (formerDepth === undefined || tracks.length > 0) {
    gathered.headings.push(entry);
    return;
  }
  const side = (level: number, own: Track, other: Track): HeadingEntry => ({
    ...entry,
    level,
    pieces: entry.pieces.filter((piece) => !piece.tracks.includes(other)).map((piece) => ({ ...piece, tracks: [own] })),
    tracks: [own],
  });
  if (formerDepth > 0) gathered.headings.push(side(formerDepth, 'w:del', 'w:ins'));
  if (node.type === 'heading') gathered.headings.push(side(entry.level, 'w:ins', 'w:del'));
}

/** The line that a paragraph had in the contents when it was a heading. */
export function enterFormer(node: AnyNode, context: DocxContext): void {
  if ((node.data?.formerDepth ?? 0) === 0 || context.inNote) return;
  const bookmark = context.bookmarks.get(node.data?.id ?? '');
  const { label = '', formerLabel = label } = node.data ?? {};
  const number = formerLabel === '' ? [] : [textPiece(`${withoutFormer(formerLabel, context)} `, {}, context)];
  const pieces = [...number, ...inlinePieces(wordsOnly(node.children ?? []), {}, context)];
  enter({ level: 0, bookmark, pieces, tracks: [] }, node, context);
}

function hasWords(node: AnyNode): boolean {
  if ('value' in node) return String(node.value).trim() !== '';
  return (node.children ?? []).some(hasWords);
}

/** The words of a heading without looks, links and notes, and with what happened to them. */
function wordsOnly(nodes: readonly AnyNode[]): AnyNode[] {
  return nodes.flatMap((node): AnyNode[] => {
    if (node.type === 'footnoteReference' || node.type === 'image') return [];
    if (node.type === 'break') return [{ type: 'text', value: ' ' } as AnyNode];
    if ('value' in node) return [{ type: 'text', value: node.value, data: node.data } as AnyNode];
    const children = wordsOnly(node.children ?? []);
    if (node.data?.former !== undefined) return [{ type: 'citation', data: node.data, children }];
    return node.type === 'insertion' || node.type === 'deletion' || node.type === 'bracket'
      ? [{ ...node, by: undefined, children } as AnyNode]
      : children;
  });
}
