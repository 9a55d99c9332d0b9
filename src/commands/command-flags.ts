import type { OptionSpec } from './command-spec.ts';

/** Output formats. */
export const TO: OptionSpec = {
  flags: '--to <formats>',
  about: 'Output formats, with commas: pdf, html, docx, md.',
  repeat: true,
};
/** Where to write. */
export const OUT: OptionSpec = {
  flags: '--out <path>',
  about: 'Where to write: a folder, or a file for a single output.',
};
/** Only shows the plan. */
export const DRY_RUN: OptionSpec = { flags: '--dry-run', about: 'Show what would be written, and write nothing.' };
/** Takes the best guess. */
export const YES: OptionSpec = { flags: '--yes', about: 'Take the best guess instead of asking.' };
/** Answers from a file. */
export const ANSWERS: OptionSpec = {
  flags: '--answers <file>',
  about: 'A YAML file with the answers to what would be asked.',
};
/** Who will read an output. */
export const DISTRIBUTION: OptionSpec = {
  flags: '--distribution <who>',
  about: 'Who will read the output; public unless said.',
  choices: ['public', 'core-group'],
};
/** Who will read a report; letters can also be made for who keeps the notes. */
export const REPORT_READERS: OptionSpec = {
  flags: '--distribution <who>',
  about: 'Who will read the output; public unless said. For letters, who handles them: custodian, where only they may.',
  choices: ['public', 'core-group', 'custodian'],
};
/** Who will read findings. */
export const READERS: OptionSpec = {
  flags: '--distribution <who>',
  about:
    'Who will read the findings. Unless said: custodian, who keeps the consultation notes, at a terminal; public in logs, in files, and for github and sarif.',
  choices: ['public', 'core-group', 'custodian'],
};
/** How findings are printed. */
export const FORMAT: OptionSpec = {
  flags: '--format <reporter>',
  about: 'How findings are printed.',
  choices: ['text', 'concise', 'json', 'github', 'sarif'],
};
/** From which severity on a run fails. */
export const FAIL_ON: OptionSpec = {
  flags: '--fail-on <severity>',
  about: 'The severity from which the exit code is 1; error unless said.',
  choices: ['error', 'warning', 'info'],
};
