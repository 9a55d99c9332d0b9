import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Builds the program once, where nobody has built it yet: some tests run it as its users do. */
export default function setup(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  if (existsSync(`${root}/dist/cli.js`)) return;
  execFileSync(process.execPath, [`${root}/test/tools/build.js`], { cwd: root, stdio: 'inherit' });
}
