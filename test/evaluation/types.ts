import type { ChangeKind } from '../../src/model/change-log.ts';

/** A Markdown file of a text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** A block as it is judged: by its lines in the source, from 1, both inclusive. */
export interface Block {
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
  /** What it says, for the report of mistakes. */
  readonly words: string;
}

/** Blocks of both texts that belong together, by their places in the lists of blocks. */
export interface TrueGroup {
  readonly kind: ChangeKind;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Two texts and which block of the one became which of the other. */
export interface Pair {
  readonly name: string;
  readonly from: readonly TextFile[];
  readonly to: readonly TextFile[];
  readonly fromBlocks: readonly Block[];
  readonly toBlocks: readonly Block[];
  /** Every block that is judged stands in exactly one group. */
  readonly truth: readonly TrueGroup[];
  /** Pairs that are neither right nor wrong, as `from>to`: a sentence went over, not the block. */
  readonly tolerated: ReadonlySet<string>;
  /** True where it is not known which blocks moved, were split or merged: only links are judged. */
  readonly linksOnly?: boolean;
}

/** What is read of an entry of a change log. */
export interface Entry {
  readonly kind: ChangeKind;
  readonly from: readonly Omit<Block, 'words'>[];
  readonly to: readonly Omit<Block, 'words'>[];
  readonly words: readonly { readonly kind: 'kept' | 'inserted' | 'deleted'; readonly text: string }[];
}
