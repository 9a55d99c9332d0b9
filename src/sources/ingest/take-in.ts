import type { IngestedNote } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { contentHash } from '../../text/fingerprint.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { holds } from '../consultation-note/note-front-matter.ts';
import { readConsultationNote, readNoteBlocks } from '../consultation-note/read-consultation-note.ts';
import { type Desk, freePath, type KnownNote, release, write } from './desk.ts';
import type { IngestOutcome, IngestRequest } from './ingest-types.ts';
import { mergeFrontMatter } from './merge-front-matter.ts';
import { neutralName, WITHHELD_NAME } from './neutral-name.ts';
import { hasInputsBeside, type NoteInputs, writeNoteInputs } from './note-inputs.ts';
import { type HeldMarks, type HeldOrigin, KEPT_OUT, marksIn, QUARANTINE, whyPath, whyText } from './quarantine.ts';
import { stampInputs } from './stamp.ts';
import { updateNote } from './update-note.ts';

/** A note on its way into the workspace. */
export interface Arrival {
  readonly note: IngestedNote;
  readonly origin: HeldOrigin;
  /** The note of the workspace that this is a new version of. */
  readonly update?: KnownNote;
  /** The held note that it comes from. */
  readonly from?: KnownNote;
  /** Its inputs, where they stand in files of their own. */
  readonly inputs?: NoteInputs;
}

/** Errors in single rows: these were held back or could not be read, and the rest is taken in. */
const OF_ROWS: ReadonlySet<string> = new Set(['ingest/row-held', 'ingest/row-not-read']);

/**
 * Puts a note into the workspace, or into quarantine where something of severity error is found.
 *
 * @param desk State of the ingest.
 * @param arrival The note and where it came from.
 * @param request What the ingest goes by.
 */
export function takeIn(desk: Desk, given: Arrival, request: IngestRequest): IngestOutcome {
  const arrival = nameless(given, request);
  const { note, origin, update } = arrival;
  const folder = `consultations/${safeRound(note.markdown, request.options.round)}`;
  const path = update?.path ?? freePath(desk, folder, arrival.from === undefined ? note.name : stem(arrival.from.path));
  const made = finished(arrival, path, request);
  // The lines stay as they are when ids are given, so that one reading serves both findings and ids.
  const reading = readNoteBlocks(made.markdown, path, request.process);
  const markdown = stampInputs(made.markdown, reading.blocks.inputs, { seed: origin.sha256, taken: made.taken });
  const isBeside = hasInputsBeside(desk, arrival);
  const read = reading.findings.filter(({ check }) => !(isBeside && check === 'inputs/none'));
  const denied = request.screen?.(made.markdown, path) ?? [];
  const findings = [...note.findings, ...made.findings, ...read, ...denied];
  if (findings.some(({ severity, check }) => severity === 'error' && !OF_ROWS.has(check))) {
    return hold(desk, { arrival, markdown, path, findings }, request);
  }
  write(desk, path, markdown);
  writeNoteInputs(desk, arrival, path);
  keepOut(desk, arrival, path);
  if (arrival.from !== undefined) release(desk, arrival.from);
  if (update === undefined) desk.notes.push(knownNow(path, markdown, origin));
  else desk.notes[desk.notes.indexOf(update)] = knownNow(path, markdown, origin);
  desk.claimed.add(path);
  return { name: origin.name, status: update === undefined ? 'new' : 'updated', path, findings };
}

/** The same note, without what the name of its file may tell. */
function nameless(arrival: Arrival, { process }: IngestRequest): Arrival {
  const neutral = neutralName(arrival.note, arrival.origin.name, process);
  return neutral === undefined ? arrival : { ...arrival, note: { ...arrival.note, ...neutral } };
}

function knownNow(path: string, text: string, origin: HeldOrigin): KnownNote {
  return { path, text, hash: contentHash(text), origin };
}

interface Finished {
  readonly markdown: string;
  readonly findings: readonly Finding[];
  /** Ids that new inputs must not get. */
  readonly taken: readonly string[];
}

/** The text to be written, merged with the version that is there; new inputs have no ids yet. */
function finished({ note, update, inputs }: Arrival, path: string, { process, responses }: IngestRequest): Finished {
  if (update === undefined) return { markdown: note.markdown, findings: [], taken: [] };
  if (inputs !== undefined) {
    const front = mergeFrontMatter(update.text, note.markdown, path);
    const body = note.markdown.slice(readFrontMatter(note.markdown, '').bodyOffset);
    return { markdown: front.head + body, findings: [...front.findings, ...inputs.findings], taken: [] };
  }
  const current = readConsultationNote(update.text, update.path, process).note;
  const answered = new Set(responses.filter((one) => one.note === current?.id).map(({ entry }) => entry.input));
  const merged = updateNote({ path, before: update.text, after: note.markdown, answered, process });
  return { ...merged, taken: [...answered, ...(current?.inputs.flatMap(({ id }) => id ?? []) ?? [])] };
}

interface Holding {
  readonly arrival: Arrival;
  readonly markdown: string;
  /** Where it would have gone. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** Puts a note into quarantine, with the reasons beside it. */
function hold(desk: Desk, { arrival, markdown, path, findings }: Holding, request: IngestRequest): IngestOutcome {
  const { origin } = arrival;
  const before = arrival.from;
  const folder = path.replace(/^consultations/u, QUARANTINE).replace(/\/[^/]+$/u, '');
  const heldPath = before?.path ?? freePath(desk, folder, stem(path));
  const moved = findings.map((one) => ({ ...one, place: { ...one.place, file: heldPath } }));
  const why = whyText(origin, moved, marksOf(arrival, markdown, request));
  if (arrival.update === undefined) desk.reserved.set(heldPath, path);
  if (before?.text !== markdown) write(desk, heldPath, markdown);
  if (before === undefined) writeNoteInputs(desk, arrival, heldPath);
  if (before?.why !== why) write(desk, whyPath(heldPath), why);
  keepOut(desk, arrival, path);
  if (before === undefined) desk.held.push(knownNow(heldPath, markdown, origin));
  return { name: origin.name, status: 'held', path: heldPath, findings: moved };
}

/** A note that somebody has edited stays an edited one, however often it is held again. */
function marksOf({ origin, from }: Arrival, markdown: string, { judgedBy }: IngestRequest): HeldMarks {
  const isSameFile = from !== undefined && (from.origin === undefined || sameOrigin(from.origin, origin));
  const before = from?.why === undefined ? undefined : marksIn(from.why).written;
  const written = isSameFile && before !== from.hash ? before : contentHash(markdown);
  return { ...(written !== undefined && { written }), ...(judgedBy !== undefined && { judgedBy }) };
}

/** What names people goes where git never looks; the hash keeps files of one name apart. */
function keepOut(desk: Desk, { note, origin }: Arrival, path: string): void {
  if (note.keptOut === undefined) return;
  const folder = path.replace(/^consultations/u, KEPT_OUT).replace(/\/[^/]+$/u, '');
  write(desk, `${folder}/${stem(path)}-${origin.sha256.slice(0, 8)}.yaml`, note.keptOut);
}

function stem(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.md$/u, '');
}

/** The round of a note, or the one given for all, where it can be the name of a folder. */
function safeRound(markdown: string, given: string | undefined): string {
  const { round } = readFrontMatter(markdown, '').data;
  return [round, given].filter((one) => holds('round', one)).map(String)[0] ?? 'unsorted';
}

/** Whether a note came from a file of this name, or may have: the name is not always kept. */
export function isNamed(one: HeldOrigin | undefined, name: string): boolean {
  return one !== undefined && (one.name === name || one.name === WITHHELD_NAME);
}

/** Whether two notes came from the same bytes under the same name. */
export function sameOrigin(one: HeldOrigin | undefined, other: HeldOrigin): boolean {
  return isNamed(one, other.name) && one?.sha256 === other.sha256;
}
