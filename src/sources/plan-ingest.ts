import { stringify } from 'yaml';
import type { Finding } from '../model/finding.ts';
import type { Plan } from '../model/plan.ts';
import { contentHash } from '../text/fingerprint.ts';
import { readFrontMatter } from '../text/front-matter.ts';
import { isEmptied } from './consultation-note/tombstone.ts';
import { gatherForms } from './forms/gather-forms.ts';
import { type Desk, type KnownNote, layOut, setAside, takeBack, write } from './ingest/desk.ts';
import type { IngestFile, IngestOutcome, IngestPlan, IngestRequest, IngestStatus } from './ingest/ingest-types.ts';
import { neutralMappingName } from './ingest/neutral-name.ts';
import { earlierExport, prepareInputs } from './ingest/note-inputs.ts';
import { type HeldOrigin, marksIn } from './ingest/quarantine.ts';
import { type FileReading, readFile } from './ingest/read-file.ts';
import {
  emptiedFinding,
  isCorrected,
  isSameDocument,
  sameContentFinding,
  sameNameFinding,
  setAsideFinding,
} from './ingest/same-document.ts';
import { isNamed, sameOrigin, takeIn } from './ingest/take-in.ts';
import { type FileRemarks, sameRemarks } from './word/same-remarks.ts';

/**
 * Plans what an ingest does, and does nothing yet.
 *
 * Files become consultation notes in `consultations/<round>/`; what a finding of severity error forbids goes to
 * `.penholder/quarantine/<round>/` with its reasons, and is looked at again by every later ingest. A file that came in
 * before changes nothing; a changed one under the same name updates its note and keeps ids and responses, and replaces
 * what was held of it.
 *
 * @param given Files, what is there already, process and flags.
 */
export async function planIngest(given: IngestRequest): Promise<IngestPlan> {
  const desk = layOut(given);
  const { request, known } = gatherForms(given);
  const heldBefore = new Set(desk.held);
  const files = request.files.map((file) => ({ ...file, sha256: contentHash(file.bytes) }));
  const run: Run = { request, files, desk, heldBefore, outcomes: [...known], readings: [], said: [], retried: [] };
  // Files that came in before claim their notes first, so that none of these is taken for an older version of another.
  for (const file of files) claimUnchanged(run, file);
  for (const held of [...run.desk.held]) await retryHeld(run, held);
  for (const file of files) await ingestFile(run, file);
  for (const reading of run.readings.filter(({ notes }) => notes.length > 0)) writeMappings(desk, reading, request);
  return {
    plan: planOf(run.desk),
    outcomes: run.outcomes,
    findings: [...run.outcomes.flatMap(({ findings }) => findings), ...sameRemarks(run.said)],
    summary: summaryOf(run.outcomes),
    missing: run.readings.flatMap(({ missing }) => missing),
    columns: run.readings.flatMap(({ columns }) => columns),
    others: run.readings.flatMap(({ others }) => others),
  };
}

/** How the columns of a file are read is kept for the next one, under a name that tells of nobody. */
function writeMappings(desk: Desk, { mappings, notes }: FileReading, { process }: IngestRequest): void {
  for (const { name, mapping } of mappings) {
    const text = stringify(mapping, { lineWidth: 0 });
    const kept = notes.map((note) => neutralMappingName(note, { file: name, text }, process)).find(Boolean) ?? name;
    write(desk, `mappings/${kept}.yaml`, text);
  }
}

interface Run {
  readonly request: IngestRequest;
  readonly files: readonly HashedFile[];
  readonly desk: Desk;
  readonly outcomes: IngestOutcome[];
  readonly readings: (FileReading & { readonly held?: KnownNote })[];
  /** What returned files say. */
  readonly said: FileRemarks[];
  /** Where the held notes came from that were looked at again. */
  readonly retried: HeldOrigin[];
  /** Held notes that were there before; a file of this ingest can replace each of them once. */
  readonly heldBefore: Set<KnownNote>;
}

interface HashedFile extends IngestFile {
  readonly sha256: string;
}

/** The note that this very file became, or is. */
function unchangedNote(desk: Desk, file: HashedFile): KnownNote | undefined {
  return desk.notes.find(({ origin, hash }) => sameOrigin(origin, file) || hash === file.sha256);
}

function claimUnchanged({ desk }: Run, file: HashedFile): void {
  const note = unchangedNote(desk, file);
  if (note !== undefined) desk.claimed.add(note.path);
}

/** Looks at a held note again: somebody may have mended it, or given what it lacked. */
async function retryHeld(run: Run, held: KnownNote): Promise<void> {
  const origin = held.origin ?? { name: held.path.split('/').at(-1) ?? held.path, sha256: held.hash };
  run.retried.push(origin);
  if (isAsBefore(run, held, origin)) {
    run.outcomes.push({ name: origin.name, status: 'held', path: held.path, findings: [], asBefore: true });
    return;
  }
  const source = run.request.sources.find(({ accepts }) => accepts('held.md', new Uint8Array()));
  const file = { name: origin.name, bytes: new TextEncoder().encode(held.text) };
  const request = requestFor(run, origin);
  const reading = await readFile(file, request, source);
  // Whoever names other files is not asked about this one.
  run.readings.push({ ...reading, held, ...(request !== run.request && { missing: [] }) });
  const [note] = reading.notes;
  if (note === undefined) {
    run.outcomes.push({ name: origin.name, status: 'held', path: held.path, findings: reading.findings });
    return;
  }
  // A note that was held as it came says nothing of its file yet; what it now says of itself is the mended one.
  const markdown = note.markdown.replace(held.hash, origin.sha256);
  const update = olderVersion(run.desk, { ...file, sha256: origin.sha256 }, markdown);
  const findings = [...note.findings, ...(await remarksOn(run, origin))];
  const arrival = {
    note: { ...note, markdown, findings },
    origin,
    from: held,
    ...(update !== undefined && { update }),
  };
  run.outcomes.push(takeIn(run.desk, arrival, request));
}

/**
 * What a held note is read by. What flags say is meant for the files that are named with them: a note that waits for
 * something else must not get the date or group of another; without files it is meant for all that is held.
 */
function requestFor(run: Run, origin: HeldOrigin): IngestRequest {
  if (run.files.length === 0 || comesAgain(run, origin)) return run.request;
  const { answers = {} } = run.request.options;
  return { ...run.request, options: { answers } };
}

/** Whether a file of this name is among those that come in. */
function comesAgain({ files }: Pick<Run, 'files'>, { name }: { readonly name: string }): boolean {
  return files.some((file) => isNamed({ name, sha256: '' }, file.name));
}

/** Whether a held note would be held again for the very reasons it was held for: then it need not be read. */
function isAsBefore(run: Run, { hash, why = '' }: KnownNote, origin: HeldOrigin): boolean {
  const { written, judgedBy } = marksIn(why);
  const known = judgedBy !== undefined && judgedBy === run.request.judgedBy && written === hash;
  return known && run.files.length > 0 && !comesAgain(run, origin);
}

/** What was said of the file when it came first and still holds, where it comes in again: what was left out of it. */
async function remarksOn({ files, request }: Run, origin: HeldOrigin): Promise<readonly Finding[]> {
  const file = files.find((one) => sameOrigin(origin, one));
  if (file === undefined) return [];
  const { notes } = await readFile(file, { ...request, options: { ...request.options, yes: false } });
  return notes.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'error');
}

/** Takes in one file, unless it came in before. */
async function ingestFile(run: Run, file: HashedFile): Promise<void> {
  const { desk, outcomes, request } = run;
  const origin = { name: file.name, sha256: file.sha256 };
  if (run.retried.some((one) => sameOrigin(one, origin))) return;
  const emptied = desk.notes.find(({ origin: from, text }) => from?.sha256 === file.sha256 && isEmptied(text));
  if (emptied !== undefined) {
    outcomes.push({ name: file.name, status: 'refused', findings: [emptiedFinding(file.name, emptied.path)] });
    return;
  }
  const unchanged = unchangedNote(desk, file);
  if (unchanged !== undefined) {
    outcomes.push({ name: file.name, status: 'unchanged', path: unchanged.path, findings: [] });
    return;
  }
  const reading = await readFile(file, request);
  run.readings.push(reading);
  run.said.push({ name: file.name, remarks: reading.notes.flatMap(({ said = [] }) => said) });
  if (reading.findings.length > 0) outcomes.push({ name: file.name, status: 'refused', findings: reading.findings });
  for (const note of reading.notes) {
    const update = (await earlierExport(note, unclaimed(desk), request)) ?? olderVersion(desk, file, note.markdown);
    const inputs = await prepareInputs(note, update, request);
    const from = correctedVersion(run, file, note.markdown);
    if (from !== undefined) forget(run, from);
    const aside = from === undefined ? undefined : setAside(desk, from);
    const remarks = aside === undefined ? [] : [setAsideFinding(file.name, aside)];
    const findings = [...note.findings, ...remarks, ...nameFindings(desk, file, { update, from })];
    const arrival = {
      note: { ...note, findings },
      origin,
      ...(update !== undefined && { update }),
      ...(from !== undefined && { from }),
      ...(inputs !== undefined && { inputs }),
    };
    outcomes.push(takeIn(desk, arrival, request));
  }
}

/** The note held of an earlier version of this file, if it is plain which. */
function correctedVersion({ desk, heldBefore, files }: Run, file: HashedFile, markdown: string): KnownNote | undefined {
  const cameAgain = ({ origin }: KnownNote): boolean => files.some((one) => sameOrigin(origin, one));
  const named = desk.held.filter((one) => heldBefore.has(one) && isNamed(one.origin, file.name) && !cameAgain(one));
  const same = named.filter(({ text }) => isCorrected(text, markdown));
  return same.length === 1 ? same[0] : undefined;
}

/** What was said of a held note no longer holds once a corrected file takes its place. */
function forget(run: Run, held: KnownNote): void {
  run.heldBefore.delete(held);
  takeBack(run.desk, held);
  keepOnly(run.outcomes, ({ path }) => path !== held.path);
  keepOnly(run.readings, (reading) => reading.held !== held);
}

/** The note an earlier version of this file became, if it is plain which. */
function olderVersion(desk: Desk, file: HashedFile, markdown: string): KnownNote | undefined {
  const named = desk.notes.filter(({ path, origin }) => isNamed(origin, file.name) && !desk.claimed.has(path));
  const same = named.filter(({ text }) => isFromSame(text, markdown) && isSameDocument(text, markdown));
  return same.length === 1 ? same[0] : undefined;
}

/** Notes that no file of this ingest has claimed. */
function unclaimed({ notes, claimed }: Desk): readonly KnownNote[] {
  return notes.filter(({ path }) => !claimed.has(path));
}

/** Whether two notes may be of one speaker: the organisations of a comment matrix all come from one file. */
function isFromSame(before: string, after: string): boolean {
  const [one, other] = [before, after].map((text) => readFrontMatter(text, '').data.from);
  return one === undefined || other === undefined || one === other;
}

function keepOnly<T>(list: T[], wanted: (one: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(wanted));
}

/** What of an earlier version of a file is there: the note it became, the one held. */
interface Predecessors {
  readonly update: KnownNote | undefined;
  readonly from: KnownNote | undefined;
}

/** What to tell where another note has this file's name, or its very content. */
function nameFindings(desk: Desk, file: HashedFile, { update, from }: Predecessors): IngestOutcome['findings'] {
  // The organisations of one comment matrix all come from the same file.
  const twin = desk.notes.find(({ origin }) => origin?.sha256 === file.sha256 && !isNamed(origin, file.name));
  const isNew = update === undefined && from === undefined;
  const others = [...desk.notes, ...desk.held].filter(({ origin }) => !sameOrigin(origin, file));
  const namesake = isNew ? others.find(({ origin }) => origin?.name === file.name) : undefined;
  return [
    ...(twin === undefined ? [] : [sameContentFinding(file.name, twin.path)]),
    ...(namesake === undefined || namesake === twin ? [] : [sameNameFinding(file.name, namesake.path)]),
  ];
}

function planOf(desk: Desk): Plan {
  return {
    writes: [...desk.writes.values()],
    renames: [],
    deletes: [...desk.deletes].filter((path) => !desk.writes.has(path)),
    tags: [],
  };
}

function summaryOf(outcomes: readonly IngestOutcome[]): Record<IngestStatus, number> {
  const summary = { new: 0, updated: 0, unchanged: 0, held: 0, refused: 0 };
  for (const { status } of outcomes) summary[status] += 1;
  return summary;
}
