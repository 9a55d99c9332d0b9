import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { exampleNote } from '../example-workspace.ts';
import { sayAt } from '../say.ts';
import { someOf } from '../words.ts';

const BODY = '## Barriers\n\n- Nobody asks. #barrier #pillar/development ^i1\n';
const QUESTIONNAIRE = '---\ngroup: civil-society\nround: first\nlanguage: en\n---\n\n## What gets in the way? {#q2}\n';

/** Notes that name a questionnaire which is not there. */
export const unknownQuestionnaire: Check = {
  id: 'notes/unknown-questionnaire',
  about: 'The questionnaire that a note names exists.',
  why: `The questionnaire says what was asked; without it nobody can tell what the inputs answer, nor give them the kinds and codes of its questions.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote(BODY, { questionnaire: 'civil-societies-first' }),
    passing: exampleNote(BODY, { questionnaire: 'civil-society-first' }),
    files: { 'questionnaires/civil-society-first.en.md': QUESTIONNAIRE },
  },
  run: ({ workspace }) => {
    const known = [...new Set(workspace.questionnaires.map(({ id }) => id))];
    return workspace.notes.flatMap(({ file, frontMatter: { questionnaire } }) => {
      if (questionnaire === undefined || known.includes(questionnaire)) return [];
      const message = `There is no questionnaire "${questionnaire}" in questionnaires/.`;
      return [
        sayAt(unknownQuestionnaire, file, { key: ['questionnaire'] }, { message, hint: hintFor(questionnaire, known) }),
      ];
    });
  },
};

function hintFor(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (known.length > 0) return `There are ${someOf(known)}.`;
  return `Write questionnaires/${name}.en.md, or take the key away.`;
}
