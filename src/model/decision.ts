import { z } from 'zod';
import { dateSchema } from './dates.ts';
import { nameSchema } from './process.ts';
import { DISTRIBUTIONS } from './vocabulary.ts';

/** Front matter of a file in `decisions/`. */
export const decisionFrontMatterSchema = z.strictObject({
  id: nameSchema,
  title: z.string().min(1),
  date: dateSchema,
  stage: nameSchema.optional(),
  by: z.array(z.string()).optional(),
  passages: z.array(z.string()).optional(),
  decides: z
    .array(z.string())
    .optional()
    .describe('Inputs that it decides on, such as first/coalition#i3; their responses cite it.'),
  distribution: z.enum(DISTRIBUTIONS).optional(),
  notice: z.string().optional(),
});

/** Front matter of a decision. */
export type DecisionFrontMatter = z.infer<typeof decisionFrontMatterSchema>;

/** What the core group decided; for the core group only unless it says otherwise. */
export interface Decision {
  readonly file: string;
  readonly frontMatter: DecisionFrontMatter;
  readonly body: string;
}
