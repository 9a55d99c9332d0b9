import { spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BIN, environment, workspace } from './program.ts';

const FULL = '/dev/full';

describe('a full disk behind the output', () => {
  it.skipIf(!existsSync(FULL))('is said on the other stream, once, and ends the program with 2', async () => {
    const root = await workspace();
    const stdio = ['ignore', openSync(FULL, 'w'), 'pipe'] as const;
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'compile', 'working', '--to', 'md'], {
      cwd: root,
      env: environment(),
      stdio: [...stdio],
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr.match(/the disk behind it is full/gu)).toHaveLength(1);
  });
});
