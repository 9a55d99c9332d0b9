import type { Finding } from '../../model/finding.ts';

const CHECKS = {
  row: 'ingest/stakeholder-row',
  column: 'ingest/stakeholder-column',
  contact: 'stakeholders/contact',
} as const;

const WHY = {
  row: 'What is not taken in is missing from the list of those to be reached.',
  column: 'What stands in it would otherwise be lost without anybody noticing.',
  contact: 'Files under git are read by many and kept for ever; contacts of persons do not belong in them.',
} as const;

const SEVERITY = { row: 'error', column: 'warning', contact: 'error' } as const;

/**
 * Makes a finding on an imported spreadsheet.
 *
 * @param rule Which of the rules on stakeholders.
 * @param at File, row and column, from 1.
 */
export function problem(
  rule: keyof typeof WHY,
  at: { readonly file: string; readonly row: number; readonly column?: number },
  { message, hint }: { readonly message: string; readonly hint: string },
): Finding {
  return {
    check: CHECKS[rule],
    severity: SEVERITY[rule],
    message,
    why: WHY[rule],
    hint,
    place: { file: at.file, line: at.row, column: at.column ?? 1 },
  };
}

/** A heading without capitals, hyphens and further spaces. */
export function plainHeading(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();
}
