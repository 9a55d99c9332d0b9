import { z } from 'zod';
import { CHANGE_FLAGS, CHANGE_GROUNDS, CHANGE_KINDS, HOLDERS, PLACE_PARTS, SEEN_STATES } from './change-log.ts';
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
    startLine: z.int().nonnegative().describe('First line of its source, from 1; 0 for generated parts.'),
    endLine: z.int().nonnegative().describe('Last line of its source.'),
    id: z.string().optional(),
    number: z.string().optional().describe('As cited: 12, 12 (a).'),
    type: z.string().describe('Node type, such as paragraph.'),
    section: z.string().describe('Title of the section it stands in.'),
    heading: z
      .string()
      .optional()
      .describe('Words of the heading it is or stands under, where that is not the title of the section.'),
    order: z.int().nonnegative().describe('Place among the passages of its stage in reading order, from 0.'),
    within: z.array(z.string()).optional().describe('Ids of the blocks it stands in, outermost first.'),
    place: placeSchema.optional(),
    page: z.int().positive().optional().describe('Page in the PDF of its stage, where one was made.'),
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
    named: z.literal(true).optional().describe('Its message names the passage; else it alone touched the file.'),
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
  verdict: z.string().describe('Why it is called editorial or substantive, as a sentence in the language of the text.'),
  ground: z.enum(CHANGE_GROUNDS).optional().describe('The same for programs: what the program saw.'),
  from: z.array(passageRefSchema),
  to: z.array(passageRefSchema),
  words: z.array(z.strictObject({ kind: z.enum(['kept', 'inserted', 'deleted']), text: z.string() })),
  reasons: z.array(reasonSchema),
  targets: z
    .strictObject({ from: z.array(z.string()), to: z.array(z.string()) })
    .optional()
    .describe('Where links led and where they lead now, as far as the two differ.'),
  columns: z
    .array(
      z.strictObject({
        kind: z.enum(['added', 'deleted', 'moved']),
        title: z.string(),
        from: z.number().optional().describe('Place in the earlier table, from 1.'),
        to: z.number().optional().describe('Place in the later table, from 1.'),
        cells: z.array(z.string()).optional(),
      }),
    )
    .optional()
    .describe(
      'On the heading row of a table: columns that came, went or changed places. Other rows are compared without them.',
    ),
  group: z.string().optional().describe('Shared by neighbouring passages that moved together.'),
  sentences: z
    .array(z.strictObject({ text: z.string(), from: passageRefSchema, to: passageRefSchema }))
    .optional()
    .describe('Sentences given to, or taken from, passages of other changes.'),
  fingerprint: z.string().optional().describe('By which its verdict is overruled in changes.yaml.'),
  overruled: z
    .strictObject({
      was: z.enum(['editorial', 'substantive']).describe('What the program had said.'),
      reason: z.string().optional(),
      by: z.string().optional(),
      date: z.string().optional(),
    })
    .optional()
    .describe('People put another verdict in the place of the one of the program.'),
  seen: z
    .enum(SEEN_STATES)
    .optional()
    .describe(
      'How the passage stood in the stage a reviewer saw: as in the later stage, as in the earlier one, or otherwise.',
    ),
});

const systematicSchema = z
  .strictObject({
    id: z.string(),
    from: z.string().describe('Words replaced; empty where words were only put in.'),
    to: z.string().describe('Words put in their place; empty where they were only taken out.'),
    count: z.int().positive(),
    changes: z.array(z.string()).describe('Ids of the changes in which it happens.'),
  })
  .describe('A replacement that recurs.');

const frontMatterValueSchema = z.strictObject({ file: z.string(), line: z.int().positive(), value: z.string() });

const frontMatterSchema = z
  .strictObject({
    id: z.string(),
    key: z.string(),
    from: frontMatterValueSchema.optional(),
    to: frontMatterValueSchema.optional(),
  })
  .describe('A key of front matter that differs; without from it is new, without to gone.');

/** A change log as programs read it. */
export const changeLogSchema = z
  .strictObject({
    from: stageRefSchema,
    to: stageRefSchema,
    counts: z.record(z.enum(CHANGE_KINDS), z.int().nonnegative()),
    limits: z.array(z.string()).describe('What could not be seen.'),
    systematic: z.array(systematicSchema).optional(),
    frontMatter: z.array(frontMatterSchema).optional().describe('What files say of themselves above their text.'),
    seen: stageRefSchema.optional().describe('The stage a reviewer saw, where one was named.'),
    changes: z.array(changeSchema),
  })
  .describe('All changes between two stages of a text.');
