import type { World } from '../io/world.ts';
import type { ChangeLog } from '../model/change-log.ts';
import type { ClearanceState } from '../model/clearance.ts';
import type { CheckContext, CheckNeed } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import type { StageText, Workspace } from '../model/workspace.ts';
import type { VerdictsReading } from '../workspace/parse-verdicts.ts';
import type { Consulted } from './compare-stages.ts';

/** What is read for the checks. */
export interface CheckRequest {
  readonly needs: ReadonlySet<CheckNeed>;
  /** What reading `penholder.yaml` found. */
  readonly findings: readonly Finding[];
}

/** Needs that ask for the text and its composed Document. */
const TEXT_NEEDS: readonly CheckNeed[] = ['text', 'changes'];
/** Needs that ask for the frozen stages. */
const STAGE_NEEDS: readonly CheckNeed[] = ['stages', 'changes'];

/**
 * Reads what checks need, and no more: modules for parts that nobody asked for stay unloaded.
 *
 * @param process The process of the work tree.
 */
export async function loadCheckContext(outside: World, process: Process, request: CheckRequest): Promise<CheckContext> {
  const world = forOneRun(outside);
  const wants = (needs: readonly CheckNeed[]) => needs.some((need) => request.needs.has(need));
  const workspace = await readWorkspace(world, process, wants(['notes', 'trace', 'changes']));
  const stages = wants(STAGE_NEEDS) ? await readStages(world, process) : undefined;
  const text = wants(TEXT_NEEDS) ? await readText(world, process, (stages ?? []).length > 0) : undefined;
  const verdicts = wants(['changes']) ? await readVerdicts(world) : undefined;
  const texts = [...(stages ?? []), ...(text === undefined ? [] : [text.text])];
  return {
    workspace,
    readings: [
      ...request.findings,
      ...workspace.findings,
      ...(await mappingFindings(world, wants(['notes', 'trace']))),
      ...(text?.findings ?? []),
      ...(verdicts?.findings ?? []),
    ],
    today: world.today(),
    clearances: await clearancesOf(outside, process, workspace),
    ...(text !== undefined && { text: text.text, document: text.document }),
    ...(stages !== undefined && { stages, shallow: (await world.git.state()).shallow }),
    ...(verdicts !== undefined && {
      verdicts: verdicts.verdicts,
      changes: await changesOf(world, { workspace, verdicts: verdicts.verdicts }, texts),
    }),
  };
}

/** How the clearances stand; git is asked what was changed in the folder only where there are any. */
async function clearancesOf(
  world: World,
  process: Process,
  { clearances = [] }: Workspace,
): Promise<readonly ClearanceState[]> {
  if (clearances.length === 0) return [];
  const { clearanceStates } = await import('../workspace/standings.ts');
  return clearanceStates(world, process, clearances);
}

/** What is wrong with the mappings of spreadsheets; most workspaces have none, and then nothing is loaded. */
async function mappingFindings(world: World, wanted: boolean): Promise<readonly Finding[]> {
  if (!wanted || (await world.list('mappings')).length === 0) return [];
  return (await (await import('../workspace/mappings.ts')).loadMappings(world)).findings;
}

async function readWorkspace(world: World, process: Process, whole: boolean): Promise<Workspace> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const needs = whole
    ? (['notes', 'responses', 'decisions', 'questionnaires', 'stakeholders', 'clearances', 'circulations'] as const)
    : [];
  return loadWorkspace(world, { process, needs: new Set(needs) });
}

/** Before the first stage there need not be a text yet: a process begins with mapping and consulting. */
async function readText(
  world: World,
  process: Process,
  begun: boolean,
): Promise<{ text: StageText; document: Document; findings: readonly Finding[] }> {
  const { composeStage } = await import('./stages.ts');
  const { text, document, findings } = await composeStage(world, process, WORKING);
  const early = !begun && text.sections.length === 0;
  const all = [...findings, ...text.sections.flatMap((section) => section.findings)];
  return { text, document, findings: early ? all.map(notYet) : all };
}

/**
 * The World as it is for one run of the checks: git is asked once for its state and its tags. No check asks whether the
 * folder differs from its commit, and finding out would mean reading every file once more.
 */
function forOneRun(world: World): World {
  const [state, tags] = [once(world.git.state), once(world.git.tags)];
  return { ...world, git: { ...world.git, state, tags, changed: async () => [] } };
}

function once<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  let answer: Promise<Result> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

function notYet(finding: Finding): Finding {
  return finding.check === 'stages/no-text' ? { ...finding, severity: 'info' } : finding;
}

/** The frozen stages in order; undefined where there is no repository to have any. */
async function readStages(world: World, process: Process): Promise<StageText[] | undefined> {
  const state = await world.git.state();
  if (state.kind !== 'ready') return undefined;
  const { readStage } = await import('../workspace/read-stage.ts');
  const read: StageText[] = [];
  for (const { id } of process.stages) {
    const { text } = await readStage(world, process, id);
    if (text !== undefined) read.push(text);
  }
  return read;
}

async function readVerdicts(world: World): Promise<VerdictsReading> {
  const { loadVerdicts } = await import('../workspace/verdicts.ts');
  return loadVerdicts(world);
}

/** The change logs between neighbouring stages, and from the last one to the text as it stands. */
async function changesOf(world: World, consulted: Consulted, texts: readonly StageText[]): Promise<ChangeLog[]> {
  if (texts.length < 2) return [];
  const { composeDraft } = await import('../drafts/compose-draft.ts');
  const { compareTexts } = await import('./compare-stages.ts');
  const { directionOf } = await import('../text/language.ts');
  const composed = texts.map((text) => ({
    text,
    document: composeDraft(text, { direction: directionOf, epoch: 0 }).document,
  }));
  const logs: ChangeLog[] = [];
  for (const [index, to] of composed.slice(1).entries()) {
    const from = composed[index];
    if (from !== undefined) logs.push(await compareTexts(world, consulted, { from, to, audience: 'custodian' }));
  }
  return logs;
}
