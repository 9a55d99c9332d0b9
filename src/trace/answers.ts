import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import type { Response } from '../model/response.ts';
import type { Workspace } from '../model/workspace.ts';
import { ACCEPTING } from './response-state.ts';

/** How far the inputs of some notes are answered. */
export interface AnswerCount {
  readonly notes: number;
  readonly inputs: number;
  readonly answered: number;
  /** Accepted, and the text not yet changed: responses without a fingerprint of what was written. */
  readonly pending: number;
}

/** Responses by the input they answer; the first where an input has several. */
export function responsesByInput(responses: readonly Response[]): ReadonlyMap<string, Response> {
  const byInput = new Map<string, Response>();
  for (const response of responses) {
    if (!byInput.has(response.inputRef)) byInput.set(response.inputRef, response);
  }
  return byInput;
}

/** Inputs of a note that nobody has answered, in the order of the note. */
export function unansweredInputs(note: ConsultationNote, answers: ReadonlyMap<string, Response>): readonly Input[] {
  return note.inputs.filter(({ ref }) => !answers.has(ref));
}

/** True where a response promises a change of the text that is not recorded as made. */
export function isPending({ entry }: Response): boolean {
  return ACCEPTING.has(entry.decision) && entry.text === undefined;
}

/** Where nobody records which edits were made, no response can be told to wait for one. */
function recordsEdits({ responses }: Workspace): boolean {
  return responses.some(({ entry }) => entry.text !== undefined);
}

/**
 * Counts notes, inputs and answers of one round.
 *
 * @param round Id of the round.
 */
export function countAnswers(workspace: Workspace, round: string): AnswerCount {
  const answers = responsesByInput(workspace.responses);
  const notes = workspace.notes.filter(({ frontMatter }) => frontMatter.round === round);
  const inputs = notes.flatMap((note) => note.inputs);
  const given = inputs.flatMap(({ ref }) => answers.get(ref) ?? []);
  return {
    notes: notes.length,
    inputs: inputs.length,
    answered: given.length,
    pending: recordsEdits(workspace) ? given.filter(isPending).length : 0,
  };
}
