import { CannotRun } from './cannot-run.ts';
import { loadPieces } from './new-pieces.ts';
import { type NewFiles, type NewQuestionnaireInput, sayUntranslated } from './new-questionnaire.ts';
import { listOf } from './new-questionnaire-answers.ts';

/**
 * Writes the call for inputs that goes with a questionnaire, in each of its languages or in those that are named.
 *
 * @param input `name` or `questionnaire` is the id of the questionnaire.
 * @throws CannotRun where there is no such questionnaire.
 */
export async function newCall({ world, process, context, known }: NewQuestionnaireInput): Promise<NewFiles> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const { scaffoldCall } = await import('../sources/scaffold/scaffold-call.ts');
  const { questionnaires } = await loadWorkspace(world, { process, needs: new Set(['questionnaires']) });
  const id = known.questionnaire ?? known.name;
  const ids = [...new Set(questionnaires.map((one) => one.id))];
  const found = questionnaires.filter((one) => one.id === id);
  if (found.length === 0) {
    throw new CannotRun(
      id === undefined ? 'The call does not say for which questionnaire.' : `There is no questionnaire "${id}".`,
      ids.length === 0
        ? 'Make one first: penholder new questionnaire.'
        : `Name one of ${ids.join(', ')} after "new call".`,
    );
  }
  const wanted = listOf(known.language);
  const chosen = found.filter(({ language }) => wanted?.includes(language) ?? true);
  const pieces = await loadPieces(world);
  const languages = found.map(({ language }) => language);
  const made = chosen.map((questionnaire) => scaffoldCall({ pieces, process, questionnaire, languages }));
  sayUntranslated(
    chosen.filter((_, index) => made[index]?.untranslated === true).map(({ language }) => language),
    context,
  );
  return {
    files: made,
    findings: [],
    next: 'Check the address, the deadline and what you offer, then send it with the form.',
  };
}
