import type { Properties } from 'hast';
import { wellFormed } from './element.ts';

const ALLOWED = /^(?:https?|mailto|tel):/iu;
const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;

/**
 * Gives the attributes of a link to somewhere else.
 * @returns undefined where the address could run something: what was linked then stands as text
 */
export function linkProperties(url: string, title: string | null | undefined): Properties | undefined {
  // Browsers skip white space and controls inside an address before they read its scheme.
  const address = wellFormed(url.replace(/[\s\p{Cc}]+/gu, ''));
  if (SCHEME.test(address) && !ALLOWED.test(address)) return undefined;
  if (address === '') return undefined;
  const outside = /^https?:|^\/\//iu.test(address);
  return {
    href: address,
    ...(title !== null && title !== undefined && title !== '' && { title: wellFormed(title) }),
    ...(outside && { rel: ['external', 'noopener', 'noreferrer'] }),
  };
}
