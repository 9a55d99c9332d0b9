import type { QuestionType } from '../../model/questionnaire.ts';
import type { Condition } from './condition.ts';

type PathOf = (id: string) => string;
type TypeOf = (id: string) => QuestionType | undefined;

const NUMBER = /^-?\d+(?:\.\d+)?$/u;
const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const NUMBER_TYPES: ReadonlySet<QuestionType | undefined> = new Set(['number', 'scale']);

/**
 * Writes a condition as survey programs want it.
 *
 * @param condition A condition.
 * @param pathOf How a question is referred to: `${q2}` in an XLSForm, a path in an XForm.
 * @param typeOf Type of a question; with several answers, `=` means that the answer is among them.
 */
export function conditionToXPath(condition: Condition, pathOf: PathOf, typeOf: TypeOf): string {
  const inside = (one: Condition): string => {
    const written = conditionToXPath(one, pathOf, typeOf);
    return one.kind === 'and' || one.kind === 'or' || one.kind === 'xpath' ? `(${written})` : written;
  };
  switch (condition.kind) {
    case 'compare':
      return comparison(condition, pathOf(condition.question), typeOf(condition.question));
    case 'includes':
      return `selected(${pathOf(condition.question)}, ${literal(condition.value)})`;
    case 'answered':
      return `${pathOf(condition.question)} != ''`;
    case 'not':
      return `not(${conditionToXPath(condition.condition, pathOf, typeOf)})`;
    case 'xpath':
      return condition.expression.replaceAll(/\$\{\s*([^{}\s]+)\s*\}/gu, (_, id: string) => pathOf(id));
    default:
      return condition.conditions.map(inside).join(` ${condition.kind} `);
  }
}

function comparison(
  { operator, value }: Extract<Condition, { kind: 'compare' }>,
  path: string,
  type: QuestionType | undefined,
): string {
  if (type === 'several-of' && operator === '=') return `selected(${path}, ${literal(value)})`;
  if (type === 'several-of' && operator === '!=') return `not(selected(${path}, ${literal(value)}))`;
  const ordered = operator !== '=' && operator !== '!=';
  if (NUMBER.test(value) && (ordered || NUMBER_TYPES.has(type))) return `${path} ${operator} ${value}`;
  if (DATE.test(value) && (ordered || type === 'date')) return `${path} ${operator} date('${value}')`;
  return `${path} ${operator} ${literal(value)}`;
}

/** XPath 1.0 knows no escapes: a text with both kinds of quotation marks is put together from pieces. */
function literal(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  return `concat(${text
    .split("'")
    .map((piece) => `'${piece}'`)
    .join(`, "'", `)})`;
}
