/** What goes to reviewers beside the draft: a cover page and a comment sheet. */

import type { BlockContent, List } from 'mdast';
import { writeXlsx } from '../files/xlsx-write.ts';
import type { Document } from '../model/document.ts';
import { formatDate } from '../model/labels.ts';
import { heading, list, paragraph, type ReportFrame, reportDocument, table } from '../reports/blocks.ts';
import { filled, type PackWords } from './review-pack-words.ts';

/** What a cover says. */
export interface Cover {
  readonly words: PackWords;
  readonly frame: ReportFrame;
  /** Who is asked. */
  readonly name: string;
  readonly title: string;
  readonly deadline: string | undefined;
  readonly editing: 'comments' | 'tracked';
  /** Names of files and what they are. */
  readonly files: readonly (readonly [name: string, what: string])[];
  readonly form: boolean;
}

/** The page that says what is asked, until when and how. */
export function coverDocument(cover: Cover): Document {
  const { words, frame, name, title, deadline, editing, files, form } = cover;
  const steps = [words[editing], words.eitherSheet, ...(form ? [words.form] : []), words.sendBack, words.privacy];
  const ordered: List = { ...(list(steps.map((step) => [paragraph(step)])) as List), ordered: true, start: 1 };
  const blocks: BlockContent[] = [
    heading(words.cover, 1),
    paragraph(filled(words.dear, name)),
    paragraph(filled(words.invitation, title)),
    paragraph(
      deadline === undefined ? words.noDeadline : filled(words.deadline, formatDate(deadline, frame.language ?? 'en')),
    ),
    heading(words.how, 2),
    ordered,
    heading(words.inside, 2),
    table([words.file, words.what], files),
  ];
  return reportDocument({ ...frame, kind: words.cover }, blocks);
}

/** Rows to write on: those of the sheet that is printed fit on its page. */
const ROWS = { printed: 12, workbook: 20 };

/** The comment sheet as a table of eight columns, laid out as standards bodies do. */
export function sheetDocument({ words, frame, name }: Pick<Cover, 'words' | 'frame' | 'name'>): Document {
  const rows = Array.from({ length: ROWS.printed }, () => words.columns.map((_, at) => (at === 0 ? name : '')));
  return reportDocument({ ...frame, kind: words.sheet }, [heading(words.sheet, 1), table(words.columns, rows)]);
}

/** How wide the columns of the sheet are, in characters. */
export const SHEET_WIDTHS: readonly number[] = [24, 14, 20, 18, 22, 50, 46, 30];

/** The comment sheet for spreadsheet programs. */
export function sheetWorkbook({ words, frame, name }: Pick<Cover, 'words' | 'frame' | 'name'>): Uint8Array {
  const rows = Array.from({ length: ROWS.workbook }, () => words.columns.map((_, at) => (at === 0 ? name : '')));
  const columns = words.columns.map((_, at) => ({ width: SHEET_WIDTHS[at] ?? 20 }));
  const toLeft = frame.direction === 'rtl' && { toLeft: true };
  return writeXlsx([{ name: words.sheet.slice(0, 31), rows: [words.columns, ...rows], columns, ...toLeft }]);
}
