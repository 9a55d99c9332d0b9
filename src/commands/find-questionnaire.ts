import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import type { Questionnaire, QuestionnaireSet } from '../model/questionnaire.ts';
import { nearest } from '../text/nearest.ts';
import { questionnaireSets } from '../text/questionnaire/merge-translations.ts';
import { readQuestionnaire } from '../text/questionnaire/read-questionnaire.ts';
import { CannotRun } from './cannot-run.ts';

/** A questionnaire in all its languages, and what reading its files found. */
export interface FoundQuestionnaire {
  readonly set: QuestionnaireSet;
  readonly findings: readonly Finding[];
}

/**
 * Finds a questionnaire by its id (`children-first`), by the path of one of its files, or reads it from a file that is
 * not in `questionnaires/`.
 *
 * @throws CannotRun where there is none; its message names the nearest, or those there are.
 */
export async function findQuestionnaireSet(world: World, process: Process, name: string): Promise<FoundQuestionnaire> {
  const { loadQuestionnaires } = await import('../workspace/questionnaires.ts');
  const { questionnaires, findings } = await loadQuestionnaires(world);
  const wanted = name.replace(/^\.\//u, '');
  const sets = questionnaireSets(questionnaires, process.language);
  const set = sets.find((one) => one.id === wanted || allOf(one).some(({ file }) => isFile(file, wanted)));
  if (set !== undefined) {
    const files = new Set(allOf(set).map(({ file }) => file));
    return { set, findings: findings.filter(({ place }) => files.has(place.file)) };
  }
  const own = await readOutside(world, name, process);
  if (own !== undefined) return own;
  const broken = findings.filter(({ place, severity }) => severity === 'error' && isFile(place.file, wanted));
  throw broken.length > 0 ? cannotBeRead(broken) : notThere(name, sets);
}

function allOf({ source, translations }: QuestionnaireSet): readonly Questionnaire[] {
  return [source, ...translations];
}

/** A path of the workspace, or its end; or the id whose file it would be. */
function isFile(file: string, wanted: string): boolean {
  return file === wanted || file.endsWith(`/${wanted}`) || wanted.endsWith(`/${file}`) || file.includes(`/${wanted}.`);
}

async function readOutside(world: World, name: string, process: Process): Promise<FoundQuestionnaire | undefined> {
  if (!/\.(?:md|markdown)$/iu.test(name)) return undefined;
  const bytes = await world.readNamed(name);
  if (bytes === undefined) return undefined;
  const { questionnaire, findings } = readQuestionnaire(new TextDecoder().decode(bytes), name);
  if (questionnaire === undefined) throw cannotBeRead(findings);
  const [set] = questionnaireSets([questionnaire], process.language);
  return set === undefined ? undefined : { set, findings };
}

function cannotBeRead(findings: readonly Finding[]): CannotRun {
  const [first] = findings;
  const place = first === undefined ? '' : ` (${first.place.file}:${first.place.line})`;
  return new CannotRun(`The questionnaire cannot be read: ${first?.message ?? 'it is empty.'}${place}`, first?.hint);
}

function notThere(name: string, sets: readonly QuestionnaireSet[]): CannotRun {
  const ids = sets.map(({ id }) => id);
  const near = nearest(name, ids);
  const there =
    ids.length === 0
      ? 'Questionnaires stand in questionnaires/<group>-<round>.<lang>.md; "penholder new questionnaire" makes one.'
      : `There are ${ids.join(', ')}.`;
  return new CannotRun(
    `There is no questionnaire "${name}".`,
    near === undefined ? there : `Did you mean "${near}"? ${there}`,
  );
}
