import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The deny-list can be used on this machine. */
export const denyList: Check = readingCheck({
  id: 'safeguarding/deny-list',
  about: 'The deny-list can be used on this machine.',
  why: `The list guards those whose names must appear nowhere.

Names are compared by keyed hashes (HMAC), and the key stays outside git; without it nothing can be compared.`,
  severity: 'info',
  needs: ['notes'],
});
