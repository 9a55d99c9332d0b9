import type { ConsultationNote, Visibility } from '../model/consultation-note.ts';
import type { Audience } from '../model/contracts.ts';
import { DISTRIBUTIONS } from '../model/vocabulary.ts';
import { contentHash } from '../text/fingerprint.ts';

/** Whether the audience is inside the circle the input was given to. */
export function maySee({ distribution }: Visibility, audience: Audience): boolean {
  return DISTRIBUTIONS.indexOf(distribution) <= DISTRIBUTIONS.indexOf(audience.distribution);
}

/** The names of notes often tell who spoke; so where that may not be known, the note is not named. */
export function mayName(visibility: Visibility, audience: Audience): boolean {
  if (audience.distribution === 'custodian') return true;
  if (!maySee(visibility, audience)) return false;
  const isAnonymous = visibility.chathamHouse || visibility.attribution === 'none';
  return !isAnonymous || audience.distribution !== 'public';
}

/** Names that stand for notes that may not be named, by id of the note. */
export type Masks = ReadonlyMap<string, string>;

/** Names for notes that may not be named, numbered in an order that tells nothing of their own. */
export function maskNames(notes: readonly ConsultationNote[]): Masks {
  const keyed = notes.map((note) => ({ note, key: contentHash(note.inputs.map(({ text }) => text).join('\n')) }));
  keyed.sort((one, other) => compare(one.key, other.key) || compare(one.note.id, other.note.id));
  const counts = new Map<string, number>();
  return new Map(
    keyed.map(({ note }) => {
      const { round } = note.frontMatter;
      const count = (counts.get(round) ?? 0) + 1;
      counts.set(round, count);
      return [note.id, `${round}/withheld-${count}`];
    }),
  );
}

/** The ref of an input as an audience may read it: that of a note that may not be named gives the mask instead. */
export function shownRef(ref: string, note: string, mask: string | undefined): string {
  return mask === undefined ? ref : ref.replace(note, mask).replace(/#\?\d+$/u, '#?');
}

/** By code point, the same on every machine. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
