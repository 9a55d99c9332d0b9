import type { World } from '../io/world.ts';
import type { PlannedWrite } from '../model/plan.ts';

/** Where the key lies with which names and acknowledgements are hashed; git never sees it. */
export const KEY_FILE = '.penholder/keys/workspace.key';
/** Gives the key where there is no such file, as in CI. */
const KEY_VARIABLE = 'PENHOLDER_KEY';

/** The workspace's key, if this machine has it. */
export async function workspaceKey(world: World): Promise<string | undefined> {
  const bytes = await world.read(KEY_FILE);
  const key = (bytes === undefined ? world.env(KEY_VARIABLE) : new TextDecoder().decode(bytes))?.trim();
  return key === '' ? undefined : key;
}

/** The key, and what has to be written where it is new. */
export interface KeyOrNew {
  readonly key: string;
  readonly writes: readonly PlannedWrite[];
}

/** The workspace's key; a new one where there is none yet. */
export async function keyOrNew(world: World): Promise<KeyOrNew> {
  const known = await workspaceKey(world);
  if (known !== undefined) return { key: known, writes: [] };
  const key = world.randomId(52);
  return { key, writes: [{ path: KEY_FILE, bytes: new TextEncoder().encode(`${key}\n`), mode: 'new' }] };
}
