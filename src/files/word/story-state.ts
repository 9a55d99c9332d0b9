import { FileProblemError } from '../file-problem.ts';
import type { OpenField } from './form-fields.ts';
import type {
  WordBlock,
  WordCell,
  WordControl,
  WordParagraph,
  WordPiece,
  WordRevision,
  WordRow,
  WordStyle,
} from './word-types.ts';

/** Paragraphs and elements of a real file stay far below this: the largest seen had 23,314 elements. */
const MOST_PARAGRAPHS = 40_000;
const MOST_ELEMENTS = 1_500_000;
/**
 * What may be written down because several things are open at once, in characters: words that lie in many revisions, controls and
 * comments are kept for each of them.
 */
const MOST_SHARES = 24_000_000;
/** What anything costs that is kept as an object of its own. */
const KEPT = 64;
/** Elements that are kept as objects of their own. */
const KEPT_ELEMENTS: ReadonlySet<string> = new Set([
  ...['p', 'tbl', 'tr', 'tc', 'sdt', 'bookmarkStart', 'commentRangeStart', 'commentReference'],
  ...['moveFromRangeStart', 'moveToRangeStart', 'footnote', 'endnote', 'comment', 'fldChar'],
]);

type Open<Type> = { -readonly [Key in keyof Type]: Type[Key] extends readonly (infer Item)[] ? Item[] : Type[Key] };

/** A paragraph while it is read. */
export interface OpenParagraph {
  readonly index: number;
  readonly pieces: WordPiece[];
  readonly bookmarks: string[];
  readonly mark: number[];
  readonly boxes: WordBlock[];
  styleId?: string;
  outline?: number;
  numId?: string;
  level?: number;
}

/** A control while it is read. */
export interface OpenControl {
  control: Open<WordControl>;
  /** Whether its properties have been read. */
  inContent: boolean;
}

/** What all stories of a file share while they are read. */
export interface Shared {
  readonly revisions: WordRevision[];
  readonly controls: WordControl[];
  /** First paragraph of each comment's range. */
  readonly anchors: Map<string, number>;
  paragraphs: number;
  elements: number;
  /** What was spent of {@link StoryState.spend}. */
  shares: number;
}

/** What nothing has been read into yet. */
export function emptyShared(): Shared {
  return { revisions: [], controls: [], anchors: new Map(), paragraphs: 0, elements: 0, shares: 0 };
}

/** Everything that is open while a story is read. */
export class StoryState {
  /** Where finished blocks go: the story, and above it cells and text boxes. */
  readonly targets: WordBlock[][];
  readonly tables: { readonly rows: WordRow[] }[] = [];
  readonly rows: { cells: WordCell[]; revisions: number[]; header: boolean }[] = [];
  readonly cells: { readonly blocks: WordBlock[]; readonly revisions: number[]; span: number }[] = [];
  readonly paragraphs: OpenParagraph[] = [];
  readonly runs: WordStyle[] = [];
  readonly tracked: number[] = [];
  readonly moves: { readonly end: 'move-from' | 'move-to'; readonly id: string; readonly name: string }[] = [];
  readonly links: (string | undefined)[] = [];
  readonly controls: OpenControl[] = [];
  readonly fields: OpenField[] = [];
  readonly openComments = new Set<string>();
  readonly openBookmarks = new Map<string, string>();
  /** Names of the elements that are open, without their prefixes. */
  readonly path: string[] = [];
  readonly shared: Shared;
  #revisions: readonly number[] = [];
  #comments: readonly string[] = [];

  constructor(target: WordBlock[], shared: Shared) {
    this.targets = [target];
    this.shared = shared;
  }

  /** The paragraph that is being read. */
  get paragraph(): OpenParagraph | undefined {
    return this.paragraphs.at(-1);
  }

  /** How words look just now. */
  get style(): WordStyle {
    return this.runs.at(-1) ?? {};
  }

  /** @throws FileProblemError where the file holds more than any real one. */
  count(name: string): void {
    this.shared.elements += 1;
    if (KEPT_ELEMENTS.has(name)) this.spend(KEPT);
    if (this.shared.elements > MOST_ELEMENTS || this.shared.paragraphs > MOST_PARAGRAPHS)
      throw new FileProblemError('too-many');
  }

  /**
   * Counts work and memory that grow with how much is open at once.
   *
   * @throws FileProblemError where it is more than any real file needs.
   */
  spend(shares: number): void {
    this.shared.shares += shares;
    if (this.shared.shares > MOST_SHARES) throw new FileProblemError('too-many');
  }

  /** Adds words, or what stands for some, to the paragraph. */
  put(text: string, type: WordPiece['type'] = 'text', note?: WordPiece['note']): void {
    const { paragraph } = this;
    if (paragraph === undefined) return;
    const open = this.controls.length + this.fields.length + this.tracked.length + this.openComments.size;
    if (open > 0) this.spend(open * (text.length + 4));
    if (type === 'text') {
      for (const { control } of this.controls) control.text += text;
      for (const field of this.fields) field.text += text;
    }
    for (const index of new Set(this.tracked)) {
      const revision = this.shared.revisions[index];
      if (revision !== undefined && type === 'text') revision.text += text;
    }
    const link = this.links.at(-1);
    const piece: WordPiece = {
      type,
      text,
      revisions: this.#same('revisions'),
      comments: this.#same('comments'),
      style: this.style,
      ...(note !== undefined && { note }),
      ...(link !== undefined && { link }),
    };
    const last = paragraph.pieces.at(-1);
    if (last !== undefined && type === 'text' && joins(last, piece)) {
      paragraph.pieces[paragraph.pieces.length - 1] = { ...last, text: last.text + text };
      return;
    }
    this.spend(KEPT);
    paragraph.pieces.push(piece);
  }

  /** Lists that did not change since the last piece are shared with it. */
  #same(which: 'revisions'): readonly number[];
  #same(which: 'comments'): readonly string[];
  #same(which: 'revisions' | 'comments'): readonly (number | string)[] {
    if (which === 'revisions') {
      if (!equal(this.#revisions, this.tracked)) this.#revisions = [...this.tracked];
      return this.#revisions;
    }
    const open = [...this.openComments];
    if (!equal(this.#comments, open)) this.#comments = open;
    return this.#comments;
  }

  /** Notes a tracked change and gives its place. */
  revise(revision: Omit<WordRevision, 'text'>): number {
    this.spend(KEPT);
    this.shared.revisions.push({ ...revision, text: '' });
    return this.shared.revisions.length - 1;
  }

  /** Puts a finished block where it belongs. */
  place(block: WordBlock): void {
    this.targets.at(-1)?.push(block);
  }
}

function joins(last: WordPiece, piece: WordPiece): boolean {
  return (
    last.type === 'text' &&
    last.revisions === piece.revisions &&
    last.comments === piece.comments &&
    last.link === piece.link &&
    (last.style === piece.style || sameStyle(last.style, piece.style))
  );
}

function sameStyle(one: WordStyle, other: WordStyle): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.raised === other.raised &&
    one.strike === other.strike &&
    one.named === other.named
  );
}

function equal(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** What finishing a paragraph needs to know of styles and lists. */
export interface Looks {
  /** English name, and level of heading, by id of the style. */
  readonly styles: ReadonlyMap<
    string,
    { readonly name: string; readonly heading?: number; readonly numId?: string; readonly level?: number }
  >;
  /** Whether a level of a list is numbered, by `<numId>/<level>`. */
  readonly ordered: ReadonlyMap<string, boolean>;
}

/** A paragraph as it is kept. */
export function finishParagraph(open: OpenParagraph, looks: Looks): WordParagraph {
  const style = open.styleId === undefined ? undefined : looks.styles.get(open.styleId);
  const heading = open.outline === undefined ? style?.heading : open.outline < 9 ? open.outline + 1 : undefined;
  const id = open.numId ?? style?.numId;
  const level = open.level ?? style?.level ?? 0;
  return {
    type: 'paragraph',
    index: open.index,
    pieces: open.pieces,
    ...(open.styleId !== undefined && { style: style?.name ?? open.styleId }),
    ...(heading !== undefined && { heading }),
    ...(id !== undefined &&
      id !== '0' && { list: { id, level, ordered: looks.ordered.get(`${id}/${level}`) ?? false } }),
    bookmarks: open.bookmarks,
    mark: open.mark,
    boxes: open.boxes,
  };
}
