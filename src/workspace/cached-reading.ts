import { blobId } from '../io/git-objects.ts';
import type { ListedFile, World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { decodeText } from './decode.ts';
import { unreadable } from './passed-over.ts';
import { isLfsPointer, lfsPointer } from './stage-files.ts';

/** How files of one kind are read. */
export interface Reader<Reading> {
  /** Kind in the cache. */
  readonly kind: string;
  /** What else the reading depends on, such as the process. */
  readonly depends?: string;
  /** Loads what reads; called only where something is not in the cache. */
  readonly load: () => Promise<(source: string, file: string) => Reading>;
  /** The reading of a file that is no text. */
  readonly unread: (findings: readonly Finding[], file: string) => Reading;
}

/**
 * Reads files, taking from the cache what has not changed.
 * A reading is kept under the content, the path and what it depends on. A listed file whose stamp is the one its
 * content had last time need not even be opened.
 *
 * @param files Paths, or files as listed.
 * @returns The readings, in the order of the files. A path at which there is nothing is left out; a listed file that can't be read is a finding.
 */
export async function readFiles<Reading extends { readonly findings: readonly Finding[] }>(
  world: World,
  files: readonly (string | ListedFile)[],
  reader: Reader<Reading>,
): Promise<readonly Reading[]> {
  let loading: ReturnType<Reader<Reading>['load']> | undefined;
  const load = () => {
    loading ??= reader.load();
    return loading;
  };
  const readings: (Reading | undefined)[] = [];
  const own = { ...reader, load };
  const next = files.entries();
  const readOn = async () => {
    for (const [index, file] of next) readings[index] = await readFile(world, file, own);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  return readings.filter((reading) => reading !== undefined);
}

/** Files that are open at once: a survey alone can have many hundreds. */
const AT_ONCE = 32;

async function readFile<Reading extends { readonly findings: readonly Finding[] }>(
  world: World,
  listed: string | ListedFile,
  reader: Reader<Reading>,
): Promise<Reading | undefined> {
  const file = typeof listed === 'string' ? listed : listed.path;
  const unopened = await readingByStamp(world, listed, reader);
  if (unopened !== undefined) return unopened;
  const bytes = await world.read(file);
  // What was only named need not be there; what was listed is.
  if (bytes === undefined) return typeof listed === 'string' ? undefined : reader.unread([unreadable(file)], file);
  if (isLfsPointer(bytes)) return reader.unread([lfsPointer(file, 'working')], file);
  const id = blobId(bytes);
  if (typeof listed !== 'string') world.cache.set(STAMPS, file, [listed.stamp, id]);
  const key = keyOf(id, file, reader);
  const known = await world.cache.get(reader.kind, key);
  if (known !== undefined) return known as Reading;
  const { text, findings } = decodeText(bytes, file);
  if (text === undefined) return reader.unread(findings, file);
  const read = (await reader.load())(text, file);
  const reading = findings.length === 0 ? read : { ...read, findings: [...findings, ...read.findings] };
  world.cache.set(reader.kind, key, reading);
  return reading;
}

/** Kind in the cache under which each file's last stamp stands, with the id of the content it had then. */
const STAMPS = 'stamps';

function keyOf<Reading>(id: string, file: string, { depends }: Reader<Reading>): string {
  return `${id} ${depends ?? ''} ${file}`;
}

async function readingByStamp<Reading>(
  world: World,
  listed: string | ListedFile,
  reader: Reader<Reading>,
): Promise<Reading | undefined> {
  if (typeof listed === 'string') return undefined;
  const last = await world.cache.get(STAMPS, listed.path);
  if (!Array.isArray(last) || last[0] !== listed.stamp || typeof last[1] !== 'string') return undefined;
  return (await world.cache.get(reader.kind, keyOf(last[1], listed.path, reader))) as Reading | undefined;
}
