import type { World } from '../io/world.ts';
import type { Process, Stage } from '../model/process.ts';
import type { FrozenStage } from '../model/workspace.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { CannotRun } from './cannot-run.ts';
import { knownStage } from './clearance.ts';
import { type CommandInput, flag } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { verifications } from './verifications.ts';

/** One thing that was verified: the shape of `verify --json`, `checks`. */
export interface Verification {
  readonly id: 'tag' | 'content' | 'clearances' | 'signature';
  /** `unknown`: there is nothing to verify, or nothing here to verify it with. */
  readonly result: 'holds' | 'fails' | 'unknown';
  /** What was found, in a sentence. */
  readonly says: string;
}

const MARKS: Readonly<Record<Verification['result'], string>> = {
  holds: 'holds  ',
  fails: 'FAILS  ',
  unknown: 'unknown',
};

/** `penholder verify <stage>`: says whether a frozen stage is what its tag says it is. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const stage = await knownStage(world, process, input.args[0] ?? '');
  const frozen = await lastFreeze(world, stage);
  const checks = await verifications(world, { process, frozen, signed: flag(input, 'signed') });
  const fails = checks.some(({ result }) => result === 'fails');
  const { tag, commit, date } = frozen;
  if (flag(input, 'json')) {
    context.print(JSON.stringify({ stage: stage.id, tag, commit, date, holds: !fails, checks }, null, 2));
  } else {
    context.print(`${escapeTerminal(tag)} on ${commit.slice(0, 7)}, ${date.slice(0, 10)}`);
    for (const { id, result, says } of checks)
      context.print(`  ${MARKS[result]}  ${id.padEnd(10)}  ${escapeTerminal(says)}`);
    context.say(verdict(stage.id, checks));
  }
  return fails ? EXIT.findings : EXIT.clean;
}

/** A tag made by hand, or before there was Penholder, says nothing that could be held against the text. */
function verdict(stage: string, checks: readonly Verification[]): string {
  if (checks.some(({ result }) => result === 'fails')) return `"${stage}" is not what its tag says.`;
  const told = checks.some(({ id, result }) => id === 'content' && result === 'holds');
  if (told) return `"${stage}" is what its tag says.`;
  const cleared = checks.some(({ id, result }) => id === 'clearances' && result === 'holds');
  const known = cleared
    ? `"${stage}" is the text that the core group cleared, but its tag does not say so itself`
    : `Nothing speaks against "${stage}", but its tag does not say what was frozen: whether it was moved cannot be told`;
  return `${known}. "penholder freeze ${stage}" on its commit makes a tag that does.`;
}

/** @throws CannotRun where the stage is not frozen. */
async function lastFreeze(world: World, stage: Stage): Promise<FrozenStage> {
  const { notFrozen, stateProblem } = await import('../workspace/stage-problems.ts');
  const state = await world.git.state();
  const { freezesOf } = await import('../workspace/stage-tags.ts');
  const frozen = state.kind === 'ready' ? freezesOf(stage, state.prefix, await world.git.tags()).at(-1) : undefined;
  if (frozen !== undefined) return frozen;
  const { message, hint } = stateProblem(state) ?? notFrozen(stage, state);
  throw new CannotRun(message, hint);
}

/** What is verified, and how strictly. */
export interface ToVerify {
  readonly process: Process;
  readonly frozen: FrozenStage;
  /** Whether a good signature must be there. */
  readonly signed: boolean;
}
