import type { Method } from '../../vocabulary.ts';

/** Words with a number, `{n}`: for one, and for any other number. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** What tables of a consultation are by. */
export type Dimension = 'group' | 'region' | 'level' | 'method' | 'language' | 'age-band' | 'left-behind';

/** How far a consultation reached. */
export interface ReachWords {
  readonly comma: string;
  /** Between the last two of a list. */
  readonly and: string;
  /** In place of a figure that is not told. */
  readonly notShown: string;
  /** With `{shown}`, the words above. */
  readonly howToRead: string;
  readonly whoIsCounted: string;
  readonly dimensions: Readonly<Record<Dimension, string>>;
  /** The same inside a sentence. */
  readonly dimensionsInside: Readonly<Record<Dimension, string>>;
  readonly methods: Readonly<Record<Method, string>>;
  readonly notRecorded: string;
  readonly all: string;
  readonly people: string;
  readonly consultations: string;
  /** With `{what}`, `{rows}` and `{columns}`. */
  readonly tableOf: string;
  readonly severalLanguages: string;
  /** With `{name}`, `{planned}` and `{reached}`. */
  readonly plannedReached: string;
  readonly consultation: Counted;
  readonly person: Counted;
  /** Between consultations and people. */
  readonly with: string;
  readonly none: string;
  readonly peopleNotRecorded: string;
  readonly peopleNotShown: string;
  /** With `{n}`, which may be `≥ 5`. */
  readonly someRecorded: string;
  readonly input: Counted;
  readonly submission: Counted;
  readonly nearIdentical: {
    readonly title: string;
    /** With `{what}`. */
    readonly alone: string;
    /** With `{what}`, `{unique}` and `{groups}`. */
    readonly alike: string;
    readonly group: Counted;
    /** With `{n}`. */
    readonly size: string;
    /** With `{refs}`; stands after the size. */
    readonly suchAs: string;
    /** With `{words}`. */
    readonly sample: string;
    readonly noSample: string;
    /** With `{n}`. */
    readonly further: string;
  };
}

/** The report on a consultation. */
export interface SynopsisWords {
  readonly kind: string;
  readonly title: string;
  /** With `{round}`. */
  readonly titleOf: string;
  readonly asked: {
    readonly title: string;
    readonly noRound: string;
    /** With `{stage}`. */
    readonly on: string;
    /** With `{when}`. */
    readonly planned: string;
    readonly held: string;
    /** With `{how}`. */
    readonly how: string;
    readonly notCounted: string;
    /** With `{languages}`. */
    readonly languages: string;
    readonly head: readonly [string, string, string, string, string];
    readonly caption: string;
  };
  readonly tookPart: { readonly title: string; readonly nobody: string };
  readonly said: {
    readonly title: string;
    /** With `{inputs}`, `{consultations}` and `{voices}`. */
    readonly totals: string;
    readonly head: readonly [string, string, string, string];
    /** With `{title}`, and with `{inside}`, the same as it stands inside a sentence. */
    readonly caption: string;
    /** With `{text}`: somebody's very words. */
    readonly quoted: string;
  };
  readonly uptake: {
    readonly takenUp: string;
    readonly notTakenUp: string;
    readonly none: string;
    readonly noPassage: string;
    /** With `{counts}`. */
    readonly counts: string;
    readonly further: Counted;
    readonly other: string;
    /** With `{n}`. */
    readonly more: string;
    /** With `{n}`; stands after a list. */
    readonly alike: string;
    /** With `{refs}`. */
    readonly refs: Counted;
  };
  readonly limits: {
    readonly title: string;
    readonly allReached: string;
    /** With `{n}` and `{explained}`. */
    readonly gaps: Counted;
    readonly allExplained: string;
    /** With `{n}`. */
    readonly unexplained: string;
    readonly noExplanation: string;
    /** With `{rounds}`. */
    readonly moved: string;
    readonly late: Counted;
    readonly open: Counted;
    readonly withheld: Counted;
    readonly machine: Counted;
    readonly noVotes: string;
    readonly noSample: string;
  };
  readonly readTitle: string;
}

/** The life of a passage. */
export interface PassageWords {
  readonly kind: string;
  /** With `{id}`. */
  readonly title: string;
  readonly working: string;
  readonly openTitle: string;
  readonly noneOpen: string;
  readonly answeredTitle: string;
  readonly noneAnswered: string;
  readonly unseen: string;
  readonly states: Readonly<Record<'unanswered' | 'pending' | 'suspect' | 'deferred' | 'done' | 'answered', string>>;
  readonly wordsWithheld: string;
  readonly answer: string;
  readonly gone: string;
  readonly notThere: string;
  readonly same: string;
  /** With `{headings}`; stands after a place. */
  readonly under: string;
}

/** The list of letters. */
export interface LetterListWords {
  readonly title: string;
  /** With `{n}`, `{open}` and `{unwritten}`. */
  readonly summary: Counted;
  readonly readers: Readonly<Record<'public' | 'core-group' | 'custodian', string>>;
  readonly caption: string;
  readonly head: readonly [string, string, string, string, string, string, string, string];
  readonly children: string;
  readonly unnamed: string;
  /** With `{date}`; stands after the day it was promised for. */
  readonly given: string;
}

/** The words of one language. */
export interface ReportWords {
  readonly reach: ReachWords;
  readonly synopsis: SynopsisWords;
  readonly passage: PassageWords;
  readonly letters: LetterListWords;
}
