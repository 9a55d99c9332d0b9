import type { World } from '../io/world.ts';
import type { ConsultationNote } from '../model/consultation-note.ts';
import type { Finding } from '../model/finding.ts';
import { EMPTY_PLAN, type Plan, type PlannedWrite } from '../model/plan.ts';
import type { ResponseEntry } from '../model/response.ts';
import type { Workspace } from '../model/workspace.ts';
import { decodeText } from './decode.ts';
import { editResponseLines } from './edit-response-lines.ts';
import { type EditedResponses, editResponses } from './edit-responses.ts';
import { INPUT_FILE } from './note-inputs.ts';
import { readResponses } from './responses.ts';
import { sameValue } from './same-entry.ts';

/** A response that is to be recorded. */
export interface ResponseEdit {
  /** Id of the note, `<round>/<note>`. */
  readonly note: string;
  /** The whole new entry: it replaces the one of the same input, or is added in the order of the note's inputs. */
  readonly entry: ResponseEntry;
  /** The entry this edit was made from, absent where there was none; where another one is on disk, the edit is refused with a finding. */
  readonly was?: ResponseEntry;
}

/** What recording responses writes, and what could not be recorded. */
export interface PlannedResponses {
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

/** An entry on disk. */
interface Standing {
  readonly file: string;
  readonly line: number;
  readonly entry: ResponseEntry;
}

interface FileEdit {
  readonly note: ConsultationNote;
  readonly entries: ResponseEntry[];
}

/**
 * Plans to record responses. Files are edited entry by entry: comments, order and writing of all others stay byte for byte.
 *
 * @param world The World of the workspace.
 * @param workspace Its notes.
 * @param edits The responses; of several to one input the last one counts.
 * @returns The plan for all edits that can be made; findings on the others.
 */
export async function planResponses(
  world: World,
  workspace: Pick<Workspace, 'notes'>,
  edits: readonly ResponseEdit[],
): Promise<PlannedResponses> {
  const findings: Finding[] = [];
  const notes = new Map(workspace.notes.map((note) => [note.id, note]));
  const touched = new Set(edits.flatMap(({ note }) => notes.get(note) ?? []));
  const standing = await entriesOnDisk(world, touched);
  const inputs = new Map([...touched].map((note) => [note, new Map(note.inputs.map((input) => [input.id, input]))]));
  const files = new Map<string, FileEdit>();
  for (const edit of edits) {
    const note = notes.get(edit.note);
    const input = note && inputs.get(note)?.get(edit.entry.input);
    if (note === undefined || input === undefined) {
      findings.push(unknownInput(edit, note));
      continue;
    }
    const known = standing.get(`${note.id}#${edit.entry.input}`);
    if (![edit.was, edit.entry].some((entry) => sameValue(known?.entry, entry))) {
      findings.push(changedMeanwhile(edit, note, known));
      continue;
    }
    const file = known?.file ?? fileFor(note, input.file);
    const own = files.get(file) ?? { note, entries: [] };
    own.entries.push(edit.entry);
    files.set(file, own);
  }
  const edited = await Promise.all([...files].map(([path, edit]) => writeOf(world, path, edit)));
  findings.push(...edited.flatMap((one) => one.findings));
  return { plan: { ...EMPTY_PLAN, writes: edited.flatMap(({ write }) => write ?? []) }, findings };
}

/** The entries of some notes as they are on disk, by the ref of their input; the first where there are several. */
async function entriesOnDisk(
  world: World,
  notes: ReadonlySet<ConsultationNote>,
): Promise<ReadonlyMap<string, Standing>> {
  const standing = new Map<string, Standing>();
  for (const { note, reading } of await readResponses(world, [...notes], notes)) {
    if (note === undefined) continue;
    for (const { entry, line } of reading.entries) {
      const ref = `${note.id}#${entry.input}`;
      if (!standing.has(ref)) standing.set(ref, { file: reading.file, line, entry });
    }
  }
  return standing;
}

function stemOf({ file }: ConsultationNote): string {
  return file.replace(/\.(?:md|markdown)$/iu, '');
}

/** Inputs that are kept in a file beside the note have their responses in one of the same number. */
function fileFor(note: ConsultationNote, beside: string | undefined): string {
  if (beside !== undefined && INPUT_FILE.test(beside))
    return beside.replace(/\.inputs\/(?=\d+\.jsonl$)/u, '.responses/');
  return `${stemOf(note)}.responses.yaml`;
}

async function writeOf(
  world: World,
  path: string,
  { note, entries }: FileEdit,
): Promise<{ readonly write?: PlannedWrite; readonly findings: readonly Finding[] }> {
  const was = await world.read(path);
  const { text: source, findings } = was === undefined ? { text: '', findings: [] } : decodeText(was, path);
  if (source === undefined || findings.length > 0) return { findings };
  const order = new Map(note.inputs.flatMap(({ id }, index) => (id === undefined ? [] : [[id, index] as const])));
  const last = new Map(entries.map((entry) => [entry.input, entry]));
  const edit = { file: path, entries: [...last.values()], order };
  const edited: EditedResponses = path.endsWith('.jsonl')
    ? editResponseLines(source, edit)
    : editResponses(source, edit);
  if (edited.text === undefined || edited.text === source) return { findings: edited.findings };
  const bytes = new TextEncoder().encode(edited.text);
  const mode = was === undefined ? ('new' as const) : ('replace' as const);
  return { write: { path, bytes, mode, ...(was !== undefined && { was }) }, findings: edited.findings };
}

function unknownInput({ note: id, entry }: ResponseEdit, note: ConsultationNote | undefined): Finding {
  const file = note?.file ?? 'consultations';
  return {
    check: 'responses/unknown-input',
    severity: 'error',
    message:
      note === undefined
        ? `There is no consultation note for the response to "${entry.input.slice(0, 40)}".`
        : `There is no input "${entry.input.slice(0, 40)}" in the consultation note.`,
    why: `A response has to stand beside the note it answers${note === undefined && id === '' ? '; no note was named' : ''}.`,
    hint: 'Look for the input with "penholder inputs", and give inputs that have no id one with "penholder ids".',
    place: { file, line: 1, column: 1 },
  };
}

function changedMeanwhile({ entry, was }: ResponseEdit, note: ConsultationNote, known: Standing | undefined): Finding {
  const other = was === undefined ? 'was not there' : 'read differently';
  const what = known === undefined ? 'is gone by now' : `${other} when this answer was made`;
  return {
    check: 'responses/changed-meanwhile',
    severity: 'error',
    message: `The response to "${entry.input.slice(0, 40)}" ${what}; it was left as it is.`,
    why: 'Somebody else may have answered in between, and their words would be lost.',
    hint: 'Look at both, and answer again with what holds.',
    place: { file: known?.file ?? note.file, line: known?.line ?? 1, column: 1 },
  };
}
