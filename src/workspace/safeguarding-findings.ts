import { hasMetadata } from '../files/picture-metadata.ts';
import type { ListedFile, World } from '../io/world.ts';
import type { NoteReading } from '../model/consultation-note.ts';
import type { Finding } from '../model/finding.ts';
import { contentHash } from '../text/fingerprint.ts';
import { rawKind } from '../text/raw-files.ts';
import { readFiles } from './cached-reading.ts';
import { DENY_LIST_FILE, deniedFindings, openDenyList } from './denied-names.ts';
import { folderOf, isMarkdown } from './layout.ts';
import {
  type NoteReview,
  parseReviewed,
  pendingItems,
  REVIEW_NAMES,
  REVIEWED_FILE,
  type ReviewItem,
} from './review-queue.ts';
import { reviewedAs, shardReviews } from './shard-review.ts';
import { workspaceKey } from './workspace-key.ts';

/**
 * What the folder of consultations as a whole shows about who is exposed: names of the deny-list, personal data beside the
 * notes, raw files, pictures with metadata, and what waits for review.
 *
 * @param files All files under `consultations/`.
 * @param readings The notes among them, as read.
 */
export async function safeguardingFindings(
  world: World,
  files: readonly ListedFile[],
  readings: readonly NoteReading[],
): Promise<readonly Finding[]> {
  const parts = await Promise.all([
    pendingFindings(world, files, readings),
    deniedNames(world, files),
    besideNotes(world, files),
    rawFiles(files, readings),
    media(world, readings),
  ]);
  return parts.flat();
}

/** Text that people write into the folder besides notes; what the program writes there names nobody. */
function isTextBeside({ path }: ListedFile): boolean {
  return /\.(?:ya?ml|json|jsonl|txt)$/iu.test(path) && path !== REVIEWED_FILE && path !== DENY_LIST_FILE;
}

async function deniedNames(world: World, files: readonly ListedFile[]): Promise<readonly Finding[]> {
  const list = files.some(({ path }) => path === DENY_LIST_FILE) ? await openDenyList(world) : undefined;
  if (list === undefined) return [];
  if (list.find === undefined) return [list.problem];
  const { find } = list;
  const read = await readFiles(
    world,
    files.filter((file) => isMarkdown(file.path) || isTextBeside(file)),
    {
      kind: 'denied',
      depends: contentHash(list.digest),
      load: async () => (source: string, file: string) => ({ findings: deniedFindings(find, source, file) }),
      unread: () => ({ findings: [] }),
    },
  );
  return read.flatMap(({ findings }) => findings);
}

async function besideNotes(world: World, files: readonly ListedFile[]): Promise<readonly Finding[]> {
  const read = await readFiles(world, files.filter(isTextBeside), {
    kind: 'beside-notes',
    load: async () => {
      const { personalDataFindings } = await import('../sources/consultation-note/personal-data-findings.ts');
      return (source: string, file: string) => ({ findings: personalDataFindings(source, file) });
    },
    unread: () => ({ findings: [] }),
  });
  return read.flatMap(({ findings }) => findings);
}

function rawFiles(files: readonly ListedFile[], readings: readonly NoteReading[]): readonly Finding[] {
  const described = new Set(readings.flatMap((reading) => mediaPaths(reading)));
  return files
    .filter(({ path }) => rawKind(path) !== undefined && !described.has(path))
    .map(({ path }) => rawFileFinding(path));
}

/**
 * What is said of a raw file.
 *
 * @param path Where it lies.
 */
export function rawFileFinding(path: string): Finding {
  return {
    check: 'safeguarding/raw-file',
    severity: 'error',
    message:
      'This is a raw file of a consultation: an export, a recording, a scan or a picture that no note describes.',
    why: 'Raw files hold names, devices, places and voices, and the history of git keeps them for good.',
    hint: 'Move it out of the repository and "penholder ingest" it from there, or hold it here under seal with "penholder safeguard seal".',
    place: { file: path, line: 1, column: 1 },
  };
}

/** Paths of the media that a note describes and that lie beside it. */
export function mediaPaths({ file, note }: NoteReading): readonly string[] {
  const folder = folderOf(file);
  return (note?.frontMatter.media ?? []).flatMap((medium) =>
    medium.file === undefined ? [] : [`${folder}/${medium.file.replace(/^\.\//u, '')}`],
  );
}

async function media(world: World, readings: readonly NoteReading[]): Promise<readonly Finding[]> {
  const paths = readings.flatMap((reading) => mediaPaths(reading).map((path) => ({ path, note: reading.file })));
  const found = await Promise.all(
    paths.map(async ({ path, note }): Promise<readonly Finding[]> => {
      const bytes = await world.read(path);
      if (bytes === undefined) return [missingMedium(note)];
      return hasMetadata(bytes) === true ? [metadataFinding(path)] : [];
    }),
  );
  return found.flat();
}

function missingMedium(file: string): Finding {
  return {
    check: 'safeguarding/missing-medium',
    severity: 'warning',
    message: 'A medium that this note describes is not beside it.',
    why: 'Nobody can tell whether it was deleted as promised or lies somewhere else.',
    hint: 'Correct "file" under media:, or leave it out where the medium is held outside git.',
    place: { file, line: 1, column: 1 },
  };
}

function metadataFinding(file: string): Finding {
  return {
    check: 'safeguarding/picture-metadata',
    severity: 'error',
    message: 'This picture carries metadata, such as where, when and with what it was taken.',
    why: 'The place and the time of a picture can tell who is in it, whatever is to be seen.',
    hint: `Run "penholder safeguard clean ${file}"; the picture itself stays as it is.`,
    place: { file, line: 1, column: 1 },
  };
}

async function pendingFindings(
  world: World,
  files: readonly ListedFile[],
  readings: readonly NoteReview[],
): Promise<readonly Finding[]> {
  const reviewed = files.some(({ path }) => path === REVIEWED_FILE);
  const all = [...readings, ...(await shardReviews(world, files))];
  if (!reviewed && all.every(({ review }) => review === undefined)) return [];
  const { items, findings } = await pendingReview(world, all);
  const byFile = groupByFile(items);
  return [...findings, ...[...byFile.values()].map(pendingFinding)];
}

function groupByFile(items: readonly ReviewItem[]): Map<string, ReviewItem[]> {
  const groups = new Map<string, ReviewItem[]>();
  for (const item of items) {
    const group = groups.get(reviewedAs(item.file));
    if (group === undefined) groups.set(reviewedAs(item.file), [item]);
    else group.push(item);
  }
  return groups;
}

/** What waits for a person, and what is wrong with the file of what was looked at. */
export async function pendingReview(
  world: World,
  readings: readonly NoteReview[],
): Promise<{ readonly items: readonly ReviewItem[]; readonly findings: readonly Finding[] }> {
  const bytes = await world.read(REVIEWED_FILE);
  const reviewed = bytes === undefined ? { entries: [], findings: [] } : parseReviewed(new TextDecoder().decode(bytes));
  const items = pendingItems(readings, reviewed.entries, await workspaceKey(world));
  return { items, findings: reviewed.findings };
}

/** A possible disclosure can't wait; the rest is looked at before a stage goes out. */
function pendingFinding(items: readonly ReviewItem[]): Finding {
  const disclosed = items.find(({ kind }) => kind === 'disclosure');
  const first = disclosed ?? items[0];
  const [file, place] = [first?.file ?? '', first?.places[0]];
  const where = reviewedAs(file) === file ? 'in this note' : 'in the answers kept beside the note of this survey';
  const kinds = [...new Set(items.map(({ kind }) => kind))].sort();
  const said = kinds.map((kind) => {
    const count = items.filter((item) => item.kind === kind).length;
    const [one, many] = REVIEW_NAMES[kind] ?? ['another thing', 'other things'];
    return count === 1 ? one : `${count} ${many}`;
  });
  return {
    check: 'safeguarding/review-pending',
    severity: disclosed === undefined ? 'info' : 'warning',
    message: `A person has to look at ${said.join(', ')} ${where}.`,
    why: 'No rule can tell surely who is named or who speaks of harm; a disclosure goes to the referral contact and never stays in a note.',
    hint: 'Run "penholder safeguard review" to see each place, and replace it by a role or keep it with a reason.',
    place: { file, line: place?.line ?? 1, column: place?.column ?? 1 },
  };
}
