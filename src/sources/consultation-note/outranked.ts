import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { Finding } from '../../model/finding.ts';
import { nearest } from '../../text/nearest.ts';

/**
 * Marks the inputs that a consolidated reply outranks: those of the notes it names under `consolidates`, and those that
 * people of the same body sent in for themselves in the same round.
 *
 * They stay inputs and are answered like all others; whoever drafts goes by the consolidated reply where they differ.
 *
 * @param notes All notes.
 * @returns The notes, and findings on names that no note has.
 */
export function markOutranked(notes: readonly ConsultationNote[]): {
  readonly notes: readonly ConsultationNote[];
  readonly findings: readonly Finding[];
} {
  const ids = new Set(notes.map(({ id }) => id));
  const by = new Map<string, string>();
  const findings: Finding[] = [];
  for (const note of notes) {
    for (const name of note.frontMatter.consolidates ?? []) {
      const id = name.includes('/') ? name : `${note.frontMatter.round}/${name}`;
      if (!ids.has(id)) findings.push(unknownNote(id, note, ids));
      else if (id !== note.id) by.set(id, note.id);
    }
  }
  for (const note of notes) {
    const reply = by.has(note.id) ? undefined : replyOfSameBody(note, notes);
    if (reply !== undefined) by.set(note.id, reply.id);
  }
  if (by.size === 0) return { notes, findings };
  const marked = notes.map((note) => {
    const outrankedBy = by.get(note.id);
    if (outrankedBy === undefined) return note;
    return { ...note, inputs: note.inputs.map((input) => ({ ...input, outrankedBy })) };
  });
  return { notes: marked, findings };
}

/** The one reply a body sent in as a body, for a note somebody of it sent in for themselves. */
function replyOfSameBody(
  { frontMatter }: ConsultationNote,
  notes: readonly ConsultationNote[],
): ConsultationNote | undefined {
  const { from, capacity, round } = frontMatter;
  if (from === undefined || capacity !== 'personal') return undefined;
  const replies = notes.filter(
    ({ frontMatter: one }) =>
      one.capacity === 'institutional' &&
      one.round === round &&
      one.from !== undefined &&
      fold(one.from) === fold(from),
  );
  return replies.length === 1 ? replies[0] : undefined;
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function unknownNote(id: string, note: ConsultationNote, ids: ReadonlySet<string>): Finding {
  const near = nearest(id, [...ids]);
  return {
    check: 'notes/unknown-note',
    severity: 'error',
    message: 'This note consolidates a consultation note that does not exist.',
    why: 'Comments that a consolidated reply outranks would stand beside it as if nobody had consolidated them.',
    hint:
      near === undefined
        ? 'Write the ids of notes under "consolidates", such as first/staff-comments.'
        : 'Check the spelling of the ids under "consolidates".',
    place: { file: note.file, line: 1, column: 1 },
  };
}
