import type { SurveyRole } from '../../model/mapping.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';

/** How answers to a question are kept: words as inputs, everything else as counts. */
export type AnswerKind = 'open' | 'one' | 'several' | 'number' | 'date';

/** A question as a survey asked it. */
export interface SurveyQuestion {
  /** Id in the questionnaire; absent where the survey has none in the workspace. */
  readonly id?: string;
  /** As it is read in a note. */
  readonly text: string;
  readonly kind: AnswerKind;
  /** Label of each answer that can be chosen, by code, in order; empty where they are not known. */
  readonly labels: ReadonlyMap<string, string>;
  /** Code of each answer, by its code and its labels in every language, folded. */
  readonly codes: ReadonlyMap<string, string>;
}

/** What is done with a column. */
export interface PlannedColumn {
  readonly heading: string;
  readonly as: SurveyRole;
  readonly question?: SurveyQuestion;
  /** Code of the answer that this column alone tells of. */
  readonly choice?: string;
  /** Between several answers in one cell. */
  readonly separator?: string;
  /** For a translation: the column it translates, and who made it. */
  readonly of?: number;
  readonly by?: 'human' | 'machine';
}

/** How a table is read. */
export interface SurveyPlan {
  readonly columns: readonly PlannedColumn[];
  readonly questions: readonly SurveyQuestion[];
  /** Headings of columns left out. */
  readonly dropped: readonly string[];
}

/** A survey's questionnaire in all languages it is in; the first is the one headings are taken from. */
export type SurveyQuestionnaire = readonly [Questionnaire, ...Questionnaire[]];

/** One answer in words: what becomes an input. */
export interface OpenAnswer {
  readonly respondent: string;
  readonly question: SurveyQuestion;
  readonly text: string;
  readonly language?: string;
  readonly translation?: 'human' | 'machine';
  /** What was said before it was translated. */
  readonly original?: string;
  readonly late?: boolean;
}

/** What one row says. */
export interface RowAnswers {
  readonly respondent: string;
  readonly open: readonly OpenAnswer[];
  /** Codes chosen, or the number or date, by question. */
  readonly closed: readonly (readonly [SurveyQuestion, readonly string[]])[];
  /** ISO day on which it came in. */
  readonly received?: string;
}
