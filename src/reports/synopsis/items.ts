import type { ConsultationNote, Input } from '../../model/consultation-note.ts';
import type { ResponseEntry } from '../../model/response.ts';
import type { Workspace } from '../../model/workspace.ts';
import { responsesByInput } from '../../trace/answers.ts';
import type { Disclosures } from '../../trace/disclose-input.ts';
import type { Disclosure } from '../../trace/disclosure.ts';
import { nearIdentical } from '../../trace/near-duplicates.ts';
import { holdsName, protectedNames } from '../../trace/protected-words.ts';
import { mayCount } from '../../trace/reach/note-facts.ts';

/** An input that may be spoken of, with what may be told of its answer. */
export interface SynopsisItem {
  readonly note: ConsultationNote;
  readonly input: Input;
  readonly disclosure: Disclosure;
  /** As it may be called. */
  readonly ref: string;
  /** The same for inputs that are near-identical; a number of its own for all others. */
  readonly voice: number;
  /** Absent where nobody has answered. */
  readonly response?: ResponseEntry;
  /** Whether reason and passages may be told. */
  readonly tells: boolean;
}

/**
 * Gathers the inputs that may be spoken of: those of consultations that may be counted, where it may be told what they
 * are about.
 *
 * @param round Id of a round; all where absent.
 */
export function synopsisItems(
  { notes, responses, decisions }: Workspace,
  told: Disclosures,
  round: string | undefined,
): readonly SynopsisItem[] {
  const answers = responsesByInput(responses);
  const holds = holdsName(protectedNames({ notes, decisions, told }));
  const items: Omit<SynopsisItem, 'voice'>[] = [];
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
        ref: told.refOf(note, input.ref, disclosure),
        ...(entry !== undefined && { response: entry }),
        tells: entry !== undefined && disclosure.reason && !holds(entry.reason),
      });
    }
  }
  return withVoices(items);
}

/** Who sends the same letter many times speaks with one voice; both totals are told. */
function withVoices(items: readonly Omit<SynopsisItem, 'voice'>[]): readonly SynopsisItem[] {
  const groups = nearIdentical(items.map(({ input }, index) => ({ id: String(index), text: input.text })));
  const first = new Map(groups.flatMap(([one = '', ...others]) => others.map((id) => [id, Number(one)] as const)));
  return items.map((item, index) => ({ ...item, voice: first.get(String(index)) ?? index }));
}
