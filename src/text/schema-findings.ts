import type { z } from 'zod';
import type { Finding, Place } from '../model/finding.ts';
import { explainIssue } from './schema-issues.ts';
import { valueAt } from './schema-words.ts';

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
  const first = schema.safeParse(value, { reportInput: true });
  const result = first.success ? first : (retryWithYears(schema, value, first.error.issues) ?? first);
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

/** YAML reads a year on its own as a number; where text is wanted, it is one. */
function retryWithYears<T>(schema: z.ZodType<T>, value: unknown, issues: readonly z.core.$ZodIssue[]) {
  const years = issues.flatMap(textPaths).filter((path) => isYear(valueAt(value, path)));
  if (years.length === 0) return undefined;
  const copy = structuredClone(value);
  for (const path of years) {
    const parent = valueAt(copy, path.slice(0, -1)) as Record<PropertyKey, unknown>;
    const key = path.at(-1);
    if (key !== undefined) parent[key] = String(parent[key]);
  }
  return schema.safeParse(copy, { reportInput: true });
}

/** Paths at which text was wanted, in the branches of unions too. */
function textPaths(issue: z.core.$ZodIssue): PropertyKey[][] {
  if (issue.code === 'invalid_union') {
    return issue.errors
      .flat()
      .flatMap(textPaths)
      .map((path) => [...issue.path, ...path]);
  }
  return issue.code === 'invalid_type' && issue.expected === 'string' ? [[...issue.path]] : [];
}

function isYear(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1000 && value <= 2999;
}
