import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** How the columns of a spreadsheet are read was said by somebody. */
export const columnsGuessed: Check = readingCheck({
  id: 'ingest/columns-guessed',
  about: 'How the columns of a spreadsheet are read was said by somebody.',
  why: 'A column read wrongly loses what people said, or publishes what they did not.',
  severity: 'error',
  needs: [],
});
