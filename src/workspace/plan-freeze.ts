import type { RepositoryState, World } from '../io/world.ts';
import type { ClearanceState } from '../model/clearance.ts';
import { isClearanceAsked } from '../model/clearance-asked.ts';
import type { Finding } from '../model/finding.ts';
import { EMPTY_PLAN, type GitPerson, type Plan } from '../model/plan.ts';
import type { Process, Stage } from '../model/process.ts';
import type { FrozenStage, StageText } from '../model/workspace.ts';
import { clearanceState } from './clearance-state.ts';
import { committedFileIds, digestOfFiles } from './clearance-text.ts';
import { clearanceFile, loadClearances } from './clearances.ts';
import { FREEZE_RULES } from './freeze-rules.ts';
import { readRef } from './read-stage.ts';
import { commitDigest } from './stage-digest.ts';
import { stateProblem, unknownStage } from './stage-problems.ts';
import { freezesOf, stageTag } from './stage-tags.ts';

/** What a freeze is to be. */
export interface FreezeOptions {
  readonly process: Process;
  readonly stageId: string;
  /** Version of the program, for the tag's trailer. */
  readonly version: string;
  /** What to say in the tag, besides the stage's title. */
  readonly message?: string;
  /** Who freezes and when; git's configuration and the clock if absent. */
  readonly tagger?: GitPerson;
}

/** A freeze that can be carried out, or what stands in its way. */
export interface FreezePlan {
  /** Absent where a finding is an error, or where there is nothing to do. */
  readonly plan?: Plan;
  /** Name of the tag it makes, or of the one that holds the same text already. */
  readonly tag?: string;
  /** Commit that is frozen. */
  readonly commit?: string;
  readonly findings: readonly Finding[];
}

/** What a rule on freezing sees. */
export interface FreezeContext {
  readonly process: Process;
  readonly stage: Stage;
  readonly state: RepositoryState;
  /** Workspace-relative paths that differ from the commit. */
  readonly changed: readonly string[];
  /** The text at the commit that is to be frozen. */
  readonly text: StageText;
  /** Whether it is known who freezes: told, or from git's configuration. */
  readonly identity: boolean;
  /** How the clearance of this very text stands; absent where the core group has not to be asked. */
  readonly clearance?: ClearanceState;
}

/**
 * Plans the freezing of a stage: an annotated tag on the present commit. Nothing else is changed.
 * All that is missing is told at once.
 */
export async function planFreeze(world: World, options: FreezeOptions): Promise<FreezePlan> {
  const { process, stageId } = options;
  const state = await world.git.state();
  const stage = process.stages.find(({ id }) => id === stageId);
  if (stage === undefined) return { findings: [unknownStage(stageId, process, state)] };
  const problem = stateProblem(state);
  if (problem !== undefined || state.head === undefined) return { findings: problem === undefined ? [] : [problem] };
  const read = await readRef(world, process, state.head);
  if (read.text === undefined) return { findings: read.findings };
  const identity = state.identity || options.tagger !== undefined;
  const text = read.text;
  const clearance = await clearanceOf(world, { process, stage, commit: state.head, prefix: state.prefix, text });
  const changed = await world.git.changed();
  const context = { process, stage, state, identity, text, changed, ...(clearance !== undefined && { clearance }) };
  const broken = (await Promise.all(FREEZE_RULES.map((rule) => rule(context)))).flat();
  const earlier = freezesOf(stage, state.prefix, await world.git.tags());
  return tagPlan(world, options, { context, earlier, head: state.head, findings: [...text.findings, ...broken] });
}

interface ToBeCleared {
  readonly process: Process;
  readonly stage: Stage;
  readonly commit: string;
  readonly prefix: string;
  readonly text: StageText;
}

/** How the core group cleared the text of a commit; undefined where it is not asked. */
async function clearanceOf(world: World, wanted: ToBeCleared): Promise<ClearanceState | undefined> {
  const { process, stage, commit, prefix, text } = wanted;
  const { clearances } = await loadClearances(world);
  if (!isClearanceAsked(process, stage, clearances.length > 0)) return undefined;
  const empty = { stage: stage.id, file: clearanceFile(stage.id), record: {} };
  const record = clearances.find((one) => one.stage === stage.id) ?? empty;
  const files = await committedFileIds(world, { commit, prefix, process: text.process });
  return clearanceState(record, { files, frozen: false, process, today: world.today() });
}

interface Gathered {
  readonly context: FreezeContext;
  readonly earlier: readonly FrozenStage[];
  readonly head: string;
  readonly findings: readonly Finding[];
}

async function tagPlan(world: World, options: FreezeOptions, gathered: Gathered): Promise<FreezePlan> {
  const { context, earlier, head, findings } = gathered;
  const { stage, state, text } = context;
  const digest = await commitDigest(world, { commit: head, prefix: state.prefix, process: text.process });
  const last = earlier.at(-1);
  if (last !== undefined && last.trailers['Content-SHA256'] === digest) {
    return { tag: last.tag, commit: last.commit, findings: [...findings, same(last)] };
  }
  const name = nextName(stageTag(stage, state.prefix), earlier);
  const again = last === undefined ? [] : [frozenAgain(last, name)];
  const all = [...findings, ...again];
  if (all.some(({ severity }) => severity === 'error')) return { tag: name, commit: head, findings: all };
  const cleared = await clearedTrailers(world, context, head);
  const tag = { name, target: head, message: tagMessage(stage, [`Content-SHA256: ${digest}`, ...cleared], options) };
  const tagger = options.tagger === undefined ? {} : { tagger: options.tagger };
  return { plan: { ...EMPTY_PLAN, tags: [{ ...tag, ...tagger }] }, tag: name, commit: head, findings: all };
}

/** The plain name for the first freeze, `.2` for the second; a gap left by a deleted tag is not filled. */
function nextName(name: string, earlier: readonly FrozenStage[]): string {
  const last = earlier.at(-1);
  if (last === undefined) return name;
  const number = Number(/\.([1-9]\d*)$/u.exec(last.tag)?.[1] ?? '1');
  return `${name}.${earlier.length === 1 && !last.tag.startsWith(`${name}.`) ? 2 : number + 1}`;
}

/** Who cleared which text, never with what reservations: a tag goes wherever the repository goes. */
async function clearedTrailers(
  world: World,
  { clearance, state, text }: FreezeContext,
  commit: string,
): Promise<readonly string[]> {
  if (clearance === undefined || clearance.cleared.length === 0) return [];
  const files = await committedFileIds(world, { commit, prefix: state.prefix, process: text.process });
  const said = clearance.cleared.map(
    ({ member, level, how }) => `Cleared-by: ${member} (${level}${how === 'silence' ? ', by silence' : ''})`,
  );
  return [`Cleared-text: ${digestOfFiles(files)}`, ...said];
}

function tagMessage(stage: Stage, kept: readonly string[], { version, message }: FreezeOptions): string {
  const said = message === undefined || message.trim() === '' ? [] : [message.trim(), ''];
  const trailers = [`Stage: ${stage.id}`, ...kept, `Penholder: ${version}`];
  return [oneLine(stage.title), '', ...said, ...trailers, ''].join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function same(last: FrozenStage): Finding {
  return {
    check: 'stages/already-frozen',
    severity: 'info',
    message: `This very text is frozen already as ${last.tag}, so there is nothing to do.`,
    place: { file: 'penholder.yaml', line: 1, column: 1 },
  };
}

function frozenAgain(last: FrozenStage, name: string): Finding {
  return {
    check: 'stages/frozen-again',
    severity: 'info',
    message: `The stage was frozen before as ${last.tag}, which stays as it is; this freeze is ${name}.`,
    place: { file: 'penholder.yaml', line: 1, column: 1 },
  };
}
