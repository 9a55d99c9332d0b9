import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import { acceptAll, rejectAll } from '../../../src/changes/mark-up/accept-reject.ts';
import { markUp } from '../../../src/changes/mark-up/mark-up.ts';
import { read, wordsOf } from './documents.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;
const FOLDER = DATA === undefined ? '' : join(DATA, 'policy');
const STAGE = { id: 'a', title: 'A' };

/** Neighbouring versions of each policy, as paths. */
function pairs(): [string, string][] {
  if (FOLDER === '' || !existsSync(FOLDER)) return [];
  return readdirSync(FOLDER).flatMap((policy) => {
    const number = (file: string) => Number.parseInt(file.slice(1), 10);
    const files = readdirSync(join(FOLDER, policy)).filter((file) => /^v\d+-.*\.md$/u.test(file));
    const paths = files.sort((a, b) => number(a) - number(b)).map((file) => join(policy, file));
    return paths.slice(1).map((path, index): [string, string] => [paths[index] ?? '', path]);
  });
}

const found = pairs();

describe.skipIf(found.length === 0)('real pairs of drafts (skipped unless PENHOLDER_TEST_DATA names the data)', () => {
  const stage = (path: string) => read(readFileSync(join(FOLDER, path), 'utf8'));

  test.each(found)('%s → %s: the marked-up version holds both', (before, after) => {
    const [earlier, later] = [stage(before), stage(after)];
    const marked = markUp(earlier, later, compareDocuments(earlier, later, { from: STAGE, to: STAGE }));
    expect(wordsOf(acceptAll(marked))).toEqual(wordsOf(later));
    expect(wordsOf(rejectAll(marked))).toEqual(wordsOf(earlier));
  });

  test('an errata version with few words changed shows few changes', () => {
    const [before, after] = found.find(([path]) => path.includes('nist-sp800-63a/v6-')) ?? ['', ''];
    const { counts } = compareDocuments(stage(before), stage(after), { from: STAGE, to: STAGE });
    expect(counts.edited + counts.added + counts.deleted + counts.moved).toBeLessThan(35);
    expect(counts.unchanged).toBeGreaterThan(430);
  });
});
