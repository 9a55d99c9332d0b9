import { describe, expect, test } from 'vitest';
import { ics } from '../../../src/exports/ics.ts';
import type { CalendarEvent } from '../../../src/model/calendar.ts';

const EVENT: CalendarEvent = {
  uid: 'stage-zero-actual@note.penholder',
  from: '2022-12-14',
  to: '2022-12-14',
  summary: 'Zero draft',
  category: 'stage',
};

async function written(event: Partial<CalendarEvent> = {}, stamp = '2023-06-30T12:15:00+02:00'): Promise<string> {
  const bytes = await ics.render({ name: 'Note', stamp, events: [{ ...EVENT, ...event }] });
  return new TextDecoder().decode(bytes);
}

/** Lines as a reader puts them together again, by RFC 5545, section 3.1. */
function unfolded(text: string): readonly string[] {
  return text.replaceAll('\r\n ', '').split('\r\n');
}

describe('iCalendar', () => {
  test('frames events with what the standard asks for', async () => {
    const lines = unfolded(await written());
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Penholder//Timeline//EN']);
    expect(lines.slice(-3)).toEqual(['END:VEVENT', 'END:VCALENDAR', '']);
    for (const line of ['UID:stage-zero-actual@note.penholder', 'DTSTAMP:20230630T101500Z', 'SUMMARY:Zero draft'])
      expect(lines).toContain(line);
  });

  test('ends every line with CRLF', async () => {
    expect((await written()).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  test('ends whole days on the day after, over months and leap days', async () => {
    const ends = async (from: string, to: string) =>
      (await written({ from, to })).match(/DTEND;VALUE=DATE:(\d+)/u)?.[1];
    expect(await ends('2022-12-14', '2022-12-31')).toBe('20230101');
    expect(await ends('2024-02-28', '2024-02-28')).toBe('20240229');
    expect(await ends('2024-02-28', '2024-02-01')).toBe('20240229');
  });

  test('folds lines at 75 octets and cuts no character in two', async () => {
    const summary = 'Ответ детям обещан 🙂 до конца месяца, и это очень длинная строка с 世界 и é, é, é.';
    const text = await written({ summary });
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\uFFFD');
    expect(unfolded(text)).toContain(`SUMMARY:${summary.replaceAll(',', '\\,')}`);
  });

  test('escapes what separates, and takes out what steers', async () => {
    const lines = unfolded(await written({ summary: 'a;b,c\\d\r\ne\u0000\u001b[31m' }));
    expect(lines).toContain('SUMMARY:a\\;b\\,c\\\\d\\ne[31m');
    expect(lines.filter((line) => line.startsWith('BEGIN:'))).toHaveLength(2);
  });

  test('is the same for the same dates, in whatever order they come', async () => {
    const later = { ...EVENT, uid: 'b', from: '2023-01-01', to: '2023-01-02' };
    const render = (events: readonly CalendarEvent[]) =>
      ics.render({ name: 'Note', stamp: '2023-01-01T00:00:00Z', events });
    expect(await render([EVENT, later])).toEqual(await render([later, EVENT]));
  });
});
