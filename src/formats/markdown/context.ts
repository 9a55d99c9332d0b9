import type { DocumentMeta, DocumentNode, NodeType } from '../../model/document.ts';
import type { Labels } from '../../model/labels.ts';
import type { AnyNode } from '../tree.ts';
import type { FootnoteMarks } from './footnote-marks.ts';

/** The node of a type. */
export type NodeOf<Type extends NodeType> = Extract<DocumentNode, { type: Type }>;

/** Nodes that stand in a line. */
export type InlineType =
  | 'agreed'
  | 'bracket'
  | 'break'
  | 'citation'
  | 'crossReference'
  | 'delete'
  | 'deletion'
  | 'emphasis'
  | 'footnoteReference'
  | 'image'
  | 'inlineCode'
  | 'insertion'
  | 'link'
  | 'strong'
  | 'text';

/** Nodes that stand on lines of their own. */
export type BlockType = Exclude<NodeType, InlineType>;

/** Everything a node's renderer needs; containers hand on a changed copy. */
export interface MarkdownContext {
  readonly meta: DocumentMeta;
  readonly words: Labels;
  /** Ids that something in the document links to; only those get an anchor. */
  readonly linked: ReadonlySet<string>;
  readonly footnotes: FootnoteMarks;
  /** What happened to the block around, as a whole. */
  readonly whole?: 'inserted' | 'deleted' | undefined;
  /** How many levels headings stand below the title; one unless said. */
  readonly below?: number;
  readonly inLink: boolean;
  readonly inTable: boolean;
  readonly blocks: (nodes: readonly AnyNode[], context: MarkdownContext) => string;
  readonly inline: (nodes: readonly AnyNode[], context: MarkdownContext) => string;
}
