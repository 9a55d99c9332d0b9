import type { Resource } from './resource.ts';

/**
 * The year of a resource, however its date is written.
 *
 * @param resource In CSL terms.
 */
export function yearOf({ issued }: Pick<Resource, 'issued'>): string | undefined {
  const isParted = typeof issued === 'object';
  const text = isParted ? (issued['date-parts']?.[0]?.[0] ?? issued.year ?? issued.raw ?? issued.literal) : issued;
  return /\d{4}/u.exec(String(text ?? ''))?.[0];
}
