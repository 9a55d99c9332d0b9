import type { FootnoteDefinition, Nodes, PhrasingContent } from 'mdast';
import type { BlockChange, DocumentMeta, DocumentNode, NodeType } from '../../model/document.ts';
import type { Finding, Place } from '../../model/finding.ts';
import type { Labels } from '../../model/labels.ts';
import { numberedName } from '../numbered-name.ts';
import type { Spot } from './forms.ts';
import type { SourceLine } from './source.ts';

/** A picture that the text shows, under the name Typst knows it by. */
export interface PictureUse {
  /** Workspace-relative path. */
  readonly url: string;
  readonly place: Place;
}

/** The letter of a note under a table or in a box, and the anchor its marks lead to. */
export interface NoteLetter {
  readonly letter: string;
  readonly anchor: string;
}

/** What emission gathers while it goes through the Document. */
export interface Gathered {
  /** Anchors already set; a second one of the same name would make every link to it ambiguous. */
  readonly placed: Set<string>;
  /** Anchors that links lead to. */
  readonly targets: Set<string>;
  /** Footnotes already printed, by definition. */
  readonly footnotes: Map<FootnoteDefinition, string>;
  /** Identifiers of the footnotes that words refer to which are not gone. */
  readonly live: ReadonlySet<string>;
  /** Letters of notes, by definition. */
  readonly letters: ReadonlyMap<FootnoteDefinition, NoteLetter>;
  readonly pictures: Map<string, PictureUse>;
  readonly findings: Finding[];
  /** Places to fill in, in order; empty where the Document is no form for the screen. */
  readonly spots: Spot[];
  /** Level of the last heading, after repair. */
  headingLevel: number;
}

/** Footnote definitions and notes by identifier: those of the section first, then those of the whole text. */
export interface NoteScope {
  readonly here: ReadonlyMap<string, FootnoteDefinition>;
  readonly everywhere: ReadonlyMap<string, FootnoteDefinition>;
}

/** What an emitter knows and may use. */
export interface Context {
  readonly meta: DocumentMeta;
  readonly words: Labels;
  /** Source file of the section at hand. */
  readonly file: string;
  readonly notes: NoteScope;
  /** Change of the container, which its blocks share. */
  readonly change?: BlockChange | undefined;
  /** Change or strike that the words at hand stand in, the innermost. */
  readonly dress?: BlockChange['kind'] | 'gone' | undefined;
  /** True in the text of a footnote, which is dressed in its own way. */
  readonly inNote: boolean;
  /** Ids that blocks of the Document have: what links may point at. */
  readonly anchors: ReadonlySet<string>;
  /** Kind of a picture (`png`, `svg` …); undefined where it can't be read. */
  readonly kindOf: (url: string) => string | undefined;
  /** Puts visible replacements where no font has a character. */
  readonly printable: (text: string) => string;
  readonly gathered: Gathered;
  /** Emits blocks, each as its lines. */
  readonly blocks: (nodes: readonly Nodes[], context: Context) => SourceLine[][];
  /** Emits phrasing as arguments of a call. */
  readonly phrasing: (nodes: readonly PhrasingContent[], context: Context) => string;
}

/** A node of one type. */
export type NodeOf<Type extends DocumentNode['type']> = Extract<DocumentNode, { type: Type }>;

/** Types of nodes that stand inside a paragraph. */
export type PhrasingType = Extract<PhrasingContent['type'], NodeType>;

/** Types of nodes that are blocks. */
export type BlockType = Exclude<DocumentNode['type'], PhrasingType>;

/**
 * Finds where a node stands in its source.
 * @param node a node with a position; a generated one stands at 1:1
 * @param context for the file
 */
export function placeOf(
  node: { readonly position?: { start: { line: number; column: number } } | undefined },
  context: Pick<Context, 'file'>,
): Place {
  const start = node.position?.start;
  return { file: context.file, line: start?.line ?? 1, column: start?.column ?? 1 };
}

/**
 * Names the anchor of a passage for Typst, once.
 * @param id stable id of a block
 * @param context what was already placed
 */
export function anchorOf(id: string | undefined, context: Context): string | undefined {
  if (id === undefined || id === '') return undefined;
  const name = `p:${id}`;
  if (context.gathered.placed.has(name)) return undefined;
  context.gathered.placed.add(name);
  return name;
}

/**
 * Names the anchor a link may point at; undefined where no block has that id.
 * @param id stable id of a block
 * @param context for the ids there are
 */
export function targetOf(id: string | undefined, context: Context): string | undefined {
  if (id === undefined || !context.anchors.has(id)) return undefined;
  const name = `p:${id}`;
  context.gathered.targets.add(name);
  return name;
}

/**
 * Writes the title of something numbered: `Box 2. Title`, or what of it there is.
 * @param word what it is, in the document's language
 * @param data where its number stands
 * @param title what it is called
 */
export function headline(
  word: string,
  data: { readonly label?: string; readonly number?: string } | undefined,
  title: string | undefined,
): string | undefined {
  const number = data?.label ?? data?.number;
  if (number === undefined) return title;
  const numbered = numberedName(word, number);
  return title === undefined ? numbered : `${numbered.replace(/[.:]$/u, '')}. ${title}`;
}
