import { describe, expect, it } from 'vitest';
import type { ConsultationNote, NoteFrontMatter } from '../../../src/model/consultation-note.ts';
import { markOutranked } from '../../../src/sources/consultation-note/outranked.ts';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import { noteWith, PROCESS } from './sample.ts';

function note(name: string, keys: Partial<NoteFrontMatter>): ConsultationNote {
  const visibility = { distribution: 'public', attribution: 'group', quote: 'no', chathamHouse: false } as const;
  const frontMatter = {
    round: 'first',
    date: '2022-08',
    method: 'written-input',
    group: 'un-entities',
    ...keys,
  } as const;
  const input = { id: 'i1', ref: `first/${name}#i1`, kinds: [], codes: [], text: 'x', visibility, line: 1, endLine: 1 };
  return { id: `first/${name}`, file: `consultations/first/${name}.md`, frontMatter, inputs: [input] };
}

const outrankedBy = (notes: readonly ConsultationNote[]) =>
  Object.fromEntries(markOutranked(notes).notes.map(({ id, inputs }) => [id, inputs[0]?.outrankedBy]));

describe('a consolidated reply', () => {
  it('outranks the notes it names', () => {
    const notes = [note('reply', { consolidates: ['staff'] }), note('staff', {}), note('other', {})];
    expect(outrankedBy(notes)).toEqual({
      'first/reply': undefined,
      'first/staff': 'first/reply',
      'first/other': undefined,
    });
  });

  it('outranks what people of the same body sent in for themselves', () => {
    const notes = [
      note('reply', { from: 'Office A', capacity: 'institutional' }),
      note('staff', { from: 'office  a', capacity: 'personal' }),
      note('friend', { from: 'Office B', capacity: 'personal' }),
    ];
    expect(outrankedBy(notes)).toEqual({
      'first/reply': undefined,
      'first/staff': 'first/reply',
      'first/friend': undefined,
    });
  });

  it('is told when it names a note that is not there', () => {
    expect(markOutranked([note('reply', { consolidates: ['nobody'] })]).findings).toMatchObject([
      { check: 'notes/unknown-note', severity: 'error' },
    ]);
  });
});

describe('an input', () => {
  it('may be a translation, with the original below it', () => {
    const body =
      '\n## What?\n\n- Nobody asks us. {lang="en" translation="machine"} ^i1\n\n  Original: Personne ne nous demande.\n';
    const { note: read, findings } = readConsultationNote(noteWith(body), 'consultations/first/a.md', PROCESS);
    expect(read?.inputs[0]).toMatchObject({
      language: 'en',
      translation: 'machine',
      text: 'Nobody asks us.\nOriginal: Personne ne nous demande.',
    });
    expect(findings.map(({ check }) => check)).not.toContain('inputs/unknown-attribute');
  });
});
