import { z } from 'zod';
import { dateSchema } from './dates.ts';
import { nameSchema } from './process.ts';

/** One organisation or body to be reached. */
export const stakeholderSchema = z.strictObject({
  id: nameSchema,
  name: z.string().min(1),
  organisation: z.string().optional().describe('What it is part of, where that is not its name.'),
  group: nameSchema,
  region: nameSchema.optional(),
  level: nameSchema.optional(),
  'left-behind': z.array(z.string()).optional().describe('Groups most often left behind that it reaches.'),
  networks: z.array(z.string()).optional().describe('Networks it belongs to, or passes invitations on to.'),
  platforms: z.array(z.string()).optional().describe('Platforms and channels that carry an invitation further.'),
  contact: z
    .string()
    .optional()
    .describe('Where the contact is held, never the contact itself: held-by-focal-point, sealed/contacts.age.'),
  invited: dateSchema.optional(),
  reminded: z
    .union([dateSchema, z.array(dateSchema)])
    .optional()
    .describe('When it was reminded, once or more often.'),
  replied: dateSchema.optional(),
  accommodations: z.array(z.string()).optional().describe('What was arranged so that it could take part.'),
});

/** `stakeholders.yaml`. */
export const stakeholdersFileSchema = z.array(stakeholderSchema);

/** One organisation or body to be reached. */
export type Stakeholder = z.infer<typeof stakeholderSchema>;
