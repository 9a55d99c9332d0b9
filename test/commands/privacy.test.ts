import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { REPORT_BUILDERS } from '../../src/commands/report-builders.ts';
import { ALL, BY_FLAG, CALLS, NAMES } from './privacy-calls.ts';
import { forbiddenTo, PREFIXES, TAGS } from './privacy-markers.ts';
import { call, outcome, searchAll, workspaceWith } from './privacy-run.ts';
import { git } from './program.ts';
import { readable, readableFolder } from './readable.ts';

test('every command is called, so that none can say what it should not', () => {
  expect(NAMES.filter((name) => (CALLS[name] ?? []).length === 0)).toEqual([]);
});

test('every report is called as well, in all formats it has', () => {
  const reported = (CALLS.report ?? []).filter(({ args }) => args.includes(ALL) || args[1] === 'consultation');
  expect(Object.keys(REPORT_BUILDERS).filter((name) => !reported.some(({ args }) => args[1] === name))).toEqual([]);
});

searchAll(false);

/** Names of markers in words, each by whose it is: `xqcust`, `xqdecision`. */
function whose(words: string): readonly string[] {
  const found = words.toLowerCase().match(/xq(?:decision|reservation|break|recipient|commit|open|narrow)/gu) ?? [];
  return [...new Set([...found, ...PREFIXES.filter((prefix) => words.toLowerCase().includes(prefix))])].sort();
}

describe('what goes to one contributor', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await workspaceWith(false);
  });

  test.each(['core-group', 'custodian'])('is of nobody else, where the %s sends letters', async (who) => {
    const formats = ['--to', 'md,html,docx', '--out', 'build', '--distribution', who];
    await outcome(folder, ['report', 'feedback', '--all', ...formats]);
    const names = readdirSync(join(folder, 'build')).filter((name) => !name.includes('feedback-letters'));
    const told = names.map((name) => ({ name, own: whose(readable(readFileSync(join(folder, 'build', name)))) }));
    // One contributor said something in confidence in a contribution of its own.
    const others = told.filter(({ own }) => own.length !== 1 && own.join() !== 'xqnarrow,xqopen');
    expect(others.filter(({ own }) => own.join() !== 'xqopen')).toEqual([]);
    expect(new Set(told.flatMap(({ own }) => own)).size).toBeGreaterThan(8);
  });

  test.each(['experts', 'children', 'first/xqpollfile'])(
    'is for everybody where it goes to many, as to %s, whoever sends it',
    async (name) => {
      for (const who of ['core-group', 'custodian']) {
        const more = ['--to', 'md,html,docx', '--out', 'build', '--distribution', who];
        await outcome(folder, ['report', 'feedback', name, ...more]);
        const letters = readableFolder(join(folder, 'build')).toLowerCase();
        expect(forbiddenTo('public').filter((word) => letters.includes(word))).toEqual([]);
        if (who === 'custodian') expect(letters).toContain('guidance note');
      }
    },
  );

  test('is of nobody else in the file of a reviewer that goes back', async () => {
    await outcome(folder, ['review', 'reply', '../reviewed.docx', '--out', 'build']);
    const words = readable(readFileSync(join(folder, 'build/reviewed.docx')));
    expect(words).toContain('The reason cannot be given');
    expect(whose(words)).toEqual(['xqword']);
  });
});

describe('where nobody says who reads it', () => {
  const asked = NAMES.flatMap((name) => (CALLS[name] ?? []).filter(({ flags }) => flags === BY_FLAG));
  const about = ({ args }: (typeof asked)[number]) => args.slice(0, args[0] === 'report' ? 2 : 1).join(' ');
  let folder: string;
  beforeAll(async () => {
    folder = await workspaceWith(false);
  });

  // All formats come of the same Document.
  test.each([...new Map(asked.map((one) => [about(one), one.args]))])('%s is for the public', async (_, args) => {
    const quick = args.map((word) => (word === ALL ? 'md' : word));
    const said = await outcome(folder, [...quick, '--distribution', 'public']);
    expect(await outcome(folder, quick)).toBe(said);
  });
});

test('a tag is not made with a message that names who may not be named', async () => {
  const folder = await workspaceWith(false);
  const { code, words } = await call(folder, [
    'freeze',
    'second',
    '--message',
    'Agreed with the XQHouseFrom Institute',
  ]);
  expect([code, words.includes('xqhousefrom')]).toEqual([2, false]);
  expect(git(folder, 'tag', '--list')).toBe(`${TAGS.join('\n')}\n`);
});
