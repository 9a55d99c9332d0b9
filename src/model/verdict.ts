import { z } from 'zod';
import { dateSchema } from './dates.ts';
import { DISTRIBUTIONS } from './vocabulary.ts';

/** One entry of `changes.yaml`. */
export const verdictSchema = z
  .strictObject({
    change: z
      .string()
      .regex(/^[0-9a-f]{16}$/u, 'must be the fingerprint of a change, 16 characters')
      .describe('Fingerprint of the change, as "penholder changes --to json" gives it; written by --overrule.'),
    passages: z.array(z.string()).optional().describe('Ids of its passages, for whoever reads this file.'),
    severity: z.enum(['editorial', 'substantive']),
    reason: z.string().min(1),
    by: z.string().optional(),
    date: dateSchema.optional(),
    distribution: z.enum(DISTRIBUTIONS).optional().describe('Who may read the reason; the core group unless said.'),
  })
  .describe('A verdict on one change that is put in the place of the program’s.');

/** `changes.yaml`: verdicts on changes that people overruled. */
export const verdictsFileSchema = z.array(verdictSchema);

/** A verdict on one change. */
export type VerdictEntry = z.infer<typeof verdictSchema>;

/** A verdict and where it stands. */
export interface Verdict {
  readonly entry: VerdictEntry;
  readonly file: string;
  readonly line: number;
}
