import { z } from 'zod';
import { dateSchema } from './dates.ts';
import { REACTIONS, RESPONSE_DECISIONS } from './vocabulary.ts';

/** One entry of a `.responses.yaml` file. */
export const responseSchema = z.strictObject({
  input: z.string().min(1).describe('Id of the input in the note beside it.'),
  decision: z.enum(RESPONSE_DECISIONS),
  reason: z.string().min(1),
  'reason-child': z.string().optional().describe('The reason in words for children, written by a person.'),
  decisions: z.array(z.string()).optional().describe('Ids of the core-group decisions that it rests on.'),
  passages: z.array(z.string()).optional().describe('Ids of the passages changed, or that the answer is about.'),
  text: z
    .record(z.string(), z.string())
    .optional()
    .describe('Fingerprint of each passage once the edit is made, or `deleted` where it went; written by the program.'),
  'as-it-stands': z
    .string()
    .min(1)
    .optional()
    .describe('Why a passage of an accepted response needed no edit since the stage that was consulted on.'),
  'duplicate-of': z.string().optional(),
  'deferred-to': z.string().optional(),
  by: z.string().optional(),
  date: dateSchema.optional(),
  reaction: z.enum(REACTIONS).optional().describe('What the contributor says to the response.'),
  'reaction-date': dateSchema.optional().describe('When the contributor said so, or when the wait for it ended.'),
  'reaction-words': z.string().optional().describe('What the contributor answered, in a few words.'),
});

/** A whole `.responses.yaml` file. */
export const responsesFileSchema = z.array(responseSchema);

/** What became of an input, with its reason and the passages concerned. */
export type ResponseEntry = z.infer<typeof responseSchema>;

/** A response and where it stands. */
export interface Response {
  readonly entry: ResponseEntry;
  /** Id of the note, `<round>/<note>`. */
  readonly note: string;
  /** Ref of the input, `<round>/<note>#i3`. */
  readonly inputRef: string;
  readonly file: string;
  readonly line: number;
}
