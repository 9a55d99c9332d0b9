/** What is wrong with an answer before it is recorded. */

import type { ResponseEntry } from '../model/response.ts';
import { WORKING } from '../model/vocabulary.ts';
import { nearest } from '../text/nearest.ts';
import { CannotRun } from './cannot-run.ts';
import type { Desk, Target } from './respond-desk.ts';
import type { Answer } from './respond-entry.ts';

/**
 * The entry with what was said in it now brought to ids: paragraph numbers to passages, refs of inputs to ids within a note.
 *
 * What stands in the entry from before is for the checks to judge: its words may not be for who reads this message.
 *
 * @param said The entry, and what of it was said now.
 * @throws CannotRun where something is named that there is not, or a duplicate leads back to itself.
 */
export async function resolvedEntry(
  desk: Desk,
  target: Target,
  { entry, answer }: { readonly entry: ResponseEntry; readonly answer: Answer },
): Promise<ResponseEntry> {
  const passages = answer.passages === undefined ? undefined : await resolvedPassages(desk, answer.passages);
  const original = answer['duplicate-of'];
  const stage = answer['deferred-to'];
  checkDecisions(desk, answer.decisions ?? []);
  checkDate(answer);
  if (stage !== undefined) checkStage(desk, target, stage);
  if (entry.decision === 'deferred' && entry['deferred-to'] === undefined) {
    throw new CannotRun(
      'It is not said to what the input is deferred.',
      'Name a stage or another input with --deferred-to.',
    );
  }
  if (entry.decision === 'duplicate' && entry['duplicate-of'] === undefined) {
    throw new CannotRun('It is not said which input says the same.', 'Name it with --duplicate-of.');
  }
  return {
    ...entry,
    ...(passages !== undefined && { passages }),
    ...(original !== undefined && { 'duplicate-of': checkedOriginal(desk, target, original) }),
  };
}

async function resolvedPassages(desk: Desk, named: readonly string[]): Promise<string[]> {
  const known = await desk.knownPassages();
  const open = named.filter((name) => !known.has(name));
  if (open.length === 0) return [...new Set(named)];
  const { passageIndex } = await import('../trace/likely-passages.ts');
  const { passages } = passageIndex((await desk.draft()).document);
  const byNumber = new Map(passages.flatMap(({ id, number }) => (number === undefined ? [] : [[number, id] as const])));
  const resolved = named.map((name) => (known.has(name) ? name : (byNumber.get(name.replace(/\s*\(/u, ' (')) ?? name)));
  const [unknown] = resolved.filter((name) => !known.has(name));
  if (unknown === undefined) return [...new Set(resolved)];
  const near = nearest(unknown, [...known]);
  throw new CannotRun(
    `There is no passage "${unknown.slice(0, 40)}" in the draft or in a frozen stage.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    'Name the id that stands behind "^" in the draft, or the number of the paragraph; "penholder ids" gives ids to passages without one.',
  );
}

function checkDecisions({ workspace }: Desk, ids: readonly string[]): void {
  const known = workspace.decisions.map(({ frontMatter }) => frontMatter.id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const near = nearest(
    unknown,
    known.filter((id) => id !== undefined),
  );
  throw new CannotRun(
    `There is no core-group decision "${unknown.slice(0, 40)}".${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    'Decisions are files in decisions/, each with an id.',
  );
}

function checkDate({ 'reaction-date': date }: Answer): void {
  if (date === undefined || /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(date)) return;
  throw new CannotRun(`"${date.slice(0, 40)}" is not a date.`, 'Write it as in 2023-02-14.');
}

function checkStage({ workspace }: Desk, { note }: Target, stage: string): void {
  const stages = workspace.process.stages.map(({ id }) => id);
  const isInput = workspace.notes.some(({ id, inputs }) =>
    inputs.some((input) => input.ref === stage || (id === note.id && input.id === stage)),
  );
  if (stages.includes(stage) || isInput) return;
  const near = nearest(stage, stages);
  throw new CannotRun(
    `There is no stage or input "${stage.slice(0, 60)}" to defer to.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    `The stages are ${stages.filter((id) => id !== WORKING).join(', ')}.`,
  );
}

/** The input that is said to say the same, as it is written: by its id within the same note, in full elsewhere. */
function checkedOriginal(desk: Desk, target: Target, name: string): string {
  const refOf = (from: Target['note'], named: string) =>
    named.includes('#') ? named.replace('#^', '#') : `${from.id}#${named.replace(/^\^/u, '')}`;
  const byRef = new Map(desk.workspace.notes.flatMap((note) => note.inputs.map((input) => [input.ref, note] as const)));
  let ref = refOf(target.note, name);
  const written = ref.startsWith(`${target.note.id}#`) ? ref.slice(target.note.id.length + 1) : ref;
  const seen = new Set([target.input.ref]);
  for (let note = byRef.get(ref); ; note = byRef.get(ref)) {
    if (note === undefined) {
      throw new CannotRun(
        `There is no input "${name.slice(0, 80)}" that this one could duplicate.`,
        'Name it as in first/coalition#i3.',
      );
    }
    if (seen.has(ref))
      throw new CannotRun(
        'This duplicate would lead back to itself, and nobody would be answered.',
        'Name the input that is answered on its own.',
      );
    seen.add(ref);
    const next = desk.answers.get(ref)?.entry['duplicate-of'];
    if (next === undefined) return written;
    ref = refOf(note, next);
  }
}
