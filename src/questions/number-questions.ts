import type { Question, Questionnaire } from '../model/questionnaire.ts';

/** Questions with the numbers people cite them by. */
export interface NumberedQuestions {
  /** `3`, or `7.2` in a group; undefined for an id that no question has. */
  readonly numberOf: (id: string) => string | undefined;
  readonly question: (id: string) => Question | undefined;
}

/** Numbers questions through all parts, those of groups within their group. What only survey programs see has no number. */
export function numberQuestions({ parts }: Questionnaire): NumberedQuestions {
  const numbers = new Map<string, string>();
  const byId = new Map<string, Question>();
  const visit = (questions: readonly Question[], prefix: string, start: number): number => {
    let count = start;
    for (const question of questions) {
      if (!byId.has(question.id)) byId.set(question.id, question);
      if (question.type === 'form') continue;
      count += 1;
      const number = `${prefix}${count}`;
      if (!numbers.has(question.id)) numbers.set(question.id, number);
      visit(question.questions, `${number}.`, 0);
    }
    return count;
  };
  let last = 0;
  for (const part of parts) last = visit(part.questions, '', last);
  return { numberOf: (id) => numbers.get(id), question: (id) => byId.get(id) };
}

/** The questions of a list that somebody can be asked. */
export function askedOf(questions: readonly Question[]): readonly Question[] {
  return questions.filter(({ type }) => type !== 'form');
}

/** What stands in a guide: the questions, and the notes that a survey form shows between them. */
export function shownOf(questions: readonly Question[]): readonly Question[] {
  return questions.filter((question) => question.type !== 'form' || isNote(question));
}

/** Whether it is a text that a survey form shows and nobody answers. */
export function isNote({ type, text, form }: Question): boolean {
  return type === 'form' && text !== '' && (form.type ?? 'note') === 'note';
}
