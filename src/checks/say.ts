import type { Check } from '../model/contracts.ts';
import type { Finding, Place, Severity } from '../model/finding.ts';

/** Where a finding stands when all that is known is the key, or the words, of a file. */
export type Spot =
  /** A key of front matter or of a YAML file: `['rounds', 0, 'planned']`. */
  | { readonly key: readonly (string | number)[] }
  /** The first place with exactly this text, at or below a line of the file. */
  | { readonly words: string; readonly from?: number };

/** A finding whose exact place is looked up in its file once it is known that there is a finding at all. */
export interface SpottedFinding extends Finding {
  readonly spot?: Spot;
}

/** What a check says about one place. */
export interface Said {
  /** What is wrong, in a full sentence. */
  readonly message: string;
  /** What to do, in a full sentence. */
  readonly hint: string;
  /** Where it differs from the check's own. */
  readonly severity?: Severity;
  /** Where it differs from the first paragraph of the check's `why`. */
  readonly why?: string;
}

type Rule = Pick<Check, 'id' | 'severity' | 'why'>;

/** Makes a finding of a check at a known place. */
export function say(check: Rule, place: Place, said: Said): Finding {
  const { severity = check.severity, why = reasonOf(check), message, hint } = said;
  return { check: check.id, severity, message, why, hint, place };
}

/**
 * Makes a finding of a check at a spot of a file that is still to be looked up.
 *
 * @param file The file, or a folder ending in `/`: then the first file in it that has the words.
 */
export function sayAt(check: Rule, file: string, spot: Spot, said: Said): SpottedFinding {
  return { ...say(check, { file, line: ('from' in spot ? spot.from : undefined) ?? 1, column: 1 }, said), spot };
}

/** The first paragraph of a check's `why`: the reason itself, without its sources. */
export function reasonOf({ why }: Pick<Check, 'why'>): string {
  return why.split('\n\n', 1)[0] ?? why;
}
