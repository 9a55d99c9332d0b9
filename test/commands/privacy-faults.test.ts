import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenTo } from './privacy-markers.ts';
import { call, searchAll, workspaceWith } from './privacy-run.ts';
import { environment, readText } from './program.ts';

searchAll(true);

describe('where findings may tell all', () => {
  test('who sits at a terminal sees the file and what stands there', async () => {
    const folder = await workspaceWith(true);
    const { words } = await call(folder, ['check'], { outIsTerminal: true });
    for (const word of ['consultations/first/xqcustfile.md', 'xqcusttag', 'xqbrokenfile', 'xqhousefile'])
      expect(words).toContain(word);
  });

  test.each([
    ['what waits for review is shown, words too, to who asked for them', ['safeguard', 'review', '--show']],
    ['a note is proposed to who mistyped its name', ['withdraw', 'first/xqcusfile', '--dry-run']],
    ['files that are taken in are named', ['ingest', '../given.md', '--dry-run']],
  ])('%s', async (_, args) => {
    const { words } = await call(await workspaceWith(true), args);
    expect(words).toMatch(/xqcustfile|given\.md/u);
  });

  test('a service’s log is public, whatever it says of itself', async () => {
    const folder = await workspaceWith(true);
    const { words } = await call(folder, ['check'], { outIsTerminal: true, environment: environment({ CI: '1' }) });
    expect(forbiddenTo('public').filter((word) => words.includes(word))).toEqual([]);
  });

  test('the summary of a step on GitHub says no more than its annotations', async () => {
    const folder = await workspaceWith(true);
    const summary = join(folder, '..', 'summary.md');
    await call(folder, ['check', '--format', 'github'], { environment: environment({ GITHUB_STEP_SUMMARY: summary }) });
    const words = readText(summary);
    expect(words).toContain('inputs/unknown-tag');
    expect(forbiddenTo('public').filter((word) => words.includes(word))).toEqual([]);
  });

  test('an error of the program in a service’s log names no note and quotes nothing', async () => {
    const folder = await workspaceWith(false);
    const broken = (message: string, name: string) => async (environmentOf: Record<string, string>) => {
      const said: string[] = [];
      const out = () => {
        throw Object.assign(new Error(message), { name });
      };
      await call(folder, ['status'], {
        out,
        error: (words) => said.push(words),
        environment: environment(environmentOf),
      });
      return said.join('');
    };
    const named = broken('consultations/first/xqcustfile.md was saved meanwhile.', 'WorldError');
    const fault = broken('Cannot read xqcusttext of consultations/first/xqcustfile.md', 'TypeError');
    expect(await named({})).toContain('xqcustfile');
    expect(await named({ CI: 'true' })).toMatch(/consultations\/… was saved/u);
    expect(await fault({ CI: 'true' })).not.toMatch(/xqcust/u);
    expect(await fault({ CI: 'true' })).toMatch(/TypeError\n\s+at /u);
  });

  test('nobody is let off: the exit code is that of all findings', async () => {
    const folder = await workspaceWith(true);
    const codes = await Promise.all(
      ['public', 'core-group', 'custodian'].map(
        async (who) => (await call(folder, ['check', '--distribution', who])).code,
      ),
    );
    expect(codes).toEqual([1, 1, 1]);
  });
});
