import type { Question } from '../../model/questionnaire.ts';
import { type Condition, parseCondition } from '../../text/questionnaire/condition.ts';
import type { LimeCodes } from './codes.ts';

/** What conditions are written with. */
export interface RelevanceContext {
  readonly codes: LimeCodes;
  /** A question by id. */
  readonly question: (id: string) => Question | undefined;
}

/**
 * A condition as an expression of LimeSurvey.
 *
 * @param shownIf In the language of conditions; absent: always.
 * @param context Codes and questions.
 * @returns `1` where it is always asked, or where LimeSurvey cannot say when.
 */
export function relevanceOf(shownIf: string | undefined, context: RelevanceContext): string {
  const condition = shownIf === undefined ? undefined : parseCondition(shownIf).condition;
  return (condition === undefined ? undefined : expression(condition, context)) ?? '1';
}

/** Undefined for what only XPath can say. */
function expression(condition: Condition, context: RelevanceContext): string | undefined {
  switch (condition.kind) {
    case 'compare':
      return comparison(condition, context);
    case 'includes':
      return `${context.codes.question(condition.question)}_${context.codes.row(condition.question, condition.value)}.NAOK == "Y"`;
    case 'answered':
      return answered(condition.question, context);
    case 'not': {
      const inner = expression(condition.condition, context);
      return inner === undefined ? undefined : `!(${inner})`;
    }
    case 'xpath':
      return undefined;
    default: {
      const parts = condition.conditions.map((one) => expression(one, context));
      if (parts.some((part) => part === undefined)) return undefined;
      return parts.map((part) => `(${part})`).join(` ${condition.kind} `);
    }
  }
}

function comparison(
  { question, operator, value }: Extract<Condition, { kind: 'compare' }>,
  { codes, question: find }: RelevanceContext,
): string {
  const asked = find(question);
  const name = codes.question(question);
  if (asked?.type === 'several-of' && (operator === '=' || operator === '!=')) {
    return `${name}_${codes.row(question, value)}.NAOK ${operator === '=' ? '==' : '!='} "Y"`;
  }
  const isNumber = (asked?.type === 'number' || asked?.type === 'scale') && /^-?\d+(?:\.\d+)?$/u.test(value);
  const code = asked?.type === 'yes-no' ? value.slice(0, 1).toUpperCase() : codes.answer(question, value);
  const written = isNumber ? value : `"${code.replaceAll('"', '')}"`;
  return `${name}.NAOK ${operator === '=' ? '==' : operator} ${written}`;
}

function answered(id: string, { codes, question }: RelevanceContext): string {
  const name = codes.question(id);
  return question(id)?.type === 'several-of' ? `count(that.${name}.NAOK) > 0` : `!is_empty(${name}.NAOK)`;
}
