/** What a reviewed copy changes, in words and numbers of the text that was sent. */
import type { WordStyle } from '../word/word-types.ts';
import type { LooksChange } from './copy-looks.ts';
import type { Properties } from './properties.ts';

/** Who changed something, and when. */
export interface Who {
  readonly author: string;
  readonly date?: string;
}

/** What is an end of a tracked move. */
export interface Moved {
  /** Name of the move. */
  readonly move?: string;
  /** The marks around all of the end, where this is the first or last of it. */
  readonly moveStart?: string;
  readonly moveEnd?: string;
}

/** Words put in, or words taken out. */
export interface TextEdit extends Who, Moved {
  /** Offsets in the paragraph as it was sent; the same for what is put in. */
  readonly from: number;
  readonly to: number;
  /** Words put in; line ends part paragraphs. */
  readonly text: string;
  /** How new words look. */
  readonly style?: WordStyle;
  /** Where new words lead. */
  readonly link?: string;
  /** Who takes the new words out again. */
  readonly again?: Who;
  /** Of a new paragraph its properties. */
  readonly properties?: Properties;
  /** Marks of notes and pictures that stood before it in the paragraph as it was sent. */
  readonly after?: number;
  /** A note that is put in here. */
  readonly note?: { readonly kind: 'footnote' | 'endnote'; readonly id: string };
}

/** A mark of a note or a picture that is taken out. */
export interface ObjectGone extends Who {
  readonly object: 'note' | 'picture';
  /** Which of them in the paragraph as it was sent, from 0. */
  readonly nth: number;
}

/** Words that are to look otherwise. */
export interface LooksEdit extends Who {
  readonly from: number;
  readonly to: number;
  readonly change: LooksChange['change'];
}

/** A place that a comment begins or ends at. */
export interface Anchor {
  readonly comment: string;
  readonly from: number;
  readonly to: number;
}

/** Something that can't be carried over, in words. */
export interface LeftOver {
  readonly author: string;
  readonly what: string;
}

/** What one reviewer does to one paragraph. */
export interface ParagraphReview {
  /** The paragraph as it was sent, told from the copy. */
  readonly original: string;
  readonly edits: readonly TextEdit[];
  readonly anchors: readonly Anchor[];
  readonly objects: readonly ObjectGone[];
  readonly looks: readonly LooksEdit[];
  /** A change of its own properties. */
  readonly properties?: Who & { readonly change: LooksChange['change'] };
  /** Footnotes whose marks stand in it as it was sent, as `footnote 3`. */
  readonly notes: readonly string[];
  /** That it is joined with the next one. */
  readonly joins?: Who & Moved;
  /** What of it has no place in another text. */
  readonly left: readonly LeftOver[];
  /** Numbers of its paragraphs in the copy. */
  readonly indexes: readonly number[];
  /** True where nothing of it was sent: all of it, its mark too, is new. */
  readonly isNew: boolean;
}
