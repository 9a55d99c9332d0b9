import { languageOfColumn } from '../columns.ts';
import { cited, findingAt, type LintContext, type LintNode, type LintRule } from './lint-context.ts';
import { EXPRESSION_COLUMNS, referencesIn } from './references-in.ts';

const TEXT_COLUMNS: ReadonlySet<string> = new Set([
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  'default',
  'parameters',
]);

/** References name questions that there are. */
export const unknownReference: LintRule = ({ form, nodes, byName, isWritten, near: nearestOf }) =>
  nodes.flatMap(({ row }) =>
    Object.entries(row.cells).flatMap(([column, cell]) => {
      const { base } = languageOfColumn(column);
      const isExpression = (EXPRESSION_COLUMNS as readonly string[]).includes(base);
      // The conditions of a questionnaire have a check of their own.
      if ((!isExpression && !TEXT_COLUMNS.has(base)) || (isWritten && base === 'relevant')) return [];
      const unknown = [...new Set(referencesIn(cell))].filter((name) => !byName.has(name));
      return unknown.map((name) => {
        const near = nearestOf(name, byName.keys());
        return findingAt(form, {
          check: 'forms/unknown-reference',
          severity: 'error',
          row,
          column,
          message: `"\${${name.slice(0, 60)}}" names no question of the form.`,
          why: 'Survey programs refuse the form, or take the answer for empty.',
          hint:
            near === undefined
              ? 'Write the name of a question as it stands in the "name" column.'
              : `Did you mean "\${${near}}"?`,
        });
      });
    }),
  );

/** What is wrong with an expression that any program would stumble over. */
const FAULTS: readonly (readonly [pattern: RegExp, said: string, hint: string])[] = [
  [/==/u, 'has "==", which XPath does not know.', 'Write "=".'],
  [/&&|\|\|/u, 'has "&&" or "||", which XPath does not know.', 'Write "and" or "or".'],
  [/=<|=>|<>/u, 'compares with a sign that XPath does not know.', 'Write "<=", ">=" or "!=".'],
  [/[\u2018\u2019\u201c\u201d]/u, 'has typographic quotation marks.', 'Write \' or ".'],
  [/\blabel::/u, 'goes by a column of a language.', 'Go by a column without a language, such as "name".'],
];

/** Expressions can be read. */
export const badExpression: LintRule = ({ form, nodes }) =>
  nodes.flatMap(({ row }) =>
    EXPRESSION_COLUMNS.flatMap((column) => {
      const cell = row.cells[column] ?? '';
      const fault = faultIn(cell);
      if (cell === '' || fault === undefined) return [];
      return [
        findingAt(form, {
          check: 'forms/expression',
          severity: 'error',
          row,
          column,
          message: `The expression in "${column}" ${fault[0]}`,
          why: 'Survey programs refuse the form, or leave the rule out.',
          hint: fault[1],
        }),
      ];
    }),
  );

function faultIn(cell: string): readonly [said: string, hint: string] | undefined {
  const bare = cell.replace(/'[^']*'|"[^"]*"/gu, "''");
  const left = bare.replaceAll("''", '');
  if (/['"]/u.test(left)) return ['opens a quotation mark and never closes it.', 'Close it.'];
  if (!isBalanced(bare)) return ['has parentheses that do not match.', 'Close every one that is opened.'];
  if (bare.replace(/\$\{[^{}]*\}/gu, '').includes('$')) {
    return ['has a "$" that begins no reference.', 'Refer to a question by its name in braces behind the "$".'];
  }
  const fault = FAULTS.find(([pattern]) => pattern.test(bare));
  return fault === undefined ? undefined : [fault[1], fault[2]];
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Nothing depends on itself. */
export const circular: LintRule = (context) => {
  const { form, byName } = context;
  const edges = new Map([...byName].map(([name, node]) => [name, dependencies(node, context)]));
  const found: string[][] = [];
  const done = new Set<string>();
  for (const name of edges.keys()) follow(name, { edges, done, path: [], found });
  return found.flatMap((circle) => {
    const [first = ''] = circle;
    const one = byName.get(first);
    if (one === undefined) return [];
    const column = one.row.cells.calculation === undefined ? 'relevant' : 'calculation';
    return [
      findingAt(form, {
        check: 'forms/circular',
        severity: 'error',
        row: one.row,
        column,
        message:
          circle.length === 1
            ? `${cited(first)} depends on itself.`
            : `${circle.map(cited).join(' depends on ')} depends on ${cited(first)} again.`,
        why: 'No survey program can work it out; most refuse the form.',
        hint: 'Break the circle: let one of them go by something that is asked.',
      }),
    ];
  });
};

/** What a row is computed or shown by, the groups around it included. */
function dependencies({ node, row, parents }: LintNode, { byName, isWritten }: LintContext): readonly string[] {
  const shown = isWritten ? [] : [row, ...parents.map((parent) => parent.row)].map(({ cells }) => cells.relevant ?? '');
  const names = [row.cells.calculation ?? '', ...shown].flatMap(referencesIn);
  // Counting the rounds of a repeat does not depend on what is asked in them.
  return [...new Set(names)].filter(
    (name) => byName.has(name) && !(node.type.base === 'begin_repeat' && name === row.cells.name),
  );
}

interface Walk {
  readonly edges: ReadonlyMap<string, readonly string[]>;
  readonly done: Set<string>;
  readonly path: readonly string[];
  readonly found: string[][];
}

/** Depth first, without recursion deeper than a form has questions; each circle is told once. */
function follow(start: string, { edges, done, found }: Walk): void {
  const stack: { readonly name: string; next: number }[] = [{ name: start, next: 0 }];
  while (stack.length > 0) {
    const top = stack.at(-1);
    if (top === undefined) return;
    const target = edges.get(top.name)?.[top.next];
    top.next += 1;
    if (target === undefined) {
      done.add(top.name);
      stack.pop();
      continue;
    }
    const at = stack.findIndex(({ name }) => name === target);
    if (at >= 0) found.push(stack.slice(at).map(({ name }) => name));
    else if (!done.has(target)) stack.push({ name: target, next: 0 });
  }
}
