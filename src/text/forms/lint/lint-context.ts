import type { Finding, Severity } from '../../../model/finding.ts';
import { nearest } from '../../nearest.ts';
import { type RowNode, rowTree } from '../row-tree.ts';
import type { FormRow, FormSheet, SurveyForm } from '../survey-form.ts';

const MOST_SUGGESTIONS = 200;

/** What every rule on a form sees. */
export interface LintContext {
  readonly form: SurveyForm;
  /** Whether the form comes from a questionnaire, whose own checks see to its ids, conditions and translations. */
  readonly isWritten: boolean;
  readonly tree: readonly RowNode[];
  /** All rows with the groups around them, outermost first. */
  readonly nodes: readonly LintNode[];
  /** The first row of each name. */
  readonly byName: ReadonlyMap<string, LintNode>;
  readonly lists: ReadonlyMap<string, readonly FormRow[]>;
  /** What a misspelled name was probably meant to be; after some hundred of them nobody is helped by more. */
  readonly near: (word: string, candidates: Iterable<string>) => string | undefined;
}

/** A row of the survey sheet and where it stands. */
export interface LintNode {
  readonly node: RowNode;
  readonly row: FormRow;
  readonly parents: readonly RowNode[];
}

/** What is found in a form; in a questionnaire the words to look for, at or below the line of the question. */
export interface FormFinding extends Finding {
  readonly words?: string;
}

/** A rule on forms: what it finds, in order. */
export type LintRule = (context: LintContext) => readonly FormFinding[];

/**
 * What the rules share.
 *
 * @param form A form.
 */
export function lintContext(form: SurveyForm): LintContext {
  const tree = rowTree(form.survey);
  const nodes = withParents(tree, []);
  const byName = new Map<string, LintNode>();
  for (const node of nodes) {
    const name = node.row.cells.name ?? '';
    if (name !== '' && !byName.has(name)) byName.set(name, node);
  }
  const lists = new Map<string, FormRow[]>();
  for (const row of form.choices) {
    const name = row.cells.list_name ?? '';
    const rows = lists.get(name);
    if (rows === undefined) lists.set(name, [row]);
    else rows.push(row);
  }
  let left = MOST_SUGGESTIONS;
  const near: LintContext['near'] = (word, candidates) => (left-- > 0 ? nearest(word, candidates) : undefined);
  return { form, isWritten: form.sheets === undefined, tree, nodes, byName, lists, near };
}

function withParents(nodes: readonly RowNode[], parents: readonly RowNode[]): readonly LintNode[] {
  return nodes.flatMap((node) => [{ node, row: node.row, parents }, ...withParents(node.children, [...parents, node])]);
}

/** A place in a form and what to say of it. */
export interface Said {
  readonly check: string;
  readonly severity: Severity;
  readonly sheet?: FormSheet;
  readonly row?: FormRow;
  readonly column?: string;
  /** A sentence; the sheet and the cell are put before it where the form is a spreadsheet. */
  readonly message: string;
  readonly why: string;
  readonly hint: string;
}

/**
 * Makes a finding at a cell.
 *
 * @param form The form.
 * @param said What is found; the survey sheet unless another is given.
 */
export function findingAt(form: SurveyForm, said: Said): FormFinding {
  const { check, severity, sheet = 'survey', row, column, message, why, hint } = said;
  const columns = form.sheets?.[sheet];
  const number = column === undefined ? undefined : columns?.numbers[column];
  const line = row?.place.line ?? 1;
  const cell = row === undefined ? '' : number === undefined ? `, row ${line}` : `, cell ${letters(number)}${line}`;
  const where = columns === undefined ? '' : `Sheet "${columns.name}"${cell}: `;
  const place = { file: row?.place.file ?? form.file, line, column: number ?? row?.place.column ?? 1 };
  const words = columns === undefined && column !== undefined ? attributeOf(column) : undefined;
  return {
    check,
    severity,
    message: `${where}${message}`,
    why,
    hint,
    place,
    ...(words === undefined ? {} : { words }),
  };
}

/** How a questionnaire says what stands in a column. */
function attributeOf(column: string): string | undefined {
  if (column === 'label' || column === 'hint' || column === 'list_name') return undefined;
  return column === 'required' ? 'required:' : `form-${column}:`;
}

function letters(number: number): string {
  const last = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? last : letters(Math.floor((number - 1) / 26)) + last;
}

/** A word of a form as it is cited: cut short, in quotation marks. */
export function cited(word: string): string {
  const text = word.replace(/\s+/gu, ' ').trim();
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}
