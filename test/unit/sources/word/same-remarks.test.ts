import { describe, expect, it } from 'vitest';
import { sameRemarks } from '../../../../src/sources/word/same-remarks.ts';

const file = (name: string, words: string, passage = 'p-1') => ({
  name,
  remarks: [{ words, passage, proposed: false }],
});

describe('remarks of several files', () => {
  it('are told where they say the same, or nearly, at the same passage', () => {
    const findings = sameRemarks([
      file('a.docx', 'Please say that all children are meant, wherever they live and learn.'),
      file('b.docx', 'Please say that all children are meant, wherever they live and learn!'),
      file('c.docx', 'Please say that all the children are meant, wherever they live and learn.'),
      file('d.docx', 'Who pays for it?'),
      file('e.docx', 'Please say that all children are meant, wherever they live and learn.', 'p-2'),
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      '3 files say the same at p-1: "a.docx", "b.docx", "c.docx".',
    ]);
  });

  it('are no news where one file repeats itself', () => {
    const { remarks } = file('a.docx', 'Who pays?');
    expect(sameRemarks([{ name: 'a.docx', remarks: [...remarks, ...remarks] }])).toEqual([]);
  });
});
