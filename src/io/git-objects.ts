/** Git's objects as bytes: what is in them, and what their ids are. */
import { createHash } from 'node:crypto';
import type { GitPerson } from '../model/plan.ts';
import type { TreeEntry } from './world.ts';

/** One line of a tree object. */
export interface RawEntry {
  readonly mode: string;
  readonly name: string;
  readonly id: string;
}

/** What a commit object says. */
export interface RawCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: GitPerson;
  readonly message: string;
}

/** Modes of files, as git writes them. */
export const MODES: Readonly<Record<string, TreeEntry['mode']>> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'executable',
  '120000': 'link',
  '160000': 'submodule',
};

/** Whether a mode is that of a folder. */
export function isFolderMode(mode: string): boolean {
  return mode === '40000' || mode === '040000';
}

/**
 * Id git gives to an object.
 * @param length 40 for SHA-1 repositories, 64 for SHA-256 ones.
 */
export function objectId(type: 'blob' | 'tree' | 'commit' | 'tag', bytes: Uint8Array, length = 40): string {
  const hash = createHash(length === 64 ? 'sha256' : 'sha1');
  return hash.update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Id git gives to a file with these bytes. */
export function blobId(bytes: Uint8Array): string {
  return objectId('blob', bytes);
}

/** Entries of a tree object. */
export function decodeTree(bytes: Buffer, idLength = 40): readonly RawEntry[] {
  const entries: RawEntry[] = [];
  const idBytes = idLength / 2;
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space < 0 || end < 0) break;
    entries.push({
      mode: bytes.toString('latin1', at, space),
      name: bytes.toString('utf8', space + 1, end),
      id: bytes.toString('hex', end + 1, end + 1 + idBytes),
    });
    at = end + 1 + idBytes;
  }
  return entries;
}

/** Bytes of a tree object; entries are put into git's order, in which a folder sorts as if its name ended in `/`. */
export function encodeTree(entries: readonly RawEntry[]): Buffer {
  const key = (entry: RawEntry) => Buffer.from(entry.name + (isFolderMode(entry.mode) ? '/' : ''), 'utf8');
  const sorted = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)));
  return Buffer.concat(
    sorted.flatMap((entry) => [Buffer.from(`${entry.mode} ${entry.name}\0`, 'utf8'), Buffer.from(entry.id, 'hex')]),
  );
}

/** What a commit object says; a malformed line is left out. */
export function decodeCommit(bytes: Buffer): RawCommit {
  const text = bytes.toString('utf8');
  const gap = text.indexOf('\n\n');
  const header = (gap < 0 ? text : text.slice(0, gap)).split('\n');
  const field = (name: string) =>
    header.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    tree: field('tree')[0] ?? '',
    parents: field('parent'),
    author: decodePerson(field('author')[0] ?? ''),
    message: gap < 0 ? '' : text.slice(gap + 2),
  };
}

/** A person line, `Name <mail> 1663142400 +0200`. */
export function decodePerson(line: string): GitPerson {
  const match = /^(.*?) ?<([^>]*)> ?(-?\d+)? ?([+-]\d{4})?$/u.exec(line);
  return {
    name: match?.[1] ?? '',
    email: match?.[2] ?? '',
    date: isoDate(Number(match?.[3] ?? '0'), match?.[4] ?? '+0000'),
  };
}

/** Person as git writes it. */
export function encodePerson(person: GitPerson): string {
  const clean = (text: string) => text.replace(/[<>\n\0]/gu, '').trim();
  return `${clean(person.name)} <${clean(person.email)}> ${gitDate(person.date)}`;
}

/** ISO date with zone of git's seconds and zone. */
function isoDate(seconds: number, zone: string): string {
  const sign = zone.startsWith('-') ? -1 : 1;
  const minutes = sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5)));
  const shifted = new Date((Number.isFinite(seconds) ? seconds : 0) * 1000 + minutes * 60_000);
  const text = Number.isNaN(shifted.getTime()) ? '1970-01-01T00:00:00' : shifted.toISOString().slice(0, 19);
  return `${text}${zone.slice(0, 3)}:${zone.slice(3, 5)}`;
}

/**
 * Git's `seconds zone` of an ISO date and time; without a zone it is UTC, without a time noon.
 * @throws RangeError where it is no date.
 */
function gitDate(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/u.exec(iso);
  const zone = (match?.[3] ?? 'Z') === 'Z' ? '+0000' : (match?.[3] ?? '').replace(':', '');
  const time = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2] ?? '12:00:00'}${colon(zone)}`);
  if (Number.isNaN(time)) throw new RangeError(`"${iso}" is no date and time such as 2022-10-28T10:00:00+02:00.`);
  return `${Math.floor(time / 1000)} ${zone}`;
}

function colon(zone: string): string {
  return `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
