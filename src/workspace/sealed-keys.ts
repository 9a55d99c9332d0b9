import type { World } from '../io/world.ts';
import { contentHash } from '../text/fingerprint.ts';

/** Folder for the keys of sealed files; git never sees it. */
export const KEYS_FOLDER = '.penholder/keys';

/** The key of one sealed file. */
export interface SealKey {
  /** `AGE-SECRET-KEY-1…`. */
  readonly identity: string;
  /** Keyed hash of what was sealed, to tell whether it has changed. */
  readonly sum: string;
}

/**
 * Names of the files that may hold the key of a sealed file: as it is, or locked for recipients.
 *
 * @param sealed Workspace-relative path of the sealed file.
 * @param folder Where keys lie.
 */
export function keyFiles(
  sealed: string,
  folder: string = KEYS_FOLDER,
): { readonly open: string; readonly locked: string } {
  const name = `${folder}/${contentHash(`sealed ${holderOf(sealed)}`).slice(0, 16)}`;
  return { open: `${name}.key`, locked: `${name}.key.age` };
}

/** Files of inputs are sealed under the key of the note they lie beside: destroying it makes all of them unreadable. */
function holderOf(sealed: string): string {
  return sealed.replace(/\.inputs\/\d+\.jsonl\.age$/u, '.md.age');
}

/** Text of a key file. */
export function keyText(sealed: string, { identity, sum }: SealKey): string {
  return `# Key of ${sealed}. Whoever has it can read the file; deleting it makes the file unreadable for good.\n# sum: ${sum}\n${identity}\n`;
}

/** The key in the text of a key file; undefined where there is none. */
export function parseKey(text: string): SealKey | undefined {
  const identity = /^AGE-SECRET-KEY-1[0-9A-Z]+$/mu.exec(text)?.[0];
  return identity === undefined ? undefined : { identity, sum: /^# sum: ([0-9a-f]+)$/mu.exec(text)?.[1] ?? '' };
}

/** How a key is looked for. */
export interface KeyRequest {
  readonly sealed: string;
  readonly folder?: string;
  /** Text of the age identity file of whoever opens it, for keys that are locked. */
  readonly identity?: string;
}

/** The key of a sealed file, as far as this machine can open it. */
export async function findKey(world: World, { sealed, folder, identity }: KeyRequest): Promise<SealKey | undefined> {
  const files = keyFiles(sealed, folder);
  const read = (path: string) => (path.startsWith(KEYS_FOLDER) ? world.read(path) : world.readNamed(path));
  const open = await read(files.open);
  if (open !== undefined) return parseKey(new TextDecoder().decode(open));
  const locked = await read(files.locked);
  const own = identity === undefined ? undefined : /^AGE-SECRET-KEY-1[0-9A-Z]+$/mu.exec(identity)?.[0];
  if (locked === undefined || own === undefined) return undefined;
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addIdentity(own);
  return parseKey(await decrypter.decrypt(locked, 'text').catch(() => ''));
}
