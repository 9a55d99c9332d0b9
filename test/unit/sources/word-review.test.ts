import { describe, expect, it } from 'vitest';
import type { Ingested, SentPassage } from '../../../src/model/contracts.ts';
import { processSchema } from '../../../src/model/process.ts';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import { wordReview } from '../../../src/sources/word-review.ts';
import { del, ins, para, type WordParts, wordBytes } from '../files/word/word-files.ts';

const PROCESS = processSchema.parse({
  penholder: 1,
  title: 'T',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero draft' }],
  rounds: [{ id: 'second' }],
  groups: [{ id: 'experts', title: 'Experts' }],
});
const SENT: readonly SentPassage[] = [
  { id: 'p-1', text: 'States should consult children before they decide on laws.' },
  { id: 'p-2', text: 'Schools teach what the Convention says about being heard.' },
  { id: 'p-3', text: 'Nobody is left out because of where they live.' },
];
const COMMENTS = `<w:comment w:id="0" w:author="Jane Doe">${para('Why only laws?')}</w:comment>`;
const marked = (id: string, inner: string): string =>
  `<w:p><w:bookmarkStart w:id="1" w:name="${id}"/>${inner}<w:bookmarkEnd w:id="1"/></w:p>`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const commented = (text: string): string =>
  `<w:commentRangeStart w:id="0"/>${run(text)}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;

async function ingest(parts: WordParts, passages: readonly SentPassage[] = SENT) {
  const out: Ingested[] = [];
  const context = {
    name: 'reviewed.docx',
    process: PROCESS,
    defaults: {
      round: 'second',
      group: 'experts',
      date: '2023-03-01',
      distribution: 'public',
      quote: 'verbatim',
      attribution: 'group',
    },
    sent: [{ stage: 'zero', passages: async () => passages }],
  };
  for await (const one of wordReview.read(wordBytes(parts), context)) out.push(one);
  const note = out.find((one) => one.type === 'note');
  const markdown = note?.type === 'note' ? note.markdown : '';
  const inputs = readConsultationNote(markdown, 'consultations/second/reviewed.md', PROCESS).note?.inputs ?? [];
  return { out, markdown, inputs, keptOut: note?.type === 'note' ? note.keptOut : undefined };
}

describe('a file that a reviewer sends back', () => {
  it('becomes inputs on the passages it is about, with or without bookmarks', async () => {
    const changed = `${run('Schools ')}${ins('must ')}${run('teach what the Convention says about being heard.')}`;
    const bodies = [
      marked('p-1', commented(SENT[0]?.text ?? '')) +
        marked('p-2', changed) +
        para('Nobody is left out because of where they live or learn.'),
      `<w:p>${commented(SENT[0]?.text ?? '')}</w:p><w:p>${changed}</w:p>${para('Nobody is left out because of where they live or learn.')}`,
    ];
    for (const body of bodies) {
      const { inputs } = await ingest({ body, comments: COMMENTS });
      expect(inputs.map(({ passages, proposal }) => ({ passages, proposal }))).toEqual([
        { passages: ['p-1'], proposal: undefined },
        {
          passages: ['p-2'],
          proposal: { from: SENT[1]?.text, to: 'Schools must teach what the Convention says about being heard.' },
        },
        {
          passages: ['p-3'],
          proposal: { from: SENT[2]?.text, to: 'Nobody is left out because of where they live or learn.' },
        },
      ]);
      expect(inputs[0]?.text).toMatch(/^On “States should consult.*Why only laws\?$/u);
    }
  });

  it('names no reviewer in the note', async () => {
    const { markdown, keptOut } = await ingest({ body: `<w:p>${commented('x')}${del('y')}</w:p>`, comments: COMMENTS });
    expect(markdown).not.toMatch(/Jane|Ben/u);
    expect(keptOut).toMatch(/Jane Doe[\s\S]*Ben/u);
  });

  it('says which remarks it could not place, with its guesses', async () => {
    const { out, inputs, markdown } = await ingest({
      body: `${para(SENT[1]?.text ?? '')}<w:p>${commented('Something else entirely')}</w:p>`,
      comments: COMMENTS,
    });
    expect(inputs.map(({ guesses, passages }) => ({ guesses, passages }))).toEqual([
      { guesses: ['p-2'], passages: undefined },
    ]);
    expect(markdown).toContain('## Comments whose place is not sure');
    expect(out.flatMap((one) => (one.type === 'note' ? one.findings.map(({ check }) => check) : []))).toEqual([
      'ingest/unsure-place',
    ]);
  });

  it('says what was changed in headers, and remarks on them, of no passage', async () => {
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const header = `<w:hdr ${W}><w:p>${run('Draft of ')}${del('May')}${ins('June')}</w:p><w:p>${commented('For comment')}</w:p></w:hdr>`;
    const { inputs } = await ingest({
      body: SENT.map(({ text }) => para(text)).join(''),
      comments: COMMENTS,
      more: { 'word/header1.xml': header },
      relations:
        '<Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>',
    });
    expect(inputs.map(({ passages, proposal, text }) => [passages, proposal ?? text])).toEqual([
      [undefined, expect.stringContaining('On “For comment”: Why only laws?')],
      [undefined, { from: 'Draft of May', to: 'Draft of June' }],
    ]);
  });

  it('is placed nowhere surely where it is a copy of another text', async () => {
    const subjects = ['Water', 'Roads', 'Seeds', 'Courts', 'Ports', 'Trees', 'Taxes', 'Boats', 'Bread', 'Salt'];
    const sent = subjects.map((one, at) => ({ id: `p-${at}`, text: `${one} under one system of several mandates` }));
    const { inputs } = await ingest(
      {
        body:
          para('Water under one system of several rules') +
          para('The minutes of the last meeting were read and approved.') +
          para('The treasurer reported on the accounts of the year.') +
          `<w:p>${commented('The next meeting is in May.')}</w:p>`,
        comments: COMMENTS,
      },
      sent,
    );
    expect(inputs.map(({ passages, proposal }) => [passages, proposal])).toEqual([[undefined, undefined]]);
  });

  it('is told of where it says nothing, or can not be read', async () => {
    const silent = await ingest({ body: para(SENT[0]?.text ?? '') });
    expect(silent.out).toMatchObject([{ type: 'finding', finding: { check: 'ingest/nothing-said' } }]);
    const broken = await ingest({ body: '<w:p>' });
    expect(broken.out).toMatchObject([{ type: 'finding', finding: { check: 'ingest/unreadable', severity: 'error' } }]);
  });

  it('keeps words that would be markup as words', async () => {
    const body = `<w:p>${run('a')}<w:ins w:id="5">${run('```\n- [x] #gap {quote="no"} ^i9 &lt;b&gt;')}</w:ins></w:p>`;
    const { inputs } = await ingest({ body });
    expect(inputs).toHaveLength(1);
    expect(inputs[0]).toMatchObject({
      kinds: ['comment'],
      proposal: { from: 'a', to: 'a``` - [x] #gap {quote="no"} ^i9 <b>' },
      visibility: { quote: 'verbatim' },
    });
  });
});
