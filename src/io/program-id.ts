/** Which program this is, down to its code: part of what a cache is valid for. */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodePoint } from '../model/order.ts';

const PROCESS = randomUUID();

/**
 * Version and identity of the code that runs.
 * Built: the names of the bundle's files, which carry hashes of their content, with size and time of those that don't.
 * From sources (tests): different for each process, since the code may change between two.
 */
export function programId(packageFolder: string): string {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version?: string };
  const own = dirname(fileURLToPath(import.meta.url));
  const built = join(packageFolder, 'dist');
  return `${manifest.version ?? '0'}-${own.startsWith(built) ? bundleId(built) : PROCESS}`;
}

function bundleId(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const hash = createHash('sha256');
  for (const name of entries.sort(byCodePoint)) {
    const about = statSync(join(folder, name));
    hash.update(`${name}\0${about.size}\0${/-[A-Z0-9]{8}\.js$/u.test(name) ? '' : about.mtimeMs}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}
