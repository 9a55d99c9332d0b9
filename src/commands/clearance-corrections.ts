import type { World } from '../io/world.ts';
import type { ChangeLog } from '../model/change-log.ts';
import type { SignOff, Silence } from '../model/clearance.ts';
import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import type { StageText } from '../model/workspace.ts';
import { isDelegated } from '../workspace/clearance-state.ts';
import type { FileIds } from '../workspace/clearance-text.ts';
import type { Correction } from '../workspace/plan-clearance.ts';
import { CannotRun } from './cannot-run.ts';
import type { ClearanceCall } from './clearance.ts';
import { dateOf, type RecordedClearance } from './clearance-edits.ts';
import { text } from './command-spec.ts';

/**
 * What was corrected since the last clearance that was given with a delegation; only changes of wording are corrections.
 *
 * @throws CannotRun where nobody delegated it, where nothing changed, and where a change is of substance.
 */
export async function correct(call: ClearanceCall): Promise<RecordedClearance> {
  const { input, world, process, record } = call;
  const [by, why] = [text(input, 'as') ?? '', (text(input, 'correct') ?? '').trim()];
  if (by === '') throw new CannotRun('Who corrected the text was not said.', 'Add --as with who was asked to.');
  if (why === '') throw new CannotRun('A correction is recorded with what was corrected.', 'Add --correct "…".');
  const { clearances = [], silence = [] } = record.record;
  const cleared = [...silence, ...clearances].findLast(({ delegation }) => delegation?.to.includes(by));
  if (cleared === undefined)
    throw new CannotRun(
      `Nobody who cleared "${call.stage.id}" left corrections to "${by.slice(0, 60)}".`,
      `A member does that with --delegate: penholder clearance ${call.stage.id} --as <member> --level <level> --delegate ${by.slice(0, 60)}`,
    );
  const { workingFileIds } = await import('../workspace/clearance-text.ts');
  const now = await workingFileIds(world, process);
  const made = await changedFiles(call, { cleared, now, by, why });
  if (made.length === 0) throw new CannotRun('The text is as it was cleared, so there is nothing to record.');
  await refuseSubstance(world, process, made);
  const files = made.map(({ path }) => path).join(', ');
  return { edit: { kind: 'correct', corrections: made }, said: `Recorded as corrected by ${by}: ${files}.` };
}

interface Correcting {
  readonly cleared: SignOff | Silence;
  readonly now: FileIds;
  readonly by: string;
  readonly why: string;
}

async function changedFiles(
  call: ClearanceCall,
  { cleared, now, by, why }: Correcting,
): Promise<readonly Correction[]> {
  const { texts = {}, corrections = [] } = call.record.record;
  const before = new Map(Object.entries(texts[cleared.text] ?? {}));
  // What was corrected before is where this correction begins.
  for (const { path, from, to } of corrections) {
    if (before.get(path) !== from) continue;
    if (to === undefined) before.delete(path);
    else before.set(path, to);
  }
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
  const outside = changed.find((path) => !isDelegated(cleared.delegation, { by, path }));
  if (outside !== undefined)
    throw new CannotRun(
      `${outside} changed as well, and ${'by' in cleared ? cleared.by : 'the silence procedure'} left corrections of it to nobody.`,
      'Take the change back, or ask for clearance again.',
    );
  const date = dateOf(call, 'date');
  return changed.map((path) => {
    const [from, to] = [before.get(path), now.get(path)];
    return { path, ...(from !== undefined && { from }), ...(to !== undefined && { to }), by, date, why };
  });
}

/** @throws CannotRun where a change is more than a correction of wording. */
async function refuseSubstance(world: World, process: Process, made: readonly Correction[]): Promise<void> {
  const { readStage } = await import('../workspace/read-stage.ts');
  const { text: now } = await readStage(world, process, WORKING);
  if (now === undefined) return;
  const sections = new Set(now.sections.map(({ file }) => file));
  const whole = made.find(({ path, from, to }) => from === undefined || to === undefined || isUnread(path, sections));
  if (whole !== undefined)
    throw new CannotRun(
      `${whole.path} is not a correction of wording: a file that comes, goes or is no text has to be cleared.`,
      'Ask for clearance again.',
    );
  const log = await changesSince(world, now, made);
  const grave = log.changes.filter(({ kind, severity }) => kind !== 'unchanged' && severity === 'substantive');
  const [first] = grave;
  if (first === undefined) return;
  const file = first.to[0]?.file ?? first.from[0]?.file ?? '';
  throw new CannotRun(
    `${grave.length === 1 ? 'A change' : `${grave.length} changes`} in ${file} ${grave.length === 1 ? 'is' : 'are'} of substance and not editorial, so the text has to be cleared again.`,
    'Ask for clearance again; where the verdict is wrong, overrule it with "penholder changes --overrule" first.',
  );
}

/** Pictures are not compared; resources are few words about a source. */
function isUnread(path: string, sections: ReadonlySet<string>): boolean {
  return !sections.has(path) && !path.startsWith('resources/');
}

/** The change log from the text as it was cleared, or corrected last, to the text as it stands. */
async function changesSince(world: World, now: StageText, made: readonly Correction[]): Promise<ChangeLog> {
  const { parseSection } = await import('../workspace/parse-section.ts');
  const { composeText } = await import('./stages.ts');
  const { compareTexts } = await import('./compare-stages.ts');
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const { loadVerdicts } = await import('../workspace/verdicts.ts');
  const blobs = await world.git.blobs(made.flatMap(({ from }) => from ?? []));
  const old = new Map(made.map(({ path, from }) => [path, blobs.get(from ?? '')]));
  const lost = made.find(({ path }) => old.get(path) === undefined);
  if (lost !== undefined)
    throw new CannotRun(
      `What ${lost.path} held when it was cleared is not in this repository, so nobody can say what was corrected.`,
      'Fetch the commits that hold it: git fetch --unshallow --tags',
    );
  const { language } = now.process;
  const sections = now.sections.map((section) => {
    const bytes = old.get(section.file);
    if (bytes === undefined) return section;
    return parseSection({ file: section.file, source: new TextDecoder().decode(bytes), language });
  });
  const workspace = await loadWorkspace(world, { process: now.process, needs: new Set() });
  const { verdicts } = await loadVerdicts(world);
  const from = composeText(world, { ...now, id: 'cleared', sections });
  return compareTexts(world, { workspace, verdicts }, { from, to: composeText(world, now), audience: 'custodian' });
}
