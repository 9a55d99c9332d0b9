import { Command, CommanderError, Option } from 'commander';
import type { Terminal } from '../io/terminal.ts';
import { messageAudience } from './audience.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { COMMANDS, GLOBAL_OPTIONS } from './command-table.ts';
import { EXIT } from './exit-codes.ts';
import { VERSION } from './version.ts';

/**
 * Runs the program.
 *
 * @param terminal Where it was called from.
 * @returns The exit code: 0 clean, 1 findings, 2 could not run, 130 interrupted.
 */
export async function main(terminal: Terminal): Promise<number> {
  let code: number = EXIT.clean;
  const program = buildProgram(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...terminal.args], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, terminal);
  }
}

/**
 * Builds the commander program from the table of commands.
 *
 * @param done Called with the exit code of the command that ran.
 * @param commands Which commands it has; all if absent.
 */
export function buildProgram(
  terminal: Terminal,
  done: (code: number) => void,
  commands: readonly CommandSpec[] = COMMANDS,
): Command {
  const program = new Command('penholder');
  program
    .description('Draft policy texts through consultation: every change names the input that caused it.')
    .version(VERSION, '--version', 'Print the version.')
    .helpOption('-h, --help', 'Print help.')
    .helpCommand('help [command]', 'Print help for a command.')
    .showHelpAfterError('Run "penholder help" to see what there is.')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.error, getOutHasColors: () => false })
    .exitOverride();
  addOptions(program, GLOBAL_OPTIONS);
  for (const spec of commands) addCommand(program, spec, terminal, done);
  return program;
}

function addCommand(program: Command, spec: CommandSpec, terminal: Terminal, done: (code: number) => void): void {
  const command = program
    .command(spec.name, { hidden: spec.hidden === true })
    .description(spec.about)
    .exitOverride();
  for (const [name, about] of spec.arguments ?? []) command.argument(name, about);
  addOptions(command, spec.options);
  command.addHelpText('after', `\nExamples:\n${spec.examples.map((line) => `  ${line}`).join('\n')}`);
  command.action(async () => {
    const { run } = await spec.load();
    const { commandContext } = await import('./context.ts');
    const globals = program.opts<Record<string, unknown>>();
    const context = commandContext(terminal, globals);
    const args = command.processedArgs.flat().filter((value): value is string => typeof value === 'string');
    try {
      done(await run({ args, options: command.opts() }, context));
    } finally {
      await context.close();
    }
  });
}

function addOptions(command: Command, options: readonly OptionSpec[]): void {
  for (const { flags, about, choices, repeat } of options) {
    const option = new Option(flags, about);
    if (choices !== undefined) option.choices([...choices]);
    if (repeat === true)
      option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
    command.addOption(option);
  }
}

function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.cannotRun;
  const isPublic = messageAudience({ terminal }, { to: 'error', given: true }).distribution !== 'custodian';
  if (isForPeople(error)) {
    const words = `penholder: ${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`;
    terminal.error(isPublic ? withoutNames(words) : words);
    return EXIT.cannotRun;
  }
  if (error instanceof Error && error.name === 'ExitPromptError') {
    terminal.error('Interrupted; nothing was written.\n');
    return EXIT.interrupted;
  }
  const faulty = isPublic ? placesOf(error) : trace(error);
  terminal.error(`penholder: this should not have happened, and is a fault of the program.\n${faulty}\n`);
  return EXIT.cannotRun;
}

/** The message of these says what stood in the way; they are told by name, since commands are built apart from this file. */
function isForPeople(error: unknown): error is Error & { readonly hint: string | undefined } {
  return error instanceof Error && (error.name === 'CannotRun' || error.name === 'WorldError');
}

/** Names of consultation notes and decisions often tell who spoke, and logs of continuous integration go round. */
function withoutNames(words: string): string {
  return words.replace(
    /\b(consultations|decisions|quarantine)\/[^\n"]*?\.(?:md|markdown|ya?ml|jsonl|txt)\b/giu,
    '$1/…',
  );
}

function trace(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Where in the program it happened, without the message, which can quote what was being read. */
function placesOf(error: unknown): string {
  const lines = trace(error)
    .split('\n')
    .filter((line) => /^\s+at /u.test(line));
  return [error instanceof Error ? error.name : typeof error, ...lines].join('\n');
}
