import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { skippedRow, valueRow } from './table.js';
import { inTemporaryFolder, ROOT } from './workspaces.js';

const WHAT = 'package installed from its tarball';
const LIMIT = 150;

/** What an installation takes on disk, with its production dependencies and without fonts for Chinese. */
export function size() {
  return inTemporaryFolder((folder) => {
    const npm = (cwd, args) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const packed = npm(ROOT, ['pack', '--ignore-scripts', '--json', `--pack-destination=${folder}`]);
    const [{ filename, size: bytes, unpackedSize }] = JSON.parse(packed);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    try {
      const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
      npm(folder, ['install', '--omit=dev', ...quiet, `./${filename}`]);
    } catch (error) {
      const [first] = String(error.stderr ?? error)
        .trim()
        .split('\n');
      return { rows: [skippedRow(WHAT, { limit: `≤ ${LIMIT} MB`, why: `npm could not install it: ${first}` })] };
    }
    execFileSync(join(folder, 'node_modules', '.bin', 'penholder'), ['--version']);
    const measured = Math.round(sizeOf(join(folder, 'node_modules')) / 1e6);
    const reference = `tarball ${megabytes(bytes)} MB, unpacked ${megabytes(unpackedSize)} MB`;
    return { rows: [valueRow(WHAT, { measured, unit: 'MB', limit: LIMIT, reference })] };
  });
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

function sizeOf(path) {
  const about = lstatSync(path);
  if (!about.isDirectory()) return about.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), about.size);
}
