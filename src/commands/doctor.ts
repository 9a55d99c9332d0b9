import type { ChalkInstance } from 'chalk';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { type CommandInput, flag } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { doctorFacts } from './doctor-facts.ts';
import { type DoctorLine, diagnose } from './doctor-lines.ts';
import { EXIT } from './exit-codes.ts';

/** The words come first, so that nothing is said by colour alone; all have four letters. */
const STATES: Readonly<Record<DoctorLine['state'], (chalk: ChalkInstance) => string>> = {
  ok: (chalk) => chalk.green('ok  '),
  warn: (chalk) => chalk.yellow('warn'),
  fail: (chalk) => chalk.red('fail'),
};

/** `penholder doctor`: what of the machine and the repository is in order, and what would help; 1 where something fails. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const lines = diagnose(await doctorFacts(context));
  if (flag(input, 'json')) context.print(JSON.stringify(lines, null, 2));
  else context.print(doctorScreen(lines, await context.chalk('out')));
  return lines.some(({ state }) => state === 'fail') ? EXIT.findings : EXIT.clean;
}

/** One line for each thing looked at; below it what to do, and a summary at the end. */
export function doctorScreen(lines: readonly DoctorLine[], chalk: ChalkInstance): string {
  return [...lines.flatMap((line) => lineText(line, chalk)), '', summary(lines)].join('\n');
}

function lineText({ state, message, hint }: DoctorLine, chalk: ChalkInstance): string[] {
  const words = escapeTerminal(message.replace(/\s*\n\s*/gu, ' '));
  return [`${STATES[state](chalk)}  ${words}`, ...(hint === undefined ? [] : [`      ${escapeTerminal(hint)}`])];
}

function summary(lines: readonly DoctorLine[]): string {
  const count = (state: DoctorLine['state']) => lines.filter((line) => line.state === state).length;
  const [failed, warned] = [count('fail'), count('warn')];
  if (failed + warned === 0) return 'All is in order.';
  const things = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  const parts = [
    ...things(failed, 'thing has to be mended', 'things have to be mended'),
    ...things(warned, 'thing deserves a look', 'things deserve a look'),
  ];
  return `${parts.join(', and ')}.`;
}
