import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Questionnaire } from '../model/questionnaire.ts';
import { readFiles } from './cached-reading.ts';
import { baseName, FOLDERS, isMarkdown } from './layout.ts';

interface Reading {
  readonly questionnaire?: Questionnaire;
  readonly findings: readonly Finding[];
}

/** Reads the questionnaires, one Markdown file for each group, round and language. */
export async function loadQuestionnaires(
  world: World,
): Promise<{ questionnaires: readonly Questionnaire[]; findings: readonly Finding[] }> {
  const files = await world.list(FOLDERS.questionnaires);
  const readings = await readFiles<Reading>(
    world,
    files.filter(({ path }) => isMarkdown(path) && !/^readme\./iu.test(baseName(path))),
    {
      kind: 'questionnaires',
      load: async () => (await import('../text/questionnaire/read-questionnaire.ts')).readQuestionnaire,
      unread: (findings) => ({ findings }),
    },
  );
  return {
    questionnaires: readings.flatMap(({ questionnaire }) => (questionnaire === undefined ? [] : [questionnaire])),
    findings: readings.flatMap(({ findings }) => findings),
  };
}
