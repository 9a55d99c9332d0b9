import type { Distribution } from './document.ts';

/** What happened to a passage. Moved and edited: `moved` with words. */
export const CHANGE_KINDS = ['unchanged', 'edited', 'moved', 'split', 'merged', 'added', 'deleted'] as const;
/** What happened to a passage. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a change also is. */
export const CHANGE_FLAGS = [
  'retitled',
  'level-changed',
  'type-changed',
  'bracket-opened',
  'bracket-lifted',
  'agreed-language-altered',
  'alternative-chosen',
  'alternative-added',
  'modal-strength',
  'negation',
  'actor',
  'deadline',
  'defined-term',
  'amount',
  'percentage',
  'number',
  'date',
  'link-target',
  'citation',
  'cross-reference',
  'footnote',
  'table',
  'formatting',
  'ticked',
  'column-added',
  'column-deleted',
  'column-moved',
  'renumbered',
  'typography',
  'metadata',
  'id-reused',
  'limited',
] as const;
/** What a change also is. */
export type ChangeFlag = (typeof CHANGE_FLAGS)[number];

/** Flags that make a change one of substance, the gravest first. */
export const GRAVE_FLAGS = [
  'agreed-language-altered',
  'modal-strength',
  'negation',
  'bracket-opened',
  'bracket-lifted',
  'alternative-chosen',
  'alternative-added',
  'actor',
  'deadline',
  'amount',
  'percentage',
  'date',
  'number',
  'link-target',
  'citation',
  'defined-term',
  'ticked',
  'column-added',
  'column-deleted',
] as const satisfies readonly ChangeFlag[];

/** Why a change is called editorial or substantive: the gravest of its flags, or what else was seen of it. */
export const CHANGE_GROUNDS = [
  ...GRAVE_FLAGS,
  'typed-number',
  'no-words',
  'articles',
  'spelling',
  'references',
  'words',
  'new',
  'gone',
  'place',
  'generated',
] as const;
/** Why a change is called editorial or substantive. */
export type ChangeGround = (typeof CHANGE_GROUNDS)[number];

/** A passage as one stage has it. Lines are those of the source, from 1, both inclusive. */
export interface PassageRef {
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly id?: string;
  /** As cited: `12`, `12 (a)`. */
  readonly number?: string;
  /** Node type, such as `paragraph`. */
  readonly type: string;
  /** Title of the section it stands in. */
  readonly section: string;
  /** Words of the heading it is or stands under, where that is not the section's own. */
  readonly heading?: string;
  /** Place among the passages of its stage in reading order, from 0. */
  readonly order: number;
  /** Ids of the blocks it stands in, outermost first: a table's for its rows, a box's for its paragraphs. */
  readonly within?: readonly string[];
  /** What a reader would call it. */
  readonly place?: PassagePlace;
  /** Page in the PDF of its stage, where one was made. */
  readonly page?: number;
}

/** Things a passage can stand in that have a name of their own. */
export const HOLDERS = ['box', 'table', 'figure', 'recommendation', 'footnote', 'note', 'definition'] as const;
/** What a passage is where it stands. */
export const PLACE_PARTS = ['paragraph', 'item', 'row', 'heading-row', 'heading', 'title'] as const;

/** Where a passage stands, in the terms of its readers: `annex II, paragraph 2`, `box 1, item (a)`. */
export interface PassagePlace {
  /** Number of the annex. */
  readonly annex?: string;
  /** What it stands in, by number, else by title. */
  readonly holder?: { readonly kind: (typeof HOLDERS)[number]; readonly number?: string; readonly title?: string };
  /** The passage itself: by the number it has, by the numbered one before it, by its place among its like from 1, or by its words. */
  readonly part?: {
    readonly kind: (typeof PLACE_PARTS)[number];
    readonly number?: string;
    readonly ordinal?: number;
    /** Number of the paragraph before it. */
    readonly after?: string;
    readonly title?: string;
  };
}

/** A sentence that left one passage and stands word for word in another. */
export interface MovedSentence {
  readonly text: string;
  readonly from: PassageRef;
  readonly to: PassageRef;
}

/** A run of words: kept, or only in one of the two stages. */
export interface WordRun {
  readonly kind: 'kept' | 'inserted' | 'deleted';
  readonly text: string;
}

/** Why a change was made, as far as it is known and as the reader may know it. */
export type Reason =
  | {
      readonly kind: 'input';
      readonly input: string;
      readonly decision: string;
      /** Who is named, as attribution allows. */
      readonly from?: string;
      readonly reason: string;
      readonly distribution: Distribution;
    }
  | {
      readonly kind: 'decision';
      readonly decision: string;
      readonly title?: string;
      readonly distribution: Distribution;
    }
  | {
      readonly kind: 'commit';
      readonly commit: string;
      readonly subject?: string;
      readonly date: string;
      /** True where its message names the passage; else it is only known to have touched the file, alone. */
      readonly named?: true;
    }
  | { readonly kind: 'not-public' };

/** How a passage stood in the stage that a reviewer saw: as it stands in the later stage, as in the earlier one, or otherwise. */
export const SEEN_STATES = ['as-now', 'as-before', 'otherwise'] as const;

/** A verdict that people put in the place of the program's. */
export interface Overruled {
  /** What the program had said. */
  readonly was: Change['severity'];
  /** Why, as far as the reader may know. */
  readonly reason?: string;
  readonly by?: string;
  readonly date?: string;
}

/** Where links led in the earlier stage and where they lead in the later one, as far as the two differ. */
export interface ChangedTargets {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A column of a table that came, went or changed places. */
export interface ColumnChange {
  readonly kind: 'added' | 'deleted' | 'moved';
  /** Words of its heading, of the later stage where it has it. */
  readonly title: string;
  /** Its place in the earlier and in the later table, from 1. */
  readonly from?: number;
  readonly to?: number;
  /** What its cells say, where only one of the stages has it. */
  readonly cells?: readonly string[];
}

/** One difference between two stages. */
export interface Change {
  /** `c1`, `c2` … in reading order of the later stage. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly flags: readonly ChangeFlag[];
  readonly severity: 'editorial' | 'substantive';
  /** Why it is called editorial or substantive, as a sentence in the language of the later stage. */
  readonly verdict: string;
  /** The same for programs; what the program saw, where people judged otherwise. */
  readonly ground?: ChangeGround;
  readonly from: readonly PassageRef[];
  readonly to: readonly PassageRef[];
  readonly words: readonly WordRun[];
  readonly reasons: readonly Reason[];
  /** Only where links lead elsewhere. */
  readonly targets?: ChangedTargets;
  /** Only on the heading row of a table whose columns came, went or changed places; its other rows are compared without them. */
  readonly columns?: readonly ColumnChange[];
  /** Shared by neighbouring passages that moved together (`m1`). */
  readonly group?: string;
  /** Sentences this change's passages gave to, or took from, passages of other changes. */
  readonly sentences?: readonly MovedSentence[];
  /** By which its verdict is overruled: a fingerprint of its earlier and its later words. */
  readonly fingerprint?: string;
  readonly overruled?: Overruled;
  /** Only where a reviewer's stage was named. */
  readonly seen?: (typeof SEEN_STATES)[number];
}

/** A replacement that recurs: one entry with its places. */
export interface SystematicChange {
  /** `s1`, `s2` … the most frequent first. */
  readonly id: string;
  /** Words replaced; empty where words were only put in. */
  readonly from: string;
  /** Words put in their place; empty where they were only taken out. */
  readonly to: string;
  /** How often. */
  readonly count: number;
  /** Ids of the changes in which it happens, in order. */
  readonly changes: readonly string[];
}

/** What a file says of itself above its text, and where. */
export interface FrontMatterValue {
  readonly file: string;
  /** Line of the key, from 1. */
  readonly line: number;
  readonly value: string;
}

/** A key of front matter that differs; without `from` it is new, without `to` gone. */
export interface FrontMatterChange {
  /** `f1`, `f2` … */
  readonly id: string;
  readonly key: string;
  readonly from?: FrontMatterValue;
  readonly to?: FrontMatterValue;
}

/** One end of a comparison. */
export interface StageRef {
  readonly id: string;
  readonly title: string;
  /** Commit, where there is one. */
  readonly commit?: string;
  readonly date?: string;
}

/** All changes between two stages. */
export interface ChangeLog {
  readonly from: StageRef;
  readonly to: StageRef;
  /** In reading order of the later stage, deleted passages where they stood; `unchanged` ones included. */
  readonly changes: readonly Change[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** What could not be seen, such as reasons in a history that is cut. */
  readonly limits: readonly string[];
  /** Replacements that recur. */
  readonly systematic?: readonly SystematicChange[];
  /** What files say of themselves; absent where nothing of it differs. */
  readonly frontMatter?: readonly FrontMatterChange[];
  /** The stage a reviewer saw, where one was named. */
  readonly seen?: StageRef;
}
