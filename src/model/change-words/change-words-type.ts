import type { ChangeFlag, ChangeGround, ChangeKind } from '../change-log.ts';
import type { ResponseDecision } from '../vocabulary.ts';

/** The words of change logs and marked-up versions. Names in braces are filled in. */
export interface ChangeWords {
  readonly changeLog: string;
  readonly markedUpVersion: string;
  /** `{from}` and `{to}` are titles of stages. */
  readonly between: string;
  readonly summary: string;
  readonly mostSubstantive: string;
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  readonly flags: Readonly<Record<ChangeFlag, string>>;
  /** Why a change is called editorial or substantive, as a sentence. */
  readonly verdicts: Readonly<Record<ChangeGround, string>>;
  /** Between the parts of what is said of a change. */
  readonly comma: string;
  /** At its end, before a sentence. */
  readonly stop: string;
  /** With `{flags}`, what a change is besides. */
  readonly also: string;
  readonly responses: Readonly<Record<ResponseDecision, string>>;
  readonly count: string;
  readonly passages: string;
  readonly noChanges: string;
  /** With `{n}`, `{substantive}` and `{editorial}`. */
  readonly weights: string;
  readonly editorial: string;
  readonly substantive: string;
  readonly why: string;
  readonly reasonNotPublic: string;
  readonly noReason: string;
  /** Reasons that all changes share. */
  readonly behindAll: string;
  /** With `{n}`, such as `paragraph 12`. */
  readonly formerly: string;
  readonly inputFrom: string;
  readonly input: string;
  readonly decision: string;
  /** Where what it says may not be told. */
  readonly decisionAlone: string;
  readonly commit: string;
  readonly sentenceFrom: string;
  readonly sentenceTo: string;
  readonly limits: string;
  readonly unnamedSection: string;
  /** What files say of themselves. */
  readonly frontMatter: string;
  /** With `{from}` and `{to}`, addresses. */
  readonly linkLed: string;
  /** Replacements that recur. */
  readonly systematic: string;
  /** With `{from}`, `{to}` and `{n}`. */
  readonly replaced: string;
  readonly putIn: string;
  readonly takenOut: string;
  /** Changes that only follow from others. */
  readonly consequential: ConsequentialWords;
  /** With `{n}`. */
  readonly page: string;
  /** With `{n}`, a line of the source. */
  readonly line: string;
  /** With `{from}` and `{to}`. */
  readonly lines: string;
  /** With `{was}`, what the program had said. */
  readonly overruled: string;
  /** With `{by}` too. */
  readonly overruledBy: string;
  /** With `{stage}`, what a reviewer saw. */
  readonly seen: Readonly<Record<'as-now' | 'as-before' | 'otherwise' | 'back', string>>;
  /** Said where editorial changes are left unmarked. */
  readonly onlySubstantive: string;
  readonly filters: FilterWords;
}

/** The words of what is told together because nobody needs to read it one by one. */
export interface ConsequentialWords {
  readonly title: string;
  readonly renumbered: string;
  readonly references: string;
  readonly typography: string;
  /** Of glossary, acronyms and bibliography. */
  readonly generated: string;
  /** With `{n}`, where there are more than are listed. */
  readonly more: string;
}

/** The words of the controls that choose among the entries of a change log. */
export interface FilterWords {
  readonly title: string;
  readonly kind: string;
  readonly severity: string;
  /** What a change also is, such as a number or a date changed. */
  readonly flag: string;
  readonly section: string;
  readonly input: string;
  readonly seen: string;
  readonly all: string;
  /** With `{n}` and `{total}`. */
  readonly shown: string;
  readonly showAll: string;
}
