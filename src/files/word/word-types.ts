/** What a Word file holds, as far as drafting and review go. Both versions of a tracked text are in it; views tell them apart. */
import type { FileProblem } from '../file-problem.ts';

/** What a tracked change does. */
export type RevisionKind = 'insertion' | 'deletion' | 'move-from' | 'move-to' | 'formatting';

/** What a tracked change is made to. */
export type RevisionTarget = 'text' | 'paragraph-mark' | 'row' | 'cell' | 'equation' | 'properties';

/** One tracked change, as one element of the file says it. */
export interface WordRevision {
  readonly kind: RevisionKind;
  readonly target: RevisionTarget;
  /** As the file gives it; often "Author" where the reviewer had it taken out. */
  readonly author?: string;
  /** As the file gives it; a third of real ones have none. */
  readonly date?: string;
  /** Name of the move, by which both of its ends are known. */
  readonly move?: string;
  /** The words concerned; empty for marks and properties. */
  text: string;
}

/** How words look. */
export interface WordStyle {
  readonly bold?: true;
  readonly italic?: true;
  /** `superscript` or `subscript`. */
  readonly raised?: 'superscript' | 'subscript';
  /** Struck through by hand, which is how some reviewers delete. */
  readonly strike?: true;
  /** Id of its character style. */
  readonly named?: string;
}

/** Some characters of a paragraph with the same tracked changes and comments on them. */
export interface WordPiece {
  readonly type: 'text' | 'note' | 'picture';
  /** Characters; of a footnote its id, of a picture its alternative text. */
  readonly text: string;
  /** For notes. */
  readonly note?: 'footnote' | 'endnote';
  /** Places in {@link WordFile.revisions}, from the outermost. */
  readonly revisions: readonly number[];
  /** Ids of the comments that this is said to be about. */
  readonly comments: readonly string[];
  readonly style: WordStyle;
  /** Address of a link. */
  readonly link?: string;
}

/** A paragraph. */
export interface WordParagraph {
  readonly type: 'paragraph';
  /** Place among all paragraphs of the file, from 0. */
  readonly index: number;
  readonly pieces: readonly WordPiece[];
  /** Name of its style, in English where it is built in. */
  readonly style?: string;
  /** 1 to 9 for headings. */
  readonly heading?: number;
  readonly list?: { readonly id: string; readonly level: number; readonly ordered: boolean };
  /** Names of bookmarks that begin in it, or that were open when it began. */
  readonly bookmarks: readonly string[];
  /** Places in {@link WordFile.revisions} of the changes to its mark. */
  readonly mark: readonly number[];
  /** Text boxes that hang on it. */
  readonly boxes: readonly WordBlock[];
}

/** A cell of a table. */
export interface WordCell {
  readonly blocks: readonly WordBlock[];
  readonly revisions: readonly number[];
  /** Columns it takes. */
  readonly span: number;
}

/** A row of a table. */
export interface WordRow {
  readonly cells: readonly WordCell[];
  readonly revisions: readonly number[];
  readonly header: boolean;
}

/** A table. */
export interface WordTable {
  readonly type: 'table';
  readonly rows: readonly WordRow[];
}

/** A block of a text. */
export type WordBlock = WordParagraph | WordTable;

/** A comment. */
export interface WordComment {
  readonly id: string;
  readonly author?: string;
  readonly initials?: string;
  readonly date?: string;
  readonly text: string;
  /** Id of the comment it replies to, the first of its thread. */
  readonly parent?: string;
  /** Whether its thread is resolved. */
  readonly resolved: boolean;
  /** The words it is about, with deleted ones left out unless there are no others. */
  quoted: string;
  /** Paragraph in which it begins; absent where it is anchored nowhere. */
  paragraph?: number;
}

/** A control to be filled in. */
export interface WordControl {
  readonly tag?: string;
  readonly title?: string;
  readonly kind: 'text' | 'checkbox' | 'list' | 'date' | 'other';
  readonly checked?: boolean;
  /** True where only the prompt stands in it. */
  readonly empty: boolean;
  readonly text: string;
  readonly paragraph: number;
}

/** A footnote or endnote. */
export interface WordNote {
  readonly id: string;
  readonly kind: 'footnote' | 'endnote';
  readonly blocks: readonly WordBlock[];
}

/** A header or footer. */
export interface WordMargin {
  readonly kind: 'header' | 'footer';
  readonly blocks: readonly WordBlock[];
}

/** Something in a file that a reader should know of. */
export type WordWarning = 'macros' | 'embedded' | 'external' | 'attached-template';

/** A Word file, read. */
export interface WordFile {
  readonly body: readonly WordBlock[];
  readonly notes: readonly WordNote[];
  /** Headers and footers; what they say in print is no part of the text. */
  readonly margins: readonly WordMargin[];
  readonly comments: readonly WordComment[];
  readonly revisions: readonly WordRevision[];
  readonly controls: readonly WordControl[];
  /** Custom XML parts, by their root's namespace. */
  readonly custom: ReadonlyMap<string, Uint8Array>;
  readonly title?: string;
  readonly language?: string;
  readonly warnings: readonly WordWarning[];
}

/** A Word file, or why it can't be read. */
export type WordReading = { readonly file: WordFile } | { readonly problem: FileProblem };
