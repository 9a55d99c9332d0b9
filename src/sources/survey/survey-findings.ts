import type { Finding } from '../../model/finding.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { knownColumn } from '../tables/header-words.ts';
import { heldFindings } from '../tables/held-rows.ts';
import { someOf, type TableRemark, tableFinding } from '../tables/table-findings.ts';
import type { SurveyRemarks } from './read-survey.ts';

type Said = Omit<TableRemark, 'file'>;

/**
 * What is said of rows that were not taken, or taken with a mark.
 *
 * @param remarks What was found.
 * @param late How many respondents answered after the round had ended.
 * @param file Name of the file.
 */
export function surveyFindings(remarks: SurveyRemarks, late: number, file: string): readonly Finding[] {
  const said = [noConsent(remarks.noConsent), lateRows(late), orphans(remarks), emptyRows(remarks.empty)];
  return [
    ...heldFindings(remarks.held, file),
    ...said.flatMap((one) => (one === undefined ? [] : [tableFinding({ ...one, file })])),
  ];
}

function noConsent(count: number): Said | undefined {
  if (count === 0) return undefined;
  return {
    check: 'ingest/no-consent',
    severity: 'info',
    message: `${count === 1 ? 'One respondent' : `${count} respondents`} did not agree to take part; nothing of what ${count === 1 ? 'that respondent' : 'they'} answered was taken in.`,
    why: 'Answers given without consent are not used.',
  };
}

function lateRows(count: number): Said | undefined {
  if (count === 0) return undefined;
  return {
    check: 'ingest/late-rows',
    severity: 'info',
    message: `${count === 1 ? 'One respondent' : `${count} respondents`} answered after the round had ended; their inputs are marked as late.`,
    why: 'Late inputs are answered like all others; the drafters may want to know.',
  };
}

function orphans({ orphans: rows }: SurveyRemarks): Said | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    check: 'ingest/row-not-read',
    severity: 'warning',
    message: `In the sheet "${first.sheet}", ${rows.length === 1 ? 'row' : 'rows'} ${someOf(rows.map(({ row }) => row))} ${rows.length === 1 ? 'belongs' : 'belong'} to no respondent that was taken in; ${rows.length === 1 ? 'it was' : 'they were'} left out.`,
    why: 'Respondents who gave no consent or were held back take the rows of their repeated groups with them; others may be missing from the export.',
    hint: 'Where neither is the case, export the survey anew and ingest that.',
    row: first.row,
  };
}

function emptyRows(rows: readonly number[]): Said | undefined {
  if (rows.length === 0) return undefined;
  return {
    check: 'ingest/row-empty',
    severity: 'info',
    message: `${rows.length === 1 ? 'Row' : 'Rows'} ${someOf(rows)} ${rows.length === 1 ? 'answers' : 'answer'} no question; ${rows.length === 1 ? 'it counts' : 'they count'} as ${rows.length === 1 ? 'a respondent' : 'respondents'} all the same.`,
    why: 'Somebody opened the survey and left it.',
    row: rows[0] ?? 1,
  };
}

/**
 * What an export can't hold or can't say plainly.
 *
 * @param shape Headings, and whether it is a CSV file.
 * @param questionnaire The survey's, if the workspace has it.
 * @param file Name of the file.
 */
export function exportFindings(
  shape: { readonly headings: readonly string[]; readonly isCsv: boolean },
  questionnaire: Questionnaire | undefined,
  file: string,
): readonly Finding[] {
  const { headings, isCsv } = shape;
  if (!headings.some((heading) => /^(?:_uuid|_submission_time|__version__|KEY)$/u.test(heading))) return [];
  const found: Finding[] = [];
  const repeated = questionnaire?.questions.filter((question) => question.repeated) ?? [];
  const mayRepeat = questionnaire === undefined || repeated.length > 0;
  if (isCsv && mayRepeat)
    found.push(
      repeatsMissing(
        repeated.map(({ text }) => text),
        file,
      ),
    );
  const own = headings.filter((heading) => knownColumn(heading) === undefined);
  const labelled = own.some((heading) => /\s/u.test(heading.trim()));
  if (labelled && questionnaire === undefined) found.push(labelsOnly(file));
  return found;
}

function repeatsMissing(groups: readonly string[], file: string): Finding {
  const which = groups.length === 0 ? 'repeated groups, if the survey has any' : `the repeated group "${groups[0]}"`;
  return tableFinding({
    check: 'ingest/repeats-missing',
    severity: groups.length === 0 ? 'info' : 'warning',
    message: `A CSV export does not hold the answers of ${which}.`,
    why: 'Survey programs leave repeated groups out of CSV files without a word.',
    hint: 'Export the survey as XLSX, which has a sheet for each repeated group, and ingest that.',
    file,
  });
}

function labelsOnly(file: string): Finding {
  return tableFinding({
    check: 'ingest/export-labels',
    severity: 'info',
    message: 'This export holds labels instead of XML values.',
    why: 'Several answers in one cell, such as "Development Human rights", can then not be told apart for sure.',
    hint: 'Export with "XML values and headers", or put the questionnaire into the workspace, whose labels tell them apart.',
    file,
  });
}

/**
 * Tells which columns answer no question of the questionnaire the others answer.
 *
 * @param headings Their headings.
 * @param file Name of the file.
 */
export function unknownColumns(headings: readonly string[], file: string): readonly Finding[] {
  if (headings.length === 0) return [];
  const names = headings.map((heading) => `"${heading.slice(0, 60)}"`).join(', ');
  return [
    tableFinding({
      check: 'ingest/column-unknown',
      severity: 'warning',
      message: `${headings.length === 1 ? 'The column' : 'The columns'} ${names} ${headings.length === 1 ? 'answers' : 'answer'} no question of the questionnaire; what stands there was taken as answers in words.`,
      why: 'It may come from another version of the form; nothing of it is lost, but it has neither kind nor codes.',
      hint: 'Add the question to the questionnaire, or write a mapping that drops the column, and ingest the file again.',
      file,
    }),
  ];
}

/**
 * Tells that a sheet was passed over.
 *
 * @param sheet Its name.
 * @param file Name of the file.
 */
export function sheetPassedOver(sheet: string, file: string): Finding {
  return tableFinding({
    check: 'ingest/sheet-passed-over',
    severity: 'warning',
    message: `The sheet "${sheet}" was not read: its columns are others than those of the answers, and it names no respondents of theirs.`,
    why: 'What stands in it is not among the inputs.',
    hint: 'If it holds answers too, save it as a file of its own and ingest that.',
    file,
  });
}
