import { z } from 'zod';
import { dateSchema } from './dates.ts';
import { nameSchema } from './process.ts';

/** One organisation or body to be reached. */
export const stakeholderSchema = z.strictObject({
  id: nameSchema,
  name: z.string().min(1),
  group: nameSchema,
  region: nameSchema.optional(),
  level: nameSchema.optional(),
  'left-behind': z.array(z.string()).optional().describe('Groups most often left behind that it reaches.'),
  networks: z.array(z.string()).optional(),
  invited: dateSchema.optional(),
  reminded: dateSchema.optional(),
  replied: dateSchema.optional(),
});

/** `stakeholders.yaml`. */
export const stakeholdersFileSchema = z.array(stakeholderSchema);

/** One organisation or body to be reached. */
export type Stakeholder = z.infer<typeof stakeholderSchema>;
