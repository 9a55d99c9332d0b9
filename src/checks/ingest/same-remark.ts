import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Remarks that are the same in several returned files are told. */
export const sameRemark: Check = readingCheck({
  id: 'ingest/same-remark',
  about: 'Remarks that are the same in several returned files are told.',
  why: 'Coalitions send the same lines through many members; one answer can serve all of them.',
  severity: 'info',
  needs: [],
});
