import { readGuarded } from '../../files/csv-write.ts';
import type { TableRow } from '../../files/table-row.ts';
import type { Finding } from '../../model/finding.ts';
import { stakeholderSchema } from '../../model/stakeholder.ts';
import type { StakeholderColumn } from '../../model/stakeholder-columns.ts';
import { findPersonalData } from '../../text/personal-data.ts';
import { plainHeading, problem } from './problems.ts';

/** A row that could be read: only what its cells say. */
export interface StakeholderRow {
  /** Row of the file, from 1. */
  readonly row: number;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

/** Values of the process by what they are called: a cell may hold an id or a title. */
export interface StakeholderTerms {
  readonly group?: readonly { readonly id: string; readonly title: string }[] | undefined;
  readonly region?: readonly { readonly id: string; readonly title: string }[] | undefined;
  readonly level?: readonly { readonly id: string; readonly title: string }[] | undefined;
}

/** What a row is read with. */
export interface RowContext {
  readonly file: string;
  readonly findings: Finding[];
  readonly terms: StakeholderTerms;
}

/**
 * Reads one row; undefined where it can't be taken.
 *
 * @param row As the file has it.
 * @param columns Which column is which.
 * @param context Takes the findings.
 */
export function readRow(
  { row, cells }: TableRow,
  columns: readonly (StakeholderColumn | undefined)[],
  { file, findings, terms }: RowContext,
): StakeholderRow | undefined {
  const values: Record<string, string | readonly string[]> = {};
  let isWhole = true;
  for (const [index, column] of columns.entries()) {
    const cell = readGuarded((cells[index] ?? '').trim());
    if (column === undefined || cell === '') continue;
    const value = readCell(cell, column, terms);
    if (holdsContact(cell, column)) {
      findings.push(
        problem(
          'contact',
          { file, row, column: index + 1 },
          {
            message: `“${column.title}” holds a person's contact, which was left out.`,
            hint: 'Write where the contact is held instead, such as "held-by-focal-point", and keep the contact outside git.',
          },
        ),
      );
    } else if (stakeholderSchema.shape[column.key].safeParse(value).success) values[column.key] = value;
    else {
      isWhole = false;
      findings.push(
        problem(
          'row',
          { file, row, column: index + 1 },
          {
            message: `“${column.title}” says nothing that can be read here, so the row was not taken in.`,
            hint: RULES[column.kind],
          },
        ),
      );
    }
  }
  const isNamed = values.id !== undefined || values.name !== undefined;
  if (!isNamed && isWhole && Object.keys(values).length > 0) {
    findings.push(
      problem(
        'row',
        { file, row },
        { message: 'This row has neither an id nor a name, so it was not taken in.', hint: 'Give it a name.' },
      ),
    );
  }
  return isWhole && isNamed ? { row, values } : undefined;
}

const RULES: Readonly<Record<StakeholderColumn['kind'], string>> = {
  text: 'Ids of stakeholders, groups, regions and levels are one word of letters, digits, "-", "_" or ".".',
  date: 'Write a date such as 2022-10-28, 2022-10 or 2022.',
  list: 'Write several values with semicolons between them.',
  dates: 'Write dates such as 2022-10-28, with semicolons between them.',
};

/** Dates and ids hold no contact; a phone number would be taken for one in neither. */
function holdsContact(cell: string, { kind, key }: StakeholderColumn): boolean {
  return kind !== 'date' && kind !== 'dates' && key !== 'id' && findPersonalData(cell).length > 0;
}

function readCell(cell: string, { key, kind }: StakeholderColumn, terms: StakeholderTerms): string | readonly string[] {
  const term = terms[key as keyof StakeholderTerms]?.find(({ title }) => plainHeading(title) === plainHeading(cell));
  if (term !== undefined) return term.id;
  if (kind === 'date') return cell.replace(/T00:00:00(?:\.0+)?Z?$/u, '').trim();
  if (kind === 'text') return cell;
  const values = cell.split(/[;\n]/u).map((one) => one.trim());
  return [...new Set(values.filter((one) => one !== ''))];
}
