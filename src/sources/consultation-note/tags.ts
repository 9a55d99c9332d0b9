import type { Process } from '../../model/process.ts';
import { INPUT_KINDS, type InputKind } from '../../model/vocabulary.ts';

const KINDS: ReadonlySet<string> = new Set(INPUT_KINDS);

/**
 * Tags an input can carry in a process: the kinds, and every `dimension/value` of the codebook.
 *
 * @param process The process.
 */
export function knownTags(process: Process): ReadonlySet<string> {
  const codes = Object.entries(process.codebook ?? {}).flatMap(([dimension, { values }]) =>
    values.map((value) => `${dimension}/${value.id}`),
  );
  return new Set([...INPUT_KINDS, ...codes]);
}

/** Tags split into kinds and codes, each once. */
export interface SplitTags {
  readonly kinds: readonly InputKind[];
  readonly codes: readonly string[];
}

/**
 * Splits tags into kinds and codes, each once, in order.
 *
 * @param tags Known tags without `#`.
 */
export function splitTags(tags: readonly string[]): SplitTags {
  const unique = [...new Set(tags)];
  return { kinds: unique.filter(isKind), codes: unique.filter((tag) => !isKind(tag)) };
}

function isKind(tag: string): tag is InputKind {
  return KINDS.has(tag);
}
