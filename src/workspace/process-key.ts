import { blobId } from '../io/git-objects.ts';
import type { Process } from '../model/process.ts';

const keys = new WeakMap<Process, string>();

/** What readings that depend on the process are kept under: the same for the same process, whatever its layout and comments. */
export function processKey(process: Process): string {
  const known = keys.get(process);
  if (known !== undefined) return known;
  const key = blobId(new TextEncoder().encode(JSON.stringify(process)));
  keys.set(process, key);
  return key;
}
