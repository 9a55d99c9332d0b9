import { wellFormed } from './tree.ts';

const ALLOWED = /^(?:https?|mailto|tel):/iu;
const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;

/**
 * Gives the address of a link as it may stand in an output.
 * @param url as its author wrote it
 * @returns undefined where the address could run something or is empty: what was linked then stands as text
 */
export function linkAddress(url: string): string | undefined {
  // Browsers skip white space and controls inside an address before they read its scheme.
  const address = wellFormed(url.replace(/[\s\p{Cc}]+/gu, ''));
  if (SCHEME.test(address) && !ALLOWED.test(address)) return undefined;
  return address === '' ? undefined : address;
}
