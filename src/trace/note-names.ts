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
      const name = `withheld-${knownOf(inputs).said.slice(0, 7)}`;
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
    .map((input) => `${drawnId(input)}\n${input.text}`)
    .join('\n\n');
}

function drawnId({ id = '' }: Input): string {
  return DRAWN.test(id) ? id : '';
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
  const known = knownOf(inputs);
  const index = known.places.get(ref) ?? -1;
  const input = inputs[index];
  const own = input === undefined ? '' : `${drawnId(input)}\n${input.text}`;
  // Made from what the mask does not tell: else whoever has the mask could try words that are withheld, and find the
  // place of words that are not, which in a survey says which answers are of one respondent.
  return `${mask}#i${contentHash(`${known.said}\n${index}\n${own}`).slice(0, 5)}`;
}

/** What is asked for again for each input: a survey has hundreds of thousands. */
interface KnownInputs {
  /** Hash of what was said, whole; never printed but for its beginning, in the mask. */
  readonly said: string;
  /** Places of inputs by their refs. */
  readonly places: ReadonlyMap<string, number>;
}

const KNOWN = new WeakMap<readonly Input[], KnownInputs>();

function knownOf(inputs: readonly Input[]): KnownInputs {
  const known = KNOWN.get(inputs) ?? { said: contentHash(said(inputs)), places: placesOf(inputs) };
  KNOWN.set(inputs, known);
  return known;
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
