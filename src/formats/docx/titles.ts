/** What stands over boxes, tables and their like: what they are called in both versions. */
import { numberedName } from '../numbered-name.ts';
import type { AnyNode } from '../tree.ts';
import { type DocxContext, type Track, withoutMove } from './context.ts';
import { blockPieces, insideOf, withoutFormer } from './paragraphs.ts';
import { type Piece, textPiece } from './runs.ts';

/** What happened to blocks that only the earlier version has. */
export const GONE: ReadonlySet<string> = new Set(['deleted', 'moved-from']);
/** What happened to blocks that only the later version has. */
export const NEW: ReadonlySet<string> = new Set(['inserted', 'moved-to']);
/** Blocks that hold words only. */
const LEAVES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'code', 'tableCell', 'formField', 'figure']);

/** In which versions something stands. */
type Fate = 'gone' | 'new' | 'stays';

const TRACK: Readonly<Record<Fate, Track | undefined>> = { gone: 'w:del', new: 'w:ins', stays: undefined };

/** What became of a block: a container whose blocks all went is gone itself, unless it has words of its own that stay. */
function fateOf(node: AnyNode): Fate {
  const { type, data, children = [] } = node;
  const kind = data?.change?.kind;
  if (kind !== undefined && GONE.has(kind)) return 'gone';
  if (kind !== undefined && NEW.has(kind)) return 'new';
  if (data?.frame !== undefined) return data.frame === 'deleted' ? 'gone' : 'new';
  if (LEAVES.has(type) || children.length === 0 || hasOwnWords(node)) return 'stays';
  const fates = new Set(children.map(fateOf));
  const [only] = fates;
  return fates.size === 1 && only !== undefined ? only : 'stays';
}

function hasOwnWords(node: AnyNode): boolean {
  const { type, data, title, term } = node as AnyNode & { readonly title?: string; readonly term?: string };
  const own = type === 'box' ? title : type === 'termDefinition' ? term : type === 'table' ? data?.caption : '';
  return own !== undefined && own !== '';
}

/** The words of a container come and go with all that stands in it. */
export function ownWords(node: AnyNode, context: DocxContext): DocxContext {
  const track = context.tracks.length > 0 ? undefined : TRACK[fateOf(node)];
  return track === undefined ? context : { ...context, tracks: [track] };
}

/** Words that stand in one version only, or in both. */
export function sided(before: string, after: string, context: DocxContext): Piece[] {
  if (before === after) return after === '' ? [] : [textPiece(after, {}, context)];
  if (context.tracks.length > 0) return [textPiece(context.tracks.includes('w:del') ? before : after, {}, context)];
  return [
    ...(before === '' ? [] : [textPiece(before, {}, { ...context, tracks: ['w:del'] })]),
    ...(after === '' ? [] : [textPiece(after, {}, { ...context, tracks: ['w:ins'] })]),
  ];
}

/**
 * What a container is called in both versions: `Box 2`.
 *
 * @param word What it is.
 * @param node The container.
 * @param unnumbered What it is called without a number.
 */
export function namePieces(
  word: string,
  node: AnyNode,
  { unnumbered = '', context }: { readonly unnumbered?: string; readonly context: DocxContext },
): Piece[] {
  const { label = '', formerLabel = label } = node.data ?? {};
  const name = (number: string) => (number === '' ? unnumbered : numberedName(word, withoutFormer(number, context)));
  return sided(name(formerLabel), name(label), context);
}

const isBefore = ({ tracks }: Piece) => !tracks.includes('w:ins') && !tracks.includes('w:moveTo');
const isAfter = ({ tracks }: Piece) => !tracks.includes('w:del') && !tracks.includes('w:moveFrom');

/** The name and the title of something, with a full stop between them in the versions that have both. */
export function joinTitle(name: readonly Piece[], title: readonly Piece[], context: DocxContext): Piece[] {
  const stop = (of: (piece: Piece) => boolean) => (name.some(of) && title.some(of) ? '. ' : '');
  if (context.tracks.length > 0) {
    const between = name.length > 0 && title.length > 0 ? [textPiece('. ', {}, context)] : [];
    return [...name, ...between, ...title];
  }
  return [...name, ...sided(stop(isBefore), stop(isAfter), context), ...title];
}

/** What becomes of the mark of a paragraph whose words stand in one version only. */
export function markOf(pieces: readonly Piece[], context: DocxContext): Track | undefined {
  if (context.tracks.length > 0 || pieces.length === 0) return undefined;
  if (!pieces.some(isBefore)) return 'w:ins';
  return pieces.some(isAfter) ? undefined : 'w:del';
}

/** Titles that a marked-up version shows as blocks of their own, as the words of one title. */
export function titlePieces(blocks: readonly AnyNode[], context: DocxContext): Piece[] {
  return blocks.flatMap((block) => {
    const inner = insideOf(block, context);
    const tracks = inner.tracks.map(withoutMove);
    const [only] = block.children ?? [];
    const plain =
      only?.type === 'strong' && block.children?.length === 1 ? { ...block, children: only.children } : block;
    return blockPieces(plain as AnyNode, {}, { ...inner, tracks });
  });
}

/** The blocks at the start that are the title of what they stand in, and the rest. */
export function takeTitles(
  nodes: readonly AnyNode[],
  role: string,
): [titles: readonly AnyNode[], rest: readonly AnyNode[]] {
  const end = nodes.findIndex(({ data }) => data?.role !== role);
  const count = end === -1 ? nodes.length : end;
  return [nodes.slice(0, count), nodes.slice(count)];
}
