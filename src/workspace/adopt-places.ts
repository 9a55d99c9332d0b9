/** Where the text of a repository that is adopted was at each of its stages. */
import type { Tag, World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { isMarkdown, PROCESS_FILE } from './layout.ts';
import { type KnownFile, type LocatedFiles, locateFiles, locateSimilar, nameFiles } from './locate-text.ts';
import type { AdoptOptions } from './plan-adopt.ts';
import { selectText, tidyPath } from './select-text.ts';
import { committedFiles } from './stage-files.ts';
import { stageFinding } from './stage-problems.ts';

/** Where the text was at one stage. */
export interface TextPlace {
  /** Where the text was, if elsewhere than today. */
  readonly text?: string | readonly string[];
  readonly findings: readonly Finding[];
}

/** Files of each entry of `text`. */
type EntryFiles = readonly (readonly KnownFile[])[];

/** Where the text was at each stage, followed backwards from today. */
export async function textPlaces(world: World, context: PlaceContext): Promise<readonly TextPlace[]> {
  const places: TextPlace[] = [];
  let known: EntryFiles = context.options.text.map((entry) => filesOfEntry(entry, context.today, context.options));
  for (const [index, tag] of [...context.tags.entries()].reverse()) {
    const there = tag === undefined ? [] : await filesAt(world, tag.commit, context.prefix);
    const entries = await findEntries(world, { options: context.options, known, there });
    places.unshift(placeOf(context.options.stages[index]?.id ?? '', entries));
    known = entries.map(({ found }, entry) => (found.length > 0 ? found : (known[entry] ?? [])));
  }
  return places;
}

/** What is known of the repository. */
export interface PlaceContext {
  readonly options: AdoptOptions;
  readonly tags: readonly (Tag | undefined)[];
  readonly today: readonly KnownFile[];
  readonly prefix: string;
}

async function filesAt(world: World, commit: string, prefix: string): Promise<readonly KnownFile[]> {
  const files = await committedFiles(world, commit, prefix);
  const ids = await files.identify(files.paths);
  return files.paths.map((path) => ({ path, id: ids.get(path) ?? '' }));
}

function filesOfEntry(entry: string, files: readonly KnownFile[], { language }: AdoptOptions): readonly KnownFile[] {
  const paths = files.map(({ path }) => path);
  const selected = selectText(entry, paths, { language }).files;
  return selected.flatMap((path) => files.find((file) => file.path === path) ?? []);
}

/** An entry of `text` at a stage. */
interface FoundEntry {
  /** What to write for it: the same words as today, or where its files were; nothing where there were none. */
  readonly words: readonly string[];
  readonly same: boolean;
  readonly found: readonly KnownFile[];
  /** Files of the later stage that were not found here. */
  readonly lost: readonly string[];
}

interface Search {
  readonly options: AdoptOptions;
  readonly known: EntryFiles;
  readonly there: readonly KnownFile[];
}

/** Each entry where the process says it is today, or where the files it had later came from. */
async function findEntries(world: World, { options, known, there }: Search): Promise<readonly FoundEntry[]> {
  const inPlace = options.text.map((entry) => filesOfEntry(entry, there, options));
  const used = new Set(inPlace.flat().map(({ path }) => path));
  const entries: FoundEntry[] = [];
  for (const [index, entry] of options.text.entries()) {
    const here = inPlace[index] ?? [];
    const word = tidyPath(entry) || '.';
    if (here.length > 0) entries.push({ words: [word], same: true, found: here, lost: [] });
    else entries.push(await findMoved(world, known[index] ?? [], { there, used }));
  }
  return entries;
}

async function findMoved(
  world: World,
  known: readonly KnownFile[],
  { there, used }: { readonly there: readonly KnownFile[]; readonly used: Set<string> },
): Promise<FoundEntry> {
  const located = await locateText(
    world,
    known,
    there.filter(({ path }) => !used.has(path)),
  );
  const found = known.flatMap(({ path }) => located.get(path) ?? []);
  for (const { path } of found) used.add(path);
  const lost = known.flatMap(({ path }) => (located.has(path) ? [] : [path]));
  const words = found.length === 0 ? [] : [nameFiles(found, there)].flat();
  return { words, same: false, found, lost };
}

/** By path, content and name; what is left, by what it says. */
async function locateText(
  world: World,
  known: readonly KnownFile[],
  there: readonly KnownFile[],
): Promise<LocatedFiles> {
  const located = locateFiles(known, there);
  const taken = new Set([...located.values()].map(({ path }) => path));
  const lost = await withSources(
    world,
    known.filter(({ path }) => !located.has(path)),
  );
  if (lost.length === 0) return located;
  const free = there.filter(({ path }) => isMarkdown(path) && !taken.has(path));
  return new Map([...located, ...locateSimilar(lost, await withSources(world, free))]);
}

/** Texts of files: from git where it has them, else from the folder, where they are as of today. */
async function withSources(world: World, files: readonly KnownFile[]) {
  const blobs = await world.git.blobs(files.map(({ id }) => id));
  return Promise.all(
    files.map(async (file) => {
      const bytes = blobs.get(file.id) ?? (await world.read(file.path));
      return { file, source: new TextDecoder().decode(bytes ?? new Uint8Array()) };
    }),
  );
}

function placeOf(id: string, entries: readonly FoundEntry[]): TextPlace {
  const words = entries.flatMap((entry) => entry.words);
  if (words.length === 0) return { findings: [nowhere(id)] };
  const lost = entries.flatMap((entry) => entry.lost);
  const findings = lost.length === 0 ? [] : [notFound(id, lost)];
  // Entries that were not there yet are no reason to repeat the others.
  const same = entries.every((entry) => entry.same || entry.found.length === 0);
  return same ? { findings } : { text: words, findings };
}

function nowhere(id: string): Finding {
  const finding = stageFinding('text-not-found', {
    message: `Where the text was at the stage "${id}" could not be found out.`,
    why: 'Its tag has no file with the content, the name or the words of a file of the text.',
    hint: `Write \`text:\` below this stage in ${PROCESS_FILE}.`,
  });
  return { ...finding, severity: 'warning' };
}

function notFound(id: string, lost: readonly string[]): Finding {
  const finding = stageFinding('file-not-found', {
    message: `These files of the text were not found in the stage "${id}": ${lost.slice(0, 8).join(', ')}${lost.length > 8 ? ' …' : ''}.`,
    why: 'They may have been written later, or they had another name and other words.',
    hint: `If they were there, name them under \`text:\` below this stage in ${PROCESS_FILE}.`,
  });
  return { ...finding, severity: 'info' };
}
