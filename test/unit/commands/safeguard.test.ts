import { generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_PROCESS, exampleNote } from '../../../src/checks/example-workspace.ts';
import type { CommandInput } from '../../../src/commands/command-spec.ts';
import { run as safeguard } from '../../../src/commands/safeguard.ts';
import { run as withdraw } from '../../../src/commands/withdraw.ts';
import { type MemoryWorld, type MemoryWorldOptions, memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const NOTE = 'consultations/first/coalition.md';
const BODY = `## Barriers

- The club of Amina Diallo was never asked. #barrier #pillar/development ^i1
- Amina Diallo asked again,
  and nobody answered. #gap ^i2
- Reports are late. #gap ^i3
`;
const RESPONSES = `- input: i1
  decision: accepted
  reason: Because Amina asked for it.
  passages: [p-7k2m9qd]
- input: i3
  decision: noted
  reason: They are.
`;

function workspace(more: MemoryWorldOptions & { files?: Record<string, string> } = {}): MemoryWorld {
  const files = { 'penholder.yaml': EXAMPLE_PROCESS, [NOTE]: exampleNote(BODY), ...more.files };
  return memoryWorld({ ...more, files });
}

async function call(world: MemoryWorld, args: readonly string[], options: CommandInput['options'] = {}) {
  const { context, printed, said } = memoryContext(world);
  const code = await safeguard({ args, options }, context);
  return { code, printed: printed(), said: said() };
}

async function takeBack(world: MemoryWorld, name: string, options: CommandInput['options'] = {}) {
  const { context, printed, said } = memoryContext(world);
  const code = await withdraw({ args: [name], options }, context);
  return { code, printed: printed(), said: said() };
}

const firstId = (printed: string): string => printed.slice(0, 8);

describe('safeguard review', () => {
  it('says where something waits and never what, once for all its places', async () => {
    const { printed, said } = await call(workspace(), ['review']);
    expect(printed).toMatch(/^[0-9a-f]{8} {2}consultations\/first\/coalition.md {2}lines 17, 18 {2}a possible name$/mu);
    expect(printed + said).not.toMatch(/Amina|Diallo/u);
  });

  it('shows the words to who asks for them', async () => {
    expect((await call(workspace(), ['review'], { show: true })).printed).toContain('The club of → Amina Diallo ← was');
  });

  it('replaces all places by a role and leaves all else byte for byte', async () => {
    const world = workspace();
    const id = firstId((await call(world, ['review'])).printed);
    await call(world, ['review'], { replace: [id], by: 'a participant' });
    expect(world.text(NOTE)).toBe(exampleNote(BODY.replaceAll('Amina Diallo', 'a participant')));
    expect((await call(world, ['review'])).said).toContain('Nothing waits');
  });

  it('records what is kept without its words, and asks again where they change', async () => {
    const world = workspace();
    const id = firstId((await call(world, ['review'])).printed);
    await call(world, ['review'], { keep: [id], reason: 'A public club.', role: 'drafter' });
    const record = world.text('consultations/reviewed.yaml') ?? '';
    expect(record).toContain('reason: A public club.');
    expect(record).not.toMatch(/Amina|Diallo/u);
    expect((await call(world, ['review'])).said).toContain('Nothing waits');
    const other = exampleNote(`\n${BODY.replace('Amina Diallo asked', 'Moussa Keita asked')}`);
    await world.apply({
      writes: [{ path: NOTE, bytes: Buffer.from(other), mode: 'replace' }],
      renames: [],
      deletes: [],
      tags: [],
    });
    expect((await call(world, ['review'])).printed.match(/a possible name/gu)).toHaveLength(1);
  });

  it('replaces a disclosure once where a name stands in it, and leaves what follows as it is', async () => {
    const told = '- Moussa Keita told us that her uncle beat her at home. #gap ^i1\n- Reports are late. #gap ^i2\n';
    const world = workspace({ files: { [NOTE]: exampleNote(`## Barriers\n\n${told}`) } });
    const { printed } = await call(world, ['review']);
    const ids = printed.trim().split('\n').map(firstId);
    expect(ids.length).toBeGreaterThan(1);
    await call(world, ['review'], { replace: ids, by: 'X' });
    expect(world.text(NOTE)).toMatch(/- [^\n]*X[^\n]* #gap \^i1\n- Reports are late\. #gap \^i2\n$/u);
    expect(world.text(NOTE)).not.toMatch(/Moussa|Keita|beat/u);
  });

  it('wants a reason, a role, and words to write', async () => {
    const world = workspace();
    const id = firstId((await call(world, ['review'])).printed);
    await expect(call(world, ['review'], { keep: [id] })).rejects.toThrow(/reason/u);
    await expect(call(world, ['review'], { replace: [id] })).rejects.toThrow(/instead/u);
    await expect(call(world, ['review'], { keep: ['00000000'], reason: 'r', role: 'r' })).rejects.toThrow(/waits/u);
  });
});

describe('safeguard deny-list', () => {
  it('guards names by keyed hashes, and refuses a list that lies in the workspace', async () => {
    const world = workspace({ named: { '/outside/names.txt': 'amina  diallo\n' } });
    expect((await call(world, ['deny-list', '/outside/names.txt'])).code).toBe(0);
    expect(world.text('consultations/deny-list.json')).not.toMatch(/amina|diallo/iu);
    const { code, printed } = await call(world, ['scan']);
    expect([code, printed]).toEqual([1, expect.stringContaining('name of the deny-list')]);
    expect(printed).not.toMatch(/Amina|Diallo/u);
    await expect(call(world, ['deny-list', 'names.txt'])).rejects.toThrow(/lies in the workspace/u);
  });
});

describe('safeguard scan --history and where', () => {
  const slip = exampleNote(BODY.replace('Reports are late', 'Call +254 722 518 903'));
  const world = () =>
    workspace({
      named: { '/outside/words.txt': 'reports are   LATE\n' },
      git: {
        commits: [
          { files: { [NOTE]: slip, 'consultations/first/answers.csv': 'a;b' }, message: 'Add it' },
          { files: { [NOTE]: exampleNote(BODY) }, message: 'Take it out; mail me at a.b@ngo-x.org' },
        ],
      },
    });

  it('finds what later commits took out, with ref, commit, file, line and kind, and never the datum', async () => {
    const { code, printed } = await call(world(), ['scan'], { history: true });
    expect(code).toBe(1);
    expect(printed).toMatch(/^[0-9a-f]{10} {2}consultations\/first\/coalition.md:20 {2}a phone number {2}\[main\]$/mu);
    expect(printed).toMatch(/answers.csv:1 {2}a raw file/u);
    expect(printed).toMatch(/\(message\):1 {2}an e-mail address/u);
    expect(printed).not.toMatch(/254|ngo-x/u);
  });

  it('tells where words stand that are read from outside, and every version of a note', async () => {
    const words = await call(world(), ['where', '/outside/words.txt']);
    expect(words.printed).toMatch(/coalition.md:20 {2}the words searched for/u);
    expect(words.printed.split('\n')).toHaveLength(2);
    expect((await call(world(), ['where', NOTE])).printed.trim().split('\n')).toHaveLength(2);
    expect((await call(world(), ['where'], { helpPage: true })).printed).toContain('git filter-repo');
  });
});

describe('safeguard hook', () => {
  it('stops what would expose somebody, and lets unfinished notes pass', async () => {
    const git = { commits: [{ files: { 'penholder.yaml': EXAMPLE_PROCESS } }] };
    expect((await call(workspace({ git }), ['hook'])).code).toBe(0);
    const exposing = { [NOTE]: exampleNote(BODY.replace('Reports are late', 'Call +254 722 518 903')) };
    const stopped = await call(workspace({ git, files: exposing }), ['hook']);
    expect([stopped.code, stopped.said]).toEqual([1, expect.stringContaining('phone number')]);
    expect(stopped.said).not.toContain('254');
    expect((await call(workspace({ git, files: { 'survey.xlsx': 'PK' } }), ['hook'])).code).toBe(1);
    expect((await call(workspace({ git, files: { 'resources/table.csv': 'a' } }), ['hook'])).code).toBe(0);
  });

  it('is written once for all workspaces, and keeps a hook that was there', async () => {
    const world = workspace({ git: { commits: [] } });
    await world.git.writeHook('#!/bin/sh\nmake lint\n');
    const { said } = await call(world, ['install-hook']);
    expect(said).toContain('pre-commit.before-penholder');
    const { text = '' } = (await world.git.hook()) ?? {};
    expect(text).toContain('[ -z "$(git -C "$top" ls-files -- node_modules)" ]');
    expect(text).toContain('pre-commit.before-penholder" "$@" || exit 1');
    await call(world, ['install-hook']);
    expect((await world.git.hook())?.text).toBe(text);
  });
});

describe('safeguard hook in a folder with an apostrophe', () => {
  it('looks after it, whichever way it is called again', async () => {
    const world = workspace({ git: { commits: [], prefix: "children's note/" } });
    await call(world, ['install-hook']);
    const { text = '' } = (await world.git.hook()) ?? {};
    expect(text).toContain("look 'children'\\''s note/'\n");
    await call(world, ['install-hook']);
    expect((await world.git.hook())?.text).toBe(text);
  });
});

describe('safeguard hook with a deny-list that is none', () => {
  it('stops the commit, since nobody was looked for', async () => {
    const git = { commits: [{ files: { 'penholder.yaml': EXAMPLE_PROCESS } }] };
    const files = { 'consultations/deny-list.json': '<<<<<<< HEAD' };
    const { code, said } = await call(workspace({ git, files }), ['hook']);
    expect([code, said]).toEqual([1, expect.stringContaining('safeguarding/deny-list')]);
  });
});

describe('safeguard review of answers beside a note', () => {
  const shard = (number: number) => `consultations/first/coalition.inputs/00${number}.jsonl`;
  const line = (id: string, text: string) => JSON.stringify({ id, respondent: 'r1', heading: 'What?', text });

  it('shows them, and replaces words inside JSON', async () => {
    const other = line('s2', 'Nothing to say.');
    const first = `${line('s1', 'He said "no".\n{My friend Amina Diallo was there.}')}\n${other}\n`;
    const world = workspace({ files: { [NOTE]: exampleNote('## Q\n\n- Fine. #gap ^i1\n'), [shard(1)]: first } });
    const { printed } = await call(world, ['review']);
    expect(printed).toMatch(
      /^[0-9a-f]{8} {2}consultations\/first\/coalition.inputs\/001.jsonl {2}line 1 {2}a possible name$/mu,
    );
    await call(world, ['review'], { replace: [firstId(printed)], by: 'a "friend"' });
    expect(world.text(shard(1))).toContain(other);
    const [changed = ''] = (world.text(shard(1)) ?? '').split('\n');
    expect((JSON.parse(changed) as { text: string }).text).toContain('My friend a "friend" was there.');
    expect((await call(world, ['review'])).said).toContain('Nothing waits');
  });

  it('lists a sample of many, and tells of how many more', async () => {
    const names = ['Amina', 'Fatima', 'Yusuf', 'Carlos', 'Maria', 'Pedro', 'Ahmed', 'Leila'];
    const lines = names.flatMap((one) =>
      names.map((two) => line(`${one}${two}`, `My friend ${one} ${two}son was there.`)),
    );
    const half = lines.length / 2;
    const files = { [shard(1)]: lines.slice(0, half).join('\n'), [shard(2)]: lines.slice(half).join('\n') };
    const world = workspace({ files: { [NOTE]: exampleNote('## Q\n\n- Fine. #gap ^i1\n'), ...files } });
    const { printed, said } = await call(world, ['review']);
    expect(printed.trim().split('\n')).toHaveLength(50);
    expect(said).toMatch(/^14 more in consultations\/first\/coalition\.inputs are not listed/mu);
    const all = JSON.parse((await call(world, ['review'], { json: true })).printed) as unknown[];
    expect(all).toHaveLength(64);
  });
});

describe('safeguard seal and open', () => {
  it('leaves ids, kinds and codes in clear, and gives the words back to who has the key', async () => {
    const world = workspace();
    await call(world, ['seal', 'first/coalition']);
    const stub = world.text(NOTE) ?? '';
    expect(stub).toContain('- Held under seal. #barrier #pillar/development ^i1');
    expect(stub).not.toMatch(/Amina|club|Example coalition/u);
    const sealed = world.files()[`${NOTE}.age`];
    expect(Buffer.from(sealed ?? []).toString('latin1')).toMatch(/^age-encryption.org\/v1/u);
    await call(world, ['open', NOTE], { inPlace: true });
    expect(world.text(NOTE)).toBe(exampleNote(BODY));
    await call(world, ['seal', NOTE]);
    expect(world.files()[`${NOTE}.age`]).toEqual(sealed);
  });

  it('seals the inputs beside a note under its key, which withdrawing destroys', async () => {
    const shard = 'consultations/first/coalition.inputs/001.jsonl';
    const line = '{"id":"s1","respondent":"r1","heading":"What?","text":"Nobody asks Amina.","tags":["gap"]}\n';
    const world = workspace({ files: { [shard]: line } });
    await call(world, ['seal', NOTE]);
    expect(world.text(shard)).toBe(
      '{"id":"s1","heading":"Held under seal","text":"Held under seal.","tags":["gap"]}\n',
    );
    expect(world.files()[`${shard}.age`]).toBeDefined();
    expect(world.text(NOTE)).not.toContain('^s1');
    const keys = () => Object.keys(world.files()).filter((path) => path.endsWith('.key'));
    expect(keys()).toHaveLength(1);
    await call(world, ['open', NOTE]);
    expect(world.text('.penholder/opened/coalition.inputs/001.jsonl')).toBe(line);
    await call(world, ['open', NOTE], { inPlace: true });
    expect(world.text(shard)).toBe(line);
    await call(world, ['seal', NOTE]);
    await takeBack(world, 'first/coalition');
    expect(keys()).toEqual([]);
    const left = Object.keys(world.files()).filter((path) => path.endsWith('.age') || path.includes('/opened/'));
    expect(left).toEqual([]);
    expect(world.text(shard)).toMatch(/"text":"Withdrawn\."/u);
  });

  it('never puts the sealed words over words that were changed since they were opened', async () => {
    const raw = 'consultations/first/answers.csv';
    const world = workspace({ files: { [raw]: 'a;b\n' } });
    await call(world, ['seal', NOTE, raw]);
    await call(world, ['open', NOTE, raw], { inPlace: true });
    const edited = exampleNote(BODY.replace('Reports are late', 'Reports are never read'));
    const write = (path: string, text: string) => ({ path, bytes: Buffer.from(text), mode: 'replace' as const });
    const writes = [write(NOTE, edited), write(raw, 'a;c\n')];
    await world.apply({ writes, renames: [], deletes: [], tags: [] });
    for (const path of [NOTE, raw])
      await expect(call(world, ['open', path], { inPlace: true })).rejects.toThrow(/changed since/u);
    expect([world.text(NOTE), world.text(raw)]).toEqual([edited, 'a;c\n']);
  });

  it('locks the key for recipients, and seals raw files whole', async () => {
    const identity = await generateIdentity();
    const recipient = await identityToRecipient(identity);
    const raw = 'consultations/first/answers.csv';
    const world = workspace({ files: { [raw]: 'name;age\n' }, named: { '/me.txt': `${identity}\n` } });
    await call(world, ['seal', raw], { recipient: [recipient] });
    expect(world.text(raw)).toBeUndefined();
    await expect(call(world, ['open', `${raw}.age`])).rejects.toThrow(/key/u);
    await call(world, ['open', `${raw}.age`], { identity: '/me.txt' });
    expect(world.text('.penholder/opened/answers.csv')).toBe('name;age\n');
  });

  it('refuses what is no recipient', async () => {
    await expect(call(workspace(), ['seal', NOTE], { recipient: ['age1x'] })).rejects.toThrow(/recipient/u);
  });
});

describe('withdraw', () => {
  const files = { [NOTE.replace('.md', '.responses.yaml')]: RESPONSES };

  it('empties an input, keeps its id, marks its response, and lists what rests on it', async () => {
    const world = workspace({ files });
    const { printed } = await takeBack(world, 'first/coalition#i2');
    expect(world.text(NOTE)).toContain('- Withdrawn. {withdrawn="2022-10-28"} ^i2\n- Reports are late.');
    expect(world.text(NOTE)).not.toContain('nobody answered');
    expect(printed).not.toContain('first/coalition#i1');
    const one = await takeBack(world, 'first/coalition#i1');
    expect(one.printed).toContain('first/coalition#i1: was accepted; passages that rest on it: p-7k2m9qd');
    const responses = world.text(NOTE.replace('.md', '.responses.yaml')) ?? '';
    expect(responses).not.toContain('Amina');
    expect(responses).toContain('- input: i3\n  decision: noted\n  reason: They are.');
  });

  it('empties a whole note and destroys the key of a sealed one', async () => {
    const world = workspace({ files });
    await call(world, ['seal', NOTE]);
    const { said } = await takeBack(world, 'first/coalition');
    expect(world.text(NOTE)).toBe(
      '---\nround: first\ndate: 2022-09-14\nmethod: online-discussion\ngroup: civil-society\nwithdrawn: 2022-10-28\n---\n\n## Withdrawn\n\n- Withdrawn. ^i1\n- Withdrawn. ^i2\n- Withdrawn. ^i3\n',
    );
    expect(said).toContain('key is destroyed');
    const left = Object.keys(world.files()).filter((path) => /\.age$|\.key$/u.test(path));
    expect(left.filter((path) => path !== '.penholder/keys/workspace.key')).toEqual([]);
  });

  it('writes nothing on a dry run, and names the near note', async () => {
    const world = workspace({ files });
    const before = world.files();
    await takeBack(world, 'first/coalition', { dryRun: true });
    expect(world.files()).toEqual(before);
    await expect(takeBack(world, 'first/coalitoin')).rejects.toThrow(/Did you mean "first\/coalition"/u);
  });
});

describe('a note that was withdrawn', () => {
  it('is not taken in again from the file it came from, and a name of the deny-list holds a note back', async () => {
    const { run: ingest } = await import('../../../src/commands/ingest.ts');
    const take = async (world: MemoryWorld, file: string) => {
      const { context, printed, said } = memoryContext(world);
      const code = await ingest({ args: [file], options: {} }, context);
      return { code, printed: printed(), said: said() };
    };
    const named = { '/outside/coalition.md': exampleNote(BODY), '/outside/names.txt': 'Amina Diallo\n' };
    const world = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS }, named });
    expect((await take(world, '/outside/coalition.md')).code).toBe(0);
    const path = Object.keys(world.files()).find((one) => /^consultations\/.*\.md$/u.test(one)) ?? '';
    await takeBack(world, path);
    const again = await take(world, '/outside/coalition.md');
    expect([again.code, again.printed]).toEqual([1, expect.stringContaining('refused')]);
    const other = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS }, named });
    await call(other, ['deny-list', '/outside/names.txt']);
    const held = await take(other, '/outside/coalition.md');
    expect(held.said).toContain('[safeguarding/denied-name]');
    expect(held.printed + held.said).not.toMatch(/Amina|Diallo/u);
  });
});

describe('inputs of a large survey, which are kept beside their note', () => {
  const SHARD = 'consultations/first/coalition.inputs/001.jsonl';
  const ANSWERS = 'consultations/first/coalition.responses/001.jsonl';
  const files = {
    [SHARD]: '{"id":"a1","heading":"Q","text":"Amina said so."}\n{"id":"a2","heading":"Q","text":"Late."}\n',
    [ANSWERS]: '{"input":"a1","decision":"accepted","reason":"Amina said so.","passages":["p-7k2m9qd"]}\n',
  };

  it('are emptied one by one, and all with their note', async () => {
    const world = workspace({ files });
    const note = world.text(NOTE);
    const { printed } = await takeBack(world, 'first/coalition#a1');
    expect(printed).toContain('first/coalition#a1: was accepted; passages that rest on it: p-7k2m9qd');
    expect(world.text(NOTE)).toBe(note);
    expect(world.text(SHARD)).toBe(
      '{"id":"a1","heading":"Withdrawn","text":"Withdrawn.","withdrawn":"2022-10-28"}\n{"id":"a2","heading":"Q","text":"Late."}\n',
    );
    expect(world.text(ANSWERS)).not.toContain('Amina');
    await takeBack(world, 'first/coalition');
    expect(world.text(SHARD)).not.toContain('Late');
    expect(world.text(NOTE)).not.toContain('^a2');
    expect(world.text('consultations/first/coalition.responses.yaml')).toContain('- input: a2\n  decision: withdrawn');
  });
});
