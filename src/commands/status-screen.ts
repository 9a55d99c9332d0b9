import type { ChalkInstance } from 'chalk';
import stringWidth from 'string-width';
import {
  answerWords,
  clearanceWords,
  coverageWords,
  deadlineWords,
  LEAD_HEAD,
  leadCells,
  nextDates,
  roundWords,
  stageWords,
  whenWords,
} from '../reports/status/words.ts';
import type { StatusData } from '../reports/status.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';

/** How a screen is printed. */
export interface ScreenOptions {
  readonly chalk: ChalkInstance;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Columns that a table needs at the least; below that, each of its rows becomes a short list. */
const NARROW = 72;
const GAP = 2;

/** The status on one screen. Words from files are made harmless for the terminal; nothing is said by colour alone. */
export function statusScreen(data: StatusData, { chalk, width }: ScreenOptions): string {
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    width < NARROW ? listed(head, rows) : aligned([head, ...rows], width, chalk);
  const stages = data.stages.map((stage) => [
    safe(stage.title),
    whenWords(stage.planned),
    whenWords(stage.actual),
    stageWords(stage, data),
  ]);
  const rounds = data.rounds.map((round) => [
    safe(round.title),
    whenWords(round.planned),
    whenWords(round.actual),
    roundWords(round),
    `${round.notes} ${round.notes === 1 ? 'note' : 'notes'}; ${answerWords(round)}`,
  ]);
  return [
    chalk.bold(cut(safe(data.title), width)),
    '',
    ...overdueLines(data, { chalk, width }),
    ...table(['Stage', 'Planned', 'Actual', 'State'], stages),
    ...(rounds.length === 0 ? [] : ['', ...table(['Round', 'Planned', 'Actual', 'State', 'Consultation'], rounds)]),
    ...waitingLines(data, table),
    '',
    ...comingLines(data, { chalk, width }),
    ...wrapped(`${chalk.bold('Coverage:')} ${coverageWords(data)}`, width),
    ...(data.quarantined === 0 ? [] : [`${chalk.bold('Held back:')} ${heldWords(data.quarantined)}`]),
    ...wrapped(`${chalk.bold('Next:')} ${safe(data.next)}`, width),
  ].join('\n');
}

/** What is late stands before all else. */
function overdueLines({ deadlines }: StatusData, { chalk, width }: ScreenOptions): string[] {
  const overdue = deadlines.filter(({ state }) => state === 'overdue');
  if (overdue.length === 0) return [];
  const lines = overdue.flatMap((one) => wrapped(`${chalk.red.bold('Overdue:')} ${safe(deadlineWords(one))}`, width));
  return [...lines, ''];
}

function comingLines({ deadlines }: StatusData, { chalk, width }: ScreenOptions): string[] {
  const coming = nextDates(deadlines);
  return coming.flatMap((one) => wrapped(`${chalk.bold('Next date:')} ${safe(deadlineWords(one))}`, width));
}

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string[];

function waitingLines({ leads = [], clearances }: StatusData, table: Table): string[] {
  const rows = leads.map((line) => leadCells(line).map(safe));
  return [
    ...(rows.length === 0 ? [] : ['', ...table(LEAD_HEAD, rows)]),
    ...(clearances.length === 0 ? [] : ['', ...clearances.map((one) => `Clearance of ${safe(clearanceWords(one))}`)]),
  ];
}

function heldWords(count: number): string {
  return `${count} ${count === 1 ? 'note' : 'notes'} in .penholder/quarantine.`;
}

function safe(words: string): string {
  return escapeTerminal(words);
}

/** Columns as wide as their longest cell; the last takes what is left and goes on below. */
function aligned(rows: readonly (readonly string[])[], width: number, chalk: ChalkInstance): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const most = Math.max(12, Math.floor(width / 3));
  const widths = Array.from({ length: columns }, (_, index) =>
    Math.min(most, Math.max(...rows.map((row) => stringWidth(row[index] ?? '')))),
  );
  return rows.flatMap((row, index) =>
    alignedRow(row, widths, width).map((line) => (index === 0 ? chalk.dim(line) : line)),
  );
}

function alignedRow(row: readonly string[], widths: readonly number[], width: number): string[] {
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + GAP, 0);
  const first = row
    .slice(0, -1)
    .map((cell, index) => padded(cut(cell, widths[index] ?? 0), (widths[index] ?? 0) + GAP));
  const [start = '', ...more] = wrapped(row.at(-1) ?? '', Math.max(20, width - before));
  return [`${first.join('')}${start}`.trimEnd(), ...more.map((line) => `${' '.repeat(before)}${line}`)];
}

function listed(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap(([title = '', ...cells]) => [
    title,
    ...cells.map((cell, index) => `  ${head[index + 1] ?? ''}: ${cell}`),
  ]);
}

function padded(words: string, width: number): string {
  return words + ' '.repeat(Math.max(0, width - stringWidth(words)));
}

function cut(words: string, width: number): string {
  if (stringWidth(words) <= width) return words;
  let kept = '';
  for (const character of words) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks between words, so that no line is wider than asked unless a single word is. */
function wrapped(words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
