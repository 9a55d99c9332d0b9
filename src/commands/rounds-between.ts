import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';

/** What of the process lies between two stages, and so can be why the text changed. */
export interface Between {
  /** True for rounds whose inputs were answered after the earlier stage. */
  readonly round: (id: string) => boolean;
  /** True for decisions on stages after the earlier one. */
  readonly decisionStage: (id: string | undefined) => boolean;
}

/**
 * Which rounds and decisions lie between two stages: what the later ones waited for and the earlier did not.
 *
 * Where an end is a git ref and no stage, nothing is left out.
 */
export function between(process: Process, from: string, to: string): Between {
  const order = process.stages.map(({ id }) => id);
  const [first, last] = [order.indexOf(from), to === WORKING ? order.length : order.indexOf(to)];
  if (first === -1 || last === -1) return { round: () => true, decisionStage: () => true };
  const waitedFor = (stages: Process['stages']) => new Set(stages.flatMap(({ after }) => after ?? []));
  const earlier = waitedFor(process.stages.slice(0, first + 1));
  const later = to === WORKING ? undefined : waitedFor(process.stages.slice(first + 1, last + 1));
  return {
    round: (id) => !earlier.has(id) && (later === undefined || later.has(id)),
    decisionStage: (id) => id === undefined || order.indexOf(id) > first,
  };
}
