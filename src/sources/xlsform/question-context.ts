import type { QuestionType } from '../../model/questionnaire.ts';
import { onOneLine } from '../../text/forms/block-text.ts';
import { parseParameters } from '../../text/forms/bounds.ts';
import type { RowNode } from '../../text/forms/row-tree.ts';
import { type FormRow, type SurveyForm, translated } from '../../text/forms/survey-form.ts';
import { xmlName } from '../../text/forms/survey-form-of.ts';

/** A text of a row in one language, and the cells to keep because the text alone does not give them back. */
export interface RowWords {
  readonly text: string;
  readonly kept: Readonly<Record<string, string>>;
}

/** What a question read from a row depends on beside the row. */
export interface QuestionContext {
  readonly form: SurveyForm;
  readonly language: string;
  /** Whether the language is the default one, whose questionnaire holds what is in no language. */
  readonly isSource: boolean;
  /** Id of the question of a row. */
  readonly idOf: (node: RowNode) => string;
  readonly typeOf: (id: string) => QuestionType | undefined;
  readonly kindOf: (node: RowNode) => QuestionType;
  /** Rows of a list of choices. */
  readonly list: (name: string) => readonly FormRow[];
  /** Lists whose choices stand at their questions. */
  readonly usedLists: readonly string[];
  readonly words: (row: FormRow, column: string) => RowWords;
}

interface Tongue {
  readonly language: string;
  readonly isSource: boolean;
}

/**
 * What all questions of a form share in one language.
 *
 * @param form As read.
 * @param tree Its rows.
 * @param tongue The language.
 */
export function questionContext(form: SurveyForm, tree: readonly RowNode[], tongue: Tongue): QuestionContext {
  const lists = new Map<string, FormRow[]>();
  for (const row of form.choices) {
    const name = row.cells.list_name ?? '';
    const rows = lists.get(name);
    if (rows === undefined) lists.set(name, [row]);
    else rows.push(row);
  }
  const list = (name: string) => lists.get(name) ?? [];
  const nodes = allNodes(tree);
  const ids = new Map<RowNode, string>();
  const taken = new Set<string>();
  for (const node of nodes) ids.set(node, freeId(node, taken));
  const uses = new Map<string, number>();
  for (const { type } of nodes) if (type.list !== undefined) uses.set(type.list, (uses.get(type.list) ?? 0) + 1);
  const isShort = (name: string) => list(name).length * (uses.get(name) ?? 0) <= MOST_REPEATED_CHOICES;
  const kinds = new Map(nodes.map((node) => [node, questionKind(node, { list, isShort })]));
  const kindOf = (node: RowNode) => kinds.get(node) ?? 'form';
  const types = new Map(nodes.map((node) => [ids.get(node) ?? '', kindOf(node)]));
  const usedLists = nodes.flatMap((node) => (HAS_CHOICES.has(kindOf(node)) ? (listOf(node) ?? []) : []));
  return {
    form,
    ...tongue,
    idOf: (node) => ids.get(node) ?? '',
    typeOf: (id) => types.get(id),
    kindOf,
    list,
    usedLists,
    words: (row, column) => rowWords(row, column, tongue),
  };
}

/** A list stands at every question that uses it, unless that would be more than anybody reads: then it stays a sheet. */
const MOST_REPEATED_CHOICES = 20_000;

interface Lists {
  readonly list: (name: string) => readonly FormRow[];
  readonly isShort: (name: string) => boolean;
}

const HAS_CHOICES: ReadonlySet<QuestionType> = new Set(['one-of', 'several-of', 'matrix']);

/** The list of a select, or the one that all rows of a matrix share. */
export function listOf({ type, children }: RowNode): string | undefined {
  return type.list ?? children[0]?.type.list;
}

function allNodes(nodes: readonly RowNode[]): readonly RowNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}

/** An id like the name of the row; unlike a name, no two are the same and none is missing. */
function freeId({ row, type }: RowNode, taken: Set<string>): string {
  const name = row.cells.name ?? `${type.base.split(' ')[0] ?? 'row'}-${row.place.line}`;
  // In a heading, `{#__version__}` would be strong text, and `{#a-_b_-c}` have some.
  const clean = name
    .replace(/[^\p{L}\p{N}_-]/gu, '-')
    .replace(/[_-]*-[_-]*/gu, '-')
    .replace(/^[_-]+|[_-]+$/gu, '')
    .slice(0, 100);
  const wanted = /[\p{L}\p{N}_]/u.test(clean) ? clean : `row-${row.place.line}`;
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}

const KINDS: Readonly<Record<string, QuestionType>> = {
  text: 'open',
  integer: 'number',
  decimal: 'number',
  date: 'date',
  begin_group: 'group',
  begin_repeat: 'group',
  begin_loop: 'group',
};

function questionKind(node: RowNode, { list, isShort }: Lists): QuestionType {
  const { base, list: name } = node.type;
  if (isMatrix(node)) return isShort(listOf(node) ?? '') ? 'matrix' : 'group';
  if (name !== undefined && list(name).length > 0 && isShort(name)) {
    if (base === 'select_one') return 'one-of';
    if (base === 'select_multiple' || base === 'rank') return 'several-of';
  }
  if (base === 'range') return isSteps(node) ? 'scale' : 'form';
  return KINDS[base] ?? 'form';
}

function isSteps({ row }: RowNode): boolean {
  const { start, end, step } = parseParameters(row.cells.parameters ?? '');
  return step === '1' && [start, end].every((value) => /^-?\d{1,9}$/u.test(value ?? ''));
}

/** A group that is asked as a table: each row the same choices, named after the group. */
function isMatrix({ row, type, children, end }: RowNode): boolean {
  const { name, appearance } = row.cells;
  const [first] = children;
  if (type.base !== 'begin_group' || appearance !== 'table-list' || first === undefined || end === undefined)
    return false;
  return children.every((child) => {
    const { cells } = child.row;
    const plain = Object.keys(cells).every((column) => /^(?:type|name|required|label(?:::.*)?)$/u.test(column));
    const same = child.type.base === 'select_one' && !child.type.orOther && child.type.list === first.type.list;
    const code = cells.name?.startsWith(`${name}_`) ? cells.name.slice(`${name}_`.length) : '';
    return (
      plain &&
      same &&
      code !== '' &&
      xmlName(code).replace(/^_(?=\p{N})/u, '') === code &&
      cells.required === first.row.cells.required
    );
  });
}

function rowWords({ cells }: FormRow, column: string, { language, isSource }: Tongue): RowWords {
  const key = translated(column, language);
  const name = cells[key] === undefined && isSource ? column : key;
  const cell = cells[name] ?? '';
  const text = onOneLine(cell);
  return { text, kept: cell !== '' && (cell !== text || name !== key) ? { [name]: cell } : {} };
}
