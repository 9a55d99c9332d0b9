/**
 * The narrow waist: everything Penholder prints is a Document, and every format takes a Document.
 *
 * The tree is mdast (https://github.com/syntax-tree/mdast) with the nodes below added. A Document is resolved:
 * it has no raw HTML, no front matter, no link or image references; numbers, cross-references and citations are in place.
 */
import type {
  BlockContent,
  Blockquote,
  Break,
  Code,
  Data,
  Delete,
  Emphasis,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Image,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  Parent,
  PhrasingContent,
  Root,
  Strong,
  Table,
  TableCell,
  TableRow,
  Text,
  ThematicBreak,
} from 'mdast';
import type { Node } from 'unist';
import type { ExplorerPage } from './explorer.ts';
import type { FrontMatterEntry } from './section.ts';

/** Writing direction of a language. */
export type Direction = 'ltr' | 'rtl';

/** Who may see something, from widest to narrowest. */
export type Distribution = 'public' | 'core-group' | 'custodian';

/** Where a section stands in the text; it decides numbering, page breaks and order of generated parts. */
export type Part = 'front' | 'summary' | 'body' | 'annex';

/** What happened to a block between two stages; only marked-up versions carry it. */
export interface BlockChange {
  readonly kind: 'inserted' | 'deleted' | 'moved-from' | 'moved-to' | 'edited' | 'split' | 'merged';
  /** Id of the entry in the change log (`c12`). */
  readonly change: string;
  /** Id of the block at the other end of a move, for links both ways. */
  readonly counterpart?: string;
  /** The counterpart as a reader would call it: `paragraph 14`. */
  readonly counterpartLabel?: string;
  /** True where no space stands between this part of a split or merged passage and the next, where both are one. */
  readonly tight?: boolean;
  readonly author?: string;
  readonly date?: string;
}

/** Another name, because mdast has an `Alternative` of its own (for `alt`) that would win inside its module. */
type OneAlternative = Alternative;

declare module 'mdast' {
  interface Data {
    /** Stable id of the passage (`p-7k2m9qd`, or what its author chose). */
    id?: string;
    /** Number as cited, without punctuation: `12`, `12 (a)`, `I`, `A`. */
    number?: string;
    /** Number as printed in front of the block: `12.`, `(a)`, `I.`; in marked-up versions the new number. */
    label?: string;
    /** Number as it was printed in the earlier stage, where it differs; empty where it had none. Only in marked-up versions. */
    formerLabel?: string;
    /** Depth of the heading it was in the earlier stage, where that is another; 0 where it was none. Only in marked-up versions. */
    formerDepth?: number;
    /** What stood here in the earlier stage and counts as the same: the number of a reference, a quotation mark. Only in marked-up versions. */
    former?: PhrasingContent[];
    /** Language of this block where it differs from the document's (BCP 47). */
    language?: string;
    /** What happened to this block, in a marked-up version. */
    change?: BlockChange;
    /** What happened to a container's own words, where what stands in it has marks of its own. Only in marked-up versions. */
    frame?: 'inserted' | 'deleted';
    /** Where a link led in the earlier stage, or words of another link or of none; empty for none. Only in marked-up versions. */
    formerUrl?: string;
    /** Caption of a table or figure. */
    caption?: string;
    /** Style hint for generated blocks, such as `legend`, `notice`, `reason`, `summary`. */
    role?: string;
    /** Further attributes its author gave it: `{#q2 kind="gap"}`. */
    attributes?: Readonly<Record<string, string>>;
    /** Names by which old links know this place (`<a name="…">`); the id wins. */
    anchors?: readonly string[];
    /** Where its source is no Markdown that could be edited in place: converted HTML, text kept literally, or the note of a citation. */
    origin?: 'html' | 'literal' | 'citation';
  }
  interface BlockContentMap {
    section: Section;
    box: Box;
    recommendation: Recommendation;
    termDefinition: TermDefinition;
    alternatives: Alternatives;
    alternative: OneAlternative;
    figure: Figure;
    notes: Notes;
    fieldGroup: FieldGroup;
    formField: FormField;
  }
  interface PhrasingContentMap {
    bracket: Bracket;
    agreed: Agreed;
    citation: Citation;
    crossReference: CrossReference;
    insertion: Insertion;
    deletion: Deletion;
  }
  interface RootContentMap {
    section: Section;
    box: Box;
    recommendation: Recommendation;
    termDefinition: TermDefinition;
    alternatives: Alternatives;
    alternative: OneAlternative;
    figure: Figure;
    notes: Notes;
    fieldGroup: FieldGroup;
    formField: FormField;
    bracket: Bracket;
    agreed: Agreed;
    citation: Citation;
    crossReference: CrossReference;
    insertion: Insertion;
    deletion: Deletion;
  }
}

/** One file of the draft, or a generated part. Direct child of the root; its title is its first child, a heading of depth 1. */
export interface Section extends Parent {
  type: 'section';
  part: Part;
  /** Source file, workspace-relative; absent for generated parts. */
  file?: string;
  /** False where neither headings nor paragraphs are numbered. */
  numbered: boolean;
  /** What its file says of itself, on the first section of the file. */
  frontMatter?: readonly FrontMatterEntry[];
  children: (BlockContent | FootnoteDefinition)[];
}

/** `:::box{title="…"}`: text set apart. */
export interface Box extends Parent {
  type: 'box';
  title?: string;
  children: (BlockContent | FootnoteDefinition)[];
}

/** `:::recommendation{for="…" by="…"}`: who should do it, and by when. */
export interface Recommendation extends Parent {
  type: 'recommendation';
  for?: string;
  by?: string;
  children: (BlockContent | FootnoteDefinition)[];
}

/** `:::definition{term="…"}`: feeds the glossary. */
export interface TermDefinition extends Parent {
  type: 'termDefinition';
  term: string;
  children: (BlockContent | FootnoteDefinition)[];
}

/** `:::alternatives`: versions of one paragraph of which one will stay. */
export interface Alternatives extends Node {
  type: 'alternatives';
  data?: Data;
  children: Alternative[];
}

/** One of the alternatives; its `data.label` is `12.`, `12 bis.`, `12 ter.` */
export interface Alternative extends Parent {
  type: 'alternative';
  children: (BlockContent | FootnoteDefinition)[];
}

/** A picture that stands alone. `alt` is never empty in a clean Document unless `decorative`. */
export interface Figure extends Parent {
  type: 'figure';
  /** Workspace-relative path of the picture. */
  url: string;
  alt: string;
  children: PhrasingContent[];
}

/** Lettered notes under a table or at the foot of a box. */
export interface Notes extends Parent {
  type: 'notes';
  children: FootnoteDefinition[];
}

/** One thing asked in a form: its heading, what explains it, and its fields; or several such things together. */
export interface FieldGroup extends Parent {
  type: 'fieldGroup';
  /** Id of the question. */
  name: string;
  kind: 'question' | 'group' | 'repeat';
  /** When it is asked, as a tree that a program goes through; absent: always. */
  shownIf?: unknown;
  children: BlockContent[];
}

/** A field of a form that a person fills in. */
export interface FormField extends Parent {
  type: 'formField';
  name: string;
  kind: 'text' | 'paragraph' | 'check' | 'choice' | 'choices' | 'number' | 'date' | 'matrix';
  required?: boolean;
  /** Answers to choose from; columns of a matrix. */
  choices?: { value: string; label: string }[];
  /** Rows of a matrix. */
  rows?: { value: string; label: string }[];
  /** Least and greatest number. */
  min?: number;
  max?: number;
  /** Lines of room to write in, on paper. */
  lines?: number;
  /** True where its label stands above it already, as the heading of its group: then it is only a name for who listens. */
  named?: boolean;
  /** The label, as phrasing. */
  children: PhrasingContent[];
}

/** `[…]{.bracket by="…"}`: text that is not yet agreed; printed with its square brackets. */
export interface Bracket extends Parent {
  type: 'bracket';
  by?: string;
  children: PhrasingContent[];
}

/** `[…]{.agreed source="crc"}`: agreed language that must not drift. */
export interface Agreed extends Parent {
  type: 'agreed';
  /** Id of the resource; in a Document what that is called. */
  source?: string;
  /** Short name of the source, printed behind the words; only in a Document, and only where the resource has one. */
  sourceTag?: string;
  children: PhrasingContent[];
}

/** One cited resource, with what stands after the comma: `[@crc, art. 12]`. */
export interface CitedItem {
  readonly id: string;
  readonly locator?: string;
  readonly prefix?: string;
}

/** `[@id, para. 3; @other]`. Children are empty in a source tree; in a Document they hold the footnote mark or the text shown. */
export interface Citation extends Parent {
  type: 'citation';
  items: CitedItem[];
  children: PhrasingContent[];
}

/** `[](#id)`. In a Document the children hold the text shown (`paragraph 12`); `own` is true where the author wrote it. */
export interface CrossReference extends Parent {
  type: 'crossReference';
  target: string;
  own: boolean;
  children: PhrasingContent[];
}

/** Words that the later stage has and the earlier has not. */
export interface Insertion extends Parent {
  type: 'insertion';
  change?: string;
  author?: string;
  date?: string;
  children: PhrasingContent[];
}

/** Words that the earlier stage has and the later has not. */
export interface Deletion extends Parent {
  type: 'deletion';
  change?: string;
  author?: string;
  date?: string;
  children: PhrasingContent[];
}

/** Every node a resolved Document may hold below its root. */
export type DocumentNode =
  | Agreed
  | Alternative
  | Alternatives
  | Blockquote
  | Box
  | Bracket
  | Break
  | Citation
  | Code
  | CrossReference
  | Delete
  | Deletion
  | Emphasis
  | FieldGroup
  | Figure
  | FootnoteDefinition
  | FootnoteReference
  | FormField
  | Heading
  | Image
  | InlineCode
  | Insertion
  | Link
  | List
  | ListItem
  | Notes
  | Paragraph
  | Recommendation
  | Section
  | Strong
  | Table
  | TableCell
  | TableRow
  | TermDefinition
  | Text
  | ThematicBreak;

/** The type names of {@link DocumentNode}; a format is `satisfies Record<NodeType, …>`. */
export type NodeType = DocumentNode['type'];

/** How pages look; formats without pages ignore what they can't show. */
export interface DocumentStyle {
  readonly paper: 'a4' | 'us-letter' | 'a5';
  /** Workspace-relative path of a picture for the cover. */
  readonly logo?: string;
  readonly cover: boolean;
  readonly contents: boolean;
  readonly lineNumbers: boolean;
  /** Text behind every page, such as `ZERO DRAFT`; absent: none. */
  readonly watermark?: string;
  /** Marks changes in words too (`[inserted: …]`), for readers who can't see colour. */
  readonly textMarks: boolean;
  /** Further font families, workspace-relative paths of TTF or OTF files. */
  readonly fonts: readonly string[];
  /** For readers who need it: large print (18 points and more), or easy to read (short lines, one thing a page). */
  readonly reading?: 'large-print' | 'easy-read';
}

/** What a form says of itself in the file that it saves; formats that nobody fills in on a screen leave it aside. */
export interface FillIn {
  /** Id of the questionnaire. */
  readonly questionnaire: string;
  readonly group: string;
  readonly round: string;
  readonly version?: string;
  /** Where the saved file is sent: a functional address or a role. */
  readonly contact?: string;
}

/** A file that travels inside the PDF. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description: string;
}

/** What is said about a document as a whole. */
export interface DocumentMeta {
  readonly title: string;
  readonly subtitle?: string;
  /** What it is: `Zero draft`, `Change log`, `Marked-up version` … */
  readonly kind: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  readonly stage?: { readonly id: string; readonly title: string };
  /** Such as `zero-draft`, or `zero-draft + 3 changed files` for a work tree. */
  readonly version?: string;
  /** ISO date; from the commit or SOURCE_DATE_EPOCH, never from the clock. */
  readonly date?: string;
  readonly authors: readonly string[];
  readonly distribution: Distribution;
  readonly symbol?: string;
  readonly notForCitation: boolean;
  /** ISO date and time until which it may not be published. */
  readonly embargo?: string;
  /** Stands on every page, such as `Illustrative – not a United Nations document`. */
  readonly notice?: string;
  readonly style: DocumentStyle;
  readonly attachments: readonly Attachment[];
  /** Pictures made by the program, by the `url` their figures name; they win over files of the workspace. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
  /** Seconds since 1970 for time stamps inside files. */
  readonly epoch: number;
  /** Why each change of a marked-up version was made, by the id of the change, as far as its readers may know; lines apart where there are several reasons. */
  readonly changeReasons?: Readonly<Record<string, string>>;
  /** Where it is a form that can be filled in on a screen and saved. */
  readonly form?: FillIn;
  /** Where its entries are changes that a reader can filter on a screen. */
  readonly filters?: 'changes';
  /** Where it is the explorer: what the web page shows in place of the linear version that all other formats print. */
  readonly explorer?: ExplorerPage;
}

/** A document ready for any format. The children of `root` are sections. */
export interface Document {
  readonly root: Root;
  readonly meta: DocumentMeta;
}
