import type { PlannedWrite } from '../../model/plan.ts';
import { contentHash } from '../../text/fingerprint.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import type { IngestFile, IngestRequest } from './ingest-types.ts';
import { type HeldOrigin, marksIn, originIn, RECOVERED, whyPath } from './quarantine.ts';

/** A note that is in the workspace or in quarantine, and where it came from. */
export interface KnownNote {
  readonly path: string;
  readonly text: string;
  /** What its file holds; absent for what this ingest itself will write. */
  readonly bytes?: Uint8Array;
  /** Hash of its bytes as they are. */
  readonly hash: string;
  readonly origin?: HeldOrigin;
  /** For a held note: the file beside it that says why. */
  readonly why?: string;
}

/** The state of an ingest while it goes through its files. */
export interface Desk {
  readonly notes: KnownNote[];
  readonly held: KnownNote[];
  /** Files of inputs beside held notes. */
  readonly heldInputs: readonly IngestFile[];
  /** Paths in use, folded so that names which differ in case only count as one. */
  readonly taken: Set<string>;
  /** Paths of notes that a file of this ingest has already claimed. */
  readonly claimed: Set<string>;
  /** Paths that wait for held notes, by path in quarantine. */
  readonly reserved: Map<string, string>;
  readonly writes: Map<string, PlannedWrite>;
  readonly deletes: Set<string>;
}

/**
 * Lays out what is there before an ingest.
 *
 * @param request What the ingest goes by.
 */
export function layOut({ existing, paths = [], held = [] }: IngestRequest): Desk {
  const whys = new Map(held.filter(isWhy).map(({ name, bytes }) => [name, decode(bytes)]));
  const all = [...existing, ...held].map(({ name }) => name);
  return {
    notes: existing.map((file) => known(file)),
    held: held.filter(({ name }) => name.endsWith('.md')).map((file) => known(file, whys.get(whyPath(file.name)))),
    heldInputs: held.filter(({ name }) => /\.inputs\/\d+\.jsonl$/u.test(name)),
    taken: new Set([...all, ...paths.map(stemOfCompanion)].map(fold)),
    claimed: new Set(),
    reserved: new Map(),
    writes: new Map(),
    deletes: new Set(),
  };
}

/** `x.responses.yaml` and `x.inputs/001.jsonl` belong to `x.md`. */
function stemOfCompanion(path: string): string {
  return path.replace(/\.(?:responses\.yaml|inputs\/.*)$/u, '.md');
}

function isWhy({ name }: IngestFile): boolean {
  return name.endsWith('.why.txt');
}

function known({ name, bytes }: IngestFile, why?: string): KnownNote {
  const text = decode(bytes);
  const origin = originOf(text) ?? (why === undefined ? undefined : originIn(why));
  return {
    path: name,
    text,
    bytes,
    hash: contentHash(bytes),
    ...(origin !== undefined && { origin }),
    ...(why !== undefined && { why }),
  };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Where a note says it came from. */
function originOf(text: string): HeldOrigin | undefined {
  if (!/^source:/mu.test(text)) return undefined;
  const source = readFrontMatter(text, '').data.source as Partial<HeldOrigin> | null | undefined;
  const { name, sha256 } = source ?? {};
  return typeof name === 'string' && typeof sha256 === 'string' ? { name, sha256 } : undefined;
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/**
 * A path that nothing else has, with `-2`, `-3` … where needed; it counts as taken from now on.
 *
 * @param desk State of the ingest.
 * @param folder Folder without `/` at its end.
 * @param name Proposed file name without ending.
 */
export function freePath(desk: Desk, folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const path = `${folder}/${count === 1 ? name : `${name}-${count}`}.md`;
    if (desk.taken.has(fold(path))) continue;
    desk.taken.add(fold(path));
    return path;
  }
}

/**
 * Takes back what was planned for a held note: new reasons, and the path that waited for it.
 *
 * @param desk State of the ingest.
 * @param held The held note.
 */
export function takeBack(desk: Desk, held: KnownNote): void {
  const path = desk.reserved.get(held.path);
  if (path !== undefined) desk.taken.delete(fold(path));
  desk.reserved.delete(held.path);
  desk.writes.delete(held.path);
  desk.writes.delete(whyPath(held.path));
}

/**
 * Plans to write a text file.
 *
 * @param desk State of the ingest.
 * @param path Workspace-relative path.
 * @param text Its content.
 */
export function write(desk: Desk, path: string, text: string): void {
  const isNew = path.startsWith('consultations/') && !desk.notes.some((note) => note.path === path);
  const was = desk.writes.get(path)?.was ?? desk.notes.find((note) => note.path === path)?.bytes;
  const bytes = new TextEncoder().encode(text);
  desk.writes.set(path, { path, bytes, mode: isNew ? 'new' : 'replace', ...(was !== undefined && { was }) });
}

/**
 * Plans to write a file of inputs, or leaves it as it is.
 *
 * @param desk State of the ingest.
 * @param path Workspace-relative path.
 * @param bytes Its content, and what it holds now.
 */
export function writeInputs(desk: Desk, path: string, { bytes, was }: { bytes: Uint8Array; was?: Uint8Array }): void {
  if (was !== undefined && contentHash(was) === contentHash(bytes)) return;
  desk.writes.set(path, { path, bytes, mode: 'replace', ...(was !== undefined && { was }) });
}

/**
 * Plans to remove a held note and the file that says why it was held.
 *
 * @param desk State of the ingest.
 * @param note The held note.
 */
export function release(desk: Desk, note: KnownNote): void {
  const index = desk.held.indexOf(note);
  if (index !== -1) desk.held.splice(index, 1);
  desk.deletes.add(note.path);
  if (note.why !== undefined) desk.deletes.add(whyPath(note.path));
}

/**
 * Keeps what somebody wrote into a held note that a file now takes the place of.
 *
 * @param desk State of the ingest.
 * @param note The held note.
 * @returns Where it is kept; undefined where the note is as this program wrote it.
 */
export function setAside(desk: Desk, note: KnownNote): string | undefined {
  const { written } = note.why === undefined ? {} : marksIn(note.why);
  if (written === note.hash || note.bytes === undefined) return undefined;
  const name = (note.path.split('/').at(-1) ?? note.path).replace(/\.md$/u, '');
  const path = `${RECOVERED}/${name}-${note.hash.slice(0, 8)}.md`;
  desk.writes.set(path, { path, bytes: note.bytes, mode: 'replace' });
  return path;
}
