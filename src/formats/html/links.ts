import type { Properties } from 'hast';
import { linkAddress } from '../link-address.ts';
import { wellFormed } from '../tree.ts';

/**
 * Gives the attributes of a link to somewhere else.
 * @returns undefined where the address could run something: what was linked then stands as text
 */
export function linkProperties(url: string, title: string | null | undefined): Properties | undefined {
  const address = linkAddress(url);
  if (address === undefined) return undefined;
  const outside = /^https?:|^\/\//iu.test(address);
  return {
    href: address,
    ...(title !== null && title !== undefined && title !== '' && { title: wellFormed(title) }),
    ...(outside && { rel: ['external', 'noopener', 'noreferrer'] }),
  };
}
