import { readdirSync, readFileSync } from 'node:fs';
import type { Process } from '../../../../src/model/process.ts';
import type { QuestionnaireChoices } from '../../../../src/sources/scaffold/questionnaire-choices.ts';
import { PROCESS } from '../sample.ts';

const FOLDER = new URL('../../../../templates/questionnaires/', import.meta.url);

/** All pieces that come with the program, by path below `templates/questionnaires/`. */
export const PIECES: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`.slice(FOLDER.pathname.length).replace(/^\//u, '');
      return [path, readFileSync(new URL(path, FOLDER), 'utf8')] as const;
    }),
);

/** A process with a grid of three pillars, three levels and two sides. */
export const GRID_PROCESS: Process = {
  ...PROCESS,
  title: 'Guidance Note on *Things*',
  language: 'en',
  languages: ['en', 'fr', 'es'],
  stages: [{ id: 'zero', title: 'Zero draft' }],
  rounds: [
    { id: 'first', title: 'First round' },
    { id: 'second', title: 'Second round', on: 'zero' },
  ],
  groups: [
    { id: 'un-entities', title: 'United Nations entities' },
    { id: 'civil-society', title: 'Civil society' },
    { id: 'children', title: 'Children', safeguarding: 'required' },
  ],
  codebook: {
    pillar: {
      title: 'Pillar',
      values: [
        { id: 'development', title: 'Development' },
        { id: 'human-rights', title: 'Human rights' },
        { id: 'peace-and-security', title: 'Peace and security' },
      ],
    },
    addresses: {
      title: 'Level addressed',
      values: [
        { id: 'national', title: 'National' },
        { id: 'international', title: 'International' },
      ],
    },
    side: {
      title: 'Internal or external',
      values: [
        { id: 'internal', title: 'Internal (policy and procedures)' },
        { id: 'external', title: 'External' },
      ],
    },
  },
};

/** Sections of a draft, one with a title that could be read as Markdown. */
export const SECTIONS = [
  { id: 'scope', title: 'Scope' },
  { id: 'participation', title: 'Participation {#x} of `children`' },
];

/** Choices for civil society, in writing, in the first round. */
export const CHOICES: QuestionnaireChoices = {
  group: 'civil-society',
  template: 'civil-society',
  round: 'first',
  first: true,
  setting: 'written-submission',
  sections: [],
  languages: ['en'],
  subjects: { en: "children's rights" },
  deadline: '2022-09-30',
  feedbackBy: '2022-12-15',
};
