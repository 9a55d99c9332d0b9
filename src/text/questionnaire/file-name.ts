import type { QuestionnaireFrontMatter } from '../../model/questionnaire.ts';

const LANGUAGE = /\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\.(?:md|markdown)$/iu;

/**
 * The name by which notes call a questionnaire: `<group>-<round>`, or what its file is called where that says more, as
 * `children-7-12-first` does.
 *
 * @param frontMatter Its group and round.
 * @param file Its path.
 */
export function questionnaireId({ group, round }: QuestionnaireFrontMatter, file: string): string {
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(LANGUAGE, '');
  const says = stem.startsWith(`${group}-`) && `${stem}-`.slice(group.length).includes(`-${round}-`);
  return says ? stem : `${group}-${round}`;
}

/** The language of a questionnaire: as its front matter says, else as its file name does; `und` where neither does. */
export function questionnaireLanguage({ language }: QuestionnaireFrontMatter, file: string): string {
  return language ?? LANGUAGE.exec(file)?.[1] ?? 'und';
}
