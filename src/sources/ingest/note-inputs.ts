import type { Input, Visibility } from '../../model/consultation-note.ts';
import type { IngestedNote } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { readConsultationNote } from '../consultation-note/read-consultation-note.ts';
import { noteVisibility } from '../consultation-note/visibility.ts';
import { readShard, shardFolder, shardPath } from '../survey/shard-files.ts';
import type { ShardLine } from '../survey/shards.ts';
import { updateShards } from '../survey/update-shards.ts';
import { type Desk, type KnownNote, writeInputs } from './desk.ts';
import type { IngestRequest } from './ingest-types.ts';

/** The inputs of a note that stand in files of their own, as they are to be written. */
export interface NoteInputs {
  readonly files: readonly Uint8Array[];
  /** What the files hold now, in order. */
  readonly before: readonly Uint8Array[];
  readonly findings: readonly Finding[];
}

/** What an arrival says of its inputs. */
interface Carrier {
  readonly from?: KnownNote;
  readonly inputs?: NoteInputs;
}

/**
 * Prepares the inputs of a survey for the files beside its note; those that were there keep their ids.
 *
 * @param note The note.
 * @param update The note of the workspace that it is a new version of.
 * @param request What the ingest goes by.
 * @returns Undefined where the note holds its inputs itself, and did before.
 */
export async function prepareInputs(
  note: IngestedNote,
  update: KnownNote | undefined,
  request: IngestRequest,
): Promise<NoteInputs | undefined> {
  const shards = note.rows?.shards;
  if (update === undefined) return shards === undefined ? undefined : { files: shards, before: [], findings: [] };
  const before = await filesOf(update.path, request);
  if (shards === undefined) return before.length === 0 ? undefined : { files: [], before, findings: [] };
  const current = readConsultationNote(update.text, update.path, request.process).note;
  const answered = new Set(request.responses.filter((one) => one.note === current?.id).map(({ entry }) => entry.input));
  const base = current === undefined ? undefined : noteVisibility(current.frontMatter);
  const inNote = (current?.inputs ?? []).flatMap((input) => asLine(input, base));
  const result = updateShards({ before: linesIn(before, inNote), after: shards, answered, path: update.path });
  return { files: result.shards, before, findings: result.findings };
}

/** An input of a note as a line of a file of inputs, with what a person put on it. */
function asLine(input: Input, base: Visibility | undefined): ShardLine[] {
  const { id, respondent, question, heading = '', text, kinds, codes, withdrawn } = input;
  if (id === undefined) return [];
  const tags = [...kinds, ...codes];
  const place = { ...(respondent !== undefined && { respondent }), ...(question !== undefined && { question }) };
  const marks = withdrawn === undefined ? narrowedBy(input, base) : { withdrawn };
  return [{ id, ...place, heading, text, ...(tags.length > 0 && { tags }), ...marks }];
}

/** What an input narrows of what its note says. */
function narrowedBy({ visibility }: Input, base: Visibility | undefined): Partial<ShardLine> {
  const keys = (['distribution', 'attribution', 'quote'] as const).filter((key) => visibility[key] !== base?.[key]);
  return Object.fromEntries(keys.map((key) => [key, visibility[key]]));
}

function* linesIn(files: readonly Uint8Array[], more: readonly ShardLine[]): Generator<ShardLine> {
  for (const file of files) for (const { line } of readShard(file)) if (line !== undefined) yield line;
  yield* more;
}

/** The files of inputs beside a note, in order. */
async function filesOf(note: string, { paths = [], open }: IngestRequest): Promise<readonly Uint8Array[]> {
  const folder = `${shardFolder(note)}/`;
  const files: Uint8Array[] = [];
  for (const path of paths.filter((one) => one.startsWith(folder) && one.endsWith('.jsonl')).sort()) {
    const bytes = await open?.(path);
    if (bytes !== undefined) files.push(bytes);
  }
  return files;
}

/** Ids of respondents looked at in a note. */
const LOOKED_AT = 2000;

/**
 * Finds the note that an earlier export of the same survey became: at least half of its respondents are the same.
 *
 * @param note The note made of the export that came now.
 * @param notes Notes that it may be a new version of.
 * @param request What the ingest goes by.
 */
export async function earlierExport(
  note: IngestedNote,
  notes: readonly KnownNote[],
  request: IngestRequest,
): Promise<KnownNote | undefined> {
  const now = new Set(note.rows?.respondents);
  if (now.size === 0) return undefined;
  for (const known of notes) {
    const there = await respondentsOf(known, request);
    const same = there.filter((id) => now.has(id)).length;
    if (same > 0 && same * 2 >= Math.min(there.length, now.size)) return known;
  }
  return undefined;
}

async function respondentsOf({ text, path }: KnownNote, request: IngestRequest): Promise<readonly string[]> {
  const inNote = [...text.matchAll(/\brespondent="(r[\w-]+)"/gu)].map(([, id = '']) => id);
  if (inNote.length > 0) return [...new Set(inNote)].slice(0, LOOKED_AT);
  const first = shardPath(path, 0);
  const bytes = request.paths?.includes(first) === true ? await request.open?.(first) : undefined;
  if (bytes === undefined) return [];
  return [...new Set([...readShard(bytes)].flatMap(({ line }) => line?.respondent ?? []))];
}

/**
 * Whether the inputs of an arrival stand in files of their own.
 *
 * @param desk State of the ingest.
 * @param carrier The arrival.
 */
export function hasInputsBeside(desk: Desk, { from, inputs }: Carrier): boolean {
  return (inputs?.files.length ?? 0) > 0 || (from !== undefined && heldBeside(desk, from).length > 0);
}

/**
 * Plans to write the files of inputs beside a note, and to remove those that are too many or were held.
 *
 * @param desk State of the ingest.
 * @param carrier The arrival.
 * @param path Path of the note.
 */
export function writeNoteInputs(desk: Desk, { from, inputs }: Carrier, path: string): void {
  if (inputs !== undefined) {
    inputs.files.forEach((bytes, index) => {
      const was = inputs.before[index];
      writeInputs(desk, shardPath(path, index), { bytes, ...(was !== undefined && { was }) });
    });
    inputs.before.slice(inputs.files.length).forEach((_, index) => {
      desk.deletes.add(shardPath(path, inputs.files.length + index));
    });
  }
  if (from === undefined) return;
  heldBeside(desk, from).forEach(({ name, bytes }, index) => {
    if (inputs === undefined) writeInputs(desk, shardPath(path, index), { bytes });
    desk.deletes.add(name);
  });
}

function heldBeside(desk: Desk, { path }: KnownNote) {
  return desk.heldInputs.filter(({ name }) => name.startsWith(`${shardFolder(path)}/`));
}
