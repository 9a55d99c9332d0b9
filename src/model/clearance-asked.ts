import type { Process, Stage } from './process.ts';
import { CLEARANCE_LEVELS, type ClearanceLevel } from './vocabulary.ts';

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

/**
 * Whether a clearance at one level does where another is asked for.
 *
 * @param wanted The level at which the stage is agreed; any does where it names none.
 */
export function isLevelEnough(level: ClearanceLevel, wanted: ClearanceLevel | undefined): boolean {
  return wanted === undefined || CLEARANCE_LEVELS.indexOf(level) >= CLEARANCE_LEVELS.indexOf(wanted);
}
