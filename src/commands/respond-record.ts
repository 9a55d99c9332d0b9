/** Writes answers, and says what was written. */
import type { Finding } from '../model/finding.ts';
import type { ResponseEntry } from '../model/response.ts';
import { type ResponseState, responseState } from '../trace/response-state.ts';
import { calledAs, type Desk, type Target } from './respond-desk.ts';

/** An answer that is to be written. */
export interface Answered {
  readonly target: Target;
  readonly entry: ResponseEntry;
}

/** What became of some answers. */
export interface Recorded {
  readonly answered: readonly Answered[];
  readonly findings: readonly Finding[];
  /** Files that were written, or would be. */
  readonly files: readonly string[];
}

/**
 * Writes answers in one step, each only where nobody changed in between what it was made from.
 *
 * @param dryRun Writes nothing.
 */
export async function record(desk: Desk, answers: readonly Answered[], dryRun = false): Promise<Recorded> {
  const { planResponses } = await import('../workspace/plan-responses.ts');
  const edits = answers.map(({ target, entry }) => ({
    note: target.note.id,
    entry,
    ...(target.response !== undefined && { was: target.response.entry }),
  }));
  const { plan, findings } = await planResponses(desk.world, desk.workspace, edits);
  const failed = findings.some(({ severity }) => severity === 'error');
  // Of several answers all are written or none, so that a call that failed can be repeated as it was.
  if (!dryRun && !failed && plan.writes.length > 0) await desk.world.apply(plan);
  return { answered: failed ? [] : answers, findings, files: plan.writes.map(({ path }) => path) };
}

/** One answer, for programs. What its readers may not know is left out. */
export interface AnsweredRow {
  readonly ref: string;
  readonly decision: ResponseEntry['decision'];
  readonly state: ResponseState;
  readonly reason?: string;
  readonly passages?: readonly string[];
}

/** Answers as rows, as their readers may see them. */
export async function rowsOf(desk: Desk, answered: readonly Answered[]): Promise<readonly AnsweredRow[]> {
  const prints = answered.some(({ entry }) => entry.text !== undefined)
    ? (await desk.draft()).prints
    : new Map<string, string>();
  return answered.map(({ target, entry }): AnsweredRow => {
    const { reason } = desk.told.ofInput(target.note, target.input);
    const response = { entry, note: target.note.id, inputRef: target.input.ref, file: '', line: 1 };
    return {
      ref: calledAs(desk, target),
      decision: entry.decision,
      state: responseState(response, prints),
      ...(reason && !desk.tells(entry.reason) && { reason: entry.reason }),
      ...(reason && { passages: entry.passages ?? [] }),
    };
  });
}
