import type { ResponseDecision } from '../../model/vocabulary.ts';
import type { Workspace } from '../../model/workspace.ts';
import { responsesByInput } from '../../trace/answers.ts';
import type { Disclosures } from '../../trace/disclose-input.ts';
import { wordsOf } from '../../trace/disclosure.ts';
import { holdsName, protectedNames } from '../../trace/protected-words.ts';
import { type ResponseState, responseState } from '../../trace/response-state.ts';

/** An input that is about a passage, as it may be told. */
export interface PassageInput {
  readonly ref: string;
  readonly round: string;
  readonly from?: string;
  /** Absent where the words may not be passed on. */
  readonly words?: string;
  readonly state: ResponseState | 'deferred';
  readonly decision?: ResponseDecision;
  /** Absent where it may not be told. */
  readonly reason?: string;
}

/** What is looked for. */
export interface InputQuery {
  /** Ids of the passage in all stages. */
  readonly ids: ReadonlySet<string>;
  /** Ids that an input without an answer can name: those, and the section's. */
  readonly asked: ReadonlySet<string>;
  readonly told: Disclosures;
  /** Fingerprints of the passages of the text as it stands, by id. */
  readonly prints: ReadonlyMap<string, string>;
}

/**
 * Finds the inputs that were answered with a passage, and those without an answer that name it or its section.
 *
 * @returns In the order of the notes. Where it may not be told what an input is about, it is left out.
 */
export function passageInputs(workspace: Workspace, query: InputQuery): readonly PassageInput[] {
  const { notes, decisions, responses } = workspace;
  const { ids, asked, told, prints } = query;
  const answers = responsesByInput(responses);
  const holds = holdsName(protectedNames({ notes, decisions, told }));
  const found: PassageInput[] = [];
  for (const note of notes) {
    for (const input of note.inputs) {
      const response = answers.get(input.ref);
      const names = response?.entry.passages?.some((id) => ids.has(id)) === true;
      const isOpen = response === undefined && input.question !== undefined && asked.has(input.question);
      if (!names && !isOpen) continue;
      const disclosure = told.ofInput(note, input);
      if (input.withdrawn !== undefined || (names ? !disclosure.reason : !disclosure.subject)) continue;
      const words = wordsOf(input.text, disclosure.words);
      const from = told.contributorOf(note, disclosure);
      const reason = response?.entry.reason;
      const decision = response?.entry.decision;
      found.push({
        ref: told.refOf(note, input.ref, disclosure),
        round: told.roundOf(note, disclosure),
        ...(from !== undefined && { from }),
        ...(words !== undefined && { words }),
        state: decision === 'deferred' ? 'deferred' : responseState(response, prints),
        ...(decision !== undefined && { decision }),
        ...(reason !== undefined && !holds(reason) && { reason }),
      });
    }
  }
  return found;
}
