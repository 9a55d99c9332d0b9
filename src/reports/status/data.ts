import type { ClearanceState, SilenceState } from '../../model/clearance.ts';
import { isClearanceAsked } from '../../model/clearance-asked.ts';
import type { When } from '../../model/dates.ts';
import type { Process, Round, Stage } from '../../model/process.ts';
import type { FrozenStage, Workspace } from '../../model/workspace.ts';
import { countAnswers } from '../../trace/answers.ts';
import { measureCoverage } from '../../trace/coverage.ts';
import { endOf, hasBegun, hasEnded } from '../../trace/when.ts';
import { type Deadline, deadlines } from './deadlines.ts';
import { type LeadLine, measureProgress, type Progress, type ProgressSources } from './progress.ts';

/** What a status is made from. */
export interface StatusContext {
  readonly workspace: Workspace;
  /** The last freeze of each frozen stage; undefined where there is no repository to have any. */
  readonly frozen: readonly FrozenStage[] | undefined;
  /** Files of the text as it stands. */
  readonly sections: number;
  /** Notes held back in quarantine. */
  readonly quarantined: number;
  /** ISO date. */
  readonly today: string;
  /** What tells who leads and which passages changed; absent: neither is told. */
  readonly progress?: ProgressSources;
  /** How clearances stand. */
  readonly clearances?: readonly ClearanceState[];
  /** Only what waits for this member of the core group. */
  readonly lead?: string;
}

/** How a stage stands. */
export interface StageStatus {
  readonly id: string;
  readonly title: string;
  /** `frozen`; `next`: the first that is not; `later`. */
  readonly state: 'frozen' | 'next' | 'later';
  readonly planned?: When;
  readonly actual?: When;
  /** Tag and day of its last freeze. */
  readonly tag?: string;
  readonly frozenOn?: string;
  /** Ids of the rounds it waits for that are not over. */
  readonly waitsFor: readonly string[];
  /** Inputs without a response of the rounds before it; freezing it is refused as long as there are any. */
  readonly unanswered: number;
  /** Members of the core group that have to clear it and have not; empty where nobody is asked. */
  readonly uncleared: readonly string[];
  /** Planned for a day that has passed, neither frozen nor finished according to its actual date. */
  readonly overdue: boolean;
}

/** How a round stands. */
export interface RoundStatus {
  readonly id: string;
  readonly title: string;
  readonly state: 'planned' | 'open' | 'over';
  readonly on?: string;
  readonly planned?: When;
  readonly actual?: When;
  readonly notes: number;
  readonly inputs: number;
  readonly answered: number;
  /** Accepted, with no record yet that the text was changed. */
  readonly pending: number;
  /** Carried out, and the passage was changed since. */
  readonly suspect: number;
  /** Planned to be over on a day that has passed, and not begun. */
  readonly overdue: boolean;
}

/** How far the coverage targets are met. */
export interface CoverageStatus {
  readonly targets: number;
  readonly met: number;
  /** Not met, with an explanation. */
  readonly explained: number;
  /** Not met, without one. */
  readonly unexplained: number;
}

/** How the clearance of a stage stands. */
export interface ClearanceLine {
  readonly stage: string;
  readonly title: string;
  /** Members that cleared the text as it stands. */
  readonly cleared: readonly string[];
  readonly missing: readonly string[];
  /** Members whose clearance later edits made void. */
  readonly void: readonly string[];
  /** The last silence procedure, where there was one; what broke it stays in its file. */
  readonly silence?: SilenceLine;
}

/** How a silence procedure stands. */
export interface SilenceLine {
  readonly state: 'running' | 'broken' | 'void' | 'completed';
  /** ISO date of its last day. */
  readonly deadline: string;
  /** Members that broke it. */
  readonly brokenBy: readonly string[];
}

/** `penholder status --json`: names and meaning of these keys stay as they are. */
export interface StatusData {
  readonly title: string;
  /** ISO date of the day it was asked. */
  readonly today: string;
  /** False where the workspace is not in a git repository, so that no stage can be frozen. */
  readonly repository: boolean;
  /** Files of the text as it stands. */
  readonly sections: number;
  readonly stages: readonly StageStatus[];
  readonly rounds: readonly RoundStatus[];
  readonly coverage: CoverageStatus;
  /** What is overdue first. */
  readonly deadlines: readonly Deadline[];
  /** Inputs that wait, by who leads; absent where the text was not read. */
  readonly leads?: readonly LeadLine[];
  readonly clearances: readonly ClearanceLine[];
  /** The member of the core group whose inputs alone are listed under `leads`, where one was asked for. */
  readonly lead?: string;
  /** Notes held back in quarantine. */
  readonly quarantined: number;
  /** What to do next, in a sentence. */
  readonly next: string;
}

/** Everything but the next step. */
export type StatusFacts = Omit<StatusData, 'next'>;

/** Gathers how the process stands. */
export function statusFacts(context: StatusContext): StatusFacts {
  const { workspace, frozen, sections, quarantined, today } = context;
  const { process } = workspace;
  const progress = context.progress === undefined ? undefined : measureProgress(workspace, context.progress);
  const rounds = (process.rounds ?? []).map((round) => roundStatus(round, context, progress));
  const stages = process.stages.map((stage, index) => stageStatus({ stage, index, rounds, context }));
  const order = process.stages.map(({ id }) => id);
  const clearances = [...(context.clearances ?? [])].sort(
    (one, other) => order.indexOf(one.stage) - order.indexOf(other.stage),
  );
  return {
    title: process.title,
    today,
    repository: frozen !== undefined,
    sections,
    stages,
    rounds,
    coverage: coverageStatus(process, workspace),
    deadlines: deadlines(context, { stages, rounds, clearances }),
    ...(progress !== undefined && { leads: leadsOf(progress, context.lead) }),
    clearances: clearances.map((one) => clearanceLine(one, process)),
    ...(context.lead !== undefined && { lead: context.lead }),
    quarantined,
  };
}

function leadsOf({ leads }: Progress, wanted: string | undefined): readonly LeadLine[] {
  return wanted === undefined ? leads : leads.filter(({ lead }) => lead === wanted);
}

function clearanceLine(
  { stage, cleared, missing, signOffs, silence }: ClearanceState,
  { stages }: Process,
): ClearanceLine {
  const held = new Set(cleared.map(({ member }) => member));
  const lost = signOffs.filter(({ changed, signOff }) => changed.length > 0 && !held.has(signOff.by));
  return {
    stage,
    title: stages.find(({ id }) => id === stage)?.title ?? stage,
    cleared: [...held],
    missing,
    void: [...new Set(lost.map(({ signOff }) => signOff.by))],
    ...silenceOf(silence.at(-1)),
  };
}

function silenceOf(last: SilenceState | undefined): Pick<ClearanceLine, 'silence'> {
  if (last === undefined) return {};
  const { deadline, broken = [] } = last.silence;
  return { silence: { state: last.state, deadline, brokenBy: [...new Set(broken.map(({ by }) => by))] } };
}

/** Members that a stage waits for. */
function unclearedOf(stage: Stage, { workspace: { process }, clearances = [] }: StatusContext): readonly string[] {
  if (!isClearanceAsked(process, stage, clearances.length > 0)) return [];
  const own = clearances.find((one) => one.stage === stage.id);
  return own?.missing ?? (process['core-group'] ?? []).map(({ id }) => id);
}

interface StageContext {
  readonly stage: Stage;
  readonly index: number;
  readonly rounds: readonly RoundStatus[];
  readonly context: StatusContext;
}

function stageStatus({ stage, index, rounds, context }: StageContext): StageStatus {
  const freeze = freezeOf(stage.id, context);
  const first = context.workspace.process.stages.findIndex(({ id }) => freezeOf(id, context) === undefined);
  const { id, title, planned, actual, after = [] } = stage;
  const before = freeze === undefined ? rounds.filter((round) => after.includes(round.id)) : [];
  return {
    id,
    title,
    state: freeze !== undefined ? 'frozen' : index === first ? 'next' : 'later',
    ...(planned !== undefined && { planned }),
    ...(actual !== undefined && { actual }),
    ...(freeze !== undefined && { tag: freeze.tag, frozenOn: freeze.date.slice(0, 10) }),
    waitsFor: freeze === undefined ? after.filter((round) => !isOver(round, rounds)) : [],
    unanswered: before.reduce((sum, { inputs, answered }) => sum + inputs - answered, 0),
    uncleared: freeze === undefined ? unclearedOf(stage, context) : [],
    overdue: freeze === undefined && actual === undefined && planned !== undefined && endOf(planned) < context.today,
  };
}

function freezeOf(id: string, { frozen }: StatusContext): FrozenStage | undefined {
  return frozen?.find(({ stage }) => stage.id === id);
}

function isOver(id: string, rounds: readonly RoundStatus[]): boolean {
  return rounds.find((round) => round.id === id)?.state === 'over';
}

function roundStatus(round: Round, context: StatusContext, progress: Progress | undefined): RoundStatus {
  const { id, title, on, planned, actual } = round;
  const counts = countAnswers(context.workspace, id);
  const state = roundState(round, context, counts.notes);
  return {
    id,
    title: title ?? id,
    state,
    ...(on !== undefined && { on }),
    ...(planned !== undefined && { planned }),
    ...(actual !== undefined && { actual }),
    ...counts,
    suspect: progress?.suspect.get(id) ?? 0,
    overdue: state === 'planned' && planned !== undefined && endOf(planned) < context.today,
  };
}

/** A round is over when its dates say so, or when a stage that waited for it is frozen. */
function roundState({ id, actual }: Round, context: StatusContext, notes: number): RoundStatus['state'] {
  const { workspace, today } = context;
  const waiting = workspace.process.stages.filter(({ after }) => after?.includes(id));
  if (waiting.some((stage) => freezeOf(stage.id, context) !== undefined)) return 'over';
  if (actual !== undefined && hasEnded(actual, today)) return 'over';
  return notes > 0 || (actual !== undefined && hasBegun(actual, today)) ? 'open' : 'planned';
}

function coverageStatus(process: Process, { notes }: Workspace): CoverageStatus {
  const lines = measureCoverage(process, notes);
  const missed = lines.filter(({ met }) => !met);
  const explained = missed.filter(({ explanation }) => explanation !== undefined).length;
  return {
    targets: lines.length,
    met: lines.length - missed.length,
    explained,
    unexplained: missed.length - explained,
  };
}
