import { nearest } from '../../text/nearest.ts';
import type { NoteRule, RuleContext, RuleFinding } from './rule.ts';

interface Reference {
  readonly key: 'round' | 'group' | 'region' | 'level';
  /** Key of the process that declares the values. */
  readonly declared: 'rounds' | 'groups' | 'regions' | 'levels';
}

/** Keys of a note that name something the process declares. */
const REFERENCES: readonly Reference[] = [
  { key: 'round', declared: 'rounds' },
  { key: 'group', declared: 'groups' },
  { key: 'region', declared: 'regions' },
  { key: 'level', declared: 'levels' },
];

/** Rules that hold a note against the process, one for each key that names something declared there. */
export const PROCESS_RULES: readonly NoteRule[] = REFERENCES.map(
  (reference): NoteRule =>
    (context) =>
      undeclared(context, reference),
);

function undeclared(context: RuleContext, { key, declared }: Reference): readonly RuleFinding[] {
  const value = context.frontMatter[key];
  const ids = (context.process[declared] ?? []).map(({ id }) => id);
  if (value === undefined || ids.includes(value)) return [];
  return [
    {
      check: `notes/unknown-${key}`,
      severity: 'error',
      path: [key],
      message: `The ${key} "${value}" is not declared in penholder.yaml.`,
      why: `Lists and coverage tables go by ${key}; a note with an undeclared one would be missing from them.`,
      hint: hintFor(value, ids, declared),
    },
  ];
}

function hintFor(value: string, ids: readonly string[], declared: string): string {
  if (ids.length === 0) return `The process declares no ${declared} yet: add "${value}" under "${declared}".`;
  const near = nearest(value, [...ids]);
  const known = near === undefined ? `Known are ${ids.join(', ')}.` : `Did you mean "${near}"?`;
  return `${known} Otherwise add it under "${declared}" in penholder.yaml.`;
}
