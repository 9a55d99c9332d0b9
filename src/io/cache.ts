/**
 * Results that can be made again, one file of JSON lines for each kind.
 *
 * JSON and not v8's serialisation: reading it can't build anything but plain values, whoever wrote it, and it parses as fast.
 * The file is read once, when the first value of its kind is asked for; values are parsed only when they are asked for.
 * Each line is `key TAB last run TAB checksum TAB value`. The header names the program, so that another version starts afresh.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomic } from './atomic-write.ts';
import { hasTrustedFolder, PRIVATE_FOLDER, privateFolder } from './private-folder.ts';
import type { Cache } from './world.ts';

/** Runs after which a value that nobody asked for is dropped. */
const KEPT_RUNS = 30;

/** Size above which values that this run did not use are dropped. */
const LARGEST_PACK = 96 * 1024 * 1024;

interface Entry {
  readonly run: number;
  /** The value as JSON, not parsed yet. */
  readonly json: Buffer;
  readonly sum: string;
}

interface Pack {
  readonly run: number;
  readonly entries: Map<string, Entry>;
  readonly used: Set<string>;
  readonly values: Map<string, unknown>;
  /** Keys set in this run. */
  readonly fresh: Set<string>;
}

function checksum(json: Buffer): string {
  return createHash('sha1').update(json).digest('hex').slice(0, 12);
}

function emptyPack(): Pack {
  return { run: 1, entries: new Map(), used: new Set(), values: new Map(), fresh: new Set() };
}

/** Splits a pack into its entries. Anything that does not look like one is skipped: it is made again. */
function readPack(bytes: Buffer, program: string): Pack {
  const headerEnd = bytes.indexOf(0x0a);
  const [name, run] = bytes.toString('utf8', 0, Math.max(headerEnd, 0)).split('\t');
  if (name !== `penholder ${program}` || !/^\d{1,9}$/u.test(run ?? '')) return emptyPack();
  const pack: Pack = { ...emptyPack(), run: Number(run) + 1 };
  for (let at = headerEnd + 1; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) break;
    addEntry(pack, bytes.subarray(at, end));
    at = end + 1;
  }
  return pack;
}

function addEntry(pack: Pack, line: Buffer): void {
  const first = line.indexOf(0x09);
  const second = line.indexOf(0x09, first + 1);
  const third = line.indexOf(0x09, second + 1);
  if (first < 0 || second < 0 || third < 0) return;
  const run = Number(line.toString('latin1', first + 1, second));
  if (!Number.isInteger(run)) return;
  const entry: Entry = { run, sum: line.toString('latin1', second + 1, third), json: line.subarray(third + 1) };
  pack.entries.set(line.toString('utf8', 0, first), entry);
}

function writePack(pack: Pack, program: string): Buffer {
  const parts: Uint8Array[] = [Buffer.from(`penholder ${program}\t${pack.run}\n`)];
  const size = [...pack.entries.values()].reduce((sum, entry) => sum + entry.json.length, 0);
  for (const [key, entry] of pack.entries) {
    const used = pack.used.has(key);
    if (!used && (size > LARGEST_PACK || pack.run - entry.run > KEPT_RUNS)) continue;
    parts.push(Buffer.from(`${key}\t${used ? pack.run : entry.run}\t${entry.sum}\t`), entry.json, NEW_LINE);
  }
  return Buffer.concat(parts);
}

const NEW_LINE = Buffer.from('\n');

/** Value of an entry; undefined where it is damaged. */
function entryValue(entry: Entry): unknown {
  if (checksum(entry.json) !== entry.sum) return undefined;
  try {
    return JSON.parse(entry.json.toString('utf8'));
  } catch {
    return undefined;
  }
}

function setValue(pack: Pack, key: string, value: unknown): void {
  const json = JSON.stringify(value);
  if (json === undefined) return;
  const bytes = Buffer.from(json);
  pack.values.set(key, value);
  pack.used.add(key);
  pack.fresh.add(key);
  pack.entries.set(key, { run: pack.run, json: bytes, sum: checksum(bytes) });
}

function getValue(pack: Pack, key: string): unknown {
  if (pack.values.has(key)) return pack.values.get(key);
  const entry = pack.entries.get(key);
  const value = entry === undefined ? undefined : entryValue(entry);
  if (value === undefined) return undefined;
  pack.values.set(key, value);
  pack.used.add(key);
  return value;
}

/** Kinds and keys are file names and fields: nothing that could end a line or leave the folder. */
function isKey(text: string): boolean {
  return text !== '' && !/[\t\n\r]/u.test(text);
}

/**
 * Opens the cache of a workspace.
 * @param root real path of the workspace.
 * @param program identity of the program; values of any other are not used.
 */
export function fileCache(root: () => Promise<string>, program: () => string): Cache {
  const packs = new Map<string, Promise<Pack>>();
  const load = async (kind: string) => {
    const folder = await root();
    if (!(await hasTrustedFolder(folder))) return emptyPack();
    const bytes = await readFile(join(folder, PRIVATE_FOLDER, 'cache', `${kind}.jsonl`)).catch(() => undefined);
    return bytes === undefined ? emptyPack() : readPack(bytes, program());
  };
  const open = (kind: string) => {
    const pack = packs.get(kind) ?? load(kind);
    packs.set(kind, pack);
    return pack;
  };
  const pending: Promise<void>[] = [];
  return {
    get: async (kind, key) => (isKey(key) && /^[a-z-]+$/u.test(kind) ? getValue(await open(kind), key) : undefined),
    set: (kind, key, value) => {
      if (isKey(key) && /^[a-z-]+$/u.test(kind)) pending.push(open(kind).then((pack) => setValue(pack, key, value)));
    },
    save: async () => {
      await Promise.all(pending.splice(0));
      for (const [kind, pack] of packs) await savePack(await root(), kind, { pack: await pack, program: program() });
    },
    clear: async () => {
      await Promise.all(pending.splice(0));
      packs.clear();
      const folder = await root();
      if (await hasTrustedFolder(folder)) {
        await rm(join(folder, PRIVATE_FOLDER, 'cache'), { recursive: true, force: true });
      }
    },
  };
}

/** Writes a pack if this run added to it. A cache that can't be written is no reason to fail. */
async function savePack(root: string, kind: string, { pack, program }: { pack: Pack; program: string }): Promise<void> {
  if (pack.fresh.size === 0) return;
  try {
    const folder = join(await privateFolder(root), 'cache');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeAtomic(join(folder, `${kind}.jsonl`), writePack(pack, program), false);
    pack.fresh.clear();
  } catch {
    // A read-only or full disk: the next run makes the values again.
  }
}

/** A cache that lives as long as the program. Values go through JSON, so that a caller notices what would not survive. */
export function memoryCache(): Cache {
  const values = new Map<string, string>();
  return {
    get: async (kind, key) => {
      const json = values.get(`${kind}\t${key}`);
      return json === undefined ? undefined : JSON.parse(json);
    },
    set: (kind, key, value) => {
      const json = JSON.stringify(value);
      if (json !== undefined) values.set(`${kind}\t${key}`, json);
    },
    save: async () => undefined,
    clear: async () => values.clear(),
  };
}
