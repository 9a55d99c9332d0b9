import { CannotRun } from './cannot-run.ts';
import type { CommandInput, Run } from './command-spec.ts';
import type { CommandContext } from './context.ts';

/** What `penholder safeguard` can do; each loads when it is called. */
const ACTIONS: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  review: () => import('./safeguard-review.ts'),
  'deny-list': () => import('./safeguard-deny-list.ts'),
  scan: () => import('./safeguard-scan.ts'),
  where: () => import('./safeguard-where.ts'),
  'install-hook': () => import('./safeguard-install-hook.ts'),
  hook: () => import('./safeguard-hook.ts'),
  clean: () => import('./safeguard-clean.ts'),
  seal: () => import('./safeguard-seal.ts'),
  open: () => import('./safeguard-open.ts'),
};

/** `penholder safeguard <action>`: what protects those who took part. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const [name = '', ...args] = input.args;
  const load = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (load === undefined) {
    throw new CannotRun(
      `"penholder safeguard" can't do "${name}".`,
      `It can do: ${Object.keys(ACTIONS).join(', ')}. See "penholder help safeguard".`,
    );
  }
  return (await load()).run({ ...input, args }, context);
}
