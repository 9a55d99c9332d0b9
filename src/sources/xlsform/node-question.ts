import type { BlockContent, PhrasingContent } from 'mdast';
import type { Choice, Question } from '../../model/questionnaire.ts';
import { blocksToText, textToBlocks } from '../../text/forms/block-text.ts';
import { parseBounds, parseParameters, printBounds } from '../../text/forms/bounds.ts';
import { languageOfColumn } from '../../text/forms/columns.ts';
import { saysYes } from '../../text/forms/question-cells.ts';
import type { RowNode } from '../../text/forms/row-tree.ts';
import { printRowType } from '../../text/forms/row-types.ts';
import { type FormRow, translated } from '../../text/forms/survey-form.ts';
import { xmlName } from '../../text/forms/survey-form-of.ts';
import {
  type Condition,
  conditionToXPath,
  printCondition,
  questionsIn,
  xpathToCondition,
} from '../../text/questionnaire/condition.ts';
import { listOf, type QuestionContext } from './question-context.ts';

/**
 * A row, or a group of rows, as a question in one language.
 *
 * @param node The row.
 * @param context Language and form.
 * @returns Undefined where a translation has no word for it.
 */
export function nodeQuestion(node: RowNode, context: QuestionContext): Question | undefined {
  const type = context.kindOf(node);
  const questions = type === 'matrix' ? [] : node.children.flatMap((child) => nodeQuestion(child, context) ?? []);
  const rows = type === 'matrix' ? node.children.map((child) => matrixRow(child, node, context)) : [];
  const choices = choicesOf(node, context);
  const words = wordsOf(node.row, context);
  const own = suffixed(node.row, context);
  const told = [words.hint, words.guidance, words.probes, Object.keys(own)].some(({ length }) => length > 0);
  const says = words.label !== '' || told;
  const inside = [questions, rows.filter(({ label }) => label !== ''), choices].some(({ length }) => length > 0);
  if (!context.isSource && !says && !inside) return undefined;
  return {
    id: context.idOf(node),
    text: words.label,
    line: node.row.place.line,
    tags: [],
    type: context.isSource ? type : plainType(type),
    required: false,
    choices,
    rows,
    materials: [],
    hint: words.hint,
    probes: words.probes,
    facilitator: words.guidance,
    activity: [],
    questions,
    repeated: context.isSource && node.type.base === 'begin_repeat',
    ...(context.isSource ? attributesOf(node, context) : {}),
    form: { ...(context.isSource ? keptColumns(node, context) : {}), ...own, ...words.kept },
  };
}

/** A translation says the type only where its shape depends on it. */
function plainType(type: Question['type']): Question['type'] {
  return type === 'group' ? 'group' : type;
}

interface QuestionWords {
  readonly label: string;
  readonly hint: readonly BlockContent[];
  readonly guidance: readonly BlockContent[];
  readonly probes: readonly (readonly PhrasingContent[])[];
  readonly kept: Readonly<Record<string, string>>;
}

function wordsOf(row: FormRow, context: QuestionContext): QuestionWords {
  const label = context.words(row, 'label');
  const hint = cellIn(row, 'hint', context);
  const blocks = textToBlocks(hint.cell);
  const told = cellIn(row, 'guidance_hint', context);
  const { guidance, probes, text } = guidanceOf(told.cell);
  return {
    label: label.text,
    hint: blocks,
    guidance,
    probes,
    kept: {
      ...label.kept,
      ...(blocksToText(blocks) === hint.cell && !hint.plain ? {} : { [hint.column]: hint.cell }),
      ...(text === told.cell && !told.plain ? {} : { [told.column]: told.cell }),
    },
  };
}

/** The cell of a column in the language of the context; in the default language also one in no language. */
function cellIn({ cells }: FormRow, base: string, { language, isSource }: QuestionContext) {
  const key = translated(base, language);
  const column = cells[key] === undefined && isSource && cells[base] !== undefined ? base : key;
  return { column, cell: cells[column] ?? '', plain: column !== key };
}

/** Lines that begin with a dash, at the end, are what to ask next. */
function guidanceOf(cell: string) {
  const lines = cell.split('\n');
  const from = lines.findLastIndex((line) => !/^- \S/u.test(line)) + 1;
  const guidance = textToBlocks(lines.slice(0, from).join('\n'));
  const asked = cell === '' ? [] : lines.slice(from).map((line) => line.slice(2).replace(/\s+/gu, ' ').trim());
  const probes = asked.map((value): PhrasingContent[] => [{ type: 'text', value }]);
  const text = [blocksToText(guidance), ...asked.map((line) => `- ${line}`)].filter((line) => line !== '').join('\n');
  return { guidance, probes, text };
}

/** Columns of the language that are no words of the questionnaire: pictures, messages. */
function suffixed({ cells }: FormRow, { language }: QuestionContext): Record<string, string> {
  if (language === '') return {};
  const own = Object.entries(cells).filter(([column]) => {
    const { base, language: of } = languageOfColumn(column);
    return of === language && !['label', 'hint', 'guidance_hint'].includes(base);
  });
  return Object.fromEntries(own);
}

/** Columns that become something of the question, and are kept only where that does not give them back. */
const READ: ReadonlySet<string> = new Set([
  'type',
  'name',
  'label',
  'hint',
  'guidance_hint',
  'required',
  'relevant',
  'constraint',
]);

function keptColumns(node: RowNode, context: QuestionContext): Record<string, string> {
  const { cells } = node.row;
  const plain = Object.entries(cells).filter(([column]) => {
    const { base, language } = languageOfColumn(column);
    return !READ.has(base) && language === undefined;
  });
  const kept: Record<string, string> = Object.fromEntries(plain);
  const kind = context.kindOf(node);
  const type = kind === 'matrix' ? `select_one ${listOf(node) ?? ''}` : printRowType(node.type);
  if (type !== usualType(node, context)) kept.type = type;
  if (cells.name !== xmlName(context.idOf(node))) kept.name = cells.name ?? '';
  const asked = requiredCell(node, kind);
  if (asked !== undefined && asked !== 'yes') kept.required = asked;
  if (cells.relevant !== undefined && cells.relevant !== usualRelevance(node, context)) kept.relevant = cells.relevant;
  if (cells.constraint !== undefined && cells.constraint !== usualConstraint(node, context)) {
    kept.constraint = cells.constraint;
  }
  if (kept.parameters !== undefined && kind === 'scale' && isUsualRange(kept.parameters)) delete kept.parameters;
  if (kept.appearance === 'table-list' && kind === 'matrix') delete kept.appearance;
  return { ...kept, ...endColumns(node) };
}

function isUsualRange(parameters: string): boolean {
  return /^start=-?\d+ end=-?\d+ step=1$/u.test(parameters);
}

function endColumns({ end }: RowNode): Record<string, string> {
  const cells = Object.entries(end?.cells ?? {}).filter(([column]) => column !== 'type');
  return Object.fromEntries(cells.map(([column, value]) => [`end::${column}`, value]));
}

/** The type a question gets in a form if nothing is kept. */
function usualType(node: RowNode, context: QuestionContext): string {
  const name = xmlName(context.idOf(node));
  const { base } = node.type;
  const usual: Partial<Record<Question['type'], string>> = {
    open: 'text',
    number: 'integer',
    date: 'date',
    scale: 'range',
    'one-of': `select_one ${name}`,
    'several-of': `select_multiple ${name}`,
    group: base === 'begin_repeat' ? 'begin_repeat' : 'begin_group',
    matrix: `select_one ${name}`,
  };
  return usual[context.kindOf(node)] ?? '';
}

function requiredCell({ row, children }: RowNode, kind: Question['type']): string | undefined {
  return kind === 'matrix' ? children[0]?.row.cells.required : row.cells.required;
}

/** What would be written of the condition that was understood. */
function usualRelevance({ row }: RowNode, context: QuestionContext): string | undefined {
  const condition = conditionOf(row.cells.relevant, context);
  return condition === undefined ? undefined : conditionToXPath(condition, (id) => `\${${id}}`, context.typeOf);
}

function usualConstraint(node: RowNode, context: QuestionContext): string | undefined {
  const bounds = context.kindOf(node) === 'number' ? parseBounds(node.row.cells.constraint ?? '') : undefined;
  return bounds === undefined ? undefined : printBounds(bounds);
}

function attributesOf(node: RowNode, context: QuestionContext): Pick<Question, 'required'> & Partial<Question> {
  const { cells } = node.row;
  const type = context.kindOf(node);
  const { start, end } = parseParameters(type === 'scale' ? (cells.parameters ?? '') : '');
  const bounds = type === 'number' ? (parseBounds(cells.constraint ?? '') ?? {}) : {};
  const asked = requiredCell(node, type);
  return {
    required: saysYes(asked ?? ''),
    ...bounds,
    ...(type === 'scale' ? { min: Number(start), max: Number(end) } : {}),
    ...shownIf(cells.relevant, context),
  };
}

function shownIf(relevant: string | undefined, context: QuestionContext): { readonly shownIf?: string } {
  const condition = conditionOf(relevant, context);
  return condition === undefined ? {} : { shownIf: printCondition(condition) };
}

/** Conditions name questions by their ids; where the name of one is not its id, the cell alone says when it is asked. */
function conditionOf(relevant: string | undefined, { typeOf }: QuestionContext): Condition | undefined {
  if (relevant === undefined) return undefined;
  const condition = xpathToCondition(relevant, typeOf);
  return questionsIn(condition).every((id) => typeOf(id) !== undefined) ? condition : undefined;
}

function choicesOf(node: RowNode, context: QuestionContext): readonly Choice[] {
  const type = context.kindOf(node);
  if (type !== 'one-of' && type !== 'several-of' && type !== 'matrix') return [];
  const rows = context.list(listOf(node) ?? '');
  const choices = rows.map((row) => choiceOf(row, context));
  const says = choices.some(({ label, form }) => label !== '' || form !== undefined);
  return context.isSource || says ? choices : [];
}

function choiceOf(row: FormRow, context: QuestionContext): Choice {
  const { text, kept } = context.words(row, 'label');
  const columns = Object.entries(row.cells).filter(([column]) => {
    const { base, language } = languageOfColumn(column);
    if (base === 'label' || column === 'list_name' || column === 'name') return false;
    return language === context.language || (context.isSource && language === undefined);
  });
  const form = { ...Object.fromEntries(columns), ...kept };
  const choice = { code: row.cells.name ?? '', label: text, line: row.place.line };
  return Object.keys(form).length > 0 ? { ...choice, form } : choice;
}

function matrixRow({ row }: RowNode, matrix: RowNode, context: QuestionContext): Choice {
  const { text, kept } = context.words(row, 'label');
  const code = (row.cells.name ?? '').slice(`${matrix.row.cells.name ?? ''}_`.length);
  const choice = { code, label: text, line: row.place.line };
  return Object.keys(kept).length > 0 ? { ...choice, form: kept } : choice;
}
