import type { Resource } from '../model/resource.ts';
import { yearOf } from '../model/resource-year.ts';

/** A DOI without the address it is often written as. */
export function plainDoi(doi: string | undefined): string | undefined {
  const address = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/u;
  return doi?.toLowerCase().replace(address, '').trim();
}

/** A title without capitals, marks and punctuation. */
export function plainTitle(title: string | undefined): string {
  const letters = (title ?? '').normalize('NFKC').toLowerCase();
  return letters.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/**
 * Whether two entries are of the same resource: the same DOI, or the same title and no other year or number.
 *
 * @param one In CSL terms.
 * @param other In CSL terms.
 */
export function isSameResource(one: Resource, other: Resource): boolean {
  const [doi, otherDoi] = [plainDoi(one.DOI), plainDoi(other.DOI)];
  if (doi !== undefined && otherDoi !== undefined) return doi === otherDoi;
  const title = plainTitle(one.title);
  if (title === '' || title !== plainTitle(other.title)) return false;
  return agree(yearOf(one), yearOf(other)) && agree(plain(one.number), plain(other.number));
}

function plain(number: Resource['number']): string | undefined {
  return number === undefined ? undefined : String(number).trim();
}

/** What one of two entries does not say does not part them. */
function agree(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
