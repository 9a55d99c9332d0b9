import type { Check } from '../../model/contracts.ts';
import type { Question, Questionnaire } from '../../model/questionnaire.ts';
import { nearest } from '../../text/nearest.ts';
import { type Condition, parseCondition, questionsIn } from '../../text/questionnaire/condition.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, sayOf, setsOf } from '../questionnaires.ts';
import type { Said, SpottedFinding } from '../say.ts';
import { someOf } from '../words.ts';

const BODY = '## Did anybody ask you? {#q1}\n\n`type: yes-no`\n\n## How did they ask? {#q2}\n\n';

/** Conditions can be read, and ask about earlier questions and choices that exist. */
export const shownIf: Check = {
  id: 'questionnaires/shown-if',
  about: 'The condition of a question can be read, and is about earlier questions and choices that exist.',
  why: 'A question whose condition never holds is never asked, and nobody notices until the answers are in.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire(`${BODY}\`shown-if: q1 = yess\`\n`),
    passing: exampleQuestionnaire(`${BODY}\`shown-if: q1 = yes\`\n`),
  },
  run: (context) =>
    setsOf(context).flatMap(({ source }) => {
      const asked = source.questions.filter((question) => question.shownIf !== undefined);
      const order = asked.length === 0 ? undefined : orderOf(source);
      return order === undefined ? [] : asked.flatMap((question) => inQuestion(source, question, order));
    }),
};

/** What conditions are held against: the questions by id, in order, and what each depends on. */
interface Order {
  readonly questions: ReadonlyMap<string, Question>;
  readonly places: ReadonlyMap<string, number>;
  /** Questions that the condition of a question names, and the group it stands in. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
}

function orderOf({ questions }: Questionnaire): Order {
  const needs = new Map<string, string[]>();
  const add = (id: string, ids: readonly string[]) => needs.set(id, [...(needs.get(id) ?? []), ...ids]);
  for (const { id, shownIf: text, questions: inner } of questions) {
    const { condition } = parseCondition(text ?? '');
    if (condition !== undefined) add(id, questionsIn(condition));
    for (const one of inner) add(one.id, [id]);
  }
  return {
    questions: new Map(questions.map((question) => [question.id, question])),
    places: new Map(questions.map(({ id }, place) => [id, place])),
    needs,
  };
}

function inQuestion(source: Questionnaire, question: Question, order: Order): SpottedFinding[] {
  const { shownIf: text = '' } = question;
  const { condition, error, ...rest } = parseCondition(text);
  const say = (said: Said) => sayOf(shownIf, source, { question, words: 'shown-if', ...said });
  if (condition === undefined) {
    const near = 'at' in rest ? text.slice(rest.at, rest.at + 30) : '';
    const where = near === '' ? 'at its end' : `at "${near}"`;
    const hint = 'Write it like q2 = yes, q3 includes other, q4 >= 3 or q5 answered, joined by and, or and not.';
    return [say({ message: `The condition cannot be read ${where}: ${error}`, hint })];
  }
  const unsound = questionsIn(condition).flatMap((id) => wrongQuestion(id, question, order) ?? []);
  return [...unsound, ...comparisons(condition).flatMap((one) => wrongChoice(one, order) ?? [])].map(say);
}

function wrongQuestion(id: string, asking: Question, { questions, places, needs }: Order): Said | undefined {
  const [own, other] = [places.get(asking.id) ?? 0, places.get(id)];
  if (other === undefined) {
    const ids = [...questions.keys()];
    const near = nearest(id, ids);
    const hint = near === undefined ? `Questions are ${someOf(ids)}.` : `Did you mean "${near}"?`;
    return { message: `The condition is about "${id.slice(0, 40)}", but there is no such question.`, hint };
  }
  if (other === own) {
    const message = 'The question is shown only if it has been answered already: the condition is about itself.';
    return { message, hint: 'Name an earlier question.' };
  }
  if (other > own) return laterQuestion(id, asking, needs);
  const type = questions.get(id)?.type;
  return type === 'matrix' || type === 'group'
    ? {
        message: `The condition is about "${id}", which has no answer of its own.`,
        hint: 'Name one of its questions, or another one.',
      }
    : undefined;
}

function laterQuestion(id: string, asking: Question, needs: Order['needs']): Said {
  if (reaches(id, asking.id, needs)) {
    const message = `Neither question is ever shown: the condition of "${asking.id}" is about "${id}", which depends on "${asking.id}".`;
    return { message, hint: 'Break the circle by taking one of the conditions away.' };
  }
  const message = `The condition is about "${id}", which is asked later.`;
  return { message, hint: `Move "${id}" up, or this question down.`, severity: 'warning' };
}

/** Whether a question depends on another, through conditions or as a part of a group. */
function reaches(from: string, to: string, needs: Order['needs']): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(needs.get(id) ?? []));
  }
  return false;
}

type Comparison = Extract<Condition, { readonly value: string }>;

function comparisons(condition: Condition): readonly Comparison[] {
  if (condition.kind === 'compare' || condition.kind === 'includes') return [condition];
  if (condition.kind === 'not') return comparisons(condition.condition);
  return 'conditions' in condition ? condition.conditions.flatMap(comparisons) : [];
}

/** Codes that the question does not offer; steps of a scale go by number. */
function wrongChoice(comparison: Comparison, { questions }: Order): Said | undefined {
  const { question: id, value } = comparison;
  const asked = questions.get(id);
  if (asked === undefined || asked.type === 'group') return undefined;
  if (comparison.kind === 'includes' && asked.type !== 'several-of' && asked.type !== 'form') {
    const message = `"includes" is about several answers, but "${id}" takes ${asked.type === 'one-of' ? 'one' : 'none to choose from'}.`;
    return { message, hint: `Write ${id} = ${value}.` };
  }
  const known = asked.type === 'yes-no' ? ['yes', 'no'] : asked.choices.map(({ code }) => code);
  if (known.length === 0 || known.includes(value) || !['one-of', 'several-of', 'yes-no'].includes(asked.type))
    return undefined;
  const near = nearest(value, known);
  const hint = near === undefined ? `Its choices are ${someOf(known)}.` : `Did you mean "${near}"?`;
  return { message: `The question "${id}" has no choice "${value.slice(0, 40)}".`, hint };
}
