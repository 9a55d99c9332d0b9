import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { logOf } from './engine.ts';

const FOLDER = join(process.env.PENHOLDER_TEST_DATA ?? '', 'policy', 'nist-sp800-63a');
const there = (process.env.PENHOLDER_TEST_DATA ?? '') !== '' && existsSync(FOLDER);
const text = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

/** A line of the table in which people told what they had changed. */
interface Erratum {
  readonly date: string;
  readonly change: string;
  readonly location: string;
}

/** The lines of the table; a date holds for those after it as well. */
function readErrata(table: string): Erratum[] {
  let date = '';
  return table.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, day = '', type = '', change = '', location = ''] = cells;
    if (!line.startsWith('|') || !/^(?:Editorial|Substantive)$/u.test(type)) return [];
    if (day !== '') date = day;
    return [{ date, change, location }];
  });
}

/** Lines of the section that a location names, from 1; none where it names no section. */
function linesOf(version: string, location: string): [number, number] | undefined {
  const name = location === 'Errata table' ? 'Errata' : /^(?:§|Table )(\d+(?:\.\d+)*)/u.exec(location)?.[1];
  if (name === undefined) return undefined;
  const lines = version.split('\n');
  const title = new RegExp(`^(#+)\\s*(?:<[^>]*>\\s*)*${name.replaceAll('.', '\\.')}\\.?(?:\\s|$)`, 'u');
  const start = lines.findIndex((line) => title.test(line));
  if (start < 0) return undefined;
  const depth = title.exec(lines[start] ?? '')?.[1]?.length ?? 0;
  const next = lines.findIndex((line, index) => index > start && (/^(#+)\s/u.exec(line)?.[1]?.length ?? 9) <= depth);
  return [start + 1, next < 0 ? lines.length : next];
}

describe.skipIf(!there)('an errata table (skipped unless PENHOLDER_TEST_DATA names the data)', () => {
  const versions = there
    ? ['v6-2017-06-22-final.md', 'v7-2017-12-01-errata.md', 'v8-2020-03-02-errata.md'].map(text)
    : [];
  const errata = there ? readErrata(text('ERRATA-human.md')).filter(({ location }) => location !== 'N/A') : [];

  /** The lines of the later version that stand in a change. */
  const changedLines = (before: string, after: string) =>
    logOf([{ file: 'text.md', text: before }], [{ file: 'text.md', text: after }])
      .changes.filter(({ kind }) => kind !== 'unchanged')
      .flatMap(({ to }) => to.map(({ startLine }) => startLine));

  // Some of what the table tells of the first date went into the text with the second.
  test('every place that it names shows', () => {
    const pairs = versions.slice(1).map((after, index) => ({
      after,
      changed: changedLines(versions[index] ?? '', after),
    }));
    expect(errata.length).toBeGreaterThan(10);
    const missing = errata.filter(({ date, location }) =>
      pairs.slice(date === '2017-12-01' ? 0 : 1).every(({ after, changed }) => {
        const [start, end] = linesOf(after, location) ?? [-1, -1];
        return !changed.some((line) => start <= line && line <= end);
      }),
    );
    expect(missing).toEqual([]);
  });

  test('a version whose lines are only broken elsewhere shows no change', () => {
    const [, , last = ''] = versions;
    // Lines of running text alone: elsewhere the break of a line says something.
    const wrapped = last.replace(/^(?=[\p{Lu}][^|\n]*\.$)(.*)$/gmu, (line) =>
      line.replace(/(.{60,80}) (?=\p{L})/gu, '$1\n'),
    );
    expect(wrapped.split('\n').length).toBeGreaterThan(last.split('\n').length + 100);
    const { changes } = logOf([{ file: 'text.md', text: last }], [{ file: 'text.md', text: wrapped }]);
    expect(changes.filter(({ kind }) => kind !== 'unchanged').map(({ words }) => words)).toEqual([]);
  });
});
