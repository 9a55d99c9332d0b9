import { describe, expect, test } from 'vitest';
import { EXAMPLE_PROCESS, EXAMPLE_SECTION } from '../../../src/checks/example-workspace.ts';
import { CannotRun } from '../../../src/commands/cannot-run.ts';
import { run as clearance } from '../../../src/commands/clearance.ts';
import { run as freeze } from '../../../src/commands/freeze.ts';
import { run as verify } from '../../../src/commands/verify.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/io/memory-world.ts';
import { EMPTY_PLAN } from '../../../src/model/plan.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';
import { planFreeze } from '../../../src/workspace/plan-freeze.ts';
import { memoryContext } from './memory-context.ts';

const SECTION = 'drafts/10-introduction.md';
const RECORD = 'clearances/zero.yaml';
const FILES = { 'penholder.yaml': EXAMPLE_PROCESS, [SECTION]: EXAMPLE_SECTION };

function workspace(today = '2022-12-10'): MemoryWorld {
  return memoryWorld({ files: FILES, git: { commits: [{ files: FILES }] }, today });
}

async function call(world: MemoryWorld, options: Record<string, unknown>, command = clearance) {
  const called = memoryContext(world);
  const code = await command({ args: ['zero'], options }, called.context);
  return { code, printed: called.printed(), said: called.said() };
}

async function commit(world: MemoryWorld, files: Record<string, string> = {}): Promise<void> {
  const writes = Object.entries(files).map(([path, content]) => {
    return { path, bytes: new TextEncoder().encode(content), mode: 'replace' as const };
  });
  await world.apply({ ...EMPTY_PLAN, writes, commit: { message: 'Go on', paths: ['.'] } });
}

/** What stands in the way of freezing is told at a terminal; elsewhere who did not clear is for nobody to know. */
async function freezeZero(world: MemoryWorld) {
  await commit(world);
  const { process } = await loadProcess(world);
  const plan = process === undefined ? undefined : await planFreeze(world, { process, stageId: 'zero', version: '1' });
  const { code, said: logged } = await call(world, { format: 'concise' }, freeze);
  expect(logged).not.toMatch(/UNICEF has|broken by|silence was/u);
  const said = [logged, ...(plan?.findings ?? []).flatMap(({ message, hint }) => [message, hint])].join('\n');
  const tag = (await world.git.tags()).find(({ name }) => name === 'zero-draft');
  return { code, said, message: tag?.message ?? '' };
}

const sign = (by: string, more: object = {}) => ({ as: by, level: 'principal', ...more });

describe('a sign-off', () => {
  test('of all members lets the stage be frozen, and the tag says who, not with which reservation', async () => {
    const world = workspace();
    await call(world, sign('OHCHR', { withReservation: 'The budget line.' }));
    const { code } = await call(world, sign('UNICEF'));
    expect(code).toBe(0);
    const frozen = await freezeZero(world);
    expect(frozen.code).toBe(0);
    expect(frozen.message).toMatch(/^Cleared-text: [0-9a-f]{64}$/mu);
    expect(frozen.message).toContain('Cleared-by: OHCHR (principal)\nCleared-by: UNICEF (principal)\n');
    expect(frozen.message).not.toContain('budget');
  });

  test('of one member is not enough', async () => {
    const world = workspace();
    await call(world, sign('OHCHR'));
    const { code, said } = await freezeZero(world);
    expect([code, said.includes('UNICEF has not cleared this text')]).toEqual([1, true]);
  });

  test('on behalf of another is enough for both', async () => {
    const world = workspace();
    await call(world, sign('OHCHR', { onBehalf: ['UNICEF'] }));
    expect((await freezeZero(world)).code).toBe(0);
  });

  test('is void after an edit, and says of which file', async () => {
    const world = workspace();
    await call(world, sign('OHCHR', { onBehalf: 'UNICEF' }));
    await commit(world, { [SECTION]: EXAMPLE_SECTION.replace('Every', 'Each') });
    const { said, code } = await freezeZero(world);
    expect(code).toBe(1);
    expect(said).toContain(`since it did, ${SECTION} changed`);
    const { printed } = await call(world, {});
    expect(printed).toContain(`changed since: ${SECTION}`);
    const json = JSON.parse((await call(world, { json: true })).printed);
    expect(json).toMatchObject({ missing: ['OHCHR', 'UNICEF'], clearances: [{ holds: false, changed: [SECTION] }] });
  });

  test('comments and other entries of the file stay as they are', async () => {
    const world = workspace();
    await call(world, sign('OHCHR'));
    const written = world.text(RECORD) ?? '';
    const commented = written.replace('clearances:', '# By post.\nclearances: # all');
    await commit(world, { [RECORD]: commented });
    await call(world, sign('UNICEF'));
    const now = world.text(RECORD) ?? '';
    expect(now).toContain('# By post.\nclearances:\n  # all\n  - by: OHCHR');
    expect(now).toContain('  - by: UNICEF');
  });

  test.each([
    ['nobody knows the member', sign('OHCRH'), 'Did you mean "OHCHR"?'],
    ['no level is given', { as: 'OHCHR' }, 'At which level'],
    ['who clears was not said', { level: 'technical' }, 'what is to be recorded was not said'],
    ['what may be corrected is for nobody', sign('OHCHR', { paths: 'drafts' }), 'not by whom'],
    ['nobody is said to break the silence', { break: 'No.' }, 'No silence procedure'],
    ['the date is none', sign('OHCHR', { date: 'soon' }), 'is no day'],
  ])('is refused where %s', async (_, options, words) => {
    await expect(call(workspace(), options)).rejects.toThrow(words);
  });

  test('is refused while the text has changes that are not committed', async () => {
    const world = workspace();
    await world.apply({ ...EMPTY_PLAN, writes: [{ path: SECTION, bytes: new Uint8Array([65]), mode: 'replace' }] });
    await expect(call(world, sign('OHCHR'))).rejects.toThrow('not committed');
  });

  test('writes nothing where it is tried out, and nothing over a file that does not hold', async () => {
    const world = workspace();
    await call(world, sign('OHCHR', { dryRun: true }));
    expect(world.text(RECORD)).toBeUndefined();
    await commit(world, { [RECORD]: 'clearances: [OHCHR]\n' });
    const { code } = await call(world, sign('OHCHR'));
    expect([code, world.text(RECORD)]).toEqual([1, 'clearances: [OHCHR]\n']);
  });
});

describe('a correction', () => {
  const delegated = async () => {
    const world = workspace();
    await call(world, sign('OHCHR', { onBehalf: 'UNICEF', delegate: 'secretariat' }));
    return world;
  };

  test('of wording keeps the clearance where it was left to who made it', async () => {
    const world = await delegated();
    await commit(world, { [SECTION]: EXAMPLE_SECTION.replace('Every child', 'Every  *child*') });
    const { code } = await call(world, { as: 'secretariat', correct: 'Italics.' });
    expect(code).toBe(0);
    expect((await call(world, {})).printed).toContain('The whole core group has cleared this text.');
    expect((await freezeZero(world)).code).toBe(0);
  });

  test('of substance is none', async () => {
    const world = await delegated();
    await commit(world, { [SECTION]: EXAMPLE_SECTION.replace('has rights', 'shall have no rights') });
    const tried = call(world, { as: 'secretariat', correct: 'A word.' });
    await expect(tried).rejects.toThrow('of substance');
  });

  test.each([
    ['by somebody else', { as: 'editor', correct: 'Italics.' }, 'left corrections to'],
    ['where nothing changed', { as: 'secretariat', correct: 'Italics.' }, 'as it was cleared'],
  ])('is refused %s', async (_, options, words) => {
    await expect(call(await delegated(), options)).rejects.toThrow(CannotRun);
    await expect(call(await delegated(), options)).rejects.toThrow(words);
  });
});

describe('a silence procedure', () => {
  const open = { openSilence: true, deadline: '2022-12-09', date: '2022-12-01' };

  test('that nobody broke clears the text when it is over', async () => {
    const world = workspace();
    await call(world, open);
    const { code, message } = await freezeZero(world);
    expect(code).toBe(0);
    expect(message).toContain('Cleared-by: UNICEF (technical, by silence)');
  });

  test('does not while it runs, nor after it was broken', async () => {
    const world = workspace();
    await call(world, { ...open, deadline: '2022-12-20' });
    const waiting = (await freezeZero(world)).said;
    expect(waiting).toContain('the silence procedure is not over');
    expect(waiting).toContain('Or wait until 2022-12-20');
    expect(waiting).not.toContain('Or open a silence procedure');
    await call(world, { as: 'UNICEF', break: 'The secret reason.' });
    const { code, said } = await freezeZero(world);
    expect([code, said.includes('the silence was broken')]).toEqual([1, true]);
    expect(said + (await call(world, { json: true })).printed + (await call(world, {})).printed).not.toContain(
      'secret',
    );
  });

  test('needs a deadline, and can be broken only where there is one and in time', async () => {
    const world = workspace();
    await expect(call(world, { openSilence: true })).rejects.toThrow('last day');
    await expect(call(world, { as: 'UNICEF', break: 'No.' })).rejects.toThrow('No silence procedure');
    await call(world, open);
    await expect(call(world, { as: 'UNICEF', break: 'No.' })).rejects.toThrow('ended on 2022-12-09');
  });

  test('says of each member what silence will mean, and what was broken, and asks each to clear then', async () => {
    const world = workspace();
    await call(world, { ...open, deadline: '2022-12-20', notify: 'UNICEF' });
    const running = (await call(world, {})).printed;
    expect(running).toContain(
      'UNICEF: silent so far; without an objection cleared at technical level after 2022-12-20',
    );
    expect(running).toContain('OHCHR: not cleared');
    expect(running).toContain('Who objects: penholder clearance zero --as <member> --break');
    expect(running).toContain('Missing: OHCHR.');
    await call(world, { as: 'UNICEF', break: 'The secret reason.' });
    const broken = (await call(world, {})).printed;
    expect(broken).toContain('was broken by UNICEF on 2022-12-10');
    expect(broken).toContain('Missing: OHCHR, UNICEF.');
    expect(broken).toContain('Or open another silence procedure');
  });

  test('that was broken is opened again, and passes', async () => {
    const world = workspace();
    await call(world, { ...open, deadline: '2022-12-20' });
    await expect(call(world, { ...open, deadline: '2022-12-22' })).rejects.toThrow('already');
    await call(world, { as: 'UNICEF', break: 'No.' });
    await call(world, { ...open, date: '2022-12-02' });
    expect((await call(world, {})).printed).toContain('Freeze it: penholder freeze zero');
    expect((await freezeZero(world)).code).toBe(0);
  });

  test('can leave corrections of wording to somebody, and holds when they are made', async () => {
    const world = workspace();
    await call(world, { ...open, delegate: 'secretariat' });
    await commit(world, { [SECTION]: EXAMPLE_SECTION.replace('Every child', 'Every  *child*') });
    expect((await call(world, {})).printed).toContain('is void');
    await call(world, { as: 'secretariat', correct: 'Italics.' });
    expect((await freezeZero(world)).code).toBe(0);
  });

  test('at a level below that of the stage is said not to be enough', async () => {
    const files = {
      ...FILES,
      'penholder.yaml': EXAMPLE_PROCESS.replace('title: Zero draft', 'title: Zero draft, clearance: principal'),
    };
    const world = memoryWorld({ files, git: { commits: [{ files }] }, today: '2022-12-10' });
    expect((await call(world, { ...open, level: 'technical' })).said).toContain('agreed at principal level');
    const { printed } = await call(world, {});
    expect(printed).toContain('OHCHR: cleared at technical level, by silence, which is not enough for this stage');
    expect(printed).toContain('--level principal');
  });

  test('says who else was told', async () => {
    const world = workspace();
    await call(world, { ...open, notify: 'OHCHR' });
    await call(world, { notify: 'UNICEF' });
    expect(world.text(RECORD)).toMatch(/notified:\s+- OHCHR\s+- UNICEF/u);
    await expect(call(world, { notify: 'UNICEF' })).rejects.toThrow('told already');
  });
});

describe('verify', () => {
  const verified = async (world: MemoryWorld, options: Record<string, unknown> = {}) => {
    const { code, printed } = await call(world, { json: true, ...options }, verify);
    const { checks } = JSON.parse(printed) as { checks: readonly { id: string; result: string; says: string }[] };
    return { code, results: Object.fromEntries(checks.map(({ id, result }) => [id, result])), checks };
  };
  const frozen = async () => {
    const world = workspace();
    await call(world, sign('OHCHR', { onBehalf: 'UNICEF' }));
    await freezeZero(world);
    return world;
  };

  test('a stage that is what its tag says', async () => {
    const world = await frozen();
    const { code, results } = await verified(world);
    expect(code).toBe(0);
    expect(results).toEqual({ tag: 'holds', content: 'holds', clearances: 'holds', signature: 'unknown' });
    expect((await verified(world, { signed: true })).code).toBe(1);
  });

  test('still when the text has gone on', async () => {
    const world = await frozen();
    await commit(world, { [SECTION]: EXAMPLE_SECTION.replace('Every', 'Each') });
    expect((await verified(world)).code).toBe(0);
  });

  test('not where the record of a clearance was altered or taken away', async () => {
    const world = await frozen();
    const record = world.text(RECORD) ?? '';
    await commit(world, { [RECORD]: record.replace('UNICEF', 'OHCHR') });
    expect((await verified(world)).results.clearances).toBe('fails');
    await commit(world, { [RECORD]: record.replace(/[0-9a-f]{40}/u, '0'.repeat(40)) });
    expect((await verified(world)).results.clearances).toBe('fails');
  });

  test('not where the tag is on another text', async () => {
    const world = workspace();
    const message = `Zero draft\n\nStage: zero\nContent-SHA256: ${'0'.repeat(64)}\nPenholder: 1\n`;
    await world.apply({ ...EMPTY_PLAN, tags: [{ name: 'zero-draft', target: 'HEAD', message }] });
    const { code, results } = await verified(world);
    expect([code, results.content]).toEqual([1, 'fails']);
  });

  test('a tag made by hand proves nothing, and that is said', async () => {
    const world = workspace();
    await world.apply({ ...EMPTY_PLAN, tags: [{ name: 'zero-draft', target: 'HEAD', message: 'By hand' }] });
    const { printed, said } = await call(world, {}, verify);
    expect(printed).toContain('unknown  content');
    expect(said).toContain('whether it was moved cannot be told');
  });

  test('a lightweight tag says nothing, and what was cleared speaks for the text', async () => {
    const world = workspace();
    await call(world, sign('OHCHR', { onBehalf: 'UNICEF' }));
    await world.apply({
      ...EMPTY_PLAN,
      tags: [{ name: 'zero-draft', target: (await world.git.state()).head ?? '', message: '' }],
    });
    const { printed, said } = await call(world, {}, verify);
    expect(printed).toContain('a lightweight one');
    expect(printed).toContain('holds    clearances');
    expect(said).toContain('is the text that the core group cleared');
  });

  test('a stage that is not frozen can not be verified', async () => {
    await expect(verified(workspace())).rejects.toThrow('is not frozen');
  });
});

test('where the process asks nobody, one clearance is told and judges nothing', async () => {
  const files = { ...FILES, 'penholder.yaml': `${EXAMPLE_PROCESS}clearance: not-required\n` };
  const world = memoryWorld({ files, git: { commits: [{ files }] }, today: '2022-12-10' });
  await call(world, sign('OHCHR'));
  expect((await freezeZero(world)).code).toBe(0);
  const { code, printed } = await call(world, { json: true }, verify);
  expect(code).toBe(0);
  expect(printed).toContain('the process asks nobody to');
});

test('where the process asks for clearance, a stage without any is not frozen', async () => {
  const files = { ...FILES, 'penholder.yaml': `${EXAMPLE_PROCESS}clearance: required\n` };
  const world = memoryWorld({ files, git: { commits: [{ files }] } });
  expect((await freezeZero(world)).code).toBe(1);
});
