import type { Nodes } from 'mdast';
import type { NodeType } from '../../model/document.ts';
import { heading, list, listItem, paragraph } from './blocks.ts';
import { forChild, withChange } from './changes.ts';
import type { BlockType, Context, NodeOf, PhrasingType } from './context.ts';
import { fieldGroup, formField } from './forms.ts';
import { languageWrapper } from './language.ts';
import { emitPhrasing, isPhrasing } from './phrasing.ts';
import {
  alternative,
  alternatives,
  blockquote,
  box,
  code,
  notes,
  recommendation,
  termDefinition,
} from './set-apart.ts';
import { call, literal, type SourceLine } from './source.ts';
import { figure, table } from './tables.ts';

type Emitter<Type extends BlockType> = (node: NodeOf<Type>, context: Context) => SourceLine[];

/** Parts of other nodes, which those emit themselves. */
const within = (): SourceLine[] => [];

/** Emitters of blocks, by type. */
const BLOCKS = {
  alternative,
  alternatives,
  blockquote,
  box,
  code,
  fieldGroup,
  figure,
  footnoteDefinition: within,
  formField,
  heading,
  list,
  listItem,
  notes,
  paragraph,
  recommendation,
  section: within,
  table,
  tableCell: within,
  tableRow: within,
  termDefinition,
  thematicBreak: () => [{ text: 'rule()' }],
} satisfies { readonly [Type in BlockType]: Emitter<Type> };

/** Types that have an emitter here or in phrasing; a type that neither knows is a type error. */
type Known = keyof typeof BLOCKS | PhrasingType;
true satisfies [NodeType] extends [Known] ? true : never;

function isBlock(node: Nodes): node is NodeOf<BlockType> {
  return Object.hasOwn(BLOCKS, node.type);
}

function emitBlock(node: Nodes, context: Context): SourceLine[] {
  if (isPhrasing(node)) return [{ text: call('p', literal({}), emitPhrasing([node], context)) }];
  if (!isBlock(node)) return [];
  const own = node.data?.change;
  const lines = (BLOCKS[node.type] as (node: unknown, context: Context) => SourceLine[])(
    node,
    own === undefined ? context : withChange(context, own),
  );
  return languageWrapper(node.data?.language, lines, context);
}

/**
 * Emits blocks in order, each as its lines; what prints nothing is left out.
 * @param nodes children of a container
 * @param context what emitters know
 */
export function emitBlocks(nodes: readonly Nodes[], context: Context): SourceLine[][] {
  return nodes.map((node, index) => emitBlock(node, forChild(context, index))).filter((lines) => lines.length > 0);
}
