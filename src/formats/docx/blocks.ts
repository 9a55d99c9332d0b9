import type { Nodes } from 'mdast';
import { type AnyNode, wordsOf } from '../tree.ts';
import { type DocxContext, withoutMove } from './context.ts';
import { fieldGroup, formField } from './forms.ts';
import { enterFormer, heading, styleHad } from './headings.ts';
import { picturePiece } from './inline.ts';
import { list } from './lists.ts';
import { blockPieces, insideOf, numbered, paragraph, struckNumber } from './paragraphs.ts';
import { type Piece, textPiece } from './runs.ts';
import { seamOf, seamPieces } from './seams.ts';
import type { FrameName } from './standing.ts';
import { table } from './tables.ts';
import { joinTitle, markOf, namePieces, ownWords, takeTitles, titlePieces } from './titles.ts';

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
type Writer<Type extends BlockType> = (node: BlockOf<Type>, context: DocxContext) => string;

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
    const name = (own: DocxContext) => namePieces(context.words.box, node, { context: own });
    return framed(node, { name, title: node.title, role: 'box-title', frame: 'Box' }, context);
  },
  recommendation: (node, context) => {
    const { words } = context;
    const name = (own: DocxContext) =>
      namePieces(words.recommendation, node, { unnumbered: words.recommendation, context: own });
    const facts = [fact(words.forWhom, node.for, context), fact(words.byWhen, node.by, context)].filter(
      (one) => one !== undefined,
    );
    return framed(node, { name, frame: 'Recommendation', after: facts }, context);
  },
  termDefinition: (node, context) => framed(node, { title: node.term, role: 'term', frame: 'Definition' }, context),
  alternatives: (node, context) => {
    const { alternatives, alternativesHint } = context.words;
    return framed(node, { title: `${alternatives}. ${alternativesHint}`, frame: 'Alternatives' }, context);
  },
  alternative: (node, context) => {
    const [first, ...rest] = node.children as AnyNode[];
    const inner = insideOf(node, context);
    const label = node.data?.label;
    if (first?.type !== 'paragraph' || label === undefined) return context.blocks(node.children as AnyNode[], inner);
    const formerLabel = node.data?.formerLabel ?? first.data?.formerLabel;
    const data = { ...first.data, id: node.data?.id ?? first.data?.id, label, formerLabel };
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
 * Writes blocks.
 *
 * @param nodes In order; one of an unknown type is written as words.
 */
export function writeBlocks(nodes: readonly AnyNode[], context: DocxContext): string {
  let out = '';
  const shown = withCaptions(nodes);
  for (const [at, node] of shown.entries()) {
    if (FRAMED.has(node.type) && shown[at - 1]?.type === node.type) out += parting(node, shown[at - 1], context);
    const writer = Object.hasOwn(BLOCKS, node.type)
      ? (BLOCKS[node.type as BlockType] as (node: never, context: DocxContext) => string)
      : text;
    out += writer(node as never, leadsOn(node, shown[at + 1]) ? { ...context, leads: true } : context);
  }
  return out;
}

const FRAMED: ReadonlySet<string> = new Set(['box', 'recommendation', 'termDefinition', 'alternatives']);

/** Frames that look alike would run into one: a line without words parts them, as long as both are there. */
function parting(node: AnyNode, before: AnyNode | undefined, context: DocxContext): string {
  const [one, other] = [ownWords(insideNode(before), context), ownWords(insideNode(node), context)];
  const tracked = one.tracks.length > context.tracks.length ? one : other;
  const tracks = tracked.tracks.map(withoutMove);
  return paragraph({ type: 'paragraph' }, { style: 'Spacer', pieces: [] }, { ...tracked, tracks });
}

function insideNode(node: AnyNode | undefined): AnyNode {
  return node ?? { type: 'paragraph' };
}

/** Words that end in a colon stay on the page of the list that they begin. */
function leadsOn(node: AnyNode, next: AnyNode | undefined): boolean {
  if (next?.type !== 'list' || node.type !== 'paragraph') return false;
  const last = node.children?.at(-1);
  const words = last === undefined ? '' : wordsOf(last);
  return /[:：]\s*$/u.test(words);
}

/** Captions that a marked-up version shows as blocks of their own stand in their tables. */
function withCaptions(nodes: readonly AnyNode[]): readonly AnyNode[] {
  if (!nodes.some(({ data }) => data?.role === 'caption')) return nodes;
  const out: AnyNode[] = [];
  let captions: AnyNode[] = [];
  for (const node of nodes) {
    if (node.data?.role === 'caption') captions.push(node);
    else {
      if (node.type === 'table') out.push({ ...node, captions } as AnyNode);
      else out.push(...captions, node);
      captions = [];
    }
  }
  return [...out, ...captions];
}

function text(given: AnyNode, context: DocxContext): string {
  const { node, struck } = withOwnLabel(given);
  const inner = insideOf(node, context);
  const { lead, ...number } =
    struck === undefined ? numbered(node.data ?? {}, kindOf(node), inner) : struckNumber(struck, kindOf(node), inner);
  const mark = seamOf(node, inner);
  const pieces = [...lead, ...blockPieces(node, {}, inner), ...seamPieces(node as AnyNode, mark, inner)];
  const style = TEXT_STYLES[node.data?.role ?? ''];
  enterFormer(node, inner);
  const styles = { ...(style !== undefined && { style }), ...styleHad(node, inner) };
  return paragraph(node, { pieces, ...number, mark, ...styles, keepNext: context.leads === true }, inner);
}

/** Styles of generated paragraphs, by what they are. */
const TEXT_STYLES: Readonly<Record<string, string>> = { notice: 'Remark', reason: 'Remark', caption: 'Caption' };

function kindOf({ data }: AnyNode): 'heading' | 'paragraph' | 'item' {
  if ((data?.formerDepth ?? 0) > 0) return 'heading';
  return data?.role === 'item' ? 'item' : 'paragraph';
}

/** The former number of a part of a merged passage stands among its words; Word counts it as the number it was. */
function withOwnLabel(node: AnyNode): { node: AnyNode; struck: string | undefined } {
  const [first, ...rest] = node.children ?? [];
  if (first?.type !== 'deletion' || first.data?.role !== 'label') return { node, struck: undefined };
  const struck = (first.children ?? [])
    .map((child) => ('value' in child ? String(child.value) : ''))
    .join('')
    .trim();
  return { node: { ...node, data: { ...node.data, formerLabel: struck }, children: rest }, struck };
}

function code(node: BlockOf<'code'>, context: DocxContext): string {
  const inner = insideOf(node, context);
  return paragraph(node as AnyNode, { style: 'Listing', pieces: [textPiece(node.value, {}, inner)] }, inner);
}

interface Frame {
  /** Its name, such as `Box 2`. */
  readonly name?: (own: DocxContext) => readonly Piece[];
  readonly title?: string | undefined;
  /** What a marked-up version calls blocks that are its title. */
  readonly role?: string;
  readonly frame: FrameName;
  /** Lines below its blocks. */
  readonly after?: readonly string[];
}

/** What is set apart: its title, its blocks and what stands below them, in the style of its frame. */
function framed(
  node: AnyNode,
  { name, title = '', role = '', frame, after = [] }: Frame,
  context: DocxContext,
): string {
  const inner: DocxContext = { ...insideOf(node, context), style: `${frame}Text`, box: frame, depth: 0 };
  const own = ownWords(node, inner);
  const [titles, blocks] = takeTitles(node.children ?? [], title === '' ? role : '');
  const words = title === '' ? titlePieces(titles, inner) : [textPiece(title, {}, own)];
  const pieces = joinTitle(name?.(own) ?? [], words, own);
  const head = { style: `${frame}Title`, pieces, keepNext: true, mark: markOf(pieces, own) };
  const foot = after.map((line) =>
    paragraph({ type: 'paragraph' }, { pieces: [textPiece(line, { italic: true }, own)] }, own),
  );
  return `${pieces.length === 0 ? '' : paragraph(node, head, own)}${context.blocks(blocks, inner)}${foot.join('')}`;
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
  const { caption } = node.data ?? {};
  const own =
    node.children.length > 0
      ? blockPieces(node as AnyNode, {}, inner)
      : caption === undefined
        ? []
        : [textPiece(caption, {}, inner)];
  const pieces = joinTitle(namePieces(context.words.figure, node as AnyNode, { context: inner }), own, inner);
  return pieces.length === 0
    ? picture
    : `${picture}${paragraph({ type: 'paragraph' }, { style: 'Caption', pieces }, inner)}`;
}

/** All words of a note in one line. */
function flat(node: AnyNode): AnyNode {
  return { type: 'paragraph', children: (node.children ?? []).flatMap((child) => child.children ?? []) };
}
