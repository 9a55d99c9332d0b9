import type { Change, ChangeFlag } from '../../model/change-log.ts';
import { fill } from '../../model/labels.ts';
import type { Wording } from './places.ts';

/** What is said of a change. */
export interface Said {
  /** True where it is known already that the change is one of substance. */
  readonly withoutSeverity?: boolean;
}

/** Text that is new or gone is of substance for that; to say so twice helps nobody. */
const TOLD_BY_KIND: ReadonlySet<string> = new Set(['new', 'gone']);

/** The sentence that says why a change is called editorial or substantive; none where people judged it or its kind says so. */
function verdictOf({ ground, overruled, verdict }: Change, { words }: Wording): string[] {
  if (overruled !== undefined || (ground !== undefined && TOLD_BY_KIND.has(ground))) return [];
  return [ground === undefined ? verdict : words.verdicts[ground]];
}

/** What a change is besides what its verdict says. */
function alsoOf({ flags, ground, overruled }: Change, { words }: Wording): string[] {
  const told = (flag: ChangeFlag) => overruled === undefined && flag === ground;
  const others = flags.filter((flag) => !told(flag)).map((flag) => words.flags[flag]);
  return others.length === 0 ? [] : [fill(words.also, { flags: others.join(words.comma) })];
}

function sightOf(change: Change, { words, seen }: Wording): string[] {
  const state = change.kind === 'unchanged' ? 'back' : change.seen;
  return seen === undefined || state === undefined ? [] : [fill(words.seen[state], { stage: seen })];
}

/**
 * Kind and severity of a change in words, whether a reviewer saw it, the reason for the verdict, and its other flags.
 *
 * @param change to be described
 * @param wording language and words
 * @param said what to leave out
 */
export function describeChange(change: Change, wording: Wording, { withoutSeverity = false }: Said = {}): string {
  const { words } = wording;
  // What stands as it stood has no verdict.
  const same = change.kind === 'unchanged';
  const severity = withoutSeverity || same ? [] : [words[change.severity]];
  const lead = [words.kinds[change.kind], ...severity, ...sightOf(change, wording)].join(words.comma);
  const more = same ? [] : [...verdictOf(change, wording), ...alsoOf(change, wording)];
  return more.length === 0 ? lead : `${lead}${words.stop}${more.join(words.stop.endsWith(' ') ? ' ' : '')}`;
}
