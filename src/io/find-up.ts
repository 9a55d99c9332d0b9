import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Nearest folder, from one upwards, that holds a file of a given name.
 * @param start absolute, or relative to the folder of the call.
 */
export function findUp(start: string, name: string): string | undefined {
  const folder = resolve(start);
  if (existsSync(join(folder, name))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findUp(parent, name);
}
