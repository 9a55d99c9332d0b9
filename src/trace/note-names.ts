import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import type { Process } from '../model/process.ts';
import { contentHash } from '../text/fingerprint.ts';

/** Names that stand for notes that may not be named, by id of the note. */
export type Masks = ReadonlyMap<string, string>;

/**
 * Names for notes that may not be named, such as `first/withheld-3f9a21c`.
 *
 * They are made from what was said and from the drawn ids of the inputs, and from nothing that could name anybody: whoever
 * guesses a name has nothing to hold it against, and whoever guesses one input would have to know the others and their
 * ids. A mask stays the same as long as the first inputs are worded as they are.
 *
 * @param process Only rounds that it declares stand in a mask.
 */
export function maskNames(notes: readonly ConsultationNote[], process: Pick<Process, 'rounds'>): Masks {
  const rounds = new Set((process.rounds ?? []).map(({ id }) => id));
  const taken = new Map<string, number>();
  return new Map(
    notes.map(({ id, frontMatter: { round }, inputs }) => {
      const name = `withheld-${contentHash(said(inputs)).slice(0, 7)}`;
      const mask = rounds.has(round) ? `${round}/${name}` : name;
      const count = (taken.get(mask) ?? 0) + 1;
      taken.set(mask, count);
      return [id, count === 1 ? mask : `${mask}-${count}`];
    }),
  );
}

/** Inputs that a mask is made from; a survey has hundreds of thousands. */
const ENOUGH = 40;
/** An id that a program drew; one that its author chose may tell who spoke. */
const DRAWN = /^i[0-9a-hjkmnp-tv-z]{5,9}$/u;

function said(inputs: readonly Input[]): string {
  return inputs
    .slice(0, ENOUGH)
    .map(({ id = '', text }) => `${DRAWN.test(id) ? id : ''}\n${text}`)
    .join('\n\n');
}

/**
 * The ref of an input whose note may not be named.
 *
 * @param note The note.
 * @param ref The input's ref as it stands.
 * @param masked What stands for the note, and whether other inputs are told under its name: then a gap in their ids
 *   would give it away.
 */
export function maskedRef(
  { inputs }: ConsultationNote,
  ref: string,
  masked: { readonly mask: string; readonly alone: boolean },
): string {
  const { mask, alone } = masked;
  const id = ref.slice(ref.lastIndexOf('#') + 1);
  if (id.startsWith('?')) return `${mask}#?`;
  if (!alone && /^i\d{1,4}$/u.test(id)) return `${mask}#${id}`;
  // An id that its author chose may tell who spoke, as the name of the note may.
  const index = placeOf(inputs, ref);
  return `${mask}#i${contentHash(`${mask}\n${index}\n${inputs[index]?.text ?? ''}`).slice(0, 5)}`;
}

/** Places of inputs by their refs: a survey has hundreds of thousands, and each is asked for. */
const PLACES = new WeakMap<readonly Input[], ReadonlyMap<string, number>>();

function placeOf(inputs: readonly Input[], ref: string): number {
  const known = PLACES.get(inputs) ?? placesOf(inputs);
  PLACES.set(inputs, known);
  return known.get(ref) ?? -1;
}

function placesOf(inputs: readonly Input[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, { ref }] of inputs.entries()) if (!places.has(ref)) places.set(ref, index);
  return places;
}

/** By code point, the same on every machine. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
