import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';

/**
 * Which rounds lie between two stages, and so can be why the text changed: those the later ones waited for and the
 * earlier did not.
 *
 * Where an end is a git ref and no stage, no round is left out.
 */
export function roundsBetween(process: Process, from: string, to: string): (round: string) => boolean {
  const order = process.stages.map(({ id }) => id);
  const [first, last] = [order.indexOf(from), to === WORKING ? order.length : order.indexOf(to)];
  if (first === -1 || last === -1) return () => true;
  const waitedFor = (stages: Process['stages']) => new Set(stages.flatMap(({ after }) => after ?? []));
  const earlier = waitedFor(process.stages.slice(0, first + 1));
  const later = to === WORKING ? undefined : waitedFor(process.stages.slice(first + 1, last + 1));
  return (id) => !earlier.has(id) && (later === undefined || later.has(id));
}
