import { describe, expect, test } from 'vitest';
import { EXAMPLE_NOTE, EXAMPLE_PROCESS, EXAMPLE_SECTION } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/freeze.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const ANSWERS = `- input: i1
  decision: accepted
  reason: The introduction now says so.
  passages: [p-7k2m9qd]
  text: { p-7k2m9qd: 533b4eb126570daf }
- input: i2
  decision: not-accepted
  reason: Translation is for the organisations that report.
`;
const FILES = {
  'penholder.yaml': EXAMPLE_PROCESS,
  'drafts/10-introduction.md': EXAMPLE_SECTION,
  'consultations/first/coalition.md': EXAMPLE_NOTE,
  'consultations/first/coalition.responses.yaml': ANSWERS,
};

async function freeze(changed: Record<string, string>, stage = 'zero', before?: Record<string, string>) {
  const files: Record<string, string> = { ...FILES, ...changed };
  const earlier = before === undefined ? [] : [{ files: { ...files, ...before }, tags: ['zero-draft'] }];
  const world = memoryWorld({ files, git: { commits: [...earlier, { files }] } });
  const called = memoryContext(world);
  const code = await run({ args: [stage], options: { format: 'concise' } }, called.context);
  const tags = (await world.git.tags()).map(({ name }) => name);
  return { code, said: called.said(), tags, world };
}

describe('a stage is frozen', () => {
  test('when every input of its rounds is answered and every accepted one is written', async () => {
    const { code, tags } = await freeze({});
    expect([code, tags]).toEqual([0, ['zero-draft']]);
  });

  const answers = 'consultations/first/coalition.responses.yaml';
  test.each([
    ['an input has no response', ANSWERS.slice(0, ANSWERS.indexOf('- input: i2')), 'trace/unanswered'],
    ['a reason says nothing', ANSWERS.replace(/Translation is.*/u, 'Noted.'), 'responses/empty-reason'],
    ['an edit was not made', `${ANSWERS.replace('not-accepted', 'accepted')}`, 'trace/pending'],
    ['a passage changed since', ANSWERS.replace('533b4eb126570daf', '0123456789abcdef'), 'trace/suspect'],
    [
      'an input was put off to this very stage',
      ANSWERS.replace('not-accepted', 'deferred\n  deferred-to: zero'),
      'trace/deferred-to',
    ],
  ])('but not while %s', async (_, text, rule) => {
    const { code, said, tags } = await freeze({ [answers]: text });
    expect([code, tags]).toEqual([1, []]);
    expect(said).toContain(rule);
    expect(said).toMatch(/error: /u);
  });

  test('and is not missed while it is being frozen, although its actual date has passed', async () => {
    const process = EXAMPLE_PROCESS.replace('title: Zero draft', 'title: Zero draft, actual: 2022-10-01');
    const { code, said } = await freeze({ 'penholder.yaml': process });
    expect(code).toBe(0);
    expect(said).not.toContain('tag-missing');
  });

  test('but not with a change of substance that nobody explained', async () => {
    const section = EXAMPLE_SECTION.replace('has rights.', 'has rights, and must be heard before decisions are taken.');
    const changed = {
      'drafts/10-introduction.md': section,
      [answers]: ANSWERS.replace(/\n {2}passages.*\n {2}text.*/u, '').replace('accepted', 'noted'),
    };
    const { code, said } = await freeze(changed, 'second', { 'drafts/10-introduction.md': EXAMPLE_SECTION });
    expect(code).toBe(1);
    expect(said).toContain('error: This passage was changed in substance');
    const verdicts = said.includes('trace/unexplained-change');
    expect(verdicts).toBe(true);
  });
});
