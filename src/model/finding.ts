/** How much a finding matters: `error` stops what it guards, `warning` asks for attention, `info` tells. */
export type Severity = 'error' | 'warning' | 'info';

/** A spot in a source file. Lines and columns count from 1; a finding on a whole file stands at 1:1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * What a rule has to say about one place.
 *
 * `message` says what is wrong, `why` why it matters, `hint` what to do; each is a full sentence.
 * None of them may hold the personal data or the restricted words that the finding is about.
 */
export interface Finding {
  /** Id of the rule, `area/name`; never reused for another rule. */
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why?: string;
  readonly hint?: string;
  readonly place: Place;
}
