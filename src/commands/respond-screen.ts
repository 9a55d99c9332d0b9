/** An input as whoever answers it sees it. */
import type { ChalkInstance } from 'chalk';
import stringWidth from 'string-width';
import type { ConsultationNote } from '../model/consultation-note.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import type { IndexedPassage } from '../trace/likely-passages.ts';
import type { Target } from './respond-desk.ts';
import type { Hints, SamePoint } from './respond-hints.ts';

/** Where an input stands in the work, and how to print it. */
export interface ScreenOptions {
  readonly chalk: ChalkInstance;
  readonly width: number;
  /** Its place among those to answer, from 1. */
  readonly place: number;
  readonly of: number;
}

/** Everything that is known of an input, with what helps to answer it. */
export function inputScreen(target: Target, hints: Hints, { chalk, width, place, of }: ScreenOptions): string {
  const { note, input, response } = target;
  const tags = [...input.kinds, ...input.codes, ...(input.late === true ? ['late'] : [])].join(', ');
  const about = hints.about ?? input.heading;
  const lines = [
    chalk.dim('─'.repeat(Math.max(20, Math.min(width, 80)))),
    `${chalk.bold(escapeTerminal(input.ref))}  ${chalk.dim(`${place} of ${of}`)}`,
    chalk.dim(escapeTerminal(aboutNote(note))),
    ...(about === undefined ? [] : [escapeTerminal(`Under: ${about}`)]),
    ...(tags === '' ? [] : [chalk.dim(escapeTerminal(tags))]),
    '',
    ...wrapped(escapeTerminal(input.text), width - 2).map((line) => `  ${line}`),
    ...(response === undefined ? [] : ['', ...answerLines(response.entry, chalk)]),
    ...section(
      'Passages it may be about',
      hints.passages.slice(0, 5).map((one) => passageLine(one, width - 4)),
      chalk,
    ),
    ...section(
      'Others that may say the same',
      hints.samePoint.map((one) => sameLine(one, width - 4)),
      chalk,
    ),
  ];
  return lines.join('\n');
}

function section(title: string, lines: readonly string[], chalk: ChalkInstance): readonly string[] {
  return lines.length === 0 ? [] : ['', chalk.bold(title), ...lines.map((line) => `  ${line}`)];
}

/** What the note says of who spoke, where and how. */
function aboutNote({ frontMatter }: ConsultationNote): string {
  const { date, method, group, from, region, level, distribution, quote } = frontMatter;
  const limits = [distribution === undefined || distribution === 'public' ? undefined : `for ${distribution}`];
  const cites = quote === 'no' || quote === undefined ? 'not to be quoted' : undefined;
  return [from, group, region, level, date, method, ...limits, cites].filter((part) => part !== undefined).join(' · ');
}

function answerLines(entry: NonNullable<Target['response']>['entry'], chalk: ChalkInstance): readonly string[] {
  return [`${chalk.bold('Answer so far:')} ${entry.decision}`, `  ${escapeTerminal(entry.reason)}`];
}

/** A passage in one line: number, id and first words. */
export function passageLine({ id, number, text, section: title, under }: IndexedPassage, width: number): string {
  const head = [
    number === undefined ? '' : `${number}. `,
    `^${id} `,
    under.length > 1 ? `(${under.at(-1)?.title}) ` : `(${title}) `,
  ].join('');
  return shortened(`${head}${text.replace(/\s+/gu, ' ')}`, Math.max(40, width));
}

function sameLine({ ref, text, identical, score, response }: SamePoint, width: number): string {
  const how = identical ? 'nearly the same words' : `${Math.round(score * 100)} % of its telling words`;
  const answer = response === undefined ? 'no response' : `${response.entry.decision}: ${response.entry.reason}`;
  return `${shortened(`${ref} (${how}) ${text.replace(/\s+/gu, ' ')}`, Math.max(40, width))}\n    ${shortened(answer, Math.max(40, width - 2))}`;
}

/** Words made safe to print and cut to a width of the terminal. */
export function shortened(text: string, width: number): string {
  const words = escapeTerminal(text);
  if (stringWidth(words) <= width) return words;
  let short = '';
  for (const character of words) {
    if (stringWidth(short + character) >= width) break;
    short += character;
  }
  return `${short}…`;
}

function wrapped(words: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of words.split('\n')) {
    lines.push('');
    for (const word of paragraph.split(/\s+/u).filter((one) => one !== '')) {
      const last = lines.at(-1) ?? '';
      if (last === '') lines[lines.length - 1] = word;
      else if (stringWidth(last) + 1 + stringWidth(word) <= Math.max(30, width))
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
  }
  return lines;
}
