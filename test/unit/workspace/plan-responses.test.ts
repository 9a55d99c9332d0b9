import { describe, expect, it } from 'vitest';
import { EXAMPLE_NOTE, EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import type { ResponseEntry } from '../../../src/model/response.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';
import { loadWorkspace } from '../../../src/workspace/load-workspace.ts';
import { planResponses, type ResponseEdit } from '../../../src/workspace/plan-responses.ts';

const NOTE = 'first/coalition';
const FILE = 'consultations/first/coalition.responses.yaml';
const FIRST: ResponseEntry = { input: 'i1', decision: 'noted', reason: 'It is said in the introduction.' };
const STANDING = `# by hand\n- input: i1\n  decision: noted\n  reason: It is said in the introduction.\n`;

async function plan(files: Readonly<Record<string, string>>, edits: readonly ResponseEdit[]) {
  const world = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS, ...files } });
  const { process } = await loadProcess(world);
  if (process === undefined) throw new Error('The process does not hold.');
  const workspace = await loadWorkspace(world, { process, needs: new Set(['responses']) });
  const planned = await planResponses(world, workspace, edits);
  await world.apply(planned.plan);
  return { ...planned, world, checks: planned.findings.map(({ check }) => check) };
}

describe('planResponses', () => {
  const note = { 'consultations/first/coalition.md': EXAMPLE_NOTE };

  it('begins a file, and edits one that stands', async () => {
    const begun = await plan(note, [{ note: NOTE, entry: FIRST }]);
    expect(begun.world.text(FILE)).toBe(STANDING.replace('# by hand\n', ''));
    const entry: ResponseEntry = { ...FIRST, decision: 'accepted' };
    const { world, checks } = await plan({ ...note, [FILE]: STANDING }, [{ note: NOTE, entry, was: FIRST }]);
    expect([checks, world.text(FILE)]).toEqual([[], STANDING.replace('noted', 'accepted')]);
  });

  it('writes nothing where all stands so already', async () => {
    const { plan: same, checks } = await plan({ ...note, [FILE]: STANDING }, [{ note: NOTE, entry: FIRST }]);
    expect([same.writes, checks]).toEqual([[], []]);
  });

  it('refuses what was made from another answer, and records the rest', async () => {
    const second: ResponseEntry = { input: 'i2', decision: 'noted', reason: 'Seen in full.' };
    const { world, checks, findings } = await plan({ ...note, [FILE]: STANDING }, [
      { note: NOTE, entry: { ...FIRST, decision: 'accepted' }, was: { ...FIRST, reason: 'Another.' } },
      { note: NOTE, entry: second, was: second },
      { note: NOTE, entry: second },
    ]);
    expect(checks).toEqual(['responses/changed-meanwhile', 'responses/changed-meanwhile']);
    expect(findings[0]?.place).toEqual({ file: FILE, line: 2, column: 1 });
    expect(world.text(FILE)).toBe(`${STANDING}- input: i2\n  decision: noted\n  reason: Seen in full.\n`);
  });

  it('does not overwrite a first answer that somebody gave in between', async () => {
    const own: ResponseEntry = { ...FIRST, decision: 'accepted' };
    const { world, checks } = await plan({ ...note, [FILE]: STANDING }, [{ note: NOTE, entry: own }]);
    expect([checks, world.text(FILE)]).toEqual([['responses/changed-meanwhile'], STANDING]);
  });

  it('names what there is not', async () => {
    const { checks } = await plan(note, [
      { note: 'first/nobody', entry: FIRST },
      { note: NOTE, entry: { ...FIRST, input: 'i9' } },
    ]);
    expect(checks).toEqual(['responses/unknown-input', 'responses/unknown-input']);
  });

  it('keeps answers to inputs beside the note in a file of the same number', async () => {
    const beside = 'consultations/first/coalition.inputs/002.jsonl';
    const files = { ...note, [beside]: '{"id":"r1","heading":"What?","text":"Ask earlier."}\n' };
    const entry: ResponseEntry = { ...FIRST, input: 'r1' };
    const { world, checks } = await plan(files, [
      { note: NOTE, entry },
      { note: NOTE, entry: FIRST },
    ]);
    expect(checks).toEqual([]);
    expect(world.text('consultations/first/coalition.responses/002.jsonl')).toBe(
      '{"input":"r1","decision":"noted","reason":"It is said in the introduction."}\n',
    );
    expect(world.text(FILE)).toContain('- input: i1');
  });
});
