/** What the checks of questionnaires share. */
import type { Check, CheckContext } from '../model/contracts.ts';
import type { Group, Round } from '../model/process.ts';
import type { Question, Questionnaire, QuestionnaireSet } from '../model/questionnaire.ts';
import { isGuarded } from '../model/safeguards.ts';
import { questionnaireSets } from '../text/questionnaire/merge-translations.ts';
import { hasBegun } from '../trace/when.ts';
import type { Said, SpottedFinding } from './say.ts';
import { sayAt } from './say.ts';

/** The file that most examples are about. */
export const EXAMPLE_FILE = 'questionnaires/civil-society-first.en.md';

/**
 * A questionnaire for examples.
 *
 * @param body What follows the front matter.
 * @param keys Lines of front matter beside group, round and language.
 */
export function exampleQuestionnaire(body: string, keys: Readonly<Record<string, string>> = {}): string {
  const all = { group: 'civil-society', round: 'first', language: 'en', ...keys };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** The questionnaires of the workspace, each in all its languages. */
export function setsOf({ workspace }: CheckContext): readonly QuestionnaireSet[] {
  return questionnaireSets(workspace.questionnaires, workspace.process.language);
}

/** The group a questionnaire asks, where the process declares it. */
export function groupOf({ workspace }: CheckContext, { frontMatter }: Questionnaire): Group | undefined {
  return workspace.process.groups?.find(({ id }) => id === frontMatter.group);
}

/** Whether a questionnaire is for a group under safeguarding. */
export function asksGuarded(context: CheckContext, questionnaire: Questionnaire): boolean {
  return isGuarded(groupOf(context, questionnaire));
}

/** The round a questionnaire is for, where the process declares it. */
export function roundOf({ workspace }: CheckContext, { frontMatter }: Questionnaire): Round | undefined {
  return workspace.process.rounds?.find(({ id }) => id === frontMatter.round);
}

/** Whether the round of a questionnaire has begun, so that it is in use. */
export function isInUse(context: CheckContext, questionnaire: Questionnaire): boolean {
  const round = roundOf(context, questionnaire);
  const when = round?.actual ?? round?.planned;
  return when !== undefined && hasBegun(when, context.today);
}

/** A finding on a question, at the first place with these words at or below its heading. */
export function sayOf(
  check: Pick<Check, 'id' | 'severity' | 'why'>,
  { file }: Questionnaire,
  said: Said & { readonly question: Pick<Question, 'line'>; readonly words: string },
): SpottedFinding {
  const { question, words, ...rest } = said;
  return sayAt(check, file, { words, from: question.line }, rest);
}
