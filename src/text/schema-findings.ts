import type { z } from 'zod';
import type { Finding, Place } from '../model/finding.ts';
import { explainIssue } from './schema-issues.ts';

/** Where the value came from, and under which rule findings are reported. */
export interface SchemaContext {
  readonly file: string;
  /** Place of a path in the file; the top of the file if absent. */
  readonly placeOf?: (path: readonly PropertyKey[]) => Place;
  /** Id of the rule, such as `notes/front-matter`. */
  readonly check: string;
  readonly severity?: Finding['severity'];
}

/** A value that holds, or what is wrong with it. */
export interface SchemaReading<T> {
  readonly value?: T;
  readonly findings: Finding[];
}

/**
 * Holds a value against a schema, and says in plain sentences all that is wrong with it.
 *
 * @param schema A zod schema.
 * @param value What was read.
 * @param context File, places and rule.
 */
export function checkSchema<T>(schema: z.ZodType<T>, value: unknown, context: SchemaContext): SchemaReading<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, findings: [] };
  const explained = result.error.issues.flatMap((issue) => explainIssue(issue, { value, schema }));
  const findings = explained.map(({ path, message, hint, at }) => ({
    check: context.check,
    severity: context.severity ?? ('error' as const),
    message,
    ...(hint === undefined ? {} : { hint }),
    place: context.placeOf?.(at ?? path) ?? { file: context.file, line: 1, column: 1 },
  }));
  return { findings };
}
