import type { Change, ChangeLog, Overruled } from '../model/change-log.ts';
import type { Audience } from '../model/contracts.ts';
import type { Verdict } from '../model/verdict.ts';
import { fingerprintWords } from '../text/fingerprint.ts';
import { maySee } from './disclosure.ts';

/** What verdicts are put on a change log with. */
export interface OverruleOptions {
  readonly verdicts: readonly Verdict[];
  readonly audience: Audience;
  /** Whether words name what is kept from the audience. */
  readonly holds: (words: string) => boolean;
}

/**
 * Fingerprint of a change: its earlier and its later words, 16 hexadecimal characters.
 *
 * It is the same whatever the two stages are called and wherever the passage stands; once either side is reworded it is
 * another one, so that a verdict never outlives what was judged.
 *
 * @param change a change with its words
 */
export function changeFingerprint({ words }: Pick<Change, 'words'>): string {
  const side = (left: 'inserted' | 'deleted') => words.flatMap((run) => (run.kind === left ? [] : [run.text])).join('');
  return fingerprintWords(`${fingerprintWords(side('inserted'))} ${fingerprintWords(side('deleted'))}`);
}

/**
 * Gives every change its fingerprint, and puts the verdicts of people in the place of the program's.
 *
 * @param log a change log
 * @param options the verdicts, and who will read them
 */
export function withVerdicts(log: ChangeLog, options: OverruleOptions): ChangeLog {
  const known = new Map(options.verdicts.map((verdict) => [verdict.entry.change, verdict]));
  return {
    ...log,
    changes: log.changes.map((change) => {
      if (change.kind === 'unchanged') return change;
      const fingerprint = changeFingerprint(change);
      return overrule({ ...change, fingerprint }, known.get(fingerprint), options);
    }),
  };
}

function overrule(change: Change, verdict: Verdict | undefined, { audience, holds }: OverruleOptions): Change {
  if (verdict === undefined || verdict.entry.severity === change.severity) return change;
  const { severity, reason, by, date, distribution = 'core-group' } = verdict.entry;
  const told = maySee(distribution, audience) && !holds(`${reason} ${by ?? ''}`);
  const overruled: Overruled = {
    was: change.severity,
    ...(told && { reason }),
    ...(told && by !== undefined && { by }),
    ...(date !== undefined && { date }),
  };
  return {
    ...change,
    severity,
    verdict: overruled.reason ?? 'People judged it otherwise than the program.',
    overruled,
  };
}

/**
 * Verdicts that apply to no change any more.
 *
 * @param verdicts all verdicts
 * @param logs change logs whose changes have their fingerprints
 */
export function staleVerdicts(verdicts: readonly Verdict[], logs: readonly ChangeLog[]): Verdict[] {
  const alive = new Set(logs.flatMap(({ changes }) => changes.map(({ fingerprint }) => fingerprint)));
  return verdicts.filter(({ entry }) => !alive.has(entry.change));
}
