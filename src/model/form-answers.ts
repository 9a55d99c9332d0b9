/**
 * What the HTML form of a questionnaire saves, and what is ingested again: one JSON file for each person.
 *
 * Nothing in it says when, where or on which device it was filled in.
 */

/** The version of the file's shape, under the key `penholder-form`. */
export const FORM_VERSION = 1;

/**
 * The answer to one question, by its type:
 * open, one-of and date: text (a code, an ISO date); several-of: codes in the order of the choices; scale and number: a number;
 * yes-no: `yes` or `no`; matrix: the code of a column by the code of a row; a repeat group: one record of answers for each time.
 */
export type FormAnswer =
  | string
  | number
  | readonly string[]
  | { readonly [row: string]: string }
  | readonly FormAnswers[];

/** Answers by the id of their question; what was not shown or not answered is absent. Questions of a plain group stand beside it. */
export type FormAnswers = { readonly [question: string]: FormAnswer };

/** A filled form. */
export interface FilledForm {
  readonly 'penholder-form': typeof FORM_VERSION;
  /** Id of the questionnaire: `<group>-<round>`. */
  readonly questionnaire: string;
  readonly group: string;
  readonly round: string;
  /** Version of the questionnaire, as its front matter says; absent where it says none. */
  readonly version?: string;
  /** Language the form was shown in (BCP 47). */
  readonly language: string;
  /** Random text made when the form is saved, so that the same answers sent twice count once; it says nothing of the person. */
  readonly response: string;
  /** `given` or `not-given` where the form asked for consent (for children: assent); absent where it asked for none. */
  readonly consent?: 'given' | 'not-given';
  readonly answers: FormAnswers;
  /** True where a program lost the names of the fields, and the answers were found by the words of their questions. */
  readonly 'by-words'?: true;
  /** Ids of questions of which it is not sure that the answer is theirs. */
  readonly unsure?: readonly string[];
}
