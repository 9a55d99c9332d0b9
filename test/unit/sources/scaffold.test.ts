import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Process } from '../../../src/model/process.ts';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import { type NoteFlags, noteTemplate, scaffoldNote } from '../../../src/sources/scaffold/scaffold-note.ts';
import { SECTION_TEMPLATE, scaffoldSection } from '../../../src/sources/scaffold/scaffold-section.ts';
import { readFrontMatter } from '../../../src/text/front-matter.ts';
import { readQuestionnaire } from '../../../src/text/questionnaire/read-questionnaire.ts';
import { PROCESS } from './sample.ts';

const template = (name: string): string => readFileSync(new URL(`../../../templates/${name}`, import.meta.url), 'utf8');
const note = (flags: NoteFlags, more: Partial<Parameters<typeof scaffoldNote>[0]> = {}) =>
  scaffoldNote({ template: template(noteTemplate(PROCESS, flags)), process: PROCESS, flags, ...more });
const FLAGS = { round: 'first', date: '2022-09-14', method: 'interview', group: 'civil-society' };

describe('a new note', () => {
  it('holds at once when flags say enough', () => {
    const { path, markdown, findings } = note({ ...FLAGS, from: 'Alliance: "for" #all', region: 'africa' });
    expect(findings).toEqual([]);
    expect(path).toBe('consultations/first/2022-09-14-africa-alliance-for-all.md');
    const reading = readConsultationNote(markdown, path, PROCESS);
    expect(reading.note?.frontMatter).toMatchObject({ ...FLAGS, from: 'Alliance: "for" #all', region: 'africa' });
    expect(reading.note?.frontMatter.distribution).toBeUndefined();
  });

  it('says what is still to be filled in', () => {
    const { findings, path } = note({ name: 'My note', group: 'civil-sociey' });
    expect(path).toBe('consultations/unsorted/my-note.md');
    expect(findings.map(({ check }) => check)).toEqual([
      'notes/missing-round',
      'notes/missing-date',
      'notes/missing-method',
    ]);
    expect(note({ ...FLAGS, group: 'civil-sociey' }).findings.map(({ check }) => check)).toEqual([
      'notes/unknown-group',
    ]);
  });

  it('for children begins with what must never be written in it', () => {
    const { markdown } = note({ ...FLAGS, group: 'children' });
    expect(readFrontMatter(markdown, '').body.split('\n')[0]).toBe(
      'Never write a disclosure here; call the referral contact.',
    );
    expect(markdown).toContain('safeguarding:');
    expect(note(FLAGS).markdown).not.toContain('disclosure');
  });

  it('has the questions of its questionnaire as headings', () => {
    const source =
      '---\ngroup: children\nround: first\n---\n## What gets *in the way*? {#q2}\n\n## And [then]? {#q3}\n';
    const { questionnaire } = readQuestionnaire(source, 'questionnaires/children-first.fr.md');
    const { markdown, path } = note(FLAGS, questionnaire === undefined ? {} : { questionnaire });
    expect(markdown).toContain('## What gets in the way? {#q2}\n\n- \n');
    const filled = readConsultationNote(markdown.replaceAll('\n- \n', '\n- Said. #gap\n'), path, PROCESS).note;
    expect(filled?.inputs.map(({ question, heading }) => [question, heading])).toEqual([
      ['q2', 'What gets in the way?'],
      ['q3', 'And [then]?'],
    ]);
    expect(filled?.frontMatter).toMatchObject({ questionnaire: 'children-first', languages: ['fr'] });
  });

  it.each(readdirSync(new URL('../../../templates/notes', import.meta.url)))(
    'template %s has only known keys',
    (name) => {
      const { markdown, path } = scaffoldNote({ template: template(`notes/${name}`), process: PROCESS, flags: FLAGS });
      expect(readConsultationNote(markdown, path, PROCESS).findings.map(({ check }) => check)).toEqual(['inputs/none']);
      expect(markdown).not.toContain('{{');
    },
  );

  it.each(['interview', 'survey', 'written-input', 'online-discussion', 'in-person-discussion', 'nonsense'])(
    'finds its template for %s',
    (method) => {
      expect(template(noteTemplate(PROCESS, { method }))).toContain('method: {{method}}');
    },
  );
});

describe('a new section', () => {
  const section = (flags: Parameters<typeof scaffoldSection>[0]['flags'], process: Process = PROCESS) =>
    scaffoldSection({
      template: template(SECTION_TEMPLATE),
      process,
      flags,
      sections: ['drafts/10-scope.md', 'drafts/42-x.md'],
    });

  it('is numbered after the last one', () => {
    const { path, markdown, findings } = section({ title: 'Participation: of children', part: 'annex' });
    expect(path).toBe('drafts/50-participation-of-children.md');
    expect(findings).toEqual([]);
    expect(readFrontMatter(markdown, '').data).toMatchObject({
      id: 'participation-of-children',
      title: 'Participation: of children',
      part: 'annex',
      lead: null,
    });
  });

  it('keeps the number and folder it is given', () => {
    expect(section({ name: '05-preface' }, { ...PROCESS, text: 'pages/' }).path).toBe('pages/05-preface.md');
    expect(section({ name: '05-preface' }).markdown).toContain('title: Preface\n');
  });

  it('says so where a part or a member is not known', () => {
    const process: Process = { ...PROCESS, 'core-group': [{ id: 'OHCHR', name: 'Office' }] };
    const { findings } = section({ title: 'X', part: 'chapter', lead: 'UNO' }, process);
    expect(findings.map(({ check }) => check)).toEqual(['sections/front-matter', 'sections/unknown-member']);
  });
});
