import type { z } from 'zod';
import { nearest } from './nearest.ts';
import { knownKeys } from './schema-keys.ts';
import { describeValue, kindOf, listWords, namePath, type Path, valueAt } from './schema-words.ts';

/** One thing that is wrong with a value, in plain words. */
export interface Explained {
  readonly path: Path;
  /** Path to point at, where it is another than `path`. */
  readonly at?: Path;
  readonly message: string;
  readonly hint?: string;
}

/** The value that was checked, and what it was checked against. */
export interface Checked {
  readonly value: unknown;
  readonly schema: z.ZodType;
}

type Issue = z.core.$ZodIssue;

/** What a schema's type names mean to a reader. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  null: 'empty',
};

/**
 * Explains a schema issue.
 *
 * @param issue As zod reports it.
 * @param checked Value and schema at the root.
 * @returns One sentence for each thing wrong; unknown keys are told one by one.
 */
export function explainIssue(issue: Issue, checked: Checked): Explained[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key, checked));
  if (issue.code === 'invalid_union') return explainUnion(issue, checked);
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') return explainInner(issue, checked);
  return [{ path: issue.path, ...sentence(issue, checked) }];
}

function sentence(issue: Issue, { value }: Checked): { message: string; hint?: string } {
  const name = namePath(issue.path);
  const actual = valueAt(value, issue.path);
  if (actual === undefined || (actual === null && issue.code === 'invalid_type')) return missing(issue, name, actual);
  return { message: `${name} ${demand(issue)}, but it is ${describeValue(actual)}.` };
}

function missing(issue: Issue, name: string, actual: unknown): { message: string; hint?: string } {
  const must = demand(issue).replace(/^must be /u, '');
  const state = actual === null ? 'is empty' : 'is missing';
  return { message: `${name} ${state}.`, hint: `It must be ${must}.` };
}

/** `must be …`, by kind of issue. */
function demand(issue: Issue): string {
  if (issue.message.startsWith('must ')) return issue.message;
  if (issue.code === 'invalid_type') return `must be ${EXPECTED[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be ${listWords(issue.values.map(String), 'or')}`;
  if (issue.code === 'too_small') return `must ${bound(issue.origin, Number(issue.minimum), 'least')}`;
  if (issue.code === 'too_big') return `must ${bound(issue.origin, Number(issue.maximum), 'most')}`;
  if (issue.code === 'not_multiple_of') return `must be a multiple of ${issue.divisor}`;
  return 'must have another form';
}

const UNITS: Readonly<Record<string, string>> = { string: 'character', array: 'entry', set: 'entry', map: 'entry' };
const PLURALS: Readonly<Record<string, string>> = { character: 'characters', entry: 'entries' };

function bound(origin: string, limit: number, which: 'least' | 'most'): string {
  const unit = UNITS[origin];
  if (unit === undefined) return `be at ${which} ${limit}`;
  if (which === 'least' && limit === 1) return 'not be empty';
  return `have at ${which} ${limit} ${limit === 1 ? unit : PLURALS[unit]}`;
}

function unknownKey(path: Path, key: string, { schema }: Checked): Explained {
  const keys = knownKeys(schema, path);
  const near = nearest(key, keys);
  const where = path.length > 0 ? ` in ${namePath(path)}` : '';
  return {
    path,
    at: [...path, key],
    message: `\`${key.slice(0, 40)}\` is not a known key${where}.`,
    hint: near
      ? `Did you mean \`${near}\`?`
      : `Known keys are ${listWords(
          keys.map((one) => `\`${one}\``),
          'and',
        )}.`,
  };
}

/** Whether a branch of a union was not meant at all: the value is of another kind, or another word. */
function isOtherKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

/** Tells the branch that the value was probably meant for; else all that would have been right. */
function explainUnion(issue: Extract<Issue, { code: 'invalid_union' }>, checked: Checked): Explained[] {
  const branches = issue.errors.filter((errors) => errors.length > 0);
  const sameKind = branches.filter((errors) => !errors.some(isOtherKind));
  const actual = valueAt(checked.value, issue.path);
  const only = sameKind.length === 1 ? sameKind[0] : undefined;
  if (only && actual !== undefined) {
    return only.flatMap((one) => explainIssue({ ...one, path: [...issue.path, ...one.path] } as Issue, checked));
  }
  const demands = branches.flatMap((errors) => errors.slice(0, 1).map((one) => demand(one).replace(/^must be /u, '')));
  const expected = listWords([...new Set(demands)], 'or');
  const name = namePath(issue.path);
  if (actual === undefined)
    return [{ path: issue.path, message: `${name} is missing.`, hint: `It must be ${expected}.` }];
  return [{ path: issue.path, message: `${name} must be ${expected}, but it is ${describeValue(actual)}.` }];
}

function explainInner(
  issue: Extract<Issue, { code: 'invalid_key' | 'invalid_element' }>,
  checked: Checked,
): Explained[] {
  const key = issue.path.at(-1);
  if (issue.code === 'invalid_element') {
    return issue.issues.flatMap((one) =>
      explainIssue({ ...one, path: [...issue.path, ...one.path] } as Issue, checked),
    );
  }
  return issue.issues.map((one) => ({
    path: issue.path,
    message: `The key \`${String(key).slice(0, 40)}\` ${demand(one)}; it is ${kindOf(key)}.`,
  }));
}
