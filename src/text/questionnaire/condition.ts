/** The language of conditions: `q2 = yes and not (q3 includes other)`. */

/** How a question's answer is compared. */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** When a question is asked. */
export type Condition =
  | { readonly kind: 'compare'; readonly question: string; readonly operator: Comparison; readonly value: string }
  | { readonly kind: 'includes'; readonly question: string; readonly value: string }
  | { readonly kind: 'answered'; readonly question: string }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  /** What this language cannot say: an XPath expression with `${question}` in it, as survey programs have it. */
  | { readonly kind: 'xpath'; readonly expression: string };

/** A condition, or what is wrong with it and at which character from 0. */
export type ConditionReading =
  | { readonly condition: Condition; readonly error?: undefined }
  | { readonly condition?: undefined; readonly error: string; readonly at: number };

/**
 * Ids of the questions that a condition asks about, each once, in order.
 *
 * @param condition A condition.
 */
export function questionsIn(condition: Condition): readonly string[] {
  return [...new Set(collect(condition))];
}

function collect(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'not':
      return collect(condition.condition);
    case 'and':
    case 'or':
      return condition.conditions.flatMap(collect);
    case 'xpath':
      return [...condition.expression.matchAll(/\$\{\s*([^{}\s]+)\s*\}/gu)].map(([, id = '']) => id);
    default:
      return [condition.question];
  }
}

const BARE = /^(?:[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:/-]*|-\d[\d.]*)$/u;
const WORDS_OF_THE_LANGUAGE: ReadonlySet<string> = new Set(['and', 'or', 'not', 'includes', 'answered', 'xpath']);

/**
 * Writes a condition in the language of conditions; reading it again gives the same condition.
 *
 * @param condition A condition.
 */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'compare':
      return `${printWord(condition.question)} ${condition.operator} ${printWord(condition.value)}`;
    case 'includes':
      return `${printWord(condition.question)} includes ${printWord(condition.value)}`;
    case 'answered':
      return `${printWord(condition.question)} answered`;
    case 'not':
      return `not ${printInside(condition.condition)}`;
    case 'xpath':
      return `xpath(${condition.expression})`;
    default:
      return condition.conditions.map(printInside).join(` ${condition.kind} `);
  }
}

/** `not` binds closest and is the only one that may stand inside without parentheses, as may what has no parts. */
function printInside(condition: Condition): string {
  const needs = condition.kind === 'and' || condition.kind === 'or';
  return needs ? `(${printCondition(condition)})` : printCondition(condition);
}

function printWord(word: string): string {
  if (BARE.test(word) && !WORDS_OF_THE_LANGUAGE.has(word.toLowerCase())) return word;
  return `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

export { conditionToXPath } from './condition-to-xpath.ts';
export { parseCondition } from './parse-condition.ts';
export { xpathToCondition } from './xpath-to-condition.ts';
