import type { Nodes } from 'mdast';
import { numberedName } from '../numbered-name.ts';
import { type AnyNode, wordsOf } from '../tree.ts';
import type { DocxContext, Track } from './context.ts';
import { fieldGroup, formField } from './forms.ts';
import { picturePiece } from './inline.ts';
import { list } from './lists.ts';
import { autoNumber, blockPieces, insideOf, labelPieces, paragraph } from './paragraphs.ts';
import { type Piece, textPiece } from './runs.ts';
import { table } from './tables.ts';

export type BlockType =
  | 'section'
  | 'heading'
  | 'paragraph'
  | 'blockquote'
  | 'code'
  | 'thematicBreak'
  | 'list'
  | 'listItem'
  | 'table'
  | 'tableRow'
  | 'tableCell'
  | 'box'
  | 'recommendation'
  | 'termDefinition'
  | 'alternatives'
  | 'alternative'
  | 'figure'
  | 'notes'
  | 'footnoteDefinition'
  | 'fieldGroup'
  | 'formField';
/** A block of a type. */
export type BlockOf<Type extends BlockType> = Extract<Nodes, { type: Type }>;
type Writer<Type extends BlockType> = (node: BlockOf<Type>, context: DocxContext, mark: Track | undefined) => string;

/** How each block becomes paragraphs; a type that is missing is a type error. */
const BLOCKS = {
  section: (node, context) => context.blocks(node.children as AnyNode[], insideOf(node, context)),
  heading,
  paragraph: text,
  blockquote: (node, context) =>
    context.blocks(node.children as AnyNode[], { ...insideOf(node, context), style: 'Quote' }),
  code,
  thematicBreak: (node, context) => paragraph(node, { style: 'Rule', pieces: [] }, insideOf(node, context)),
  list,
  listItem: (node, context) => context.blocks(node.children as AnyNode[], insideOf(node, context)),
  table,
  tableRow: () => '',
  tableCell: (node, context) => context.blocks([{ type: 'paragraph', children: node.children as AnyNode[] }], context),
  box: (node, context) => {
    const number = node.data?.label === undefined ? undefined : numberedName(context.words.box, node.data.label);
    const title = [number, node.title].filter((part) => part !== undefined && part !== '').join('. ');
    return framed(node, { title, frame: 'Box' }, context);
  },
  recommendation: (node, context) => {
    const { words } = context;
    const title =
      node.data?.label === undefined ? words.recommendation : numberedName(words.recommendation, node.data.label);
    const facts = [fact(words.forWhom, node.for, context), fact(words.byWhen, node.by, context)].filter(
      (one) => one !== undefined,
    );
    return framed(node, { title, frame: 'Recommendation', after: facts }, context);
  },
  termDefinition: (node, context) => framed(node, { title: node.term, frame: 'Definition' }, context),
  alternatives: (node, context) => {
    const { alternatives, alternativesHint } = context.words;
    return framed(node, { title: `${alternatives}. ${alternativesHint}`, frame: 'Alternatives' }, context);
  },
  alternative: (node, context) => {
    const [first, ...rest] = node.children as AnyNode[];
    const inner = insideOf(node, context);
    const label = node.data?.label;
    if (first?.type !== 'paragraph' || label === undefined) return context.blocks(node.children as AnyNode[], inner);
    const data = { ...first.data, id: node.data?.id ?? first.data?.id, label };
    return context.blocks([{ ...first, data } as AnyNode, ...rest], inner);
  },
  figure,
  notes: (node, context) =>
    node.children
      .map((note, at) => {
        const letter = note.data?.label ?? String.fromCharCode(97 + (at % 26));
        const pieces = [
          textPiece(`${letter} `, { raised: true }, context),
          ...blockPieces(flat(note as AnyNode), {}, context),
        ];
        return paragraph(note, { style: 'TableNote', pieces }, insideOf(note, context));
      })
      .join(''),
  // Notes at the foot of the page are written where they are referred to.
  footnoteDefinition: () => '',
  fieldGroup,
  formField,
} satisfies { [Type in BlockType]: Writer<Type> };

/**
 * Writes blocks. Neighbours that were one block, or become one, say so by the mark of the paragraph between them.
 *
 * @param nodes In order; one of an unknown type is written as words.
 */
export function writeBlocks(nodes: readonly AnyNode[], context: DocxContext): string {
  let out = '';
  nodes.forEach((node, at) => {
    const writer = Object.hasOwn(BLOCKS, node.type)
      ? (BLOCKS[node.type as BlockType] as (node: never, context: DocxContext, mark: Track | undefined) => string)
      : text;
    out += writer(node as never, context, seam(node, nodes[at + 1]));
  });
  return out;
}

const SEAMS: Readonly<Record<string, Track>> = { split: 'w:ins', merged: 'w:del' };

/** Between parts of one change that was one block: its mark was inserted; that becomes one block: its mark goes. */
function seam(node: AnyNode, next: AnyNode | undefined): Track | undefined {
  const [change, other] = [node.data?.change, next?.data?.change];
  if (change === undefined || other?.kind !== change.kind || other.change !== change.change) return undefined;
  return SEAMS[change.kind];
}

/** Where two blocks are one in a version, a space parts their words in it. */
function seamPieces(mark: Track | undefined, context: DocxContext): Piece[] {
  if (mark === undefined) return [];
  const tracks: readonly Track[] = mark === 'w:ins' ? ['w:del'] : ['w:ins'];
  return [textPiece(' ', {}, { ...context, tracks })];
}

function text(given: AnyNode, context: DocxContext, mark: Track | undefined): string {
  const { node, label } = withOwnLabel(given);
  const inner = insideOf(node, context);
  const number = autoNumber(label, node.data?.role === 'item' ? 'item' : 'paragraph', inner);
  const pieces = [
    ...(number === undefined ? labelPieces(label, inner) : []),
    ...blockPieces(node, {}, inner),
    ...seamPieces(mark, inner),
  ];
  const style = node.data?.role === 'notice' || node.data?.role === 'reason' ? 'Remark' : undefined;
  return paragraph(node, { pieces, number, mark, ...(style !== undefined && { style }) }, inner);
}

/** The former number of a part of a merged passage stands among its words; Word counts it as the number it was. */
function withOwnLabel(node: AnyNode): { node: AnyNode; label: string | undefined } {
  const [first, ...rest] = node.children ?? [];
  if (first?.type !== 'deletion' || first.data?.role !== 'label') return { node, label: node.data?.label };
  const label = (first.children ?? [])
    .map((child) => ('value' in child ? String(child.value) : ''))
    .join('')
    .trim();
  return { node: { ...node, children: rest }, label };
}

function heading(node: BlockOf<'heading'>, context: DocxContext, mark: Track | undefined): string {
  const inner = insideOf(node, context);
  const label = node.data?.label;
  const number = autoNumber(label, 'heading', inner);
  const level = Math.min(node.depth, 6);
  const pieces = [
    ...(number === undefined ? labelPieces(label, inner) : []),
    ...blockPieces(node, {}, inner),
    ...seamPieces(mark, inner),
  ];
  // A heading without words would be an empty line in the contents, and to who listens.
  const style = pieces.length === 0 ? '' : `Heading${level}`;
  return paragraph(node, { style, pieces, number, mark, anchor: contentsMark(node, level, inner) }, inner);
}

/** Every heading that stays gets a place that the contents lead to: its bookmark, or one made for it, which is given back. */
function contentsMark(node: BlockOf<'heading'>, level: number, context: DocxContext): string | undefined {
  const title = wordsOf(node as AnyNode).trim();
  const gone = context.tracks.includes('w:del') || context.tracks.includes('w:moveFrom');
  if (title === '' || gone || context.inNote) return undefined;
  const { headings, marked } = context.gathered;
  const { id, label } = node.data ?? {};
  const known = id === undefined || marked.some((one) => one.id === id) ? undefined : context.bookmarks.get(id);
  const made = `_Toc${String(headings.length + 1).padStart(8, '0')}`;
  headings.push({ level, bookmark: known ?? made, text: label === undefined ? title : `${label} ${title}` });
  return known === undefined ? made : undefined;
}

function code(node: BlockOf<'code'>, context: DocxContext): string {
  const inner = insideOf(node, context);
  return paragraph(node as AnyNode, { style: 'Listing', pieces: [textPiece(node.value, {}, inner)] }, inner);
}

interface Frame {
  readonly title: string;
  readonly frame: string;
  /** Lines below its blocks. */
  readonly after?: readonly string[];
}

/** What is set apart: its title, its blocks and what stands below them, in the style of its frame. */
function framed(node: AnyNode, { title, frame, after = [] }: Frame, context: DocxContext): string {
  const inner = { ...insideOf(node, context), style: `${frame}Text` };
  const own = ownWords(node, inner);
  const head =
    title === ''
      ? ''
      : paragraph(node, { style: `${frame}Title`, pieces: [textPiece(title, {}, own)], keepNext: true }, own);
  const foot = after.map((line) =>
    paragraph({ type: 'paragraph' }, { pieces: [textPiece(line, { italic: true }, own)] }, own),
  );
  return `${head}${context.blocks(node.children ?? [], inner)}${foot.join('')}`;
}

const GONE: ReadonlySet<string> = new Set(['deleted', 'moved-from']);
const NEW: ReadonlySet<string> = new Set(['inserted', 'moved-to']);

/** The words of a container come and go with all that stands in it. */
function ownWords(node: AnyNode, context: DocxContext): DocxContext {
  const kinds = (node.children ?? []).map(({ data }) => data?.change?.kind ?? '');
  if (context.tracks.length > 0 || kinds.length === 0) return context;
  if (kinds.every((kind) => GONE.has(kind))) return { ...context, tracks: ['w:del'] };
  return kinds.every((kind) => NEW.has(kind)) ? { ...context, tracks: ['w:ins'] } : context;
}

function fact(word: string, of: string | undefined, { words }: DocxContext): string | undefined {
  return of === undefined ? undefined : `${word}${words.colon}${of}`;
}

function figure(node: BlockOf<'figure'>, context: DocxContext): string {
  const inner = insideOf(node, context);
  const picture = paragraph(
    node as AnyNode,
    { style: 'Figure', pieces: [picturePiece(node.url, node.alt, inner)], keepNext: true },
    inner,
  );
  const { label, caption } = node.data ?? {};
  const number = label === undefined ? [] : [textPiece(`${numberedName(context.words.figure, label)}. `, {}, inner)];
  const own =
    node.children.length > 0
      ? blockPieces(node as AnyNode, {}, inner)
      : caption === undefined
        ? []
        : [textPiece(caption, {}, inner)];
  const pieces = [...number, ...own];
  return pieces.length === 0
    ? picture
    : `${picture}${paragraph({ type: 'paragraph' }, { style: 'Caption', pieces }, inner)}`;
}

/** All words of a note in one line. */
function flat(node: AnyNode): AnyNode {
  return { type: 'paragraph', children: (node.children ?? []).flatMap((child) => child.children ?? []) };
}
