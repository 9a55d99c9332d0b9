import type { ConsultationNote } from '../model/consultation-note.ts';
import { nearest } from '../text/nearest.ts';
import { leadIndex, leadOf } from '../trace/leads.ts';
import { duplicateIndex, identicalInputs } from '../trace/likely-duplicates.ts';
import { responseState } from '../trace/response-state.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { Desk, Target } from './respond-desk.ts';

/** Flags that select inputs by what they are, with what of an input each looks at. */
const FILTERS: Readonly<Record<string, (target: Target) => readonly (string | undefined)[]>> = {
  round: ({ note }) => [note.frontMatter.round],
  group: ({ note }) => [note.frontMatter.group],
  region: ({ note }) => [note.frontMatter.region],
  kind: ({ input }) => input.kinds,
  code: ({ input }) => input.codes,
  note: ({ note }) => [note.id, note.file],
  question: ({ input }) => [input.question],
  decided: ({ response }) => [response?.entry.decision],
};

/** Flags that select inputs by how far they have come. */
const STATES = ['unanswered', 'pending', 'suspect'] as const;

/** Whether flags select inputs. */
export function selects(input: CommandInput): boolean {
  return (
    [...Object.keys(FILTERS), 'lead'].some((name) => texts(input, name).length > 0) ||
    text(input, 'duplicatesOf') !== undefined ||
    flag(input, 'unanswered') ||
    flag(input, 'pending')
  );
}

/** All inputs with what became of them, in the order of rounds and notes; withdrawn ones need no answer. */
export function allTargets({ workspace, answers }: Desk): readonly Target[] {
  const rounds = (workspace.process.rounds ?? []).map(({ id }) => id);
  const place = ({ frontMatter }: ConsultationNote) => {
    const index = rounds.indexOf(frontMatter.round);
    return index === -1 ? rounds.length : index;
  };
  const notes = [...workspace.notes].sort((a, b) => place(a) - place(b));
  const targets: Target[] = [];
  for (const note of notes) {
    for (const input of note.inputs) {
      if (input.withdrawn === undefined) targets.push({ note, input, response: answers.get(input.ref) });
    }
  }
  return targets;
}

/**
 * The inputs that flags select.
 *
 * @param state How far they must have come, beside what the flags say.
 */
export async function selectedTargets(
  input: CommandInput,
  desk: Desk,
  state: (typeof STATES)[number] | undefined = undefined,
): Promise<readonly Target[]> {
  const wanted = Object.entries(FILTERS).flatMap(([name, of]) => {
    const values = new Set(texts(input, name));
    return values.size === 0 ? [] : [{ of, values }];
  });
  const tests = [
    ...wanted.map(
      ({ of, values }) =>
        (target: Target) =>
          of(target).some((value) => value !== undefined && values.has(value)),
    ),
    ...(await stateTests(input, desk, state)),
    ...(await leadTests(texts(input, 'lead'), desk)),
    ...duplicateTests(text(input, 'duplicatesOf'), desk),
  ];
  return allTargets(desk).filter((target) => tests.every((test) => test(target)));
}

type Test = (target: Target) => boolean;

async function stateTests(
  input: CommandInput,
  desk: Desk,
  state: (typeof STATES)[number] | undefined,
): Promise<readonly Test[]> {
  const states = [...STATES.filter((name) => name !== 'suspect' && flag(input, name)), ...(state ? [state] : [])];
  if (states.length === 0) return [];
  const prints = states.every((name) => name === 'unanswered')
    ? new Map<string, string>()
    : (await desk.draft()).prints;
  return [({ response }) => states.includes(responseState(response, prints) as (typeof STATES)[number])];
}

async function leadTests(leads: readonly string[], desk: Desk): Promise<readonly Test[]> {
  if (leads.length === 0) return [];
  const members = (desk.workspace.process['core-group'] ?? []).map(({ id }) => id);
  const unknown = leads.find((lead) => members.length > 0 && !members.includes(lead));
  if (unknown !== undefined) {
    const near = nearest(unknown, members);
    throw new CannotRun(
      `There is no core-group member "${unknown}".${near === undefined ? '' : ` Did you mean "${near}"?`}`,
      'The members are listed in penholder.yaml under core-group.',
    );
  }
  const index = leadIndex((await desk.draft()).text.sections, desk.workspace.questionnaires);
  return [({ input, response }) => leadOf(input, response, index).some((lead) => leads.includes(lead))];
}

/** Those that say nearly the same as one input. */
function duplicateTests(name: string | undefined, desk: Desk): readonly Test[] {
  if (name === undefined) return [];
  const original = targetNamed(desk, name);
  const inputs = allTargets(desk).map(({ input }) => ({ ref: input.ref, text: input.text }));
  const same = new Set(identicalInputs(original.input.ref, duplicateIndex(inputs)));
  return [({ input }) => same.has(input.ref)];
}

/**
 * The input that somebody names: `<round>/<note>#<id>`, or as a public list calls it.
 *
 * @throws CannotRun where there is none, or it has no id to answer it by.
 */
export function targetNamed(desk: Desk, name: string): Target {
  const { workspace, answers } = desk;
  const at = name.lastIndexOf('#');
  const [noteName, id] = at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at + 1).replace(/^\^/u, '')];
  const note = workspace.notes.find((one) => one.id === noteName || one.file === noteName);
  if (note === undefined || id === '') throw unknownInput(desk, { name, noteName, id });
  const input = note.inputs.find((one) => one.id === id || one.ref === `${note.id}#${id}`);
  if (input === undefined) {
    throw new CannotRun(
      `There is no input "${id.slice(0, 40)}" in that consultation note.`,
      'Run "penholder inputs --note" with its name to see its inputs.',
    );
  }
  return { note, input, response: answers.get(input.ref) };
}

function unknownInput(
  { workspace, audience }: Desk,
  { name, noteName, id }: { readonly name: string; readonly noteName: string; readonly id: string },
): CannotRun {
  // Names of notes often tell who spoke, and are proposed only to who may know them.
  const known = audience.distribution === 'custodian' ? workspace.notes.map((one) => one.id) : [];
  const isNote = id === '' && workspace.notes.some((one) => one.id === noteName);
  const near = nearest(noteName, known);
  const hint = isNote
    ? `Name one of its inputs, as in ${noteName}#i3, or all of them with --note ${noteName}.`
    : 'Inputs are named by their note and id, as in first/africa-children#i3; "penholder inputs" lists them.';
  const guess = near === undefined || near === noteName ? '' : ` Did you mean "${near}"?`;
  return new CannotRun(
    isNote ? `"${name}" is a consultation note, not an input.` : `There is no input "${name.slice(0, 80)}".${guess}`,
    hint,
  );
}

/** The inputs named as arguments, each once. */
export function namedTargets(input: CommandInput, desk: Desk): readonly Target[] {
  const targets = input.args.map((name) => targetNamed(desk, name));
  return [...new Map(targets.map((target) => [target.input.ref, target])).values()];
}
