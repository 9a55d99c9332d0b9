import { describe, expect, it } from 'vitest';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import { codeByQuestions } from '../../../src/sources/questionnaire/code-by-questions.ts';
import { readQuestionnaire } from '../../../src/text/questionnaire/read-questionnaire.ts';
import { FRONT_MATTER, noteWith, PROCESS } from './sample.ts';

const HEAD = '---\ngroup: children\nround: first\ntitle: T\n---\n';
const read = (body: string) => readQuestionnaire(HEAD + body, 'questionnaires/children-first.en.md');

describe('codeByQuestions', () => {
  const { questionnaire } = read('## Gaps? {#q1}\n\n`kind: gap` `codes: pillar/peace`\n\n## Else? {#q2}\n');
  const known = questionnaire === undefined ? [] : [questionnaire];

  it('gives kinds and codes where an input has none, and warns where none comes', () => {
    const source = noteWith(
      '## Q {#q1}\n\n- One.\n- Two. #barrier\n- Three. #pillar/development\n\n## Q {#q2}\n\n- Four.\n',
      `${FRONT_MATTER}questionnaire: children-first\n`,
    );
    const { note, findings } = readConsultationNote(source, 'consultations/first/x.md', PROCESS);
    expect(findings).toEqual([]);
    if (note === undefined) throw new Error('The note was not read.');
    const coded = codeByQuestions(note, known);
    expect(coded.note.inputs.map(({ kinds, codes }) => [kinds, codes])).toEqual([
      [['gap'], ['pillar/peace']],
      [['barrier'], ['pillar/peace']],
      [['gap'], ['pillar/development']],
      [[], []],
    ]);
    expect(coded.findings.map(({ check, place }) => [check, place.line])).toEqual([['inputs/uncoded', 20]]);
  });
});
