import type { Finding, Place } from '../../model/finding.ts';
import { QUESTION_TYPES, type Question, type QuestionType } from '../../model/questionnaire.ts';
import { INPUT_KINDS } from '../../model/vocabulary.ts';
import { nearest } from '../nearest.ts';
import { type Attribute, formColumn } from './attributes.ts';

/** What the attributes of a question, or of a part, say. */
export interface AttributeValues {
  type?: QuestionType;
  required?: boolean;
  repeated?: boolean;
  pause?: boolean;
  shownIf?: string;
  minutes?: number;
  min?: number;
  max?: number;
  feeds?: string;
  materials?: readonly string[];
  kinds?: readonly string[];
  codes?: readonly string[];
  form?: Question['form'];
}

/** Sets a value from its text; a sentence on what it must be where the text is none such. */
type Setter = (values: AttributeValues, text: string) => string | undefined;

const listOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter(Boolean);

const YES_NO: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };

function flag(key: 'required' | 'repeated' | 'pause'): Setter {
  return (values, text) => {
    const value = YES_NO[text.toLowerCase()];
    if (value === undefined) return 'must be yes or no';
    values[key] = value;
    return undefined;
  };
}

function number(key: 'minutes' | 'min' | 'max', least: number): Setter {
  return (values, text) => {
    const value = /^[+-]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(value) || value < least) return least === 0 ? 'must be a number, 0 or more' : 'must be a number';
    values[key] = value;
    return undefined;
  };
}

function words(key: 'shownIf' | 'feeds'): Setter {
  return (values, text) => {
    if (text === '') return 'must not be empty';
    values[key] = text;
    return undefined;
  };
}

function list(key: 'kinds' | 'codes' | 'materials', separator: RegExp): Setter {
  return (values, text) => {
    values[key] = [...(values[key] ?? []), ...listOf(text, separator)];
    return undefined;
  };
}

function setType(values: AttributeValues, text: string): string | undefined {
  const type = QUESTION_TYPES.find((one) => one === text);
  if (type !== undefined) {
    values.type = type;
    return undefined;
  }
  const near = nearest(text, QUESTION_TYPES);
  return `must be one of ${QUESTION_TYPES.join(', ')}${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

const SPACES = /[\s,]+/u;

/** All attributes there are, and what each sets. */
const SETTERS: Readonly<Record<string, Setter>> = {
  type: setType,
  required: flag('required'),
  repeat: flag('repeated'),
  pause: flag('pause'),
  'shown-if': words('shownIf'),
  minutes: number('minutes', 0),
  min: number('min', Number.NEGATIVE_INFINITY),
  max: number('max', Number.NEGATIVE_INFINITY),
  feeds: words('feeds'),
  materials: list('materials', /,/u),
  kind: list('kinds', SPACES),
  kinds: list('kinds', SPACES),
  code: list('codes', SPACES),
  codes: list('codes', SPACES),
};

/** Names of all attributes, those of survey forms aside. */
export const ATTRIBUTE_KEYS: readonly string[] = Object.keys(SETTERS);

/** Attributes that a part may have; all others belong to a question. */
const OF_PARTS: readonly string[] = ['minutes', 'pause'];
const OF_QUESTIONS: readonly string[] = ATTRIBUTE_KEYS.filter((key) => key !== 'pause');

/** Whether a paragraph that begins with such an attribute is a line of attributes. */
export function isAttributeKey(key: string): boolean {
  return Object.hasOwn(SETTERS, key) || formColumn(key) !== undefined;
}

/**
 * Reads the attributes of a question or of a part.
 *
 * @param attributes As they stand.
 * @param owner What they belong to, and where they stand.
 * @returns Values that hold, and findings on all others.
 */
export function readAttributes(
  attributes: readonly Attribute[],
  owner: { readonly kind: 'question' | 'part'; readonly place: Place },
): { readonly values: AttributeValues; readonly findings: readonly Finding[] } {
  const values: AttributeValues = {};
  const findings: Finding[] = [];
  const form: Record<string, string> = {};
  const known = owner.kind === 'part' ? OF_PARTS : OF_QUESTIONS;
  const seen = new Set<string>();
  for (const { key, value } of attributes) {
    if (seen.has(key)) findings.push(twice(key, owner.place));
    seen.add(key);
    const column = formColumn(key);
    if (column !== undefined && owner.kind === 'question') form[column] = value;
    else if (!known.includes(key)) findings.push(unknownAttribute(key, known, owner));
    else {
      const wrong = SETTERS[key]?.(values, value);
      if (wrong !== undefined) findings.push(wrongValue(key, wrong, { value, place: owner.place }));
    }
  }
  if (Object.keys(form).length > 0) values.form = form;
  findings.push(...unknownKinds(values.kinds ?? [], owner.place));
  return { values, findings };
}

const CHECK = 'questionnaires/attribute';

function unknownAttribute(
  key: string,
  known: readonly string[],
  { kind, place }: { readonly kind: 'question' | 'part'; readonly place: Place },
): Finding {
  const near = nearest(key, known);
  const belongs = kind === 'part' && isAttributeKey(key);
  return {
    check: CHECK,
    severity: 'error',
    message: belongs
      ? `"${key}" belongs to a question, but this heading has no id and so is none.`
      : `"${key.slice(0, 40)}" is no attribute of a ${kind}.`,
    why: 'What it says has no effect, and nobody would notice.',
    hint: belongs
      ? 'Give the heading an id such as {#q1}, or take the attribute away.'
      : near === undefined
        ? `Attributes of a ${kind} are ${known.join(', ')}${kind === 'question' ? ', and form-<column> for columns of a survey form' : ''}.`
        : `Did you mean "${near}"?`,
    place,
  };
}

function wrongValue(key: string, demand: string, { value, place }: { value: string; place: Place }): Finding {
  return {
    check: CHECK,
    severity: 'error',
    message: `"${key}" is "${value.slice(0, 40)}", which is no value it can have.`,
    why: 'The question is read as if the attribute were not there.',
    hint: `"${key}" ${/[?.]$/u.test(demand) ? demand : `${demand}.`}`,
    place,
  };
}

function twice(key: string, place: Place): Finding {
  return {
    check: CHECK,
    severity: 'error',
    message: `"${key.slice(0, 40)}" stands twice.`,
    why: 'Nobody can tell which of the two counts.',
    hint: 'Keep one of them.',
    place,
  };
}

function unknownKinds(kinds: readonly string[], place: Place): readonly Finding[] {
  return kinds
    .filter((kind) => !isKind(kind))
    .map((kind) => ({
      check: 'questionnaires/unknown-kind',
      severity: 'error',
      message: `"${kind.slice(0, 40)}" is no kind of input.`,
      why: 'Inputs under this question would have no kind.',
      hint: `Kinds are ${INPUT_KINDS.join(', ')}${suggestion(kind)}`,
      place,
    }));
}

/** Whether a tag is a kind of input. */
export function isKind(tag: string): boolean {
  return (INPUT_KINDS as readonly string[]).includes(tag);
}

function suggestion(kind: string): string {
  const near = nearest(kind, INPUT_KINDS);
  return near === undefined ? '.' : `; did you mean "${near}"?`;
}
