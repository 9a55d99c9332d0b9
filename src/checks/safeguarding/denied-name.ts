import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No name of the deny-list stands in the folder of consultations. */
export const deniedName: Check = readingCheck({
  id: 'safeguarding/denied-name',
  about: 'No name of the deny-list stands in the folder of consultations.',
  why: `Whoever is on it was promised to be named nowhere.

Ethical Research Involving Children (UNICEF Office of Research – Innocenti): confidentiality is promised to each participant. The list itself stays outside git; only keyed hashes of its names are kept, which nobody can try names against without the key.`,
  severity: 'error',
  needs: ['notes'],
});
