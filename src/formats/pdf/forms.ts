/** Fields of a form: room to write and squares to tick on paper, and places where a PDF can be filled in on a screen. */
import type { FieldGroup, FormField } from '../../model/document.ts';
import { plainText } from '../../text/plain-text.ts';
import { anchorOf, type Context, placeOf } from './context.ts';
import { around, asArguments, call, type Literal, literal, type SourceLine } from './source.ts';

/** A place of the page where somebody fills something in. */
export interface Spot {
  /** Name of the field; spots of one name are one field with several squares. */
  readonly name: string;
  readonly kind: 'text' | 'area' | 'tick' | 'radio';
  /** What a square stands for. */
  readonly value?: string;
  /** What a screen reader says of it. */
  readonly tip: string;
  readonly required: boolean;
}

/** What the address of a spot begins with; behind it comes its number. The pages leave no such link. */
export const SPOT_ADDRESS = 'penholder-field:';

/** Most lines of room that one field takes: what a page bears. */
const MOST_LINES = 24;

/** Labels in a row must not be longer than this together. */
const ROW = { letters: 56, choices: 11 };

/** Several things asked together, or one thing asked with what explains it. */
export function fieldGroup(node: FieldGroup, context: Context): SourceLine[] {
  const options = { id: anchorOf(node.data?.id, context), kind: node.kind };
  const isField = ({ type }: { readonly type: string }): boolean => type === 'formField' || type === 'fieldGroup';
  const at = node.children.findIndex(isField);
  const [lead, rest] = at < 0 ? [node.children, []] : [node.children.slice(0, at), node.children.slice(at)];
  const place = placeOf(node, context);
  const head = context.blocks(lead, context);
  // What is asked stays with the room for its answer.
  const parts = [
    ...(head.length === 0 ? [] : [around('lead(', asArguments(head), place)]),
    ...context.blocks(rest, context),
  ];
  return around(`asked(${literal(options)},`, asArguments(parts), place);
}

/** A line, an area or squares to write in. */
export function formField(node: FormField, context: Context): SourceLine[] {
  const { words } = context;
  const hints: Readonly<Partial<Record<FormField['kind'], string>>> = {
    choice: words.chooseOne,
    choices: words.chooseAny,
  };
  const asked = node.data?.role === 'kinds' ? undefined : hints[node.kind];
  const hint = [node.required === true ? `(${words.required})` : undefined, asked].filter(Boolean).join(' ');
  const options = {
    id: anchorOf(node.data?.id, context),
    kind: node.kind,
    hint: hint === '' ? undefined : hint,
    named: node.named,
    // Squares that say what was written stand with it.
    sticky: node.data?.role === 'room' ? true : undefined,
    lines: node.lines === undefined ? undefined : Math.min(node.lines, MOST_LINES),
    row: standsInRow(node) ? true : undefined,
    ...spotted(node, context),
  };
  const label = context.phrasing(node.children, context);
  return [{ text: call('field', literal(options), label), place: placeOf(node, context) }];
}

function standsInRow({ kind, choices = [], data }: FormField): boolean {
  if (data?.role === 'kinds') return true;
  if (kind !== 'choice' && kind !== 'choices') return false;
  const letters = choices.reduce((sum, { label }) => sum + label.length, 0);
  return choices.length <= ROW.choices && letters + 3 * choices.length <= ROW.letters;
}

/** The parts of a field that are filled in, each with its spot where the form can be filled in on a screen. */
function spotted(node: FormField, context: Context): { [name: string]: Literal } {
  const tip = plainText(node).trim() || node.name;
  const required = node.required === true;
  const add = (spot: Omit<Spot, 'required'>): string | undefined => spotFor({ ...spot, required }, context);
  const choices = (node.choices ?? []).map(({ value, label }) => ({ value, label: context.printable(label) }));
  switch (node.kind) {
    case 'matrix': {
      const rows = (node.rows ?? []).map((row) => [
        context.printable(row.label),
        choices.map(
          ({ value, label }) =>
            add({ name: `${node.name}/${row.value}`, kind: 'radio', value, tip: `${tip} ${row.label}: ${label}` }) ??
            null,
        ),
      ]);
      return { columns: choices.map(({ label }) => label), rows };
    }
    case 'choice':
    case 'choices': {
      const kind = node.kind === 'choice' ? 'radio' : 'tick';
      const squares = choices.map(({ value, label }) => [
        label,
        add({ name: node.name, kind, value, tip: `${tip} ${label}` }) ?? null,
      ]);
      return { choices: squares };
    }
    case 'check':
      return { spot: add({ name: node.name, kind: 'tick', value: 'yes', tip }) };
    default:
      return { spot: add({ name: node.name, kind: node.kind === 'paragraph' ? 'area' : 'text', tip }) };
  }
}

function spotFor(spot: Spot, { meta, gathered }: Context): string | undefined {
  if (meta.form === undefined) return undefined;
  gathered.spots.push(spot);
  return `${SPOT_ADDRESS}${gathered.spots.length - 1}`;
}
