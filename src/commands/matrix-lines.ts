/** What an import of the comments matrix says. */
import type { Finding } from '../model/finding.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import type { Conflict, MatrixEdit, Merge } from '../trace/matrix/merge.ts';

/** An answer that was taken, and what of it changed. */
export function editLine({ ref, was, changed, entry }: MatrixEdit): string {
  const what = was === undefined ? `answered: ${entry.decision}` : `changed: ${changed.join(', ')}`;
  return escapeTerminal(`${ref} ${what}`);
}

/**
 * Both sides of a conflict, field by field.
 *
 * @param most Characters of a side that are shown.
 */
export function conflictLines({ ref, file, row, other, fields }: Conflict, most = 300): readonly string[] {
  const there = other === 'workspace' ? 'in the workspace' : `${other.file}, row ${other.row}`;
  const lines = fields.flatMap(({ field, here, there: standing }) => [
    `  ${field}`,
    `    ${file}, row ${row}: ${said(here, most)}`,
    `    ${there}: ${said(standing, most)}`,
  ]);
  return [ref, ...lines].map(escapeTerminal);
}

function said(words: string, most: number): string {
  const flat = words.replace(/\s+/gu, ' ').trim();
  if (flat === '') return '(empty)';
  return flat.length <= most ? flat : `${flat.slice(0, most - 1)}…`;
}

/** A conflict as a finding; words of answers stand beside it, not in it. */
export function conflictFinding({ ref, file, row, other, fields }: Conflict): Finding {
  const what = fields.map(({ field }) => field.replaceAll('-', ' ')).join(', ');
  const place = { file, line: row, column: 1 };
  const check = 'ingest/matrix-conflict';
  const why = 'Two people have answered the same input, and nothing is overwritten before somebody has chosen.';
  if (other !== 'workspace') {
    const where = other.file === file ? `row ${other.row}` : `${other.file}, row ${other.row},`;
    return {
      check,
      severity: 'error',
      message: `${ref} is answered otherwise here than in ${where}: ${what}. Neither was taken.`,
      why,
      hint: 'Agree on one of the two, and import the file again with that answer alone.',
      place,
    };
  }
  return {
    check,
    severity: 'error',
    message: `${ref} was changed both here and in the workspace since the export: ${what}. What stands in the workspace was kept.`,
    why,
    hint: `Run the import at a terminal, where each is asked about, or with --theirs ${ref} to take the answer of the sheet, or --ours ${ref} to keep that of the workspace; "all" chooses for all.`,
    place,
  };
}

interface Outcome {
  readonly dryRun: boolean;
  /** Answers that could not be written. */
  readonly refused: number;
}

/** What an import came to, in one line. */
export function importSummary(
  { edits, unchanged, conflicts, settled, declined }: Merge,
  { dryRun, refused }: Outcome,
): string {
  const fresh = edits.filter(({ was }) => was === undefined).length;
  const parts = [
    `${fresh} answered`,
    `${edits.length - fresh} changed`,
    `${unchanged} as before`,
    ...(settled > 0 ? [`${settled === 1 ? '1 conflict' : `${settled} conflicts`} settled`] : []),
    ...(declined > 0 ? [`${declined} not taken, as was chosen before (--theirs takes them)`] : []),
    ...(conflicts.length > 0
      ? [`${conflicts.length === 1 ? '1 conflict' : `${conflicts.length} conflicts`} open`]
      : []),
    ...(refused > 0 ? [`${refused} not written`] : []),
  ];
  const next = edits.length > 0 && !dryRun ? ' Run "penholder check" to see what is still open.' : '';
  return `${parts.join(', ')}.${dryRun ? ' Nothing was written.' : next}`;
}
