/** Which program this is, down to its code: part of what a cache is valid for. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROCESS = randomUUID();

/**
 * Version and identity of the code that runs.
 * Built: a hash of the whole bundle that the build wrote beside it.
 * From sources (tests): different for each process, since the code may change between two.
 */
export function programId(packageFolder: string): string {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version?: string };
  const own = dirname(fileURLToPath(import.meta.url));
  const built = join(packageFolder, 'dist');
  return `${manifest.version ?? '0'}-${own.startsWith(built) ? bundleId(built) : PROCESS}`;
}

function bundleId(folder: string): string {
  return readFileSync(join(folder, 'program-id'), 'utf8').trim();
}
