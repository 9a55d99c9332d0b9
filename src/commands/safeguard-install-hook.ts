import { escapeTerminal } from '../text/escape-terminal.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';

const MARK = '# Written by "penholder safeguard install-hook".';
/** Under this name a hook that was there before is kept, and called first. */
const KEPT = 'pre-commit.before-penholder';

/** `penholder safeguard install-hook`: lets git ask before each commit whether it would expose somebody. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const hook = await world.git.hook();
  if (hook === undefined)
    throw new CannotRun('There is no git repository around this workspace.', 'Run "git init" first.');
  const program = text(input, 'program') ?? 'penholder';
  if (hook.configured !== undefined) {
    throw new CannotRun(
      `Git takes its hooks from "${escapeTerminal(hook.configured)}" here, which is not Penholder's to write to.`,
      `Add this line to the hook pre-commit there: ${program} safeguard hook`,
    );
  }
  const { prefix } = await world.git.state();
  const ours = hook.text?.includes(MARK) === true;
  const folders = [...new Set([...(ours ? foldersIn(hook.text ?? '') : []), prefix])].sort();
  const wanted = hookText(
    folders,
    program,
    !ours && hook.text !== undefined ? true : (hook.text?.includes(KEPT) ?? false),
  );
  if (flag(input, 'dryRun')) {
    context.print(wanted);
    return EXIT.clean;
  }
  if (hook.text !== wanted) await world.git.writeHook(wanted, ours || hook.text === undefined ? undefined : KEPT);
  context.print(hook.path);
  if (!ours && hook.text !== undefined) context.say(`The hook that was there is kept as ${KEPT} and runs first.`);
  context.say('Each commit is looked at from now on, in this clone only: others who work on it install the hook too.');
  return EXIT.clean;
}

/** Workspaces of the repository that the hook looks after already. */
function foldersIn(hook: string): readonly string[] {
  return [...hook.matchAll(/^look '(.*)'$/gmu)].map(([, folder = '']) => folder.replaceAll("'\\''", "'"));
}

/** A shell script for any system that git runs on. A program that is missing stops the commit: what is not looked at may expose somebody. */
function hookText(folders: readonly string[], program: string, callsKept: boolean): string {
  return [
    '#!/bin/sh',
    MARK,
    ...(callsKept ? [`"$(dirname "$0")/${KEPT}" "$@" || exit 1`] : []),
    'top=$(git rev-parse --show-toplevel) || exit 1',
    'look() {',
    '  if [ ! -f "$top/$1/penholder.yaml" ]; then return 0; fi',
    // What git tracks came with somebody's branch, and must not run because of a commit.
    '  if [ -x "$top/node_modules/.bin/penholder" ] && [ -z "$(git -C "$top" ls-files -- node_modules)" ]; then',
    '    "$top/node_modules/.bin/penholder" -C "$top/$1" safeguard hook || exit 1',
    `  elif command -v ${shellWord(program.split(' ')[0] ?? program)} >/dev/null 2>&1; then`,
    `    ${program} -C "$top/$1" safeguard hook || exit 1`,
    '  else',
    '    echo "penholder was not found, so this commit could not be looked at and was stopped. Install it, or commit with --no-verify." >&2',
    '    exit 1',
    '  fi',
    '}',
    ...folders.map((folder) => `look ${shellWord(folder)}`),
    '',
  ].join('\n');
}

function shellWord(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
