/** The only writer: a plan is carried out whole, or not at all. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plan, PlannedWrite } from '../model/plan.ts';
import { keepMode, moveOver, syncFolder, writeAtomic, writeNew } from './atomic-write.ts';
import { carryOut, clearJournal, type Journal, journalFolder, undo, writeJournal } from './journal.ts';
import { withLock } from './lock.ts';
import { recover } from './mend.ts';
import { prepareGit, refMover } from './plan-git.ts';
import { journalFile, missingFolders, refuseChanged, refuseExisting, stageTargets, targetOf } from './plan-targets.ts';
import { privateFolder } from './private-folder.ts';
import type { Stage, Workplace } from './workplace.ts';
import { writeError } from './world-error.ts';

/**
 * Applies a plan.
 * @throws WorldError saying what stood in the way; then nothing has changed.
 */
export async function applyPlan(work: Workplace, plan: Plan): Promise<{ commit?: string }> {
  if (isNothing(plan)) return {};
  if (isOutputOnly(plan)) return writeOutputs(work, plan.writes);
  try {
    await mkdir(work.place.root, { recursive: true });
    const root = await work.realRoot();
    const folder = await privateFolder(root);
    return await withLock(folder, async () => {
      await recover(work, folder);
      return carryOutPlan({ ...work, root, folder: journalFolder(folder), stuck: false }, plan);
    });
  } catch (error) {
    throw writeError(error, work.place.root);
  }
}

function isNothing(plan: Plan): boolean {
  const parts = [plan.writes, plan.renames, plan.deletes, plan.tags];
  return parts.every((part) => part.length === 0) && plan.commit === undefined && plan.repository === undefined;
}

/** Outputs that can be made again: each is whole or not there, and no lock is needed. */
function isOutputOnly(plan: Plan): boolean {
  const rest = plan.renames.length + plan.deletes.length + plan.tags.length;
  const onlyWrites = rest === 0 && plan.commit === undefined && plan.repository === undefined;
  return onlyWrites && plan.writes.every((write) => write.durable === false);
}

async function writeOutputs(work: Workplace, writes: readonly PlannedWrite[]): Promise<Record<string, never>> {
  const root = await work.realRoot();
  for (const write of writes) {
    const target = await targetOf(root, write.path);
    if (write.mode === 'new') await refuseExisting(target, write.path);
    try {
      await writeAtomic(target, write.bytes, false);
    } catch (error) {
      throw writeError(error, write.path);
    }
  }
  return {};
}

async function carryOutPlan(stage: Stage, plan: Plan): Promise<{ commit?: string }> {
  await clearJournal(stage.folder);
  try {
    await mkdir(stage.folder, { mode: 0o700 });
    const single = singleWrite(plan);
    if (single !== undefined) await writeSingle(stage, single);
    else return await carryOutMany(stage, plan);
  } catch (error) {
    throw writeError(error, stage.root);
  } finally {
    // Where a plan could neither be finished nor undone, its journal stays for the next command.
    if (!stage.stuck) await clearJournal(stage.folder);
  }
  return {};
}

async function carryOutMany(stage: Stage, plan: Plan): Promise<{ commit?: string }> {
  const { journal, commit } = await prepare(stage, plan);
  await writeJournal(stage.folder, journal);
  await finish(stage, journal);
  return commit === undefined ? {} : { commit };
}

/** One file by itself is whole through its rename; it needs no journal. */
function singleWrite(plan: Plan): PlannedWrite | undefined {
  const alone = plan.writes.length === 1 && plan.renames.length + plan.deletes.length + plan.tags.length === 0;
  return alone && plan.commit === undefined && plan.repository === undefined ? plan.writes[0] : undefined;
}

async function writeSingle(stage: Stage, write: PlannedWrite): Promise<void> {
  const target = await targetOf(stage.root, write.path);
  if (write.mode === 'new') await refuseExisting(target, write.path);
  await refuseChanged(target, write);
  const staged = join(stage.folder, 'new-0');
  await writeNew(staged, write.bytes, write.durable !== false);
  await keepMode(target, staged);
  await mkdir(dirname(target), { recursive: true });
  await moveOver(staged, target);
  await syncFolder(dirname(target));
}

async function finish(stage: Stage, journal: Journal): Promise<void> {
  const refs = refMover(stage.place);
  try {
    await carryOut(stage.folder, journal, refs);
  } catch (error) {
    stage.stuck = true;
    await undo(stage.folder, journal, refs);
    stage.stuck = false;
    throw error;
  }
}

async function prepare(stage: Stage, plan: Plan): Promise<{ journal: Journal; commit?: string }> {
  const targets = await stageTargets(stage, plan);
  const files = await Promise.all([...targets].map(([target, to], index) => journalFile(stage, target, to, index)));
  const folders = await missingFolders(files);
  const git = await prepareGit(stage, plan, targets);
  const journal: Journal = { version: 1, files, folders, index: git.commit?.index ?? null, refs: git.refs };
  return git.commit === undefined ? { journal } : { journal, commit: git.commit.id };
}
