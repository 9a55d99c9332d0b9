import type { Calendar, CalendarEvent } from '../model/calendar.ts';
import type { Export } from '../model/contracts.ts';
import { byCodePoint } from '../model/order.ts';

/** Octets of a line without its end, by RFC 5545, section 3.1. */
const LINE = 75;

/** Dates as iCalendar (RFC 5545), which calendar programs import and subscribe to. */
export const ics: Export<Calendar> = {
  id: 'ics',
  extension: 'ics',
  mediaType: 'text/calendar',
  render: async (calendar) => new TextEncoder().encode(lines(calendar).map(folded).join('')),
};

function lines({ name, stamp, events }: Calendar): readonly string[] {
  const sorted = [...events].sort((one, other) => byCodePoint(one.from, other.from) || byCodePoint(one.uid, other.uid));
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Penholder//Timeline//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...sorted.flatMap((event) => eventLines(event, utc(stamp))),
    'END:VCALENDAR',
  ];
}

/** Whole days: the end is the first day after, by RFC 5545, section 3.6.1. A timeline keeps nobody from other meetings. */
function eventLines({ uid, from, to, summary, category }: CalendarEvent, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(to < from ? from : to))}`,
    `SUMMARY:${escaped(summary)}`,
    `CATEGORIES:${escaped(category)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** `20230630T101500Z`. */
function utc(stamp: string): string {
  return new Date(Date.parse(stamp))
    .toISOString()
    .replace(/\.\d+Z$/u, 'Z')
    .replaceAll(/[-:]/gu, '');
}

/** Text by RFC 5545, section 3.3.11; signs that steer a terminal or a parser have no place in it. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll(/[\p{Cc}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replaceAll(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

const ENCODER = new TextEncoder();

/** A line of more than 75 octets goes on in the next, after a space; no character is cut in two. */
function folded(line: string): string {
  let written = '';
  let length = 0;
  for (const sign of line) {
    const octets = ENCODER.encode(sign).length;
    if (length + octets > LINE) {
      written += '\r\n ';
      length = 1;
    }
    written += sign;
    length += octets;
  }
  return `${written}\r\n`;
}
