import type { ElementContent } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import type { BlockChange, DocumentMeta, DocumentNode, NodeType } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { GuideWords } from '../../model/guide-labels.ts';
import type { Labels } from '../../model/labels.ts';
import type { Anchors } from './anchors.ts';

/** The node of a type. */
export type NodeOf<Type extends NodeType> = Extract<DocumentNode, { type: Type }>;

/** Turns a node into HTML. */
export type Renderer<Type extends NodeType> = (node: NodeOf<Type>, context: HtmlContext) => ElementContent[];

/** What is known of a picture: its bytes as a data URI, or why there is none. */
export type Picture =
  | { readonly state: 'embedded'; readonly uri: string }
  | { readonly state: 'remote' }
  | { readonly state: 'missing' };

/** What changes while a document is rendered. */
export interface HtmlState {
  /** Rank of the last heading, so that none is skipped. */
  rank: number;
  /** Footnote definitions met so far, in order. */
  readonly endnotes: FootnoteDefinition[];
  /** How often each footnote was referred to so far, by identifier. */
  readonly references: Map<string, number>;
  /** What happened to the list around, as a whole. */
  inherited: BlockChange | undefined;
  /** File of the section being rendered, for findings. */
  file: string;
  /** Columns of the table being rendered. */
  columns: readonly (string | null | undefined)[];
  /** Id of what explains the fields being rendered. */
  hint: string | undefined;
}

/** Everything a node's renderer needs. */
export interface HtmlContext {
  readonly meta: DocumentMeta;
  readonly words: Labels;
  /** Words of forms. */
  readonly guide: GuideWords;
  readonly anchors: Anchors;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly state: HtmlState;
  readonly report: (finding: Finding) => void;
  /** Renders nodes with the renderer of each. */
  readonly render: (nodes: readonly { readonly type: string }[]) => ElementContent[];
}
