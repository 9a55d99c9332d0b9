import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { nearest } from '../../text/nearest.ts';
import { EXAMPLE_SECTION, exampleNote } from '../example-workspace.ts';
import { passageIds } from '../passages.ts';
import { sayAt } from '../say.ts';

const QUESTIONNAIRE = '---\ngroup: civil-society\nround: first\nlanguage: en\n---\n\n## What gets in the way? {#q2}\n';

/** Headings of notes that name neither a question nor a section. */
export const unknownQuestion: Check = {
  id: 'inputs/unknown-question',
  about: 'The id on a heading of a note is a question of its questionnaire, or a passage of the text.',
  why: `Inputs are read together with what they answer; under an id that nobody knows they are missing from every overview by question or by section.`,
  severity: 'warning',
  needs: ['notes', 'text', 'stages'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: withQuestion('q22'),
    passing: withQuestion('q2'),
    files: {
      'questionnaires/civil-society-first.en.md': QUESTIONNAIRE,
      'drafts/10-introduction.md': EXAMPLE_SECTION,
    },
  },
  run: (context) => {
    const passages = passageIds([context.text, ...(context.stages ?? [])]);
    return context.workspace.notes.flatMap((note) => inNote(note, passages, context));
  },
};

function withQuestion(id: string): string {
  const body = `## What gets in the way? {#${id}}\n\n- Nobody asks. #barrier #pillar/development ^i1\n`;
  return exampleNote(body, { questionnaire: 'civil-society-first' });
}

function inNote(note: ConsultationNote, passages: ReadonlySet<string>, context: CheckContext): Finding[] {
  const named = new Set(note.inputs.flatMap(({ question }) => question ?? []));
  if (named.size === 0) return [];
  const questions = questionsFor(note, context);
  return [...named]
    .filter((id) => !questions.has(id) && !passages.has(id))
    .map((id) => finding(note, id, nearest(id, [...questions, ...passages])));
}

/** Questions of the note's questionnaire; where it names none, of all questionnaires of its round. */
function questionsFor({ frontMatter }: ConsultationNote, { workspace }: CheckContext): ReadonlySet<string> {
  const { questionnaire, round } = frontMatter;
  const chosen = workspace.questionnaires.filter((one) =>
    questionnaire === undefined ? one.frontMatter.round === round : one.id === questionnaire,
  );
  return new Set(chosen.flatMap(({ questions }) => questions.map(({ id }) => id)));
}

function finding(note: ConsultationNote, id: string, near: string | undefined): Finding {
  const { questionnaire } = note.frontMatter;
  const where = questionnaire === undefined ? 'a questionnaire of its round' : `the questionnaire "${questionnaire}"`;
  return sayAt(
    unknownQuestion,
    note.file,
    { words: `{#${id}` },
    {
      message: `The id "${id}" of this heading is neither a question of ${where} nor a passage of the text.`,
      hint:
        near === undefined
          ? 'Give the id of a question or of a section, or take the id away.'
          : `Did you mean "${near}"?`,
    },
  );
}
