import { nearest } from '../text/nearest.ts';
import { type CheckId, checkIds, readingCheckIds } from './index.ts';

/** What was chosen among the rules. */
export interface CheckSelection {
  /** Ids of the chosen rules, in order. */
  readonly ids: readonly CheckId[];
  /** Those of them that have work of their own; the others explain what reading finds. */
  readonly working: readonly CheckId[];
  /** Names that are neither a rule nor an area, with the one that was probably meant. */
  readonly unknown: readonly { readonly name: string; readonly near: string | undefined }[];
}

/**
 * Chooses rules by id (`text/missing-id`) or by area (`text`).
 *
 * @param only The names; all rules if absent or empty.
 */
export function selectChecks(only: readonly string[] = []): CheckSelection {
  const names = new Set(only);
  const ids = names.size === 0 ? checkIds : checkIds.filter((id) => names.has(id) || names.has(areaOf(id)));
  const areas = [...new Set(checkIds.map(areaOf))];
  const unknown = [...names]
    .filter((name) => !areas.includes(name) && !(checkIds as readonly string[]).includes(name))
    .map((name) => ({ name, near: nearest(name, name.includes('/') ? checkIds : areas) }));
  return { ids, working: ids.filter((id) => !readingCheckIds.has(id)), unknown };
}

/** The area of a rule: what stands before the `/` in its id. */
export function areaOf(id: string): string {
  return id.split('/', 1)[0] ?? id;
}
