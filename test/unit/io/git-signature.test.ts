import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type NodeWorld, nodeWorld } from '../../../src/io/node-world.ts';
import { fill, git, quietEnvironment, repository, temporaryFolder } from './temporary.ts';

const hasKeygen = (() => {
  try {
    execFileSync('ssh-keygen', ['-Y', 'sign'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== 'ENOENT';
  }
})();
if (!hasKeygen) process.stderr.write('Signatures were not tried: ssh-keygen is not here.\n');

/** A key for signing, and its public half. */
function makeKey(): { readonly file: string; readonly pub: string } {
  const file = join(temporaryFolder(), 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', file]);
  return { file, pub: readFileSync(`${file}.pub`, 'utf8').trim() };
}

function worldWith(root: string, config: string): NodeWorld {
  const home = temporaryFolder();
  fill(home, { '.gitconfig': config });
  return nodeWorld({ root, callerFolder: root, env: quietEnvironment(home) });
}

describe.runIf(hasKeygen)('a tag signed with an SSH key', () => {
  let root: string;
  let signers: string;
  beforeEach(() => {
    root = repository({ 'a.md': 'a' });
    const key = makeKey();
    signers = join(temporaryFolder(), 'signers');
    fill(join(signers, '..'), { signers: `drafter@example.org ${key.pub}\n` });
    const settings = ['-c', 'gpg.format=ssh', '-c', `user.signingKey=${key.file}`];
    git(root, ...settings, 'tag', '-s', '-m', 'Zero draft\n\nStage: zero\nPenholder: 1', 'zero-draft');
    git(root, 'tag', '-a', '-m', 'Plain', 'plain');
  });

  test('is good where the user trusts the key', async () => {
    const world = worldWith(root, `[gpg "ssh"]\n\tallowedSignersFile = ${signers}\n`);
    expect(await world.git.signature('zero-draft')).toMatchObject({
      kind: 'ssh',
      state: 'good',
      signer: 'drafter@example.org',
    });
    expect(await world.git.signature('plain')).toBeUndefined();
    expect(await world.git.signature('--output=x')).toBeUndefined();
    await world.close();
  });

  test('is not called good where nobody trusts the key', async () => {
    const world = worldWith(root, '');
    expect(await world.git.signature('zero-draft')).toEqual({ kind: 'ssh', state: 'not-checked' });
    await world.close();
    const other = join(signers, '..', 'others');
    fill(join(signers, '..'), { others: `else@example.org ${makeKey().pub}\n` });
    const strict = worldWith(root, `[gpg "ssh"]\n\tallowedSignersFile = ${other}\n`);
    expect(await strict.git.signature('zero-draft')).toMatchObject({ state: 'unknown-key' });
    await strict.close();
  });

  test('is bad once its words are others', async () => {
    const raw = git(root, 'cat-file', 'tag', 'zero-draft').replace('Zero draft', 'Nero draft');
    fill(root, { 'tag.txt': raw });
    const id = execFileSync('git', ['-C', root, 'hash-object', '-t', 'tag', '-w', '--stdin'], { input: raw })
      .toString()
      .trim();
    git(root, 'update-ref', 'refs/tags/forged', id);
    const world = worldWith(root, `[gpg "ssh"]\n\tallowedSignersFile = ${signers}\n`);
    expect(await world.git.signature('forged')).toMatchObject({ state: 'bad' });
    await world.close();
  });

  test('is judged by no program and no list that the repository names', async () => {
    const mark = join(temporaryFolder(), 'ran');
    const program = join(root, 'evil.sh');
    fill(root, {
      'evil.sh': `#!/bin/sh\ntouch ${mark}\necho 'Good "git" signature for you with ED25519 key SHA256:x' >&2\n`,
    });
    chmodSync(program, 0o755);
    for (const key of ['gpg.program', 'gpg.openpgp.program', 'gpg.ssh.program', 'gpg.x509.program'])
      git(root, 'config', key, program);
    git(root, 'config', 'gpg.ssh.defaultKeyCommand', program);
    git(root, 'config', 'gpg.ssh.allowedSignersFile', signers);
    const world = worldWith(root, '');
    expect(await world.git.signature('zero-draft')).toEqual({ kind: 'ssh', state: 'not-checked' });
    expect(existsSync(mark)).toBe(false);
    await world.close();
  });

  test('still tells its trailers', async () => {
    const { freezesOf } = await import('../../../src/workspace/stage-tags.ts');
    const world = worldWith(root, '');
    const [freeze] = freezesOf({ id: 'zero', title: 'Zero' }, '', await world.git.tags());
    expect(freeze?.trailers).toEqual({ Stage: 'zero', Penholder: '1' });
    await world.close();
  });
});
