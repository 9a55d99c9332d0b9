import type { TableRow } from '../../files/table-row.ts';
import type { PersonalDataKind } from '../../text/personal-data.ts';
import type { HeldRow } from '../tables/held-rows.ts';
import type { SourceTable } from '../tables/open-tables.ts';
import { hashedId, respondentId } from '../tables/row-ids.ts';
import type { AnswerCollector } from './collect-answers.ts';
import { RowReader } from './read-row.ts';
import type { SurveyPlan } from './survey-types.ts';

/** A table of a survey: the respondents' own, or one of a repeated group. */
export interface SurveyTable {
  readonly table: SourceTable;
  readonly headings: readonly string[];
  readonly headingRow: number;
  readonly plan: SurveyPlan;
}

/** What was found beside the answers. */
export interface SurveyRemarks {
  readonly held: HeldRow[];
  /** Rows whose respondents did not agree to take part. */
  noConsent: number;
  /** Rows of repeated groups whose respondent is not in the file, or was left out. */
  readonly orphans: { readonly sheet: string; readonly row: number }[];
  /** Rows without any answer. */
  readonly empty: number[];
}

/** Respondents by what rows of repeated groups name them by, by name of their table. */
export type Parents = Map<string, Map<string, string>>;

/**
 * Reads the respondents of a survey, one row each.
 *
 * @param survey The table.
 * @param collector Where answers go.
 * @param found Remarks; and respondents by index, where repeated groups follow.
 * @throws FileProblemError where the table can't be read on.
 */
export async function readRespondents(
  survey: SurveyTable,
  collector: AnswerCollector,
  found: { readonly remarks: SurveyRemarks; readonly parents?: Parents },
): Promise<void> {
  const reader = new RowReader(survey.plan);
  const idColumn = survey.plan.columns.findIndex(({ as }) => as === 'id');
  const indexColumn = survey.headings.indexOf('_index');
  const seen = new Map<string, number>();
  const { remarks, parents } = found;
  for await (const row of survey.table.rows()) {
    if (row.row <= survey.headingRow) continue;
    const respondent = respondentOf(row, idColumn, seen);
    const reading = reader.read(row, respondent);
    if (reading === 'no-consent') remarks.noConsent += 1;
    else if ('personal' in reading) remarks.held.push(heldRow(row, survey, reading.personal));
    else {
      const { answers } = reading;
      if (answers.open.length === 0 && answers.closed.length === 0) remarks.empty.push(row.row);
      collector.add(answers);
      if (parents !== undefined) remember(parents, survey, row, { respondent, columns: [indexColumn, idColumn] });
    }
  }
}

/** An id that follows from what the survey program calls the submission, or else from all the row says. */
function respondentOf({ cells }: TableRow, idColumn: number, seen: Map<string, number>): string {
  const id =
    idColumn === -1
      ? ''
      : (cells[idColumn] ?? '')
          .trim()
          .replace(/^uuid:/iu, '')
          .toLowerCase();
  const first = id === '' ? hashedId('r', cells.join('\u001f')) : respondentId(id);
  const count = seen.get(first) ?? 0;
  seen.set(first, count + 1);
  return count === 0 ? first : `${first}-${count + 1}`;
}

function heldRow(
  { row, cells }: TableRow,
  { table, headings }: SurveyTable,
  { column, kind }: { readonly column: number; readonly kind: PersonalDataKind },
): HeldRow {
  const { sheet } = table;
  const place = { row, column, heading: headings[column] ?? '', kind, text: cells[column] ?? '' };
  return sheet === undefined ? place : { sheet, ...place };
}

function remember(
  parents: Parents,
  { table }: SurveyTable,
  { cells }: TableRow,
  { respondent, columns }: { readonly respondent: string; readonly columns: readonly number[] },
): void {
  const name = table.sheet ?? '';
  const known = parents.get(name) ?? new Map<string, string>();
  parents.set(name, known);
  for (const column of columns) {
    const key = column === -1 ? '' : (cells[column] ?? '').trim();
    if (key !== '') known.set(key, respondent);
  }
}

/**
 * Reads a repeated group: each row belongs to the respondent its `_parent_index` or `PARENT_KEY` names.
 *
 * @param survey The table of the group.
 * @param collector Where answers go.
 * @param found Remarks and respondents.
 * @throws FileProblemError where the table can't be read on.
 */
export async function readRepeats(
  survey: SurveyTable,
  collector: AnswerCollector,
  found: { readonly remarks: SurveyRemarks; readonly parents: Parents },
): Promise<void> {
  const reader = new RowReader(survey.plan);
  const at = (pattern: RegExp) => survey.headings.findIndex((heading) => pattern.test(heading));
  const [parentColumn, tableColumn] = [at(PARENT), at(/^_parent_table_name$/iu)];
  const columns = [at(/^_index$/iu), at(/^key$/iu)];
  for await (const row of survey.table.rows()) {
    if (row.row <= survey.headingRow) continue;
    const key = (row.cells[parentColumn] ?? '').trim();
    const respondent = respondentIn(found.parents, (row.cells[tableColumn] ?? '').trim(), key);
    if (respondent === undefined) {
      found.remarks.orphans.push({ sheet: survey.table.sheet ?? '', row: row.row });
      continue;
    }
    const reading = reader.read(row, respondent);
    if (reading === 'no-consent') continue;
    if ('personal' in reading) found.remarks.held.push(heldRow(row, survey, reading.personal));
    else {
      collector.addOpen(reading.answers.open);
      collector.addClosed(reading.answers.closed);
      remember(found.parents, survey, row, { respondent, columns });
    }
  }
}

/** Headings by which a row of a repeated group names its respondent. */
export const PARENT = /^(?:_parent_index|parent_?key)$/iu;

function respondentIn(parents: Parents, table: string, key: string): string | undefined {
  const named = parents.get(table)?.get(key);
  if (named !== undefined || table !== '') return named;
  for (const known of parents.values()) {
    const respondent = known.get(key);
    if (respondent !== undefined) return respondent;
  }
  return undefined;
}
