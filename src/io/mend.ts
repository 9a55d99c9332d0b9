/** Mending after a command that was killed. */
import { join } from 'node:path';
import {
  carryOut,
  clearJournal,
  isUntouched,
  type Journal,
  journalFolder,
  type RefMover,
  readJournal,
  undo,
} from './journal.ts';
import { withLock } from './lock.ts';
import { refMover } from './plan-git.ts';
import { hasTrustedFolder, PRIVATE_FOLDER } from './private-folder.ts';
import type { Workplace } from './workplace.ts';
import { systemCode } from './world-error.ts';

/** Finishes or undoes a plan that was interrupted. Call it under the lock. */
export async function recover(work: Workplace, folder: string): Promise<void> {
  const at = journalFolder(folder);
  const journal = await readJournal(at);
  if (journal !== undefined) {
    const refs = refMover(work.place);
    if (await isUntouched(journal, refs)) await finishOrUndo(at, journal, refs);
    else await undo(at, journal, refs);
  }
  await clearJournal(at);
}

async function finishOrUndo(at: string, journal: Journal, refs: RefMover): Promise<void> {
  try {
    await carryOut(at, journal, refs);
  } catch {
    await undo(at, journal, refs);
  }
}

/**
 * Mends the workspace after a command that was killed; does nothing where there is nothing to mend.
 * A command that is still writing is waited for, so that a reader never sees half a plan.
 */
export async function mend(work: Workplace): Promise<void> {
  const root = await work.realRoot().catch(() => undefined);
  if (root === undefined) return;
  const folder = join(root, PRIVATE_FOLDER);
  if ((await readJournal(journalFolder(folder))) === undefined || !(await hasTrustedFolder(root))) return;
  try {
    await withLock(folder, () => recover(work, folder));
  } catch (error) {
    // Who may only look can't mend; what is there is shown as it is.
    if (!READ_ONLY.has(systemCode(error) ?? '')) throw error;
  }
}

const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM']);
