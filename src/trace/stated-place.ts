/** What an input itself says of the place it is about: a section, a number, a title. */
import type { IndexedPassage, PassageIndex } from './passage-index.ts';

/** Words before a number that make it the number of a paragraph, and not of a section. */
const PARAGRAPH =
  /(?:\bpara(?:graph)?s?\.?|¶+|\bparágrafo|\bpárrafos?|\bparagraphes?|الفقرة|пункт\S*|第)\s*(\d+(?:\s?(?:bis|ter))?(?:\s?\([a-z]+\))?)/giu;
/** Numbers of sections as people write them, and dotted ones on their own. */
const SECTION =
  /(?:\b(?:section|sec\.|chapter|clause|annex|part|sección|chapitre|annexe)\s*|§+\s*)(\d+(?:\.\d+)*|[A-Z]|[IVX]+)\b|(?<![\d.])(\d+(?:\.\d+)+)(?!\.?\d)/giu;

/** A place that an input names. */
export interface StatedPlace {
  readonly paragraphs: readonly string[];
  readonly sections: readonly string[];
}

/** The numbers that some words name. */
export function statedNumbers(text: string): StatedPlace {
  return {
    paragraphs: [...text.matchAll(PARAGRAPH)].map((found) => squeezed(found[1] ?? '')),
    sections: [...text.matchAll(SECTION)].map((found) => found[1] ?? found[2] ?? ''),
  };
}

function squeezed(number: string): string {
  return number
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\d)\s?\(/u, ' (')
    .toLowerCase();
}

/** What of an input names a place. */
export interface StatedIn {
  /** Its words. */
  readonly text: string;
  /** Words of the heading it stands under, or of the column in which its section was named. */
  readonly heading?: string;
  /** Id of the section or heading of the draft it stands under. */
  readonly section?: string;
}

/**
 * How far a passage stands where an input says: 1 in that very place, less in what is around it.
 *
 * @param stated What names a place.
 * @param index The passages.
 */
export function statedPlaces(stated: StatedIn, { passages }: PassageIndex): (passage: IndexedPassage) => number {
  const heading = statedNumbers(stated.heading ?? '');
  const words = statedNumbers(stated.text);
  const paragraphs = new Set([...heading.paragraphs, ...words.paragraphs]);
  const sections = new Set([...heading.sections, ...words.sections]);
  const title = stated.heading?.trim().toLowerCase() ?? '';
  const isTitle = title.length > 3;
  if (passages.length === 0) return () => 0;
  return (passage) => {
    if (passage.number !== undefined && paragraphs.has(passage.number)) return 1;
    const depth = passage.under.length;
    const at = passage.under.findLastIndex(
      ({ id, title: own, number }) =>
        (stated.section !== undefined && id === stated.section) ||
        (number !== undefined && sections.has(number)) ||
        (isTitle && (own.toLowerCase() === title || titleOnly(own) === title)),
    );
    if (at >= 0) return 1 - 0.2 * Math.min(3, depth - 1 - at);
    return nearby(passage, sections);
  };
}

/** A title without the number that was typed before it. */
function titleOnly(title: string): string {
  return title.replace(/^\d+(?:\.\d+)*\.?\s+/u, '').toLowerCase();
}

/** Under the section around the one that was named: `4.9.1` where `4.9.2` was. */
function nearby({ under }: IndexedPassage, sections: ReadonlySet<string>): number {
  for (const section of sections) {
    const parent = section.replace(/\.\d+$/u, '');
    if (parent === section) continue;
    if (under.some(({ number }) => number === parent || number?.startsWith(`${parent}.`) === true)) return 0.3;
  }
  return 0;
}
