import type { Process, Stage } from './process.ts';

/**
 * Whether the core group has to clear a stage before it is frozen: where the process says so, where the stage names a
 * level, and once clearances are recorded.
 *
 * @param recorded Whether any clearance is recorded, of whatever stage.
 */
export function isClearanceAsked(
  process: Pick<Process, 'core-group' | 'clearance'>,
  stage: Pick<Stage, 'clearance'>,
  recorded: boolean,
): boolean {
  if ((process['core-group'] ?? []).length === 0 || process.clearance === 'not-required') return false;
  return process.clearance === 'required' || stage.clearance !== undefined || recorded;
}
