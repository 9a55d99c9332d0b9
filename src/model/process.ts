import { z } from 'zod';
import { whenSchema } from './dates.ts';
import { CLEARANCE_LEVELS, DISTRIBUTIONS, METHODS } from './vocabulary.ts';

/** Identifiers in the process: letters, digits, `-`, `_` and `.`, no leading `-` or `.`. */
export const nameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u, 'must be one word of letters, digits, "-", "_" or "."')
  .max(64);

const title = z.string().min(1).max(300);

/** A value with the title it is printed under. */
export const termSchema = z.strictObject({ id: nameSchema, title }).describe('A value and its title.');

/** A member of the core group. */
export const memberSchema = z.strictObject({
  id: nameSchema.describe('Short name, as in OHCHR.'),
  name: title,
  mandate: z.string().optional().describe('What its responsibilities in the process follow from.'),
  role: z.enum(['principal', 'supporting']).optional(),
});

/** A stage of the text. */
export const stageSchema = z.strictObject({
  id: nameSchema.refine((id) => id !== 'working', 'must not be "working": that is the text as it stands in the folder'),
  title,
  tag: z.string().min(1).max(200).optional().describe('Name of the git tag; <id>-draft if absent.'),
  planned: whenSchema.optional(),
  actual: whenSchema.optional(),
  after: z.array(nameSchema).optional().describe('Ids of the rounds it waits for.'),
  text: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Where the text was at this stage, if elsewhere than today.'),
  clearance: z
    .enum(CLEARANCE_LEVELS)
    .optional()
    .describe('The level at which the whole core group has to clear the text before the stage is frozen.'),
});

/** A round of consultation. */
export const roundSchema = z.strictObject({
  id: nameSchema,
  title: title.optional(),
  planned: whenSchema.optional(),
  actual: whenSchema.optional(),
  on: nameSchema.optional().describe('Id of the stage it consults on.'),
  reason: z.string().optional().describe('Why it moved, or why it is shorter than good practice asks.'),
});

/** What the record of a consultation can be asked to say before the note is taken in. */
export const SAFEGUARDS = [
  'risk-assessment',
  'focal-point',
  'assent',
  'guardian-consent',
  'trained-facilitators',
  'referral-contact',
  'feedback-by',
] as const;

const safeguardsSchema = z.array(z.enum(SAFEGUARDS));

/** What is asked of consultations with a group under safeguarding, by how they are held; sound defaults where it is silent. */
export const safeguardingRulesSchema = z.strictObject({
  session: safeguardsSchema.optional().describe('Discussions and interviews.'),
  survey: safeguardsSchema.optional().describe('Surveys, open ones included.'),
  'child-led': safeguardsSchema
    .optional()
    .describe('What children organise and write themselves, written inputs included.'),
  dates: z
    .enum(['day', 'month'])
    .optional()
    .describe('month: a note gives no day on which the group met; day if absent.'),
});

/** A kind of stakeholder asked in its own way. */
export const groupSchema = z.strictObject({
  id: nameSchema,
  title,
  safeguarding: z.union([z.enum(['required', 'not-required']), safeguardingRulesSchema]).optional(),
});

/** One dimension of the codebook, such as pillar. */
export const dimensionSchema = z.strictObject({ title, values: z.array(termSchema).min(1) });

/** What should be reached. */
export const targetSchema = z.strictObject({
  group: nameSchema,
  round: nameSchema.optional(),
  region: nameSchema.optional(),
  level: nameSchema.optional(),
  method: z.enum(METHODS).optional(),
  language: z.string().optional(),
  'age-band': z.string().optional(),
  'left-behind': z.string().optional().describe('A group most often left behind.'),
  notes: z.int().nonnegative().optional().describe('How many consultations.'),
  participants: z.int().nonnegative().optional(),
});

/** Why something planned was not reached, or somebody not heard. What it names is what it explains. */
export const explanationSchema = z.strictObject({
  group: nameSchema.optional(),
  round: nameSchema.optional(),
  region: nameSchema.optional(),
  level: nameSchema.optional(),
  method: z.enum(METHODS).optional(),
  language: z.string().optional(),
  'age-band': z.string().optional(),
  'left-behind': z.string().optional().describe('A group most often left behind.'),
  code: z.string().optional().describe('A code that no input has, such as pillar/development.'),
  reason: z.string().min(1),
});

/** How output looks. */
export const styleSchema = z.strictObject({
  paper: z.enum(['a4', 'us-letter', 'a5']).optional(),
  logo: z.string().optional().describe('Picture for the cover, a path in the workspace.'),
  numbering: z
    .enum(['un', 'decimal', 'sections', 'none'])
    .optional()
    .describe(
      'un: paragraphs 1. 2. 3., headings I. A. 1.; decimal: headings 1, 1.1 and paragraphs 1.1.1; sections: headings only.',
    ),
  citations: z.enum(['footnotes', 'bibliography']).optional(),
  watermark: z.boolean().optional(),
  contents: z.boolean().optional(),
  cover: z.boolean().optional(),
  'line-numbers': z.boolean().optional(),
});

/** Markings every output carries. */
export const markingsSchema = z.strictObject({
  distribution: z.enum(DISTRIBUTIONS).optional(),
  'not-for-citation': z.boolean().optional(),
  embargo: z.string().optional(),
  symbol: z.string().max(100).optional(),
});

/** Limits on length, in words, notes included. */
export const limitsSchema = z.strictObject({
  document: z.int().positive().optional(),
  section: z.int().positive().optional(),
});

/** `penholder.yaml`, the process. */
export const processSchema = z.strictObject({
  penholder: z.literal(1).describe('Version of this schema.'),
  title: title.describe('Title of the text being drafted.'),
  subtitle: title.optional(),
  name: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, 'must be one word that can be a file name')
    .max(60)
    .optional()
    .describe('Stem of output file names.'),
  language: z.string().min(2).max(35).describe('Language of the text, such as en, fr, ar, zh-Hans (BCP 47).'),
  languages: z.array(z.string().min(2).max(35)).optional().describe('All languages used in the process.'),
  notice: z.string().max(300).optional().describe('Stands on every page.'),
  text: z
    .union([z.string(), z.array(z.string()).min(1)])
    .optional()
    .describe('Where the text is: a folder, one file, or an ordered list of files. drafts if absent.'),
  'core-group': z.array(memberSchema).optional(),
  clearance: z
    .enum(['required', 'not-required'])
    .optional()
    .describe(
      'Whether a stage is frozen only when the core group has cleared it; where absent, once clearances/ is used.',
    ),
  stages: z.array(stageSchema).min(1),
  rounds: z.array(roundSchema).optional(),
  groups: z.array(groupSchema).optional(),
  regions: z.array(termSchema).optional(),
  levels: z.array(termSchema).optional(),
  codebook: z.record(nameSchema, dimensionSchema).optional(),
  coverage: z
    .strictObject({ targets: z.array(targetSchema).optional(), explanations: z.array(explanationSchema).optional() })
    .optional(),
  markings: markingsSchema.optional(),
  'word-limits': limitsSchema.optional(),
  style: styleSchema.optional(),
  fonts: z.array(z.string()).optional().describe('Further fonts (TTF, OTF), paths in the workspace.'),
  acronyms: z.record(z.string(), z.string()).optional().describe('Acronym and what it stands for.'),
});

/** The process as `penholder.yaml` declares it. */
export type Process = z.infer<typeof processSchema>;
/** A stage of the text. */
export type Stage = z.infer<typeof stageSchema>;
/** A round of consultation. */
export type Round = z.infer<typeof roundSchema>;
/** A stakeholder group. */
export type Group = z.infer<typeof groupSchema>;
