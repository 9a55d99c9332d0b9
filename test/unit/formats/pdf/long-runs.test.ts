import { describe, expect, it } from 'vitest';
import { breakLongRuns } from '../../../../src/formats/pdf/long-runs.ts';

describe('breakLongRuns', () => {
  it('leaves what languages write as it is', () => {
    const texts = [
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      'अन्तर्राष्ट्रीय कर्त्तव्यनिष्ठता',
      'ไม่มีที่ว่างระหว่างคำในภาษาไทยและไม่มีเครื่องหมายวรรคตอน',
      `https://example.org/${'path/'.repeat(300)}`,
    ];
    for (const text of texts) expect(breakLongRuns(text, '?')).toBe(text);
  });

  it('gives rows without a space places to break the line', () => {
    const broken = breakLongRuns('я'.repeat(5000), '?');
    expect(broken.replaceAll('\u200b', '')).toBe('я'.repeat(5000));
    expect(Math.max(...broken.split('\u200b').map(({ length }) => length))).toBeLessThanOrEqual(2048);
  });

  it('bounds heaps of marks, and shows that something is left out', () => {
    expect(breakLongRuns(`a${'\u0301'.repeat(1000)}b`, '?')).toBe(`a${'\u0301'.repeat(32)}?b`);
  });

  it('parts long chains of joined letters', () => {
    const chains = breakLongRuns('\u0915\u093c\u094d'.repeat(100), '?').split('\u200b');
    expect(Math.max(...chains.map(({ length }) => length))).toBeLessThan(128);
  });

  it('shortens blanks at which no line breaks', () => {
    expect(breakLongRuns(`a${'\u00a0'.repeat(9000)}b`, '?')).toBe(`a${'\u00a0'.repeat(128)}b`);
  });
});
