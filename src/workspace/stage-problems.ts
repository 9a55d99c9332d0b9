/** Why a stage can't be had, each with the command that helps. */
import type { RepositoryState } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Process, Stage } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import { nearest } from '../text/nearest.ts';
import { PROCESS_FILE } from './layout.ts';
import { stageTag } from './stage-tags.ts';

type Words = Pick<Finding, 'message' | 'why' | 'hint'>;

/** A finding about stages. They stand in the process, so that is where it points. */
export function stageFinding(id: string, words: Words): Finding {
  return { check: `stages/${id}`, severity: 'error', ...words, place: { file: PROCESS_FILE, line: 1, column: 1 } };
}

const STATES: Readonly<Record<Exclude<RepositoryState['kind'], 'ready'>, Words>> = {
  'no-git': {
    message: 'The program git was not found.',
    why: 'Stages are kept in git.',
    hint: 'Install git from https://git-scm.com/downloads.',
  },
  none: {
    message: 'This workspace is not in a git repository.',
    why: 'A stage is a tag in git, so there are none yet.',
    hint: 'Run: git init && git add . && git commit -m "Begin"',
  },
  empty: {
    message: 'This repository has no commit yet.',
    why: 'A stage is a tag on a commit, so there are none yet.',
    hint: 'Run: git add . && git commit -m "Begin"',
  },
  unsafe: {
    message: 'Git refuses this repository because it belongs to another user.',
    why: 'Its settings could run programs in your name.',
    hint: 'If you trust it, run: git config --global --add safe.directory "$(pwd)"',
  },
};

/** What keeps a repository from having stages; undefined where nothing does. */
export function stateProblem(state: RepositoryState): Finding | undefined {
  return state.kind === 'ready' ? undefined : stageFinding(`repository-${state.kind}`, STATES[state.kind]);
}

/** A stage of the process that has no tag here. */
export function notFrozen(stage: Stage, state: RepositoryState): Finding {
  const tag = stageTag(stage, state.prefix);
  const cut = state.shallow ? ' --unshallow' : '';
  return stageFinding('not-frozen', {
    message: `The stage "${stage.id}" is not frozen: there is no tag "${tag}" in this repository.`,
    why: state.shallow
      ? 'This clone is shallow, and tags may be missing from it.'
      : 'A stage is read from its tag, so that it never changes.',
    hint: `If it was frozen elsewhere, run: git fetch${cut} --tags. To freeze the present commit, run: penholder freeze ${stage.id}`,
  });
}

/** A name that is neither a stage nor anything git knows. */
export function unknownStage(name: string, process: Process, state: RepositoryState): Finding {
  const known = [...process.stages.map(({ id }) => id), WORKING];
  const near = nearest(name, known);
  const suggestion = near === undefined ? '' : ` Did you mean "${near}"?`;
  return stageFinding('unknown', {
    message: `There is no stage, tag, branch or commit called "${name.slice(0, 60)}".${suggestion}`,
    ...(state.shallow && { why: 'This clone is shallow, and older commits and tags may be missing from it.' }),
    hint: `Stages: ${known.join(', ')}.${state.shallow ? ' To fetch the rest, run: git fetch --unshallow --tags' : ''}`,
  });
}

/**
 * The text, or a part of it, is not where the process says.
 *
 * @param partly Whether other parts were found: an earlier stage may well have had fewer files.
 */
export function missingText(name: string, text: string, partly: boolean): Finding {
  const where = name === WORKING ? 'The workspace' : `The stage "${name}"`;
  const finding = stageFinding('no-text', {
    message: partly ? `${where} has no file at "${text}".` : `${where} has no text at "${text}".`,
    why: 'The text is read from where the process says it is.',
    hint: `Correct \`text:\` in ${PROCESS_FILE}; where the text was elsewhere at one stage, write \`text:\` below that stage.`,
  });
  if (!partly) return finding;
  return { ...finding, severity: name === WORKING ? 'warning' : 'info' };
}
