/** What the explorer page carries beside the draft. Only what its reader may see is ever put in here. */
import type { Change } from './change-log.ts';
import type { Section } from './document.ts';

/** A value and what a reader would call it. */
export interface ExplorerTerm {
  readonly id: string;
  readonly title: string;
}

/** How far an accepted input has come; only where the workspace records which edits were made. */
export type ExplorerState = 'pending' | 'done' | 'suspect';

/** What its contributor said to the answer. */
export type ExplorerReaction = 'satisfied' | 'not-satisfied' | 'no-reply';

/** An input, as its reader may see it. */
export interface ExplorerInput {
  /** As cited; masked where its note may not be named. */
  readonly ref: string;
  readonly round: string;
  readonly group?: string;
  /** Who speaks, as attribution allows. */
  readonly from?: string;
  readonly on?: string;
  readonly kinds: readonly string[];
  readonly codes: readonly string[];
  /** Its words, or a sentence that says why they are withheld. */
  readonly text: string;
  readonly withheld?: true;
  /** Language of its words, where it is known. */
  readonly language?: string;
  /** One of {@link EXPLORER_DECISIONS}; absent while nobody has answered. */
  readonly decision?: string;
  readonly state?: ExplorerState;
  readonly reason?: string;
  readonly by?: string;
  /** Date of the response. */
  readonly answered?: string;
  /** Ids of passages. */
  readonly passages?: readonly string[];
  /** Ref of the input with which it is answered. */
  readonly together?: string;
  readonly reaction?: ExplorerReaction;
  /** The core-group decisions that the answer rests on, a sentence each. */
  readonly restsOn?: readonly string[];
  /** Core-group members who lead on what it is about; for the core group only. */
  readonly leads?: readonly string[];
}

/** A passage that inputs or changes name. */
export interface ExplorerPassage {
  readonly id: string;
  /** As a reader would call it. */
  readonly name: string;
  /** Its first words. */
  readonly words: string;
  /** Title of the stage that last had it, where the text in the middle has it no more. */
  readonly gone?: string;
  /** Its place in the page, where that is not its id; written by the format. */
  readonly anchor?: string;
}

/** Why a passage changed. */
export interface ExplorerReason {
  /** The sentence to be shown; absent where it is the reason that its input gives. */
  readonly words?: string;
  /** Ref of the input that is the reason. */
  readonly input?: string;
}

/** One change between two stages, or a passage that stayed as it was. */
export interface ExplorerChange {
  readonly kind: Change['kind'];
  /** True where it changes what the text asks for, and not only how it reads. */
  readonly substantive?: true;
  readonly place: string;
  readonly section: string;
  /** Ids of its passages, earlier and later, and of what they stand in. */
  readonly ids: readonly string[];
  /** Words that stayed begin with a space, words put in with `+`, words taken out with `-`; a number is a place in `texts`, words that all stayed. */
  readonly runs: readonly string[] | number;
  readonly reasons: readonly ExplorerReason[];
  /** True where it is substantive, and no reason is known for it. */
  readonly unexplained?: true;
}

/** All changes between two stages, in reading order. */
export interface ExplorerRedline {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly ExplorerChange[];
}

/** What the explorer knows, for its script and for programs. */
export interface ExplorerData {
  /** In order; the last of them stands in the middle. */
  readonly stages: readonly ExplorerTerm[];
  readonly rounds: readonly ExplorerTerm[];
  readonly groups: readonly ExplorerTerm[];
  readonly codes: readonly ExplorerTerm[];
  /** Who leads on an input; empty for readers outside the core group. */
  readonly leads: readonly ExplorerTerm[];
  readonly inputs: readonly ExplorerInput[];
  readonly passages: readonly ExplorerPassage[];
  /** Words of passages that did not change, each once. */
  readonly texts: readonly string[];
  readonly redlines: readonly ExplorerRedline[];
}

/** What the page is made from: the draft in the middle, and what stands beside it. */
export interface ExplorerPage {
  readonly text: readonly Section[];
  readonly data: ExplorerData;
}

/** What became of an input, in words for everybody: a duplicate is answered together with another input. */
export const EXPLORER_DECISIONS = [
  'accepted',
  'accepted-in-part',
  'noted',
  'not-accepted',
  'out-of-scope',
  'together',
  'deferred',
  'withdrawn',
] as const;
/** What became of an input. */
export type ExplorerDecision = (typeof EXPLORER_DECISIONS)[number];
