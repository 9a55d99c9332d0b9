import type { Check, CheckContext } from '../model/contracts.ts';

/** A rule that is applied while files are read or a draft is composed. */
export type ReadingCheck = Omit<Check, 'run'>;

/**
 * Makes a check of findings that reading or composing already made, so that it is listed, explained and tested like all others.
 *
 * @param check Everything but `run`; its id is the one the findings carry.
 */
export function readingCheck(check: ReadingCheck): Check {
  return {
    ...check,
    run: (context: CheckContext) => context.readings.filter((finding) => finding.check === check.id),
  };
}
