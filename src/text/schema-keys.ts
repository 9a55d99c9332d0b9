import type { z } from 'zod';
import type { Path } from './schema-words.ts';

/** What this file looks at in a zod schema. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

/**
 * Keys that a schema knows at a path, to suggest one for a key that it does not know.
 *
 * @param schema The schema of the whole value.
 * @param path Path of the group of keys.
 * @returns The keys of all shapes possible there.
 */
export function knownKeys(schema: z.ZodType, path: Path): string[] {
  let candidates = [schema];
  for (const step of path) candidates = candidates.flatMap((one) => below(one, step));
  return [
    ...new Set(candidates.flatMap((one) => unwrap(one)).flatMap((one) => Object.keys(definitionOf(one).shape ?? {}))),
  ];
}

/** The schema behind optional, default, readonly and the like; every branch of a union. */
function unwrap(schema: z.ZodType): z.ZodType[] {
  const definition = definitionOf(schema);
  if (definition.options) return definition.options.flatMap(unwrap);
  return definition.innerType ? unwrap(definition.innerType) : [schema];
}

function below(schema: z.ZodType, step: PropertyKey): z.ZodType[] {
  return unwrap(schema).flatMap((one) => {
    const { shape, element, valueType } = definitionOf(one);
    const next = shape ? shape[String(step)] : (element ?? valueType);
    return next ? [next] : [];
  });
}
