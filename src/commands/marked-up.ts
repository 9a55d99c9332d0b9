import { compareDocuments } from '../changes/compare-documents.ts';
import { markUp } from '../changes/mark-up/mark-up.ts';
import type { World } from '../io/world.ts';
import type { ChangeLog, StageRef } from '../model/change-log.ts';
import type { Distribution, Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import type { StageText, Workspace } from '../model/workspace.ts';
import { type ReasonCommit, type ReasonSources, reasonsFor } from '../trace/reasons.ts';
import { roundsBetween } from './rounds-between.ts';
import type { ComposedStage } from './stages.ts';

/** What to compare, and for whom. */
export interface Comparison {
  readonly from: ComposedStage;
  readonly to: ComposedStage;
  readonly audience: Distribution;
  /** False outside a workspace, where nobody was consulted; absent: true. */
  readonly workspace?: boolean;
}

/** Two stages compared. */
export interface ComparedStages {
  readonly log: ChangeLog;
  readonly findings: readonly Finding[];
}

/** Compares two stages, with the reasons that the audience may know. */
export async function compareStages(world: World, process: Process, comparison: Comparison): Promise<ComparedStages> {
  const { from, to } = comparison;
  const workspace = await consulted(world, process, comparison);
  const { commits, limits } = await commitsBetween(world, from.text, to.text);
  const reasons = reasonsFor({
    ...sourcesBetween(workspace, from.text, to.text),
    commits,
    audience: { distribution: comparison.audience },
  });
  const log = compareDocuments(from.document, to.document, { from: refOf(from), to: refOf(to), reasons });
  // What else is to be said of notes is for "penholder check"; here only what takes reasons away counts.
  const broken = workspace.findings.filter(({ severity }) => severity === 'error');
  return { log: { ...log, limits: [...log.limits, ...limits] }, findings: broken };
}

/** What was said and decided; nothing outside a workspace. */
async function consulted(world: World, process: Process, comparison: Comparison): Promise<Workspace> {
  if (comparison.workspace === false) return { ...EMPTY_WORKSPACE, process };
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  return loadWorkspace(world, { needs: new Set(['notes', 'responses', 'decisions']), process });
}

const EMPTY_WORKSPACE: Omit<Workspace, 'process'> = {
  prefix: '',
  notes: [],
  responses: [],
  decisions: [],
  questionnaires: [],
  stakeholders: [],
  findings: [],
};

/** Answers to what was said before the earlier stage are not why the text changed after it. */
function sourcesBetween(
  { process, notes, responses, decisions }: Workspace,
  from: StageText,
  to: StageText,
): Omit<ReasonSources, 'commits' | 'audience'> {
  const between = roundsBetween(process, from.id, to.id);
  const frozen = from.date?.slice(0, 10) ?? '';
  const rounds = new Map(notes.map((note) => [note.id, note.frontMatter.round]));
  return {
    notes,
    responses: responses.filter(({ note }) => between(rounds.get(note) ?? '')),
    decisions: decisions.filter(({ frontMatter }) => frontMatter.date > frozen),
    process,
  };
}

/** The marked-up version of a stage against an earlier one. */
export async function markedUpStage(
  world: World,
  process: Process,
  comparison: Comparison,
): Promise<{ document: Document; findings: readonly Finding[] }> {
  const { log, findings } = await compareStages(world, process, comparison);
  const marked = markUp(comparison.from.document, comparison.to.document, log);
  return { document: marked, findings };
}

function refOf({ text, document }: ComposedStage): StageRef {
  return {
    id: text.id,
    title: document.meta.stage?.title ?? text.title,
    ...(text.commit !== undefined && { commit: text.commit }),
    ...(text.date !== undefined && { date: text.date }),
  };
}

interface Commits {
  readonly commits: readonly ReasonCommit[];
  readonly limits: readonly string[];
}

async function commitsBetween(world: World, from: StageText, to: StageText): Promise<Commits> {
  const state = await world.git.state();
  if (state.kind !== 'ready' || from.commit === undefined || to.commit === undefined)
    return { commits: [], limits: [] };
  const limits = state.shallow
    ? [
        'The history of this clone is cut, so reasons from commits may be missing; "git fetch --unshallow --tags" mends it.',
      ]
    : [];
  const log = await world.git.log(from.commit, to.commit, state.prefix);
  const commits = log.map(({ id, subject, body, author, paths }) => ({
    id,
    subject,
    body,
    date: author.date,
    paths: paths.filter((path) => path.startsWith(state.prefix)).map((path) => path.slice(state.prefix.length)),
  }));
  return { commits, limits };
}
