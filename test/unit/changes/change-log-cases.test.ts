import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../src/formats/md.ts';
import { CHANGE_FLAGS, CHANGE_KINDS, type ChangeLog } from '../../../src/model/change-log.ts';
import { changeLog } from '../../../src/reports/change-log.ts';
import { compare, read } from './documents.ts';

const CASES = fileURLToPath(new URL('../../cases/change-log/', import.meta.url));
const stages = (name: string) =>
  ['from', 'to'].map((stage) => readFileSync(`${CASES}${name}/${stage}.md`, 'utf8')) as [string, string];

/** What a change log says of each change, without the places that each of its lines repeats. */
function told({ changes, ...log }: ChangeLog) {
  const shown = changes.filter(({ kind }) => kind !== 'unchanged');
  const lines = (refs: ChangeLog['changes'][number]['from']) =>
    refs.map(({ type, startLine, id }) => `${type} at ${startLine}${id === undefined ? '' : ` ^${id}`}`);
  return { ...log, changes: shown.map((change) => ({ ...change, from: lines(change.from), to: lines(change.to) })) };
}

describe.each(readdirSync(CASES))('%s', (name) => {
  const [from, to] = stages(name);
  const log = compare(from, to);

  test('as Markdown, for people', async () => {
    const { document } = changeLog.build({ log, meta: read(to).meta }, { reasons: false });
    await expect(toMarkdown(document)).toMatchFileSnapshot(`${CASES}${name}/changes.md`);
  });

  test('as JSON, for programs', async () => {
    await expect(`${JSON.stringify(told(log), null, 2)}\n`).toMatchFileSnapshot(`${CASES}${name}/changes.json`);
  });
});

test('one text has changes of every kind and with every flag', () => {
  const { changes } = compare(...stages('every-flag'));
  expect([...new Set(changes.map(({ kind }) => kind))].sort()).toEqual([...CHANGE_KINDS].sort());
  const flags = new Set(changes.flatMap((change) => change.flags));
  // Only a block of a size that no case should have is compared in part.
  expect(CHANGE_FLAGS.filter((flag) => flag !== 'limited' && !flags.has(flag))).toEqual([]);
});
