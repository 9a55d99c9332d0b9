import type { Process } from '../../model/process.ts';
import { isBefore, spanOf } from '../consultation-note/when.ts';
import { readForeignDate } from './dates.ts';

/** Where a date may be looked for. */
export interface DateClues {
  /** Name of the file as given. */
  readonly name: string;
  /** Body of the note. */
  readonly body: string;
  readonly process: Process;
}

/** Lines of a text that may say when it was written: its head, not what it goes on to tell. */
const FIRST_LINES = 12;
/** A line that is hardly more than its date: `Geneva, 14 September 2022`. */
const SHORT_LINE = 60;

/** Dates as they stand in the middle of other words, the most exact first. */
const WRITTEN: readonly RegExp[] = [
  /(?<!\d)(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)/gu,
  /(?<![\d/.-])\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)/gu,
  /(?<!\d)\d{1,2}(?:st|nd|rd|th|er)?\.? (?:de |of )?\p{L}{3,10}\.?,? (?:de )?(?:19|20)\d{2}(?!\d)/giu,
  /(?<!\p{L})\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}(?!\d)/giu,
  /(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\d-])/gu,
  /(?<!\p{L})\p{L}{3,10}\.? (?:de )?(?:19|20)\d{2}(?!\d)/giu,
];

/**
 * The date a file's name or its first lines give.
 *
 * A date in the text counts only where it falls into a round of the process or stands nearly alone on its line, so that
 * the date of a treaty is not taken for that of a meeting.
 *
 * @param clues Name, text and process.
 * @returns A day or month in ISO form; undefined where nothing points to one.
 */
export function guessDate({ name, body, process }: DateClues): string | undefined {
  const [named] = datesIn(wordsOfName(name));
  if (named !== undefined) return named;
  const lines = body
    .slice(0, 4_000)
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, FIRST_LINES);
  const inRound = lines.flatMap(datesIn).find((date) => roundsAt(date, process).length > 0);
  return inRound ?? lines.filter((line) => line.trim().length <= SHORT_LINE).flatMap(datesIn)[0];
}

/** `2022_09_14`, `20220914` and `14-september-2022` as people write dates in prose. */
function wordsOfName(name: string): string {
  const stem = name.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').replaceAll('_', '-');
  const spaced = stem.replaceAll(/(?<=\p{L})[-.]+(?=\p{N})|(?<=\p{N})[-.]+(?=\p{L})/gu, ' ');
  return spaced.replaceAll(/(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/gu, '$1-$2-$3');
}

function datesIn(text: string): string[] {
  return WRITTEN.flatMap((pattern) => (text.match(pattern) ?? []).flatMap((written) => dateOf(written) ?? []));
}

/** A bare month and year is read as its first day, of which the month is kept. */
function dateOf(written: string): string | undefined {
  const plain = written.replace(/ of /u, ' ');
  const month = /^(\p{L}+)\.? (?:de )?(\d{4})$/u.exec(plain);
  return month === null ? readForeignDate(plain) : readForeignDate(`1 ${month[1]} ${month[2]}`)?.slice(0, 7);
}

/**
 * The rounds of a process whose time, actual or else planned, a date falls in.
 *
 * @param date A day, month or year in ISO form.
 * @param process The process.
 */
export function roundsAt(date: string, { rounds = [] }: Process): readonly { readonly id: string }[] {
  return rounds.filter((round) => {
    const when = round.actual ?? round.planned;
    const span = when === undefined ? undefined : spanOf(when);
    return span !== undefined && !isBefore(date, span.from) && !(span.to !== undefined && isBefore(span.to, date));
  });
}
