import type { FileProblem } from '../../files/file-problem.ts';
import type { TableRow } from '../../files/table-row.ts';
import { columnName } from '../../files/xlsx-write.ts';
import type { Finding } from '../../model/finding.ts';

/** A form that can't be read at all. */
export function unreadable({ message, hint }: FileProblem, file: string): Finding {
  return {
    check: 'forms/unreadable',
    severity: 'error',
    message,
    why: 'No question of the form could be read.',
    hint,
    place: { file, line: 1, column: 1 },
  };
}

/** A workbook as spreadsheet programs wrote it until 2007. */
export function oldFormat(file: string): Finding {
  return {
    check: 'forms/unreadable',
    severity: 'error',
    message: 'The form is a workbook in the old binary format (.xls), which is not read.',
    why: 'No question of the form could be read.',
    hint: 'Open it in a spreadsheet program and save it as .xlsx.',
    place: { file, line: 1, column: 1 },
  };
}

/** A workbook without the sheet that holds the questions. */
export function noSurvey(names: readonly string[], file: string): Finding {
  const found =
    names.length === 0
      ? 'It has no sheet with anything in it'
      : `Its sheets are ${names.map((name) => `"${name}"`).join(', ')}`;
  return {
    check: 'forms/unreadable',
    severity: 'error',
    message: `The file has no sheet named "survey" with questions in it. ${found}.`,
    why: 'An XLSForm keeps its questions there.',
    hint: 'Rename the sheet of the questions to "survey"; its first row has at least the columns "type" and "name".',
    place: { file, line: 1, column: 1 },
  };
}

/** A sheet whose name is nearly right. */
export function unknownSheet(name: string, near: string, file: string): Finding {
  return {
    check: 'forms/unknown-sheet',
    severity: 'warning',
    message: `The sheet "${name}" is not read; did you mean "${near}"?`,
    why: 'Survey programs leave out sheets they do not know, without a word.',
    hint: `Rename it to "${near}", or delete it.`,
    place: { file, line: 1, column: 1 },
  };
}

/** A column that stands twice. */
export function duplicateColumn(
  head: TableRow | undefined,
  index: number,
  { file, sheet }: { readonly file: string; readonly sheet: string },
): Finding {
  const line = head?.row ?? 1;
  return {
    check: 'forms/duplicate-column',
    severity: 'error',
    message: `Sheet "${sheet}", cell ${columnName(index)}${line}: the column "${(head?.cells[index] ?? '').trim()}" is there already.`,
    why: 'Survey programs take one of the two, and which one depends on the program.',
    hint: 'Keep one of them, or give the other a language or a name of its own.',
    place: { file, line, column: index + 1 },
  };
}
