import type { ConsultationNote } from '../model/consultation-note.ts';
import type { Process } from '../model/process.ts';
import { contentHash } from '../text/fingerprint.ts';

/** Names that stand for notes that may not be named, by id of the note. */
export type Masks = ReadonlyMap<string, string>;

/**
 * Names for notes that may not be named, such as `first/withheld-3f9a21c`.
 *
 * A mask stays the same for as long as the note is what it is, and nobody can get from it to a name by guessing names.
 *
 * @param process Only rounds that it declares stand in a mask.
 */
export function maskNames(notes: readonly ConsultationNote[], process: Pick<Process, 'rounds'>): Masks {
  const rounds = new Set((process.rounds ?? []).map(({ id }) => id));
  return new Map(
    notes.map((note) => {
      const { round } = note.frontMatter;
      const name = `withheld-${contentHash(`${note.id}\n${secretOf(note)}`).slice(0, 7)}`;
      return [note.id, rounds.has(round) ? `${round}/${name}` : name];
    }),
  );
}

/** What only who has the note knows: the file it came from, else what was said first, else all that is recorded of it. */
function secretOf({ frontMatter, inputs }: ConsultationNote): string {
  return frontMatter.source?.sha256 ?? inputs[0]?.text ?? JSON.stringify(frontMatter);
}

/**
 * The ref of an input whose note may not be named.
 *
 * @param ref Its ref as it stands.
 * @param mask What stands for its note.
 * @param alone True where other inputs of the note are told under its name: then a gap in their ids would give it away.
 */
export function maskedRef(ref: string, mask: string, alone: boolean): string {
  const id = ref.slice(ref.lastIndexOf('#') + 1);
  if (id.startsWith('?')) return `${mask}#?`;
  // An id that its author chose may tell who spoke, as the name of the note may.
  return !alone && /^i\d{1,4}$/u.test(id) ? `${mask}#${id}` : `${mask}#i${contentHash(`${mask}\n${ref}`).slice(0, 5)}`;
}

/** By code point, the same on every machine. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
