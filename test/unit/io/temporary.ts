import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { type NodeWorld, nodeWorld } from '../../../src/io/node-world.ts';

const folders: string[] = [];
const worlds: NodeWorld[] = [];

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An environment in which git knows nothing of the machine it runs on. */
export function quietEnvironment(home: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
}

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'penholder-')));
  folders.push(folder);
  return folder;
}

/** Writes files below a folder. */
export function fill(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A World on a folder; its git has an identity where one is given. */
export function worldOn(root: string, options: { identity?: boolean; workerFile?: string } = {}): NodeWorld {
  const home = temporaryFolder();
  if (options.identity !== false) {
    fill(home, { '.gitconfig': '[user]\n\tname = A. Drafter\n\temail = drafter@example.org\n' });
  } else {
    fill(home, { '.gitconfig': '[user]\n\tuseConfigOnly = true\n' });
  }
  const worker = options.workerFile === undefined ? {} : { workerFile: options.workerFile };
  const world = nodeWorld({ root, callerFolder: root, env: quietEnvironment(home), ...worker });
  worlds.push(world);
  return world;
}

/** Runs git in a folder as a user would, at a fixed time. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...quietEnvironment(folder),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'A. Drafter',
      GIT_AUTHOR_EMAIL: 'drafter@example.org',
      GIT_COMMITTER_NAME: 'A. Drafter',
      GIT_COMMITTER_EMAIL: 'drafter@example.org',
      GIT_AUTHOR_DATE: '2022-09-01T12:00:00+02:00',
      GIT_COMMITTER_DATE: '2022-09-01T12:00:00+02:00',
    },
  });
}

/** A repository with one commit of some files. */
export function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  fill(folder, files);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'First');
  return folder;
}
