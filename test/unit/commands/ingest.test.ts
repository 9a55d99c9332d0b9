import { describe, expect, test } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { EXIT } from '../../../src/commands/exit-codes.ts';
import { run } from '../../../src/commands/ingest.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const BODY = '## What was said\n\n- Forms are too long. #barrier #pillar/development\n';

/** Ingests files that lie outside a workspace, without a terminal. */
async function ingest(
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
  world = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS }, named: files }),
) {
  const called = memoryContext(world);
  const status = await run({ args: Object.keys(files), options }, called.context);
  return { status, printed: called.printed(), said: called.said(), world };
}

describe('what notes lack', () => {
  const files = { '/given/2022-08-12 forum.md': BODY, '/given/webinar.md': BODY };

  test('is said once for all files, with the flags that give it and the guesses there are', async () => {
    const { status, said } = await ingest(files, { round: 'first', group: 'civil-society' });
    expect(status).toBe(EXIT.findings);
    expect(said.split('\n').slice(2)).toEqual([
      'Without these nobody can tell whose voice a note is: date (missing in 2 files) and method (missing in 2 files).',
      'Give what is missing, once for all files: --date YYYY-MM-DD --method in-person-discussion|online-discussion|interview|survey|written-input',
      'Or let --yes take these guesses, each of which it names:',
      '  2022-08-12 forum.md: date 2022-08-12, method written-input',
      '  webinar.md: method online-discussion; nothing points to its date',
      '',
    ]);
  });

  test('is said in its place to programs', async () => {
    const { said } = await ingest(files, { round: 'first', group: 'civil-society', format: 'github' });
    expect(said.match(/notes\/missing-date/gu)).toHaveLength(2);
    expect(said).not.toContain('--yes');
  });

  test('is not said where flags give it', async () => {
    const options = { round: 'first', group: 'civil-society', method: 'survey', date: '2022-08' };
    const { status, said } = await ingest({ '/given/a.md': BODY }, options);
    expect(status).toBe(EXIT.clean);
    expect(said).toBe('1 new.\n');
  });

  test('is guessed with --yes, and each guess is named', async () => {
    const { status, said } = await ingest(
      { '/given/2022-08-12 forum.md': BODY },
      { round: 'first', group: 'civil-society', yes: true },
    );
    expect(status).toBe(EXIT.clean);
    expect(said).toContain('"2022-08-12" was taken as the best guess');
  });
});

test('a table whose columns nobody has confirmed is refused with what to do', async () => {
  const files = { '/given/comments.csv': 'Organisation,Section,Comment\nExample Union,2,Forms are too long.\n' };
  const options = { round: 'first', group: 'civil-society', date: '2022-08' };
  const asked = await ingest(files, options);
  expect(asked.status).toBe(EXIT.findings);
  expect(asked.said).toContain('take the guess with --yes');
  const taken = await ingest(files, { ...options, yes: true });
  expect(taken.said).not.toContain('take the guess with --yes');
  expect(taken.said).toContain('1 new.');
});
