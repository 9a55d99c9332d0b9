/** Which inputs were skipped, so that the next session begins with the others. It is kept on this machine only. */
import type { World } from '../io/world.ts';
import { EMPTY_PLAN } from '../model/plan.ts';
import { FOLDERS } from '../workspace/layout.ts';

const FILE = `${FOLDERS.private}/skipped-inputs.json`;

/** Refs of the inputs that were skipped. */
export async function readSkipped(world: World): Promise<ReadonlySet<string>> {
  const bytes = await world.read(FILE);
  try {
    const list: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return new Set(Array.isArray(list) ? list.filter((ref): ref is string => typeof ref === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Keeps refs of skipped inputs; the file goes when there are none. */
export async function keepSkipped(world: World, skipped: ReadonlySet<string>): Promise<void> {
  const there = await world.read(FILE);
  if (skipped.size === 0) {
    if (there !== undefined) await world.apply({ ...EMPTY_PLAN, deletes: [FILE] });
    return;
  }
  const bytes = new TextEncoder().encode(`${JSON.stringify([...skipped])}\n`);
  await world.apply({ ...EMPTY_PLAN, writes: [{ path: FILE, bytes, mode: 'replace', durable: false }] });
}
