import type { Document, DocumentNode, Section } from '../model/document.ts';
import { refer } from '../model/labels.ts';
import { plainText } from '../text/plain-text.ts';

/** Where a passage stands in a text, for people. */
export interface PassagePlace {
  /** As cited, without punctuation: `12`, `12 (a)`. */
  readonly number?: string;
  /** Whether it is a heading. */
  readonly heading: boolean;
  /** Title of the section, that is of the file, it stands in. */
  readonly section: string;
  /** Place of that section among the others. */
  readonly sectionOrder: number;
  /** Words of the nearest heading above it, or its own where it is one. */
  readonly title: string;
  /** Place in the order of the text. */
  readonly order: number;
}

/**
 * Where each passage of a text stands, by its id. A section's own id stands for its title.
 *
 * @param document The composed text.
 */
export function passagePlaces(document: Document): ReadonlyMap<string, PassagePlace> {
  const places = new Map<string, PassagePlace>();
  for (const [sectionOrder, child] of document.root.children.entries()) {
    const section = child.type === 'section' ? sectionTitle(child) : '';
    collect(child, { places, section, sectionOrder, title: section });
  }
  return places;
}

interface Walk {
  readonly places: Map<string, PassagePlace>;
  readonly section: string;
  readonly sectionOrder: number;
  title: string;
}

function sectionTitle({ children }: Section): string {
  const first = children.find(({ type }) => type === 'heading');
  return first === undefined ? '' : plainText(first);
}

function collect(node: DocumentNode | Document['root']['children'][number], walk: Walk): void {
  if (node.type === 'heading') walk.title = plainText(node);
  const { id } = node.data ?? {};
  // A section is numbered in its title.
  const { number } = (node.type === 'section' ? node.children[0]?.data : node.data) ?? {};
  if (id !== undefined && !walk.places.has(id)) {
    walk.places.set(id, {
      ...(number !== undefined && { number }),
      heading: node.type === 'heading' || node.type === 'section',
      section: walk.section,
      sectionOrder: walk.sectionOrder,
      title: walk.title,
      order: walk.places.size,
    });
  }
  if ('children' in node) for (const child of node.children) collect(child as DocumentNode, walk);
}

/**
 * A passage as it is called in a table: `paragraph 12`, or the words of a heading; its id where it is not in the text.
 *
 * @param id Id of the passage.
 * @param places Of {@link passagePlaces}.
 * @param language Language of the text.
 */
export function placeWords(id: string, places: ReadonlyMap<string, PassagePlace>, language: string): string {
  const place = places.get(id);
  if (place === undefined) return id;
  if (place.heading) return place.number === undefined ? place.title : `${place.number} ${place.title}`;
  return place.number === undefined ? place.title : refer('paragraph', place.number, language);
}
