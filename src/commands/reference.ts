import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { COMMANDS, GLOBAL_OPTIONS } from './command-table.ts';

const GENERATED = '<!-- Written by `npm run generate` from the program; what is changed here by hand is lost. -->';

/** The reference of the command line, from the table of commands: file name → Markdown. */
export function referencePages(): Record<string, string> {
  return { 'README.md': [GENERATED, '', '# Command reference', '', ...commandReference()].join('\n') };
}

function commandReference(): string[] {
  return [
    'Results go to standard output, progress and messages to standard error. Exit codes: 0 clean, 1 findings, 2 could not run, 130 interrupted.',
    '',
    'Flags of every command:',
    '',
    ...optionTable(GLOBAL_OPTIONS),
    '',
    ...COMMANDS.filter(({ hidden }) => hidden !== true).flatMap(commandSection),
  ];
}

function commandSection(command: CommandSpec): string[] {
  const names = (command.arguments ?? []).map(([name]) => name);
  return [
    `## penholder ${[command.name, ...names].join(' ')}`,
    '',
    command.about,
    '',
    ...(command.arguments ?? []).map(([name, about]) => `- \`${name}\`: ${about}`),
    ...((command.arguments ?? []).length > 0 ? [''] : []),
    ...(command.options.length > 0 ? [...optionTable(command.options), ''] : []),
    '```sh',
    ...command.examples,
    '```',
    '',
  ];
}

function optionTable(options: readonly OptionSpec[]): string[] {
  return ['| flag | what it does |', '| --- | --- |', ...options.map(optionRow)];
}

function optionRow({ flags, about, choices, repeat }: OptionSpec): string {
  const more = [
    choices === undefined ? '' : ` One of: ${choices.join(', ')}.`,
    repeat === true ? ' May be repeated.' : '',
  ].join('');
  return `| \`${flags.replaceAll('|', '\\|')}\` | ${about}${more} |`;
}
