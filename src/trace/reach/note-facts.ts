import type { ConsultationNote, NoteFrontMatter } from '../../model/consultation-note.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Round } from '../../model/process.ts';
import type { Disclosures } from '../disclose-input.ts';
import type { Atom, AtomPlace } from '../suppression.ts';
import { endOf, startOf } from '../when.ts';

/** What stands where a note does not say. */
export const NOT_RECORDED = '';

/** Dimensions that each consultation has one value in. Small numbers are pooled within the first ones. */
export const NOTE_DIMENSIONS = ['group', 'round', 'region', 'level', 'method'] as const;

/** A dimension that each consultation has one value in. */
export type NoteDimension = (typeof NOTE_DIMENSIONS)[number];

/**
 * Dimensions that people are counted by. The last two are lists, written with commas: a consultation may have been
 * held in two languages, and people counted by language are counted in both.
 */
export const PEOPLE_DIMENSIONS = [...NOTE_DIMENSIONS, 'age-band', 'language', 'left-behind'] as const;

/** Where a consultation stands in every dimension; {@link NOT_RECORDED} where its note does not say. */
export type NotePlace = Readonly<Record<NoteDimension, string>>;

/** Where a consultation stands. */
export function placeOfNote({ group, round, region, level, method }: NoteFrontMatter): NotePlace {
  return { group, round, region: region ?? NOT_RECORDED, level: level ?? NOT_RECORDED, method };
}

/** The values of a list as one value of a place. */
function listed(values: readonly string[] | undefined): string {
  return [...new Set(values)].sort(byCodePoint).join(',');
}

/** True where a place has a value, alone or in its list. */
export function hasValue(place: AtomPlace, dimension: string, value: string): boolean {
  const found = place[dimension] ?? NOT_RECORDED;
  if (found === value) return true;
  return LISTS.has(dimension) && found.includes(',') && found.split(',').includes(value);
}

const LISTS: ReadonlySet<string> = new Set(['language', 'left-behind']);

/**
 * Whether a consultation may be counted for an audience: where nobody may know of the occasion, no figure may either,
 * since one more or one less in a table tells of it.
 */
export function mayCount(note: ConsultationNote, told: Disclosures): boolean {
  const { group, occasion } = told.ofNote(note);
  return group && occasion;
}

/** People of a consultation as atoms: one for each age band, and one for those whose band is not recorded. */
export function peopleOf({ frontMatter }: ConsultationNote): Atom[] {
  const { total, 'age-bands': bands = {} } = frontMatter.participants ?? {};
  const place: AtomPlace = {
    ...placeOfNote(frontMatter),
    language: listed(frontMatter.languages),
    'left-behind': listed(frontMatter['left-behind']),
  };
  const known = Object.entries(bands).flatMap(([band, count]) => (count === '<5' ? [] : [{ band, count }]));
  const few = Object.keys(bands).filter((band) => bands[band] === '<5');
  const rest = typeof total === 'number' ? total - known.reduce((sum, { count }) => sum + count, 0) : 0;
  const atoms = known.map(({ band, count }): Atom => ({ place: inBand(place, band), value: count }));
  return [...atoms, ...unrecorded({ place, few, rest, isFew: total === '<5' && known.length === 0 })];
}

interface Unrecorded {
  readonly place: AtomPlace;
  /** Bands with fewer than five. */
  readonly few: readonly string[];
  /** People of the total that no band has. */
  readonly rest: number;
  /** The total itself is fewer than five. */
  readonly isFew: boolean;
}

/** Of a single band with fewer than five the rest of the total is the number; otherwise bands are few, and not told. */
function unrecorded({ place, few, rest, isFew }: Unrecorded): Atom[] {
  const [band] = few;
  if (few.length === 1 && band !== undefined && rest > 0) return [{ place: inBand(place, band), value: rest }];
  const untold = few.map((one): Atom => ({ place: inBand(place, one), value: 0, untold: true }));
  if (rest > 0) return [...untold, { place: inBand(place, NOT_RECORDED), value: rest }];
  return isFew && few.length === 0 ? [{ place: inBand(place, NOT_RECORDED), value: 0, untold: true }] : untold;
}

function inBand(place: AtomPlace, band: string): AtomPlace {
  return { ...place, 'age-band': band };
}

/** Whether a consultation came in after its round was over; undated rounds have no end. */
export function isLate({ frontMatter }: ConsultationNote, rounds: readonly Round[]): boolean {
  const round = rounds.find(({ id }) => id === frontMatter.round);
  const when = round?.actual ?? round?.planned;
  const came = frontMatter.received ?? frontMatter.date;
  if (when === undefined || (typeof when === 'object' && when.to === undefined)) return false;
  return startOf(came) > endOf(when);
}
