import { describe, expect, it } from 'vitest';
import { noteTemplate } from '../../../src/questions/note-template.ts';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import { everyType, PROCESS, setOf, small } from './sample.ts';

const FRONT_MATTER = 'round: first\ngroup: workshop\nmethod: survey\ndate: 2022-09-14\nquestionnaire: workshop-first';

describe('noteTemplate', () => {
  it('is a note as its case says', async () => {
    const template = noteTemplate(everyType().source, PROCESS, FRONT_MATTER);
    await expect(template).toMatchFileSnapshot('../../cases/guides/every-type/note.md');
    expect(template.split('\n---\n')[1]?.trim().split('\n')[0]).toBe(
      'Never write a disclosure here; call the referral contact.',
    );
  });

  it('holds no input while it is empty, and each answer under its question once it is filled in', () => {
    const template = noteTemplate(everyType().source, PROCESS, FRONT_MATTER);
    const path = 'consultations/first/workshop.md';
    expect(readConsultationNote(template, path, PROCESS).note?.inputs).toEqual([]);
    let count = 0;
    const filled = template.replace(/^- $/gmu, () => {
      count += 1;
      return `- Answer ${count} #gap`;
    });
    const inputs = readConsultationNote(filled, path, PROCESS).note?.inputs ?? [];
    expect(inputs.map(({ question, text }) => [question, text])).toEqual(
      ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', 'place', 'easy', 'whynot'].map((id, index) => [
        id,
        `Answer ${index + 1}`,
      ]),
    );
  });

  it('keeps the words of a question as they are, whatever signs they hold', () => {
    const set = small('## Is *this* `x` [a] {b} # c -- d? {#q1}\n');
    const template = noteTemplate(set.source, PROCESS, FRONT_MATTER).replace(/^- $/mu, '- Yes');
    const { note } = readConsultationNote(template, 'consultations/first/a.md', PROCESS);
    expect(note?.inputs[0]).toMatchObject({ question: 'q1', heading: set.source.questions[0]?.text });
  });

  it('begins with the same warning in the language of the note', () => {
    const set = setOf({
      'questionnaires/experts-first.fr.md': '---\ngroup: experts\nround: first\n---\n## Quoi ? {#q1}\n',
    });
    expect(noteTemplate(set.source, PROCESS, FRONT_MATTER)).toContain(
      'N’écrivez jamais une révélation ici ; appelez le contact d’orientation.',
    );
  });
});
