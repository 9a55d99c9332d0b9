import type { PassagePlace, PassageRef } from '../model/change-log.ts';
import { fill, type Labels, labels, type ReferenceKind, refer } from '../model/labels.ts';

type Holder = NonNullable<PassagePlace['holder']>;
type Part = NonNullable<PassagePlace['part']>;

function nameHolder({ kind, number, title }: Holder, words: Labels): string {
  if (kind === 'definition') return fill(words.places.definition, { n: title ?? '' });
  if (kind === 'note') return fill(words.places.note, { n: number ?? '' });
  if (number !== undefined) return refer(kind, number, words.language);
  const name = kind === 'footnote' ? words.footnotes : words[kind];
  return title === undefined ? name.toLowerCase() : `${name.toLowerCase()} “${title}”`;
}

const REFERENCES: Readonly<Partial<Record<Part['kind'], ReferenceKind>>> = {
  heading: 'section',
  paragraph: 'paragraph',
};

function namePart({ kind, number, ordinal, after, title }: Part, words: Labels): string {
  const { places, language } = words;
  const n = number ?? ordinal ?? '';
  if (after !== undefined) return fill(places.after, { n: refer('paragraph', after, language) });
  if (kind === 'title') return places.title;
  if (kind === 'heading-row') return places.headingRow;
  if (kind === 'row') return fill(places.row, { n });
  if (kind === 'item') return fill(places.item, { n });
  if (title !== undefined) return fill(places.heading, { n: title });
  return refer(REFERENCES[kind] ?? 'paragraph', String(n), language);
}

/** Whether the place is told apart from all others of its text by a number of its own. */
function standsAlone({ holder, part }: PassagePlace): boolean {
  if (holder) return holder.kind === 'definition' || (holder.number !== undefined && holder.kind !== 'note');
  if (part?.after !== undefined) return true;
  return part?.number !== undefined && part.kind !== 'item';
}

function hasOwnSeries({ holder }: PassagePlace): boolean {
  return holder?.number === undefined || holder.kind === 'note';
}

/** A section's title is no number: it is called neither former nor anything else. */
function sectionOf(ref: PassageRef, place: PassagePlace): string[] {
  const inAnnex = place.annex !== undefined && hasOwnSeries(place);
  // A section without a title goes by its file, which tells a reader nothing.
  const untitled = ref.section === '' || ref.section === ref.file;
  if (inAnnex || standsAlone(place)) return [];
  if (ref.heading !== undefined && ref.type !== 'heading') return [ref.heading];
  return untitled ? [] : [ref.section];
}

function nameParts(place: PassagePlace, words: Labels): string[] {
  return [
    // Paragraphs of an annex have a series of their own; boxes, tables and notes are counted through the whole text.
    ...(place.annex !== undefined && hasOwnSeries(place) ? [refer('annex', place.annex, words.language)] : []),
    ...(place.holder ? [nameHolder(place.holder, words)] : []),
    ...(place.part ? [namePart(place.part, words)] : []),
  ];
}

function nameIn(ref: PassageRef, words: Labels, called: (name: string) => string): string {
  const { place } = ref;
  if (!place) return ref.number === undefined ? ref.section : called(refer('paragraph', ref.number, words.language));
  const { separator } = words.places;
  const name = nameParts(place, words).join(separator);
  return [...sectionOf(ref, place), ...(name === '' ? [] : [called(name)])].join(separator);
}

/**
 * A passage as a reader would call it: `annex II, paragraph 2`, `box 1, item (a)`, `Summary, paragraph 2`.
 *
 * @param ref the passage
 * @param language BCP 47
 */
export function namePassage(ref: PassageRef, language: string): string {
  return nameIn(ref, labels(language), (name) => name);
}

/**
 * A passage of the earlier stage beside those of the later: `former paragraph 3`.
 *
 * @param ref the passage
 * @param language BCP 47
 */
export function nameFormer(ref: PassageRef, language: string): string {
  const words = labels(language);
  return nameIn(ref, words, (name) => fill(words.places.former, { n: name }));
}

/**
 * What a passage stands in, as a passage to be named: a table for a row of it.
 *
 * @param ref the passage
 */
export function holderOf(ref: PassageRef): PassageRef {
  const { part: _part, ...place } = ref.place ?? {};
  return { ...ref, place };
}
