import { CannotRun } from './cannot-run.ts';
import type { CommandInput, Run } from './command-spec.ts';
import type { CommandContext } from './context.ts';

/** What `penholder review` can do; each loads when it is called. */
const ACTIONS: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  show: () => import('./review-show.ts'),
  pack: () => import('./review-pack.ts'),
  merge: () => import('./review-merge.ts'),
  accept: () => import('./review-accept.ts'),
  reply: () => import('./review-reply.ts'),
};

/** `penholder review <action>`: Word files that go to reviewers and come back. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const [name = '', ...args] = input.args;
  const load = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (load === undefined) {
    throw new CannotRun(
      `"penholder review" can't do "${name}".`,
      `It can do: ${Object.keys(ACTIONS).join(', ')}. See "penholder help review".`,
    );
  }
  return (await load()).run({ ...input, args }, context);
}
