import type { ConsultationNote } from '../model/consultation-note.ts';
import type { Process } from '../model/process.ts';

/** What should be reached, as the process declares it. */
export type Target = NonNullable<NonNullable<Process['coverage']>['targets']>[number];

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

const DIMENSIONS = ['group', 'round', 'region', 'level'] as const;

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
    const matching = notes.filter(({ frontMatter }) => agrees(target, frontMatter));
    const participants = matching.reduce((sum, note) => sum + atLeast(note), 0);
    const wanted = target.notes ?? (target.participants === undefined ? 1 : 0);
    const met = matching.length >= wanted && participants >= (target.participants ?? 0);
    const reason = explanations.find((one) => agrees(one, target))?.reason;
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

type Place = { readonly [key in (typeof DIMENSIONS)[number]]?: string | undefined };

/** True where every dimension that `wanted` names has the same value in `found`. */
function agrees(wanted: Place, found: Place): boolean {
  return DIMENSIONS.every((dimension) => wanted[dimension] === undefined || wanted[dimension] === found[dimension]);
}

function atLeast({ frontMatter }: ConsultationNote): number {
  const total = frontMatter.participants?.total ?? 0;
  return total === '<5' ? 1 : total;
}
