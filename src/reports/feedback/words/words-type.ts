import type { ResponseDecision } from '../../../model/vocabulary.ts';

/** What a letter says of a decision; a duplicate is told as what it repeats, and so has no sentence of its own. */
export type DecisionSentences = Readonly<Record<Exclude<ResponseDecision, 'duplicate'>, string>>;

/** The words that letters to adults and to children both have, each in its own way. */
export interface LetterWords {
  /** What the letter is. */
  readonly kind: string;
  readonly thanks: string;
  readonly said: string;
  readonly done: string;
  readonly why: string;
  readonly where: string;
  readonly decisions: DecisionSentences;
  /** With `{stage}`: to which stage an input was deferred. */
  readonly deferredTo: string;
  /** Accepted, and not yet written. */
  readonly pending: string;
  /** The edit was that a passage went. */
  readonly deleted: string;
  readonly gone: string;
  /** Others said the same. */
  readonly shared: string;
  readonly openTitle: string;
  readonly open: string;
  /** Inputs on the consultation itself. */
  readonly processTitle: string;
  /** With `{ref}`: words that are not repeated. */
  readonly wordsWithheld: string;
  readonly reasonWithheld: string;
  /** With `{n}`: further inputs that have the same answer. */
  readonly more: string;
  readonly leftOut: string;
  readonly reactTitle: string;
  readonly react: string;
  readonly satisfied: string;
  readonly notSatisfied: string;
}

/** The words of one language. */
export interface FeedbackWords {
  readonly adult: LetterWords & {
    /** With `{name}`. */
    readonly salutation: string;
    readonly salutationAlone: string;
    readonly intro: string;
    /** With `{contact}` and `{ref}`. */
    readonly objections: string;
    readonly contact: string;
    readonly addresseeOnly: string;
  };
  readonly child: LetterWords & {
    readonly salutation: string;
    readonly intro: string;
    /** Accepted, and not yet written: the text does not hold it. */
    readonly agreed: Readonly<Record<'accepted' | 'accepted-in-part', string>>;
    /** Where nobody has yet written the reason in words for children. */
    readonly unwritten: string;
    readonly facilitator: string;
    readonly facilitatorText: string;
    /** Where words of the letter are in another language. */
    readonly translate: string;
    /** With `{date}`. */
    readonly promised: string;
  };
}
