import type { HistoricFile, World } from '../io/world.ts';
import { rawKind } from '../text/raw-files.ts';
import type { Exposure } from './scan-text.ts';
import { textOf } from './scan-text.ts';

/** An exposure in history: it stays there until history is rewritten. */
export interface HistoricExposure extends Exposure {
  readonly commit: string;
  /** Refs from which the commit can be reached; empty where only the reflog still knows it. */
  readonly refs: readonly string[];
  /** Path from the repository's root; `(message)` for the commit's own words. */
  readonly file: string;
}

/** What a text is searched for. */
export type SearchText = (source: string, path: string) => readonly Exposure[];

/** Contents read at once, so that memory stays small however long the history is. */
const BATCH = 200;

/** What to look at in history. */
export interface HistoryScan {
  readonly search: SearchText;
  /** Which files; all if absent. */
  readonly wanted?: (path: string) => boolean;
  /** Whether raw files are found for what they are. */
  readonly raw?: boolean;
  /** Whether messages of commits are searched too. */
  readonly messages?: boolean;
}

/**
 * Searches every version of every file that git still holds. Each content is read once, wherever it stands.
 *
 * @returns In order of file, commit and line, each with all refs that lead to it.
 */
export async function scanHistory(world: World, scan: HistoryScan): Promise<readonly HistoricExposure[]> {
  const { prefix } = await world.git.state();
  const inside = (path: string): string | undefined =>
    path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
  const files = (await world.git.history()).filter(({ path }) => {
    const own = inside(path);
    return own !== undefined && (scan.wanted?.(own) ?? true);
  });
  const found = [...(await inContents(world, files, scan)), ...(await inMessages(world, files, scan))];
  const raw = scan.raw === true ? files.filter(({ path }) => rawKind(inside(path) ?? path) !== undefined) : [];
  const all = [...found, ...raw.map((file) => ({ ...file, file: file.path, kind: 'raw-file' as const, line: 1 }))];
  const refs = await refsOf(
    world,
    all.map(({ commit }) => commit),
  );
  return all
    .map(({ commit, file, kind, line }) => ({ commit, file, kind, line, refs: refs.get(commit) ?? [] }))
    .sort((a, b) => compare(a.file, b.file) || compare(a.commit, b.commit) || a.line - b.line);
}

type Found = Omit<HistoricExposure, 'refs'>;

async function inContents(world: World, files: readonly HistoricFile[], { search }: HistoryScan): Promise<Found[]> {
  const byId = new Map<string, HistoricFile[]>();
  for (const file of files) byId.set(file.id, [...(byId.get(file.id) ?? []), file]);
  const ids = [...byId.keys()];
  const found: Found[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const [id, bytes] of await world.git.blobs(ids.slice(at, at + BATCH))) {
      const source = textOf(bytes);
      const [first] = byId.get(id) ?? [];
      if (source === undefined || first === undefined) continue;
      const exposures = search(source, first.path);
      for (const { commit, path } of byId.get(id) ?? []) {
        found.push(...exposures.map((exposure) => ({ ...exposure, commit, file: path })));
      }
    }
  }
  return found;
}

async function inMessages(world: World, files: readonly HistoricFile[], scan: HistoryScan): Promise<Found[]> {
  if (scan.messages !== true) return [];
  const commits = [...new Set(files.map(({ commit }) => commit))];
  const messages = await world.git.messages(commits);
  return messages.flatMap(({ commit, message }) =>
    scan.search(message, '(message)').map((exposure) => ({ ...exposure, commit, file: '(message)' })),
  );
}

async function refsOf(world: World, commits: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const refs = new Map<string, readonly string[]>();
  for (const commit of new Set(commits)) refs.set(commit, await world.git.refsWith(commit));
  return refs;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
