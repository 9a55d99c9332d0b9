import { z } from 'zod';

const name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
});
const dateParts = z.union([z.string(), z.number()]);
const cslDate = z.union([
  z.looseObject({
    'date-parts': z.array(z.array(dateParts)).optional(),
    raw: z.string().optional(),
    literal: z.string().optional(),
    year: dateParts.optional(),
    month: dateParts.optional(),
    day: dateParts.optional(),
  }),
  z.string(),
  z.number(),
]);
const text = z.union([z.string(), z.number()]);

/** One resource in CSL-JSON terms (https://docs.citationstyles.org); fields not used here are kept. */
export const resourceSchema = z.looseObject({
  id: z.string().min(1),
  type: z.string().optional(),
  title: z.string().optional(),
  'title-short': z.string().optional(),
  author: z.array(name).optional(),
  editor: z.array(name).optional(),
  issued: cslDate.optional(),
  accessed: cslDate.optional(),
  'container-title': z.string().optional(),
  'collection-title': z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  authority: z.string().optional(),
  genre: z.string().optional(),
  number: text.optional(),
  volume: text.optional(),
  issue: text.optional(),
  page: text.optional(),
  edition: text.optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
  ISBN: z.string().optional(),
  note: z.string().optional(),
  language: z.string().optional(),
  entity: z.string().optional().describe('Whose resource it is, for the mapping; else authority, author or publisher.'),
  codes: z.array(z.string()).optional().describe('Codes of the codebook, such as pillar/development.'),
});

/** A file of `resources/`: a list, or Pandoc's `references:` with a list. */
export const resourcesFileSchema = z.union([
  z.array(resourceSchema),
  z.looseObject({ references: z.array(resourceSchema) }),
]);

/** A mapped resource that can be cited as `[@id]`. */
export type Resource = z.infer<typeof resourceSchema>;
