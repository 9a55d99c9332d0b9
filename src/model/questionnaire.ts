import type { BlockContent, PhrasingContent } from 'mdast';
import { z } from 'zod';
import { dateSchema } from './dates.ts';
import { nameSchema } from './process.ts';
import { ATTRIBUTIONS, METHODS, QUOTES } from './vocabulary.ts';

/** What a question asks for. `group` holds further questions; `form` is something only survey programs see. */
export const QUESTION_TYPES = [
  'open',
  'one-of',
  'several-of',
  'scale',
  'number',
  'date',
  'yes-no',
  'matrix',
  'group',
  'form',
] as const;
/** What a question asks for. */
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** What a questionnaire is filled in as: it decides the words of the guide around the questions. */
export const SETTINGS = [
  'focus-group',
  'key-informant-interview',
  'online-workshop',
  'written-submission',
  'survey',
] as const;
/** How the questions are put. */
export type Setting = (typeof SETTINGS)[number];

/** Somebody who looked at the questionnaire before it was used, by role. */
export const reviewSchema = z.strictObject({
  by: z.string().min(1).describe("By role: children's advisers, safeguarding focal point, core group."),
  date: dateSchema,
  note: z.string().optional(),
});

/** What a translation was made from: the fingerprint of each text in the source language. */
export const translationSchema = z.strictObject({
  from: z.string().describe('Language it was translated from.'),
  by: z.enum(['human', 'machine', 'machine-reviewed']).optional(),
  texts: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'Fingerprint of each question in the source language when it was translated; "frame" is what stands around them.',
    ),
});

/** Front matter of `questionnaires/<group>-<round>.<lang>.md`. */
export const questionnaireFrontMatterSchema = z.strictObject({
  group: nameSchema,
  round: nameSchema,
  language: z.string().optional(),
  title: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
  notice: z.string().optional(),
  setting: z.enum(SETTINGS).optional().describe('How the questions are put.'),
  methods: z.array(z.enum(METHODS)).optional(),
  'age-band': z.string().optional().describe('For children: 7-12, 13-17.'),
  purpose: z.string().optional(),
  'how-inputs-are-used': z.string().optional(),
  'who-sees-the-data': z.string().optional(),
  'right-to-withdraw': z.string().optional(),
  consent: z.string().optional().describe('The words in which consent is asked.'),
  assent: z.string().optional().describe('The words in which a child is asked.'),
  duration: z.string().optional(),
  publication: z.string().optional().describe('What is published, and how contributors are named.'),
  attribution: z.enum(ATTRIBUTIONS).optional(),
  quote: z.enum(QUOTES).optional(),
  deadline: dateSchema.optional(),
  accommodations: z.array(z.string()).optional().describe('What is offered so that everybody can take part.'),
  'feedback-by': dateSchema.optional(),
  'feedback-how': z.string().optional(),
  contact: z.string().optional().describe('A functional address or role, never a person.'),
  'reviewed-by': z.array(reviewSchema).optional(),
  clearance: z
    .strictObject({ by: z.string(), date: dateSchema })
    .optional()
    .describe('Clearance by the core group before use.'),
  translation: translationSchema.optional(),
  form: z
    .strictObject({
      id: z.string().optional(),
      settings: z.record(z.string(), z.string()).optional(),
    })
    .optional()
    .describe('What survey programs need to know of the form as a whole.'),
});

/** Front matter of a questionnaire. */
export type QuestionnaireFrontMatter = z.infer<typeof questionnaireFrontMatterSchema>;

/** One answer to choose, one column or row of a matrix, one step of a scale. */
export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly line: number;
  /** Further columns of a survey form, such as those a choice filter goes by. */
  readonly form?: Readonly<Record<string, string>>;
}

/** One question of a questionnaire. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly line: number;
  /** Kind and codes that its inputs get where they carry none: `barrier`, `pillar/development`. */
  readonly tags: readonly string[];
  readonly type: QuestionType;
  readonly required: boolean;
  /** When it is asked, in the language of conditions: `q2 = yes and q3 includes other`; absent: always. */
  readonly shownIf?: string;
  readonly choices: readonly Choice[];
  /** Rows of a matrix. */
  readonly rows: readonly Choice[];
  /** Least and greatest value of a number, first and last step of a scale. */
  readonly min?: number;
  readonly max?: number;
  readonly minutes?: number;
  readonly materials: readonly string[];
  /** Id of the section of the draft it feeds. */
  readonly feeds?: string;
  /** What the respondent reads below the question. */
  readonly hint: readonly BlockContent[];
  /** What a facilitator asks next. */
  readonly probes: readonly (readonly PhrasingContent[])[];
  /** What only the facilitator reads. */
  readonly facilitator: readonly BlockContent[];
  /** What is done instead of asking: an activity. */
  readonly activity: readonly BlockContent[];
  /** The questions of a group. */
  readonly questions: readonly Question[];
  /** Whether a group is asked more than once. */
  readonly repeated: boolean;
  /** Columns of a survey form that are not expressed above, by name: `calculation`, `constraint`, `appearance` … */
  readonly form: Readonly<Record<string, string>>;
}

/** A heading without an id: a part of the questionnaire, or a break. Questions up to the next one belong to it. */
export interface QuestionnairePart {
  readonly title: string;
  readonly line: number;
  readonly minutes?: number;
  /** A pause, an energiser, a closing round: nothing is asked in it. */
  readonly pause: boolean;
  readonly body: readonly BlockContent[];
  readonly facilitator: readonly BlockContent[];
  readonly questions: readonly Question[];
}

/** The questions for one group in one round, in one language. */
export interface Questionnaire {
  /** `<group>-<round>`; or what the file is called where that says more: `children-7-12-first`. */
  readonly id: string;
  readonly file: string;
  readonly language: string;
  readonly frontMatter: QuestionnaireFrontMatter;
  /** What stands before the first heading. */
  readonly introduction: readonly BlockContent[];
  /** All in order; the first has an empty title where questions begin without one. */
  readonly parts: readonly QuestionnairePart[];
  /** All questions, those of groups behind their group, in order. */
  readonly questions: readonly Question[];
}

/** One questionnaire in all its languages. */
export interface QuestionnaireSet {
  readonly id: string;
  /** The language the others were translated from. */
  readonly source: Questionnaire;
  readonly translations: readonly Questionnaire[];
}
