import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { ANSWER_COMMANDS } from './commands-of-answers.ts';
import { CONSULTATION_COMMANDS } from './commands-of-consultation.ts';
import { KEEPING_COMMANDS } from './commands-of-keeping.ts';
import { TEXT_COMMANDS } from './commands-of-text.ts';

/** Flags that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { flags: '-C <dir>', about: 'Work as if called in this folder.' },
  { flags: '--color', about: 'Colour the output even where it goes to a file.' },
  { flags: '--no-color', about: 'Do not colour the output.' },
];

/** The commands, in the order of the work. */
export const COMMANDS: readonly CommandSpec[] = [
  ...CONSULTATION_COMMANDS,
  ...ANSWER_COMMANDS,
  ...TEXT_COMMANDS,
  ...KEEPING_COMMANDS,
];
