import { z } from 'zod';
import { dateSchema } from './dates.ts';
import { nameSchema } from './process.ts';

/** Front matter of `questionnaires/<group>-<round>.<lang>.md`. */
export const questionnaireFrontMatterSchema = z.looseObject({
  group: nameSchema,
  round: nameSchema,
  language: z.string().optional(),
  title: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
  deadline: dateSchema.optional(),
});

/** Front matter of a questionnaire. */
export type QuestionnaireFrontMatter = z.infer<typeof questionnaireFrontMatterSchema>;

/** One question of a questionnaire. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly line: number;
  /** Kind and codes that its inputs get where they carry none: `barrier`, `pillar/development`. */
  readonly tags: readonly string[];
}

/** The questions for one group in one round, in one language. */
export interface Questionnaire {
  /** `<group>-<round>`. */
  readonly id: string;
  readonly file: string;
  readonly language: string;
  readonly frontMatter: QuestionnaireFrontMatter;
  readonly questions: readonly Question[];
}
