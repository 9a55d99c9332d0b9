import { describe, expect, it } from 'vitest';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import { codeByQuestions } from '../../../src/sources/questionnaire/code-by-questions.ts';
import { readQuestionnaire } from '../../../src/sources/questionnaire/read-questionnaire.ts';
import { FRONT_MATTER, noteWith, PROCESS } from './sample.ts';

const HEAD = '---\ngroup: children\nround: first\ntitle: T\n---\n';
const read = (body: string, head = HEAD) => readQuestionnaire(head + body, 'questionnaires/children-first.en.md');

describe('readQuestionnaire', () => {
  it('finds questions with what their inputs are', () => {
    const { questionnaire, findings } = read(
      '# Survey\n\n## Gaps? {#q1}\n\n`type: open` `kind: gap` `codes: pillar/peace, pillar/development`\n\nHelp.\n\n## Else? {#q2}\n\nSome `kind: barrier` in prose.\n',
    );
    expect(findings).toEqual([]);
    expect(questionnaire).toMatchObject({ id: 'children-first', language: 'en' });
    expect(questionnaire?.questions).toEqual([
      { id: 'q1', text: 'Gaps?', line: 8, tags: ['gap', 'pillar/peace', 'pillar/development'] },
      { id: 'q2', text: 'Else?', line: 14, tags: [] },
    ]);
  });

  it('reports ids that stand twice, unknown kinds and missing keys', () => {
    const body = '## A {#q1}\n\n`kind: bariers`\n\n## B {#q1}\n';
    expect(read(body).findings.map(({ check, place }) => [check, place.line])).toEqual([
      ['questionnaires/unknown-kind', 8],
      ['questionnaires/duplicate-id', 10],
    ]);
    expect(read(body, '---\ngroup: x\n---\n').questionnaire).toBeUndefined();
    expect(read(body, '').findings[0]?.check).toBe('questionnaires/front-matter');
  });
});

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
