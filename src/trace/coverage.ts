import type { ConsultationNote } from '../model/consultation-note.ts';
import type { Process } from '../model/process.ts';

/** What should be reached, as the process declares it. */
export type Target = NonNullable<NonNullable<Process['coverage']>['targets']>[number];

/** Why somebody was not reached, as the process says it. */
export type Explanation = NonNullable<NonNullable<Process['coverage']>['explanations']>[number];

/** A target of the process, and how far it was reached. */
export interface CoverageLine {
  readonly target: Target;
  /** Place of the target in `coverage.targets`. */
  readonly index: number;
  /** Consultations held. */
  readonly notes: number;
  /** People who took part, at the least: "<5" counts as one. */
  readonly participants: number;
  readonly met: boolean;
  /** Why it was not reached, where the process says so. */
  readonly explanation?: string;
}

/** What a target and an explanation can name, in the order in which it is printed. */
export const TARGET_DIMENSIONS = [
  'group',
  'round',
  'region',
  'level',
  'method',
  'language',
  'age-band',
  'left-behind',
] as const;

/** Something a target or an explanation can name. */
export type TargetDimension = (typeof TARGET_DIMENSIONS)[number];

/** What a target, a gap or an explanation is about. */
export type Whereabouts = { readonly [key in TargetDimension | 'code']?: string | undefined };

/**
 * Compares what was planned to be reached with the consultations held.
 *
 * @param process With its targets and explanations.
 * @param notes All consultation notes.
 * @returns One line for each target, in the order of the process.
 */
export function measureCoverage(process: Process, notes: readonly ConsultationNote[]): CoverageLine[] {
  const { targets = [], explanations = [] } = process.coverage ?? {};
  return targets.map((target, index) => {
    const matching = notes.filter((note) => isAimedAt(target, note));
    const participants = matching.reduce((sum, note) => sum + atLeast(target, note), 0);
    const met = isMet(target, matching.length, participants);
    const reason = explanationOf(target, explanations);
    return {
      target,
      index,
      notes: matching.length,
      participants,
      met,
      ...(reason !== undefined && { explanation: reason }),
    };
  });
}

/** Whether so many consultations, with so many people, are what a target asks for; a target without numbers asks for one. */
export function isMet(target: Target, notes: number, participants: number): boolean {
  const wanted = target.notes ?? (target.participants === undefined ? 1 : 0);
  return notes >= wanted && participants >= (target.participants ?? 0);
}

/**
 * Finds why something was not reached: the first explanation all of whose words are said of it.
 *
 * @param about A target, or a gap.
 * @param explanations Of the process.
 */
export function explanationOf(about: Whereabouts, explanations: readonly Explanation[]): string | undefined {
  const names: readonly (keyof Whereabouts)[] = [...TARGET_DIMENSIONS, 'code'];
  const holds = (one: Explanation): boolean => {
    const said = names.filter((name) => one[name] !== undefined);
    return said.length > 0 && said.every((name) => one[name] === about[name]);
  };
  return explanations.find(holds)?.reason;
}

/** Whether a consultation counts towards a target. */
export function isAimedAt(target: Whereabouts, { frontMatter }: ConsultationNote): boolean {
  const lists: Readonly<Partial<Record<TargetDimension, readonly string[]>>> = {
    language: frontMatter.languages ?? [],
    'left-behind': frontMatter['left-behind'] ?? [],
    'age-band': Object.keys(frontMatter.participants?.['age-bands'] ?? {}),
  };
  return TARGET_DIMENSIONS.every((dimension) => {
    const wanted = target[dimension];
    if (wanted === undefined) return true;
    const listed = lists[dimension];
    return listed === undefined ? frontMatter[dimension as 'group'] === wanted : listed.includes(wanted);
  });
}

function atLeast(target: Target, { frontMatter }: ConsultationNote): number {
  const band = target['age-band'];
  const total = band === undefined ? frontMatter.participants?.total : frontMatter.participants?.['age-bands']?.[band];
  return total === '<5' ? 1 : (total ?? 0);
}
