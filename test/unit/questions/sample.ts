import { readFileSync } from 'node:fs';
import type { Process } from '../../../src/model/process.ts';
import type { QuestionnaireSet } from '../../../src/model/questionnaire.ts';
import type { GuideOptions } from '../../../src/questions/guide-options.ts';
import { questionnaireSets } from '../../../src/text/questionnaire/merge-translations.ts';
import { readQuestionnaire } from '../../../src/text/questionnaire/read-questionnaire.ts';

/** A process with a group that needs safeguarding and one that does not. */
export const PROCESS: Process = {
  penholder: 1,
  title: 'Guidance note',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero draft' }],
  rounds: [{ id: 'first', title: 'First round' }],
  groups: [
    { id: 'workshop', title: 'Young people', safeguarding: 'required' },
    { id: 'experts', title: 'Experts' },
  ],
  codebook: { pillar: { title: 'Pillar', values: [{ id: 'development', title: 'Development' }] } },
};

/** Options with nothing special about them. */
export const OPTIONS: GuideOptions = { process: PROCESS, meta: { epoch: 1_660_000_000 } };

/** Reads questionnaires given as Markdown by path, all of one id. */
export function setOf(files: Readonly<Record<string, string>>): QuestionnaireSet {
  const read = Object.entries(files).map(([file, source]) => {
    const { questionnaire, findings } = readQuestionnaire(source, file);
    if (questionnaire === undefined) throw new Error(findings.map(({ message }) => message).join(' '));
    return questionnaire;
  });
  const [set] = questionnaireSets(read, 'en');
  if (set === undefined) throw new Error('There is no questionnaire.');
  return set;
}

const CASE = new URL('../../cases/guides/every-type/', import.meta.url);

/** A questionnaire with every type of question. */
export function everyType(): QuestionnaireSet {
  const name = 'workshop-first.en.md';
  return setOf({ [`questionnaires/${name}`]: readFileSync(new URL(name, CASE), 'utf8') });
}

/** A small questionnaire: front matter and body. */
export function small(body: string, frontMatter = 'group: experts\nround: first'): QuestionnaireSet {
  return setOf({ 'questionnaires/experts-first.en.md': `---\n${frontMatter}\n---\n${body}` });
}
