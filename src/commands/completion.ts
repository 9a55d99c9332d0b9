import { script } from '@bomb.sh/tab';
import { CannotRun } from './cannot-run.ts';
import type { CommandInput } from './command-spec.ts';
import { EXIT } from './exit-codes.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/** `penholder completion <shell>`: prints the script that teaches a shell to complete penholder's commands. */
export async function run({ args }: CommandInput): Promise<number> {
  const shell = args[0] ?? '';
  if (!SHELLS.includes(shell)) {
    throw new CannotRun(`There is no completion for the shell "${shell}".`, `Name one of ${SHELLS.join(', ')}.`);
  }
  script(shell, 'penholder', 'penholder');
  return EXIT.clean;
}
