import type { ConsultationNote, Input } from '../../model/consultation-note.ts';
import type { ResponseEntry } from '../../model/response.ts';
import type { Workspace } from '../../model/workspace.ts';
import { responsesByInput } from '../../trace/answers.ts';
import type { Disclosures } from '../../trace/disclose-input.ts';
import type { Disclosure } from '../../trace/disclosure.ts';
import { holdsName, protectedNames } from '../../trace/protected-words.ts';
import { mayCount } from '../../trace/reach/note-facts.ts';

/** An input that may be spoken of, with what may be told of its answer. */
export interface SynopsisItem {
  readonly note: ConsultationNote;
  readonly input: Input;
  readonly disclosure: Disclosure;
  /** As it may be called. */
  readonly ref: string;
  /** The first of the inputs that are near-identical to it; itself where it is that, or where there are none. */
  readonly voice: Input;
  /** Absent where nobody has answered. */
  readonly response?: ResponseEntry;
  /** Whether reason and passages may be told. */
  readonly tells: boolean;
}

/** Which inputs are wanted. */
export interface ItemOptions {
  readonly told: Disclosures;
  /** Id of a round; all where absent. */
  readonly round: string | undefined;
  /** The first input that each near-identical one repeats. */
  readonly repeats: ReadonlyMap<Input, Input>;
}

/**
 * Gathers the inputs that may be spoken of: those of consultations that may be counted, where it may be told what they
 * are about.
 *
 * Who sends the same letter many times speaks with one voice; both totals are told.
 */
export function synopsisItems(
  { notes, responses, decisions }: Workspace,
  { told, round, repeats }: ItemOptions,
): readonly SynopsisItem[] {
  const answers = responsesByInput(responses);
  const holds = holdsName(protectedNames({ notes, decisions, told }));
  const items: SynopsisItem[] = [];
  for (const note of notes) {
    if ((round !== undefined && note.frontMatter.round !== round) || !mayCount(note, told)) continue;
    for (const input of note.inputs) {
      const disclosure = told.ofInput(note, input);
      if (!disclosure.subject || input.withdrawn !== undefined) continue;
      const entry = answers.get(input.ref)?.entry;
      items.push({
        note,
        input,
        disclosure,
        voice: repeats.get(input) ?? input,
        ref: told.refOf(note, input.ref, disclosure),
        ...(entry !== undefined && { response: entry }),
        tells: entry !== undefined && disclosure.reason && !holds(entry.reason),
      });
    }
  }
  return items;
}
