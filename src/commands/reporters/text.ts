import type { ChalkInstance } from 'chalk';
import type { Finding, Severity } from '../../model/finding.ts';
import { escapeTerminal } from '../../text/escape-terminal.ts';
import { frameOf } from './frame.ts';
import { placeLabel } from './place-label.ts';
import type { Reporter, ReporterContext } from './reporter.ts';
import { summarySentence } from './summary.ts';

type Paint = (chalk: ChalkInstance) => (words: string) => string;

/** Severities are told by word; colour only helps. */
const PAINTS: Readonly<Record<Severity, Paint>> = {
  error: (chalk) => chalk.red.bold,
  warning: (chalk) => chalk.yellow.bold,
  info: (chalk) => chalk.cyan.bold,
};

/** For people at a terminal: each finding with its line, why it matters and what to do, then a summary. */
export const text: Reporter = {
  id: 'text',
  about: 'For people: each finding with its line, why it matters and what to do.',
  render: (findings, context) => {
    const lines = lineReader(context.read);
    return `${[...findings.map((finding) => block(finding, context, lines)), summarySentence(findings)].join('\n\n')}\n`;
  },
};

type LineReader = (file: string) => readonly string[] | undefined;

/** Divides each file into lines once, however many findings it has. */
function lineReader(read: ReporterContext['read']): LineReader {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, read(file)?.split(/\r\n|\n|\r/u));
    return known.get(file);
  };
}

function block(finding: Finding, context: ReporterContext, lines: LineReader): string {
  const { chalk } = context;
  const severity = PAINTS[finding.severity](chalk)(finding.severity);
  const place = chalk.bold(escapeTerminal(placeLabel(finding.place)));
  return [
    `${place} ${severity} ${chalk.dim(finding.check)}`,
    `  ${safe(finding.message)}`,
    ...framed(finding, context, lines),
    ...(finding.why === undefined ? [] : [`  ${chalk.bold('Why:')} ${safe(finding.why)}`]),
    ...(finding.hint === undefined ? [] : [`  ${chalk.bold('To do:')} ${safe(finding.hint)}`]),
  ]
    .join('\n')
    .trimEnd();
}

function framed(finding: Finding, { chalk, width }: ReporterContext, lines: LineReader): string[] {
  const source = lines(finding.place.file);
  const frame = source === undefined ? undefined : frameOf(source, finding.place, width);
  if (frame === undefined) return [];
  const caret = PAINTS[finding.severity](chalk)(frame.caret);
  return ['', `${chalk.dim(frame.gutter)}${frame.line}`, `${chalk.dim(frame.below)}${caret}`, ''];
}

/** Lines after the first stay indented under their finding. */
function safe(words: string): string {
  return escapeTerminal(words).replaceAll('\n', '\n  ');
}
