import { randomBytes } from 'node:crypto';

/** Letters of generated ids: no i, l, o, u, which are misread. */
export const ID_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Random characters of base 32. 256 is a multiple of 32, so each letter is equally likely. */
export function randomBase32(length: number): string {
  let text = '';
  for (const byte of randomBytes(length)) text += ID_ALPHABET.charAt(byte & 31);
  return text;
}
