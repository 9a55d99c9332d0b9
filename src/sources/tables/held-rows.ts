import { stringify } from 'yaml';
import type { Finding } from '../../model/finding.ts';
import { findPersonalData, type PersonalDataKind } from '../../text/personal-data.ts';
import { PERSONAL_DATA_NAMES } from '../consultation-note/personal-data-findings.ts';
import { placeName, tableFinding } from './table-findings.ts';

/** A row that was held back because it says who somebody is. */
export interface HeldRow {
  readonly sheet?: string;
  readonly row: number;
  /** Column in which it stands, from 0, and its heading. */
  readonly column: number;
  readonly heading: string;
  readonly kind: PersonalDataKind;
  /** The cell as it stands, for the file outside git only. */
  readonly text: string;
}

/**
 * What surely identifies a person in a cell; the first kind found.
 *
 * @param text Text of the cell.
 */
export function sureKind(text: string): PersonalDataKind | undefined {
  return findPersonalData(text)[0]?.kind;
}

/** Findings listed one by one; of a file with more, the rest is counted. */
const LISTED = 50;

/**
 * What is said of rows that were held back, without what they say.
 *
 * @param rows The rows.
 * @param file Name of the file.
 */
export function heldFindings(rows: readonly HeldRow[], file: string): readonly Finding[] {
  const findings = rows.slice(0, LISTED).map((held) =>
    tableFinding({
      check: 'ingest/row-held',
      severity: 'error',
      message: `${capital(placeName(held))}, holds ${PERSONAL_DATA_NAMES[held.kind]}; the row was held back, and the rest taken in.`,
      why: 'What identifies a person must not enter a file under git, whose history keeps it for good.',
      hint: 'Write a role in its place in the export, and ingest it again; the row then comes in with the others.',
      file,
      row: held.row,
      column: held.column,
    }),
  );
  if (rows.length <= LISTED) return findings;
  const more = tableFinding({
    check: 'ingest/row-held',
    severity: 'error',
    message: `${rows.length - LISTED} more rows were held back for the same reasons.`,
    why: 'What identifies a person must not enter a file under git, whose history keeps it for good.',
    hint: 'The file of what was kept out, in .penholder/quarantine/kept-out, lists them all.',
    file,
  });
  return [...findings, more];
}

/**
 * The held rows for the file outside git.
 *
 * @param rows The rows.
 * @returns Undefined where there is none.
 */
export function heldYaml(rows: readonly HeldRow[]): string | undefined {
  if (rows.length === 0) return undefined;
  const list = rows.map(({ kind, ...row }) => ({ ...row, column: row.column + 1, holds: PERSONAL_DATA_NAMES[kind] }));
  return stringify({ 'held-rows': list }, { lineWidth: 0 });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
