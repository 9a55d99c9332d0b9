import type { Setting } from '../../questionnaire.ts';
import type { InputKind } from '../../vocabulary.ts';

/** How conditions are said in words. `{question}` is a reference to a question, `{answer}` an answer in quotes. */
export interface ConditionWords {
  /** With `{n}`, the number of a question. */
  readonly question: string;
  /** With `{answer}`. */
  readonly quoted: string;
  readonly answered: string;
  readonly is: string;
  readonly isNot: string;
  readonly includes: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly moreThan: string;
  readonly lessThan: string;
  /** With `{what}`, what must not hold. */
  readonly not: string;
  readonly and: string;
  readonly or: string;
  /** With `{rule}`, a rule that only survey programs can follow. */
  readonly rule: string;
}

/** What a facilitator says and does, in order; whole sentences. */
export interface ScriptWords {
  readonly welcome: string;
  readonly purpose: string;
  readonly use: string;
  readonly seen: string;
  readonly publication: string;
  readonly withdraw: string;
  readonly questions: string;
  readonly consent: string;
  readonly consentGiven: string;
  readonly assent: string;
  readonly assentGiven: string;
  readonly refusal: string;
  readonly guardian: string;
  readonly thanks: string;
  /** With `{date}`. */
  readonly promise: string;
  readonly promiseOpen: string;
  readonly noPromise: string;
}

/** Words of the form on a screen. */
export interface FormWords {
  readonly offline: string;
  readonly save: string;
  readonly print: string;
  readonly add: string;
  readonly remove: string;
  /** With `{n}`. */
  readonly entry: string;
  readonly keep: string;
  readonly keepWarning: string;
  readonly kept: string;
  readonly forget: string;
  readonly forgotten: string;
  readonly errors: string;
  readonly missing: string;
  readonly notNumber: string;
  /** With `{n}`. */
  readonly tooSmall: string;
  readonly tooLarge: string;
  readonly notDate: string;
  /** With `{file}`. */
  readonly saved: string;
  /** With `{contact}`. */
  readonly send: string;
  readonly sendBack: string;
  readonly consentNo: string;
  readonly noScript: string;
  readonly clear: string;
}

/** Words of guides, questionnaires and note templates in one language. Names in braces are filled in. */
export interface GuideWords {
  readonly guide: string;
  readonly questionnaire: string;
  readonly about: string;
  readonly group: string;
  readonly round: string;
  readonly setting: string;
  readonly settings: Readonly<Record<Setting, string>>;
  readonly ageBand: string;
  readonly duration: string;
  readonly deadline: string;
  readonly contact: string;
  readonly reviewed: string;
  readonly cleared: string;
  readonly opening: string;
  readonly readOut: string;
  readonly consent: string;
  readonly assent: string;
  readonly script: ScriptWords;
  readonly safeguarding: string;
  readonly safeguardingSteps: readonly string[];
  readonly disclosure: string;
  readonly disclosureSteps: readonly string[];
  readonly referral: string;
  /** The first line of every note. */
  readonly neverWrite: string;
  readonly accommodations: string;
  readonly materials: string;
  readonly runningOrder: string;
  readonly from: string;
  readonly minutes: string;
  readonly what: string;
  readonly total: string;
  /** With `{minutes}` and `{duration}`. */
  readonly totalAgainst: string;
  /** With `{n}`, how many items have no minutes. */
  readonly untimed: string;
  readonly pause: string;
  readonly questions: string;
  readonly activity: string;
  readonly probes: string;
  readonly facilitator: string;
  /** With `{condition}`. */
  readonly askIf: string;
  readonly answerIf: string;
  readonly condition: ConditionWords;
  readonly answers: string;
  readonly rows: string;
  /** With `{min}` and `{max}`. */
  readonly scale: string;
  readonly repeat: string;
  readonly repeatSheet: string;
  /** With `{minutes}`. */
  readonly lasting: string;
  readonly sheet: string;
  readonly sheetHint: string;
  readonly kinds: Readonly<Record<InputKind, string>>;
  readonly closing: string;
  readonly after: string;
  readonly afterSteps: readonly string[];
  /** With `{contact}`. */
  readonly handBack: string;
  readonly handBackOpen: string;
  readonly noNames: string;
  /** With `{date}`, `{contact}`. */
  readonly returnBy: string;
  readonly returnTo: string;
  readonly picture: string;
  readonly form: FormWords;
}
