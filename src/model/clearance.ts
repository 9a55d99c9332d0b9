import { z } from 'zod';
import { dateSchema } from './dates.ts';
import { nameSchema } from './process.ts';
import { CLEARANCE_LEVELS, type ClearanceLevel } from './vocabulary.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/u, 'must be a SHA-256, 64 characters');
const blob = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u, 'must be the id that git gives to a file');

/** Who may correct a cleared text in its wording without asking again. */
const delegationSchema = z
  .strictObject({
    to: z.array(z.string().min(1)).min(1).describe('Who may make editorial corrections.'),
    paths: z.array(z.string()).optional().describe('In which files or folders; anywhere if absent.'),
  })
  .describe('Corrections that keep the clearance.');

/** One member's sign-off. */
const signOffSchema = z.strictObject({
  by: nameSchema.describe('Member of the core group.'),
  level: z.enum(CLEARANCE_LEVELS),
  date: dateSchema,
  text: digest.describe('Digest of the list of files that was cleared; the list stands under `texts`.'),
  'on-behalf': z.array(nameSchema).optional().describe('Members for whom it was cleared as well.'),
  reservation: z.string().optional().describe('For the core group only; it does not stand in the way.'),
  delegation: delegationSchema.optional(),
});

/** A text that is taken for cleared unless somebody breaks the silence before the deadline. */
const silenceSchema = z.strictObject({
  opened: dateSchema,
  deadline: dateSchema,
  level: z.enum(CLEARANCE_LEVELS),
  text: digest,
  notified: z.array(nameSchema).optional().describe('Members that were told.'),
  delegation: delegationSchema.optional(),
  broken: z
    .array(z.strictObject({ by: nameSchema, date: dateSchema, why: z.string().min(1) }))
    .optional()
    .describe('By whom and why; for the core group only.'),
});

/** An editorial correction of a cleared text. */
const correctionSchema = z.strictObject({
  path: z.string().min(1),
  from: blob.optional().describe('What the file was; absent where it was new.'),
  to: blob.optional().describe('What it became; absent where it went.'),
  by: z.string().min(1),
  date: dateSchema,
  why: z.string().min(1),
});

/** `clearances/<stage>.yaml`. */
export const clearanceFileSchema = z
  .strictObject({
    clearances: z.array(signOffSchema).optional(),
    silence: z.array(silenceSchema).optional(),
    corrections: z.array(correctionSchema).optional(),
    texts: z
      .record(z.string(), z.record(z.string(), blob))
      .optional()
      .describe(
        'The files of each text that was cleared, with the ids git gives to their contents; written by the program.',
      ),
  })
  .describe('Who cleared a stage, and which text exactly.');

/** `clearances/<stage>.yaml`. */
export type ClearanceFile = z.infer<typeof clearanceFileSchema>;
/** One member's sign-off. */
export type SignOff = z.infer<typeof signOffSchema>;
/** A silence procedure. */
export type Silence = z.infer<typeof silenceSchema>;

/** The clearances of one stage, and where they stand. */
export interface ClearanceRecord {
  /** Id of the stage, from the name of the file. */
  readonly stage: string;
  readonly file: string;
  readonly record: ClearanceFile;
}

/** A sign-off held against the text. */
export interface SignOffState {
  readonly signOff: SignOff;
  /** Files that differ from what was cleared, and are no corrections under its delegation. Empty: the clearance holds. */
  readonly changed: readonly string[];
}

/** A silence procedure held against the text and the day. */
export interface SilenceState {
  readonly silence: Silence;
  /** `running`, `broken`, `void` where the text changed meanwhile, or `completed`: nobody objected. */
  readonly state: 'running' | 'broken' | 'void' | 'completed';
  readonly changed: readonly string[];
}

/** How the clearance of a stage stands. */
export interface ClearanceState {
  readonly stage: string;
  readonly file: string;
  /** Whether the text is that of the frozen stage; else it is the text as it stands. */
  readonly frozen: boolean;
  readonly signOffs: readonly SignOffState[];
  readonly silence: readonly SilenceState[];
  /** Members that cleared this very text, each at its highest level, in the order of the core group. */
  readonly cleared: readonly {
    readonly member: string;
    readonly level: ClearanceLevel;
    readonly how: 'signed' | 'silence';
  }[];
  /** Members that have not. */
  readonly missing: readonly string[];
}
