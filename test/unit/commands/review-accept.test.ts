import { describe, expect, it } from 'vitest';
import { EXAMPLE_PROCESS, EXAMPLE_SECTION, exampleNote } from '../../../src/checks/example-workspace.ts';
import type { CommandInput } from '../../../src/commands/command-spec.ts';
import { run } from '../../../src/commands/review.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const DRAFT = 'drafts/10-introduction.md';
const RESPONSES = 'consultations/second/letter.responses.yaml';
const TEXT = `${EXAMPLE_SECTION}\nSee [](#p-7k2m9qd) on *rights*,[^1] and translate reports. ^p-3n8w5rt\n\n[^1]: A note.\n`;

function proposal(id: string, lines: string, where = 'passage="p-3n8w5rt"'): string {
  return `- Proposed wording. {${where}} #comment ^${id}\n\n  \`\`\`proposal\n${lines.replace(/^/gmu, '  ')}\n  \`\`\`\n`;
}

const OLD = 'See paragraph 1 on rights, and translate reports.';
const INPUTS = [
  proposal('i1', `- ${OLD}\n+ See paragraph 1 on rights, and translate all reports.`),
  proposal('i2', `- ${OLD}\n+ Read paragraph 1 on rights, and translate reports.`),
  proposal('i3', `- ${OLD}\n+ See paragraph 1 on rights, and translate some reports.`),
  proposal('i4', `- ${OLD}\n+ See paragraph 12 on rights, and translate reports.`),
  proposal('i5', '+ A new paragraph.', 'guess="p-7k2m9qd"'),
  proposal('i6', '- Every child has rights.', 'passage="p-7k2m9qd"'),
  '- Only words. #comment ^i7\n',
].join('\n');

function workspace(): MemoryWorld {
  const files = {
    'penholder.yaml': EXAMPLE_PROCESS,
    [DRAFT]: TEXT,
    'consultations/second/letter.md': exampleNote(`## Comments on the text\n\n${INPUTS}`, { round: 'second' }),
  };
  const tags = [{ name: 'zero-draft', message: 'Zero draft' }];
  return memoryWorld({ files, git: { commits: [{ files, tags }] } });
}

async function accept(world: MemoryWorld, ids: readonly string[], options: CommandInput['options'] = {}) {
  const called = memoryContext(world);
  const args = ['accept', ...ids.map((id) => `second/letter#${id}`)];
  const code = await run({ args, options }, called.context);
  return { code, printed: called.printed(), said: called.said() };
}

describe('penholder review accept', () => {
  it('carries words into the source at their passage and records the response', async () => {
    const world = workspace();
    const { code, printed } = await accept(world, ['i1'], { as: 'OHCHR' });
    expect([code, printed]).toEqual([0, 'second/letter#i1  drafts/10-introduction.md  p-3n8w5rt\n']);
    expect(world.text(DRAFT)).toBe(TEXT.replace('translate reports', 'translate all reports'));
    expect(world.text(RESPONSES)).toMatch(
      /^- input: i1\n {2}decision: accepted\n {2}reason: The proposed wording was taken over\.\n {2}passages: \[p-3n8w5rt\]\n {2}text: \{ p-3n8w5rt: [0-9a-f]{16} \}\n {2}by: OHCHR\n/u,
    );
  });

  it('writes nothing on trial', async () => {
    const world = workspace();
    const { code, said } = await accept(world, ['i1'], { dryRun: true });
    expect([code, said]).toEqual([0, 'One proposal would be carried into the draft; nothing was written.\n']);
    expect([world.text(DRAFT), world.text(RESPONSES)]).toEqual([TEXT, undefined]);
  });

  it('carries several proposals for one passage where they do not touch', async () => {
    const world = workspace();
    expect((await accept(world, ['i1', 'i2'])).code).toBe(0);
    expect(world.text(DRAFT)).toContain('Read [](#p-7k2m9qd) on *rights*,[^1] and translate all reports. ^p-3n8w5rt');
  });

  it('refuses one that touches another, with both texts, and writes nothing of either', async () => {
    const world = workspace();
    const { code, said } = await accept(world, ['i1', 'i3']);
    expect(code).toBe(1);
    expect(said).toContain('The draft reads: See paragraph 1 on rights, and translate all reports.');
    expect(said).toContain('Proposed: See paragraph 1 on rights, and translate some reports.');
    expect(world.text(DRAFT)).toBe(TEXT);
  });

  it('refuses to edit what the program writes', async () => {
    const { code, said } = await accept(workspace(), ['i4']);
    expect(code).toBe(1);
    expect(said).toContain('it edits words that the program writes');
  });

  it('adds and removes whole paragraphs', async () => {
    const world = workspace();
    expect((await accept(world, ['i5'])).code).toBe(0);
    expect(world.text(DRAFT)).toMatch(/Every child has rights\. \^p-7k2m9qd\n\nA new paragraph\. \^p-\w{7}\n\nSee /u);
    const other = workspace();
    const { code } = await accept(other, ['i6']);
    expect(code).toBe(0);
    expect(other.text(DRAFT)).not.toContain('Every child');
    expect(other.text(RESPONSES)).toContain('text: { p-7k2m9qd: deleted }');
  });

  it('says so where an input proposes no wording, or is not there', async () => {
    await expect(accept(workspace(), ['i7'])).rejects.toThrow('proposes no wording');
    await expect(accept(workspace(), ['i9'])).rejects.toThrow('There is no input');
  });
});
