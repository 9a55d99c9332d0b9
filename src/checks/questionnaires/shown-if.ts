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
    setsOf(context).flatMap(({ source }) =>
      source.questions.flatMap((question) => (question.shownIf === undefined ? [] : inQuestion(source, question))),
    ),
};

function inQuestion(source: Questionnaire, question: Question): SpottedFinding[] {
  const { shownIf: text = '' } = question;
  const { condition, error, ...rest } = parseCondition(text);
  const say = (said: Said) => sayOf(shownIf, source, { question, words: 'shown-if', ...said });
  if (condition === undefined) {
    const near = 'at' in rest ? text.slice(rest.at, rest.at + 30) : '';
    const where = near === '' ? 'at its end' : `at "${near}"`;
    const hint = 'Write it like q2 = yes, q3 includes other, q4 >= 3 or q5 answered, joined by and, or and not.';
    return [say({ message: `The condition cannot be read ${where}: ${error}`, hint })];
  }
  const unsound = questionsIn(condition).flatMap((id) => wrongQuestion(id, question, source) ?? []);
  return [...unsound, ...comparisons(condition).flatMap((one) => wrongChoice(one, source) ?? [])].map(say);
}

function wrongQuestion(id: string, asking: Question, { questions }: Questionnaire): Said | undefined {
  const ids = questions.map((question) => question.id);
  const [own, other] = [ids.indexOf(asking.id), ids.indexOf(id)];
  if (other < 0) {
    const near = nearest(id, ids);
    const hint = near === undefined ? `Questions are ${someOf(ids)}.` : `Did you mean "${near}"?`;
    return { message: `The condition is about "${id.slice(0, 40)}", but there is no such question.`, hint };
  }
  if (other === own) {
    const message = 'The question is shown only if it has been answered already: the condition is about itself.';
    return { message, hint: 'Name an earlier question.' };
  }
  if (other > own) return laterQuestion(id, asking, questions);
  return questions[other]?.type === 'matrix' || questions[other]?.type === 'group'
    ? {
        message: `The condition is about "${id}", which has no answer of its own.`,
        hint: 'Name one of its questions, or another one.',
      }
    : undefined;
}

function laterQuestion(id: string, asking: Question, questions: readonly Question[]): Said {
  if (reaches(id, asking.id, questions)) {
    const message = `Neither question is ever shown: the condition of "${asking.id}" is about "${id}", which depends on "${asking.id}".`;
    return { message, hint: 'Break the circle by taking one of the conditions away.' };
  }
  const message = `The condition is about "${id}", which is asked later.`;
  return { message, hint: `Move "${id}" up, or this question down.`, severity: 'warning' };
}

/** Whether a question depends on another, through conditions or as a part of a group. */
function reaches(from: string, to: string, questions: readonly Question[]): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const condition = parseCondition(questions.find((one) => one.id === id)?.shownIf ?? '').condition;
    if (condition !== undefined) open.push(...questionsIn(condition));
    open.push(...questions.filter((one) => one.questions.some((inner) => inner.id === id)).map((one) => one.id));
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
function wrongChoice(comparison: Comparison, { questions }: Questionnaire): Said | undefined {
  const { question: id, value } = comparison;
  const asked = questions.find((question) => question.id === id);
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
