import { z } from 'zod';

/** What a column of a survey's spreadsheet is. */
export const SURVEY_ROLES = [
  'open',
  'choice',
  'choices',
  'number',
  'date',
  'id',
  'received',
  'consent',
  'language',
  'translation',
  'drop',
] as const;

/** What a column of a comment matrix is. */
export const COMMENT_ROLES = [
  'organisation',
  'comment',
  'change',
  'section',
  'paragraph',
  'page',
  'line',
  'number',
  'kind',
  'keep',
  'drop',
] as const;

/** What a column of a returned comments matrix is. */
export const MATRIX_ROLES = [
  'ref',
  'key',
  'text',
  'decision',
  'reason',
  'observation',
  'reason-child',
  'passages',
  'duplicate-of',
  'deferred-to',
  'decisions',
  'by',
  'date',
  'reaction',
  'reaction-date',
  'reaction-words',
  'ignore',
] as const;

/** What a column of a survey's spreadsheet is. */
export type SurveyRole = (typeof SURVEY_ROLES)[number];
/** What a column of a comment matrix is. */
export type CommentRole = (typeof COMMENT_ROLES)[number];

const column = z.string().describe('Heading of the column, as it stands in the file.');

/** `mappings/<name>.yaml`: how the columns of a spreadsheet are read; it holds for every file with the same columns. */
export const mappingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('survey'),
    questionnaire: z.string().optional().describe('Questionnaire whose questions the columns answer.'),
    columns: z.array(
      z.strictObject({
        column,
        as: z.enum(SURVEY_ROLES),
        question: z.string().optional().describe('Id of the question it answers.'),
        choice: z.string().optional().describe('Answer that the column alone tells of, as 1 or 0.'),
        separator: z.string().optional().describe('Between several answers in one cell.'),
        of: z.string().optional().describe('For a translation: heading of the column it translates.'),
        by: z.enum(['human', 'machine']).optional().describe('For a translation: who made it.'),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('comments'),
    columns: z.array(z.strictObject({ column, as: z.enum(COMMENT_ROLES) })),
  }),
  z.strictObject({
    kind: z.literal('responses').describe('A comments matrix that was exported, with columns renamed.'),
    columns: z.array(z.strictObject({ column, as: z.enum(MATRIX_ROLES) })),
  }),
]);

/** How the columns of a spreadsheet are read. */
export type Mapping = z.infer<typeof mappingSchema>;
/** How the columns of a survey are read. */
export type SurveyMapping = Extract<Mapping, { kind: 'survey' }>;
/** How the columns of a comment matrix are read. */
export type CommentMapping = Extract<Mapping, { kind: 'comments' }>;
/** How the columns of a returned comments matrix are read. */
export type ResponsesMapping = Extract<Mapping, { kind: 'responses' }>;

/** A mapping and its name. */
export interface NamedMapping {
  /** File name without its ending, in `mappings/`. */
  readonly name: string;
  readonly mapping: Mapping;
}

/** Whether a mapping is for a table with these headings, in whatever order they stand. */
export function fitsColumns(mapping: Mapping, headings: readonly string[]): boolean {
  const mapped = mapping.columns.map((one) => one.column.trim()).sort();
  const wanted = headings.map((one) => one.trim()).sort();
  return mapped.length === wanted.length && mapped.every((one, index) => one === wanted[index]);
}
