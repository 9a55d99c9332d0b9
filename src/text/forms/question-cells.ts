import type { BlockContent } from 'mdast';
import type { Question, QuestionType } from '../../model/questionnaire.ts';
import { plainText } from '../plain-text.ts';
import { conditionToXPath, parseCondition, printCondition, xpathToCondition } from '../questionnaire/condition.ts';
import { blocksToText } from './block-text.ts';
import { parseBounds, parseParameters, printBounds } from './bounds.ts';
import { parseRowType, printRowType } from './row-types.ts';
import { keptCells, type Tongue, translatedCells } from './tongues.ts';

/** What the cells of one question depend on beside the question. */
export interface CellContext {
  readonly tongues: readonly Tongue[];
  /** Name of a question in the form, by id. */
  readonly nameOf: (id: string) => string;
  readonly typeOf: (id: string) => QuestionType | undefined;
}

/** Columns that a question itself says; the cells kept of them are only another way to say it. */
const SAID: ReadonlySet<string> = new Set([
  'type',
  'name',
  'label',
  'hint',
  'guidance_hint',
  'required',
  'relevant',
  'constraint',
]);

/** Types a question may have in a form, where it keeps one; any type for those not listed. */
const BASES: Partial<Readonly<Record<QuestionType, RegExp>>> = {
  'one-of': /^select_one/u,
  'several-of': /^(?:select_multiple|rank)/u,
  'yes-no': /^select_one/u,
  matrix: /^select_one/u,
  scale: /^(?:range|select_one)$/u,
  number: /^(?:integer|decimal)$/u,
  date: /^date$/u,
  open: /^(?!begin_|end_|select)/u,
  group: /^begin_/u,
};

/**
 * The type kept from a form; undefined where the question has become another since.
 *
 * @param question A question.
 */
export function keptType({ type, form, repeated }: Question): string | undefined {
  if (form.type === undefined) return undefined;
  const parsed = parseRowType(form.type);
  if (type === 'group' && repeated !== (parsed.base === 'begin_repeat')) return undefined;
  return (BASES[type]?.test(parsed.base) ?? true) ? printRowType(parsed) : undefined;
}

/**
 * The cells of a question but its type: name, words in all languages, when it is asked, what is kept of other columns.
 *
 * @param question A question in the source language.
 * @param context Languages and names.
 */
export function questionCells(question: Question, context: CellContext): Record<string, string> {
  const { tongues } = context;
  const words = (column: string, textOf: (one: Question) => string) =>
    translatedCells(column, tongues, (tongue) => {
      const own = ownQuestion(question, tongue, tongues);
      return own === undefined ? undefined : { text: textOf(own), form: own.form };
    });
  return {
    ...keptCells(
      tongues,
      (tongue) => ownQuestion(question, tongue, tongues)?.form,
      (base) => SAID.has(base) || base.startsWith('end::'),
    ),
    name: context.nameOf(question.id),
    ...words('label', ({ text }) => text),
    ...words('hint', ({ hint }) => blocksToText(hint)),
    ...words('guidance_hint', guidance),
    required: required(question),
    relevant: relevance(question, context),
    constraint: constraint(question),
    ...parameters(question),
  };
}

function ownQuestion(question: Question, tongue: Tongue, tongues: readonly Tongue[]): Question | undefined {
  return tongue === tongues[0] ? question : tongue.questions.get(question.id);
}

/** What the facilitator knows and asks next: survey programs show it to who holds the device. */
function guidance({ facilitator, probes }: Question): string {
  const asked = probes.map(
    (children) =>
      `- ${plainText({ type: 'paragraph', children } as BlockContent)
        .replace(/\s+/gu, ' ')
        .trim()}`,
  );
  return [blocksToText(facilitator), ...asked].filter((line) => line !== '').join('\n');
}

/** Whether a cell says yes in one of the ways survey programs know. */
export function saysYes(cell: string): boolean {
  return /^(?:yes|true|true\(\)|1)$/iu.test(cell.trim());
}

function required({ required: asked, form }: Question): string {
  if (form.required !== undefined && saysYes(form.required) === asked) return form.required;
  return asked ? 'yes' : '';
}

function relevance({ shownIf, form }: Question, { nameOf, typeOf }: CellContext): string {
  const condition = shownIf === undefined ? undefined : parseCondition(shownIf).condition;
  if (condition === undefined) return shownIf === undefined ? (form.relevant ?? '') : '';
  if (form.relevant !== undefined) {
    const kept = printCondition(xpathToCondition(form.relevant, typeOf));
    if (kept === printCondition(condition)) return form.relevant;
  }
  return conditionToXPath(condition, (id) => `\${${nameOf(id)}}`, typeOf);
}

function constraint({ type, min, max, form }: Question): string {
  if (type !== 'number' || (min === undefined && max === undefined)) return form.constraint ?? '';
  const bounds = printBounds({ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
  if (form.constraint === undefined) return bounds;
  const kept = parseBounds(form.constraint);
  if (kept === undefined) return `(${form.constraint}) and ${bounds}`;
  return kept.min === min && kept.max === max ? form.constraint : bounds;
}

/** Start, end and step of a range. */
function parameters({ type, min, max, choices, form }: Question): Record<string, string> {
  if (type !== 'scale' || choices.length > 0) return {};
  const kept = parseParameters(form.parameters ?? '');
  if (Number(kept.start) === min && Number(kept.end) === max) return { parameters: form.parameters ?? '' };
  return { parameters: `start=${min ?? 1} end=${max ?? 5} step=1` };
}
