/** Git's part of a plan. */
import { relative, sep } from 'node:path';
import type { Plan } from '../model/plan.ts';
import { isWithin } from './file-system.ts';
import {
  createRepository,
  currentRef,
  identityError,
  moveRefs,
  type PreparedCommit,
  prepareCommit,
  prepareTag,
} from './git-write.ts';
import type { JournalRef, RefMover } from './journal.ts';
import type { Target } from './plan-targets.ts';
import { type GitPlace, runGit } from './run-git.ts';
import type { Stage } from './workplace.ts';
import { WorldError } from './world-error.ts';

/** Git's part of a plan: objects that exist already, and the refs that will name them. */
export interface PreparedGit {
  readonly commit?: PreparedCommit;
  readonly refs: readonly JournalRef[];
}

/**
 * Makes the commit and the tags of a plan as objects.
 *
 * @throws WorldError where git, a repository or an identity is missing; then nothing has been made.
 */
export async function prepareGit(stage: Stage, plan: Plan, targets: ReadonlyMap<string, Target>): Promise<PreparedGit> {
  if (plan.commit === undefined && plan.tags.length === 0 && plan.repository === undefined) return { refs: [] };
  await requireIdentity(stage.place, plan);
  const state = await repositoryFor(stage, plan);
  const staged = new Map(
    [...targets]
      .filter(([path]) => isWithin(stage.root, path))
      .map(([path, to]) => [inside(stage.root, path), to.staged]),
  );
  const context = { ...stage, realRoot: stage.root, staged, prefix: state.prefix, head: state.head };
  const commit =
    plan.commit === undefined
      ? undefined
      : await prepareCommit({ ...context, changed: await stage.git.changed() }, plan.commit);
  const refs: JournalRef[] = commit === undefined ? [] : [commit.ref];
  for (const tag of plan.tags) {
    const target = tag.target === 'HEAD' ? (commit?.id ?? state.head ?? '') : tag.target;
    refs.push(await prepareTag(stage.place, tag, target));
  }
  return commit === undefined ? { refs } : { commit, refs };
}

function inside(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

async function requireIdentity(place: GitPlace, plan: Plan): Promise<void> {
  const needed =
    (plan.commit !== undefined && plan.commit.author === undefined) ||
    plan.tags.some((tag) => tag.tagger === undefined);
  if (needed && (await runGit(place, ['var', 'GIT_COMMITTER_IDENT'])).code !== 0) throw identityError();
}

async function repositoryFor(stage: Stage, plan: Plan) {
  const state = await stage.git.state();
  const inAnother = plan.repository === 'own' && state.prefix !== '';
  if ((state.kind === 'none' && plan.repository !== undefined) || inAnother) {
    await createRepository(stage.place);
    stage.git.reopen();
    // What was read so far came from the repository around this one.
    stage.git.close();
    return stage.git.state();
  }
  if (state.kind === 'ready' || state.kind === 'empty') return state;
  const unsafe = state.kind === 'unsafe';
  throw new WorldError(
    'no-repository',
    unsafe ? 'Git refuses this repository because it belongs to somebody else.' : 'There is no git repository here.',
    unsafe ? `If you trust it, run: git config --global --add safe.directory "${stage.root}"` : 'Run: git init',
  );
}

/** Moves refs through git. */
export function refMover(place: GitPlace): RefMover {
  return { current: (name) => currentRef(place, name), move: (moves) => moveRefs(place, moves) };
}
