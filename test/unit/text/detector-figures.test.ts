import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findForReview } from '../../../src/text/detect/review.ts';
import { findPersonalData } from '../../../src/text/personal-data.ts';
import { type Labelled, labelledLines } from './labelled.ts';

const LINES = labelledLines();
const DATA = process.env.PENHOLDER_TEST_DATA;

interface Figures {
  readonly sure: number;
  readonly sureRight: number;
  readonly labels: number;
  readonly found: number;
}

const overlaps = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end;

function measure(lines: readonly Labelled[]): Figures & { wrong: string[]; missed: string[] } {
  const total = { sure: 0, sureRight: 0, labels: 0, found: 0, wrong: [] as string[], missed: [] as string[] };
  for (const { text, labels } of lines) {
    const sure = findPersonalData(text);
    const all = [...sure, ...findForReview(text)];
    const right = sure.filter((one) => labels.some((label) => label.kind === one.kind && overlaps(one, label)));
    const found = labels.filter((label) => all.some((one) => overlaps(one, label)));
    total.sure += sure.length;
    total.sureRight += right.length;
    total.labels += labels.length;
    total.found += found.length;
    total.wrong.push(...sure.filter((one) => !right.includes(one)).map((one) => `${one.kind} in: ${text}`));
    total.missed.push(...labels.filter((one) => !found.includes(one)).map((one) => `${one.kind} in: ${text}`));
  }
  return total;
}

describe('the detectors on invented sentences', () => {
  const figures = measure(LINES);
  const precision = figures.sureRight / figures.sure;
  const recall = figures.found / figures.labels;

  it('have enough to be measured on, in four scripts', () => {
    expect(figures.labels).toBeGreaterThanOrEqual(200);
    expect(new Set(LINES.map(({ script }) => script))).toEqual(new Set(['arabic', 'chinese', 'cyrillic', 'latin']));
  });

  it('are sure only where it is so', () => {
    process.stdout.write(`sure rules: ${figures.sureRight} of ${figures.sure} right (${precision.toFixed(3)})\n`);
    expect({ wrong: figures.wrong, enough: precision >= 0.98 }).toMatchObject({ enough: true });
  });

  it('miss little where a person looks too', () => {
    process.stdout.write(`sure rules and review: ${figures.found} of ${figures.labels} found (${recall.toFixed(3)})\n`);
    expect({ missed: figures.missed, enough: recall >= 0.9 }).toMatchObject({ enough: true });
  });

  it.each(['arabic', 'chinese', 'cyrillic', 'latin'])('miss little in %s script', (script) => {
    const { found, labels, missed } = measure(LINES.filter((line) => line.script === script));
    expect({ missed, enough: found / labels >= 0.85 }).toMatchObject({ enough: true });
  });
});

describe.skipIf(DATA === undefined)('the review queue on public notes (PENHOLDER_TEST_DATA)', () => {
  it('asks about at most ten things in a thousand words', () => {
    const folder = join(DATA ?? '', 'notes');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name.endsWith('.md'),
    );
    let words = 0;
    let flags = 0;
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name), 'utf8');
      words += text.split(/\s+/u).filter(Boolean).length;
      // What stands several times in a note is one question in the queue.
      const asked = findForReview(text).map(
        ({ kind, start, end }) => `${kind} ${text.slice(start, end).toLowerCase()}`,
      );
      flags += new Set(asked).size;
    }
    process.stdout.write(`review queue: ${((flags / words) * 1000).toFixed(1)} flags per 1,000 words of ${words}\n`);
    expect((flags / words) * 1000).toBeLessThanOrEqual(10);
  });
});
