import type { Nodes } from 'mdast';
import { compareDocuments } from '../changes/compare-documents.ts';
import type { World } from '../io/world.ts';
import type { ChangeLog, PassageRef, StageRef } from '../model/change-log.ts';
import type { Audience } from '../model/contracts.ts';
import type { Distribution, Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import type { Verdict } from '../model/verdict.ts';
import { WORKING } from '../model/vocabulary.ts';
import type { StageText, Workspace } from '../model/workspace.ts';
import { disclosures } from '../trace/disclose-input.ts';
import { withVerdicts } from '../trace/overrule.ts';
import { holdsName, protectedNames } from '../trace/protected-words.ts';
import { type ChangedPassages, type ReasonCommit, type ReasonSources, reasonsFor } from '../trace/reasons.ts';
import { roundsBetween } from './rounds-between.ts';

/** A stage as it is compared. */
export interface ComparedText {
  readonly text: StageText;
  readonly document: Document;
}

/** What to compare, and for whom. */
export interface Comparison {
  readonly from: ComparedText;
  readonly to: ComparedText;
  readonly audience: Distribution;
  /** False outside a workspace, where nobody was consulted; absent: true. */
  readonly workspace?: boolean;
}

/** Two stages compared. */
export interface ComparedStages {
  readonly log: ChangeLog;
  readonly findings: readonly Finding[];
}

/** What was said, decided and judged. */
export interface Consulted {
  readonly workspace: Workspace;
  readonly verdicts: readonly Verdict[];
}

/** Compares two stages, with the reasons and verdicts that the audience may know. */
export async function compareStages(world: World, process: Process, comparison: Comparison): Promise<ComparedStages> {
  const { workspace, verdicts } = await consulted(world, process, comparison);
  const log = await compareTexts(world, { workspace, verdicts }, comparison);
  // What else is to be said of notes is for "penholder check"; here only what takes reasons away counts.
  return { log, findings: workspace.findings.filter(({ severity }) => severity === 'error') };
}

/** Compares two stages where notes, responses, decisions and verdicts have been read. */
export async function compareTexts(
  world: World,
  { workspace, verdicts }: Consulted,
  { from, to, audience: distribution }: Comparison,
): Promise<ChangeLog> {
  const audience: Audience = { distribution };
  const { commits, limits } = await commitsBetween(world, from.text, to.text);
  const found = reasonsFor({ ...sourcesBetween(workspace, from.text, to.text), commits, audience });
  const [lent, lentLater] = await borrowing(world, workspace, [from.text, to.text]);
  const reasons = (change: ChangedPassages) => found({ from: change.from.map(lent), to: change.to.map(lentLater) });
  const log = compareDocuments(from.document, to.document, { from: refOf(from), to: refOf(to), reasons });
  const judged = withVerdicts(log, { verdicts, audience, holds: holdsProtected(workspace, audience, verdicts) });
  return { ...judged, limits: [...judged.limits, ...limits] };
}

type Lend = (ref: PassageRef) => PassageRef;

/** Stages from before a repository was adopted have no ids; those of the text as it stands are lent to the same words. */
async function borrowing(
  world: World,
  { process, responses, decisions }: Workspace,
  [from, to]: readonly [StageText, StageText],
): Promise<readonly [Lend, Lend]> {
  const same: Lend = (ref) => ref;
  if (responses.length + decisions.length === 0 || !(isBare(from) || isBare(to))) return [same, same];
  const { readStage } = await import('../workspace/read-stage.ts');
  const { borrowedIds, withBorrowedId } = await import('../trace/borrowed-ids.ts');
  const working = (await readStage(world, process, WORKING)).text?.sections ?? [];
  const lend = (text: StageText): Lend => {
    if (!isBare(text)) return same;
    const borrowed = borrowedIds(text.sections, working);
    return (ref) => withBorrowedId(ref, borrowed);
  };
  return [lend(from), lend(to)];
}

/** Whether most paragraphs of a frozen stage have no id. */
function isBare({ id, sections }: StageText): boolean {
  if (id === WORKING) return false;
  const counts = { bare: 0, named: 0 };
  const count = (node: Nodes): void => {
    if (node.type === 'paragraph') counts[node.data?.id === undefined ? 'bare' : 'named'] += 1;
    else if ('children' in node) for (const child of node.children) count(child);
  };
  for (const { tree } of sections) count(tree);
  return counts.bare > counts.named;
}

/** Looking for what may not be named costs time, and most workspaces overrule nothing. */
function holdsProtected(workspace: Workspace, audience: Audience, verdicts: readonly Verdict[]) {
  if (verdicts.length === 0) return () => false;
  const told = disclosures({ notes: workspace.notes, process: workspace.process, audience });
  return holdsName(protectedNames({ notes: workspace.notes, decisions: workspace.decisions, told }));
}

/** What was said and decided; nothing outside a workspace. */
async function consulted(
  world: World,
  process: Process,
  comparison: Comparison,
): Promise<{ workspace: Workspace; verdicts: readonly Verdict[] }> {
  if (comparison.workspace === false) return { workspace: { ...EMPTY_WORKSPACE, process }, verdicts: [] };
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const { loadVerdicts } = await import('../workspace/verdicts.ts');
  const workspace = await loadWorkspace(world, { needs: new Set(['notes', 'responses', 'decisions']), process });
  const { verdicts, findings } = await loadVerdicts(world);
  return { workspace: { ...workspace, findings: [...workspace.findings, ...findings] }, verdicts };
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

function refOf({ text, document }: ComparedText): StageRef {
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
  if (from.commit === undefined || to.commit === undefined) return { commits: [], limits: [] };
  const state = await world.git.state();
  if (state.kind !== 'ready') return { commits: [], limits: [] };
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
