import { z } from 'zod';

/** A day, a month or a year: `2022-10-28`, `2022-10`, `2022`. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u, 'must be a date such as 2022-10-28, 2022-10 or 2022')
  .describe('A day, a month or a year: 2022-10-28, 2022-10, 2022.');

/** From when to when; `until` may be open. */
export const periodSchema = z
  .strictObject({ from: dateSchema, to: dateSchema.optional() })
  .describe('From when to when.');

/** A day or a period. */
export const whenSchema = z.union([dateSchema, periodSchema]);

/** A day, or a period. */
export type When = z.infer<typeof whenSchema>;
