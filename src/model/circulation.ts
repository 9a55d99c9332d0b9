import { z } from 'zod';
import { dateSchema } from './dates.ts';
import { nameSchema } from './process.ts';
import { DISTRIBUTIONS } from './vocabulary.ts';

/** One file that was sent. */
const circulatedFileSchema = z.strictObject({
  name: z.string().min(1),
  version: z.enum(['clean', 'marked-up']),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u, 'must be a SHA-256, 64 characters'),
});

/** One circulation: what went to whom. */
export const circulationSchema = z.strictObject({
  to: nameSchema.describe('Stakeholder group.'),
  stakeholders: z.array(z.string().min(1)).optional().describe('Ids of the stakeholders; the whole group if absent.'),
  date: dateSchema,
  deadline: dateSchema.optional().describe('Last day for comments.'),
  distribution: z.enum(DISTRIBUTIONS),
  marking: z.string().optional().describe('What stood on it, such as "Not for citation".'),
  tag: z.string().describe('The freeze that was sent.'),
  since: z.string().optional().describe('The stage its marked-up version shows the changes since.'),
  files: z.array(circulatedFileSchema).min(1),
});

/** `circulations/<stage>.yaml`. */
export const circulationsFileSchema = z
  .array(circulationSchema)
  .describe('Who received which bytes of a stage, with which marking, and until when comments are awaited.');

/** One circulation. */
export type CirculationEntry = z.infer<typeof circulationSchema>;

/** A circulation and where it stands. */
export interface Circulation {
  /** Id of the stage, from the name of the file. */
  readonly stage: string;
  readonly file: string;
  readonly line: number;
  readonly entry: CirculationEntry;
}
