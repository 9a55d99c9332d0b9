import { z } from 'zod';
import { CHANGE_FLAGS, CHANGE_KINDS, HOLDERS, PLACE_PARTS } from './change-log.ts';
import { DISTRIBUTIONS } from './vocabulary.ts';

const placeSchema = z
  .strictObject({
    annex: z.string().optional().describe('Number of the annex.'),
    holder: z
      .strictObject({ kind: z.enum(HOLDERS), number: z.string().optional(), title: z.string().optional() })
      .optional()
      .describe('What it stands in.'),
    part: z
      .strictObject({
        kind: z.enum(PLACE_PARTS),
        number: z.string().optional(),
        ordinal: z.int().positive().optional().describe('Place among its like, from 1.'),
        after: z.string().optional().describe('Number of the paragraph before it.'),
        title: z.string().optional(),
      })
      .optional()
      .describe('The passage itself.'),
  })
  .describe('Where a passage stands, in the terms of its readers.');

const passageRefSchema = z
  .strictObject({
    file: z.string().describe('Workspace-relative path; empty for generated parts.'),
    startLine: z.int().nonnegative(),
    endLine: z.int().nonnegative(),
    id: z.string().optional(),
    number: z.string().optional().describe('As cited: 12, 12 (a).'),
    type: z.string().describe('Node type, such as paragraph.'),
    section: z.string().describe('Title of the section it stands in.'),
    order: z.int().nonnegative().describe('Place among the passages of its stage in reading order, from 0.'),
    within: z.array(z.string()).optional().describe('Ids of the blocks it stands in, outermost first.'),
    place: placeSchema.optional(),
  })
  .describe('A passage as one stage has it.');

const reasonSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('input'),
    input: z.string(),
    decision: z.string(),
    from: z.string().optional().describe('Who is named, as attribution allows.'),
    reason: z.string(),
    distribution: z.enum(DISTRIBUTIONS),
  }),
  z.strictObject({
    kind: z.literal('decision'),
    decision: z.string(),
    title: z.string().optional(),
    distribution: z.enum(DISTRIBUTIONS),
  }),
  z.strictObject({
    kind: z.literal('commit'),
    commit: z.string(),
    subject: z.string().optional().describe('Absent where it could tell what the reader may not know.'),
    date: z.string(),
  }),
  z.strictObject({ kind: z.literal('not-public') }),
]);

const stageRefSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  commit: z.string().optional(),
  date: z.string().optional(),
});

const changeSchema = z.strictObject({
  id: z.string().describe('c1, c2 … in reading order of the later stage; u1, u2 … for passages that did not change.'),
  kind: z.enum(CHANGE_KINDS),
  flags: z.array(z.enum(CHANGE_FLAGS)),
  severity: z.enum(['editorial', 'substantive']),
  verdict: z.string().describe('Why it is called editorial or substantive.'),
  from: z.array(passageRefSchema),
  to: z.array(passageRefSchema),
  words: z.array(z.strictObject({ kind: z.enum(['kept', 'inserted', 'deleted']), text: z.string() })),
  reasons: z.array(reasonSchema),
  group: z.string().optional().describe('Shared by neighbouring passages that moved together.'),
  sentences: z
    .array(z.strictObject({ text: z.string(), from: passageRefSchema, to: passageRefSchema }))
    .optional()
    .describe('Sentences given to, or taken from, passages of other changes.'),
});

/** A change log as programs read it. */
export const changeLogSchema = z
  .strictObject({
    from: stageRefSchema,
    to: stageRefSchema,
    counts: z.record(z.enum(CHANGE_KINDS), z.int().nonnegative()),
    limits: z.array(z.string()).describe('What could not be seen.'),
    changes: z.array(changeSchema),
  })
  .describe('All changes between two stages of a text.');
