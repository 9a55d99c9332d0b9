/** How far a response has come: the one place that says what is pending, done or suspect. */
import type { Response } from '../model/response.ts';

/** Decisions after which the text is to change. */
export const ACCEPTING: ReadonlySet<string> = new Set(['accepted', 'accepted-in-part']);

/** Stands for a fingerprint where the edit was that the passage goes. */
export const DELETED = 'deleted';

/**
 * How far an input has come: `unanswered`, `pending` (accepted, and the edit not recorded as made), `done`, `suspect` (a
 * passage reads differently than when the response was recorded as carried out), else `answered`.
 */
export type ResponseState = 'unanswered' | 'pending' | 'done' | 'suspect' | 'answered';

/**
 * How far a response has come.
 *
 * @param response The response; undefined where there is none.
 * @param prints Fingerprints of the passages of the text as it stands, by id.
 */
export function responseState(response: Response | undefined, prints: ReadonlyMap<string, string>): ResponseState {
  if (response === undefined) return 'unanswered';
  if (suspectPassages(response, prints).length > 0) return 'suspect';
  if (!ACCEPTING.has(response.entry.decision)) return 'answered';
  return response.entry.text === undefined ? 'pending' : 'done';
}

/**
 * Passages of a response that read differently than when it was recorded as carried out: changed, gone, or back again.
 *
 * @param response The response.
 * @param prints Fingerprints of the passages of the text as it stands, by id.
 */
export function suspectPassages({ entry }: Response, prints: ReadonlyMap<string, string>): readonly string[] {
  return Object.entries(entry.text ?? {})
    .filter(([id, print]) => (prints.get(id) ?? DELETED) !== print)
    .map(([id]) => id);
}
