/** Asks at a terminal, conflict by conflict, whose answer holds; each choice is saved at once. */
import type { Finding } from '../model/finding.ts';
import type { Workspace } from '../model/workspace.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import type { Conflict, Merge, MergeChoices } from '../trace/matrix/merge.ts';
import { ask } from './ask.ts';
import { type Declined, keepDeclined, withDeclined } from './matrix-declined.ts';
import type { MatrixCall } from './matrix-export.ts';
import { conflictLines, editLine } from './matrix-lines.ts';
import type { MergeRows } from './matrix-merger.ts';
import { printFindings } from './print-findings.ts';

/** What conflicts are settled with. */
export interface SettleContext {
  readonly call: MatrixCall;
  readonly workspace: Workspace;
  readonly mergeRows: MergeRows;
  readonly choices: MergeChoices;
}

/** What became of the conflicts. */
export interface Settled {
  /** The merge with what was taken; its conflicts are those that nobody has settled. */
  readonly merge: Merge;
  /** What could not be written. */
  readonly findings: readonly Finding[];
  /** Whether somebody broke off; what was chosen is saved. */
  readonly interrupted: boolean;
}

/** What can be said to a conflict. */
type Move = 'here' | 'there' | 'skip' | 'quit';

interface Sitting extends SettleContext {
  declined: Declined;
  merge: Merge;
  readonly failed: Finding[];
}

/**
 * Goes through the conflicts of a merge.
 *
 * @param merge What was merged, its edits written already.
 * @returns What is left; whoever imports the file again goes on there.
 */
export async function settle(merge: Merge, context: SettleContext): Promise<Settled> {
  const sitting: Sitting = { ...context, merge, declined: context.choices.declined ?? new Map(), failed: [] };
  const interrupted = await goThrough(sitting, merge.conflicts).then(
    () => false,
    (error: unknown) => {
      if (error instanceof Error && error.name === 'ExitPromptError') return true;
      throw error;
    },
  );
  return { merge: sitting.merge, findings: sitting.failed, interrupted };
}

async function goThrough(sitting: Sitting, conflicts: readonly Conflict[]): Promise<void> {
  const { context } = sitting.call;
  context.say(
    `${conflicts.length === 1 ? 'One input is' : `${conflicts.length} inputs are`} answered in two ways. Each choice is saved at once; whoever quits goes on by importing the file again.`,
  );
  for (const [index, first] of conflicts.entries()) {
    let conflict: Conflict | undefined = first;
    // Once a choice between two rows is made, the row that is left may differ from the workspace, or from a third row.
    while (conflict !== undefined) {
      context.say(`\n${screen(conflict, index + 1, conflicts.length)}`);
      const move: Move = await askMove(conflict, sitting);
      if (move === 'quit') return;
      if (move === 'skip') break;
      conflict = await choose(sitting, conflict, move);
    }
  }
}

/** Enough of an answer to decide by; longer ones are read in the sheet. */
const SHOWN = 4000;

function screen(conflict: Conflict, place: number, of: number): string {
  const words = conflict.text.replace(/\s+/gu, ' ').trim();
  const [ref = '', ...sides] = conflictLines(conflict, SHOWN);
  const said = words === '' ? [] : [`  ${escapeTerminal(words.length > 600 ? `${words.slice(0, 599)}…` : words)}`];
  return [`${ref}  ${place} of ${of}`, ...said, ...sides].join('\n');
}

async function askMove({ file, row, other, ref }: Conflict, { call }: Sitting): Promise<Move> {
  const inWorkspace = other === 'workspace';
  const choices: readonly { value: Move; name: string }[] = [
    {
      value: 'there',
      name: inWorkspace ? 'ours: keep what stands in the workspace' : `that of ${other.file}, row ${other.row}`,
    },
    { value: 'here', name: inWorkspace ? `theirs: take that of ${file}, row ${row}` : `that of ${file}, row ${row}` },
    { value: 'skip', name: 'leave it open for now' },
    { value: 'quit', name: 'quit; what is chosen is saved' },
  ];
  const shown = choices.map(({ value, name }) => ({ value, name: escapeTerminal(name) }));
  const question = {
    name: 'choice',
    message: `Which answer to ${escapeTerminal(ref)} holds?`,
    flag: '--theirs or --ours',
  };
  return (await ask([{ ...question, choices: shown }], {}, call.context)).choice as Move;
}

/** Carries a choice out and saves it; gives the conflict that is left on the same input. */
async function choose(sitting: Sitting, conflict: Conflict, move: 'here' | 'there'): Promise<Conflict | undefined> {
  const { mergeRows, choices } = sitting;
  const { ref, rows, other, prints } = conflict;
  const inWorkspace = other === 'workspace';
  // One of two rows is not taken; against the workspace, the row is not taken where the workspace holds.
  const lost = !inWorkspace && move === 'here' ? prints.there : move === 'there' ? prints.here : undefined;
  const declined = lost === undefined ? sitting.declined : withDeclined(sitting.declined, ref, lost);
  const own = new Set([ref]);
  const nobody = new Set<string>();
  const chosen: MergeChoices = inWorkspace
    ? { theirs: move === 'here' ? own : nobody, ours: move === 'there' ? own : nobody, declined: sitting.declined }
    : { ...choices, declined };
  const merged = mergeRows(rows, chosen);
  const saved = await save(sitting, merged);
  if (saved && lost !== undefined) {
    sitting.declined = declined;
    await keepDeclined(sitting.call.world, declined);
  }
  const [left] = merged.conflicts;
  sitting.merge = withChoice(sitting.merge, merged, { ref, left, saved });
  return saved ? left : undefined;
}

async function save({ call, workspace, failed }: Sitting, { edits }: Merge): Promise<boolean> {
  const { planResponses } = await import('../workspace/plan-responses.ts');
  const { plan, findings } = await planResponses(call.world, workspace, edits);
  if (findings.length > 0) {
    failed.push(...findings);
    await printFindings(findings, call.world, call.context, { to: 'error', quiet: true, given: true, workspace });
    return false;
  }
  if (plan.writes.length > 0) await call.world.apply(plan);
  for (const edit of edits) call.context.say(editLine(edit));
  return true;
}

interface Choice {
  readonly ref: string;
  readonly left: Conflict | undefined;
  readonly saved: boolean;
}

/** The merge with one choice carried out; a choice that could not be written leaves the conflict as it was. */
function withChoice(merge: Merge, merged: Merge, { ref, left, saved }: Choice): Merge {
  if (!saved) return merge;
  return {
    ...merge,
    edits: [...merge.edits, ...merged.edits],
    findings: [...merge.findings, ...merged.findings],
    settled: merge.settled + (left === undefined ? 1 : 0),
    conflicts: merge.conflicts.flatMap((one) => (one.ref !== ref ? [one] : left === undefined ? [] : [left])),
  };
}
