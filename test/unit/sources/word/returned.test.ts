import { describe, expect, it } from 'vitest';
import type { Ingested, SentFile, SentPassage } from '../../../../src/model/contracts.ts';
import { processSchema } from '../../../../src/model/process.ts';
import { readConsultationNote } from '../../../../src/sources/consultation-note/read-consultation-note.ts';
import { plainSentFile } from '../../../../src/sources/word/sent-file.ts';
import { wordReview } from '../../../../src/sources/word-review.ts';
import { para, type WordParts, wordBytes } from '../../files/word/word-files.ts';

const PROCESS = processSchema.parse({
  penholder: 1,
  title: 'T',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero draft' }],
  rounds: [{ id: 'second' }],
  groups: [{ id: 'experts', title: 'Experts' }],
});
const WORDS = [
  'States should consult children before they decide on laws that touch them.',
  'Schools teach what the Convention says about being heard in every year.',
  'Nobody is left out because of where they live, or of what they own.',
  'Budgets show what is spent on children. They are published in time for debate.',
  'Courts explain their decisions in words that the children concerned understand.',
  'Each entity reports once a year on what it did and on what it left undone.',
] as const;
const SENT: readonly SentPassage[] = WORDS.map((text, at) => ({ id: `p-${at + 1}`, text }));
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const by = (author: string, kind: 'ins' | 'del', text: string): string =>
  `<w:${kind} w:id="1" w:author="${author}" w:date="2023-03-04T00:00:00Z"><w:r><w:${kind === 'ins' ? 't' : 'delText'} xml:space="preserve">${text}</w:${kind === 'ins' ? 't' : 'delText'}></w:r></w:${kind}>`;
const mark = (author: string, kind: 'ins' | 'del'): string =>
  `<w:rPr><w:${kind} w:id="2" w:author="${author}" w:date="2023-03-04T00:00:00Z"/></w:rPr>`;
const marked = (inner: string, properties: string): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;

async function ingest(parts: WordParts, sent: SentFile = plainSentFile(SENT)) {
  const out: Ingested[] = [];
  const context = {
    name: 'reviewed.docx',
    process: PROCESS,
    defaults: { round: 'second', group: 'experts', distribution: 'public', quote: 'verbatim', attribution: 'group' },
    sent: [{ stage: 'zero', passages: async () => SENT, asWord: async () => sent }],
  };
  for await (const one of wordReview.read(wordBytes(parts), context)) out.push(one);
  const notes = out.flatMap((one) => (one.type === 'note' ? [one] : []));
  const markdown = notes[0]?.markdown ?? '';
  const dated = markdown.includes('\ndate:') ? markdown : markdown.replace('---\n', '---\ndate: 2023-03-04\n');
  const note = readConsultationNote(dated, 'consultations/second/reviewed.md', PROCESS).note;
  const inputs = (note?.inputs ?? []).map(({ passages, guesses, proposal, respondent, text }) => ({
    ...(passages !== undefined && { passages }),
    ...(guesses !== undefined && { guesses }),
    ...(proposal !== undefined && { proposal }),
    ...(respondent !== undefined && { respondent }),
    lead: text.split('\n')[0] ?? '',
  }));
  const findings = out.flatMap((one) =>
    one.type === 'note' ? one.findings : one.type === 'finding' ? [one.finding] : [],
  );
  return { inputs, note, notes, markdown, findings: findings.map(({ check }) => check) };
}

/** The text with some of its paragraphs replaced by others. */
const bodyWith = (changed: Readonly<Record<number, string>>): string =>
  WORDS.map((words, at) => changed[at + 1] ?? para(words)).join('');

describe('what was not tracked', () => {
  it('is found: an edit, a new paragraph, one that is gone', async () => {
    const edited = WORDS[1].replace('Schools', 'All schools');
    const { inputs } = await ingest({
      body: bodyWith({ 2: para(edited), 3: para(WORDS[2]) + para('Translations are made at the same time.'), 5: '' }),
    });
    expect(inputs).toEqual([
      { passages: ['p-2'], proposal: { from: WORDS[1], to: edited }, lead: 'Proposed wording, not tracked.' },
      {
        passages: ['p-3'],
        proposal: { from: '', to: 'Translations are made at the same time.' },
        lead: 'Proposed new paragraph, behind this passage, not tracked.',
      },
      { passages: ['p-5'], proposal: { from: WORDS[4], to: '' }, lead: 'Proposed to leave it out, not tracked.' },
    ]);
  });

  it('is one change where a paragraph was split, merged or moved', async () => {
    const [first, second] = WORDS[3].split(/(?<=children\.) /u);
    const split = await ingest({ body: bodyWith({ 4: para(first ?? '') + para(second ?? '') }) });
    expect(split.inputs).toMatchObject([
      { passages: ['p-4'], proposal: { from: WORDS[3], to: `${first}\n${second}` } },
    ]);
    const merged = await ingest({ body: bodyWith({ 1: para(`${WORDS[0]} ${WORDS[1]}`), 2: '' }) });
    expect(merged.inputs).toMatchObject([
      { passages: ['p-1', 'p-2'], proposal: { from: `${WORDS[0]}\n${WORDS[1]}`, to: `${WORDS[0]} ${WORDS[1]}` } },
    ]);
    const moved = await ingest({ body: bodyWith({ 2: '', 5: para(WORDS[4]) + para(WORDS[1]) }) });
    expect(moved.inputs).toEqual([
      {
        passages: ['p-2'],
        lead: expect.stringMatching(/^Proposed to move “Schools.*” behind “Courts.*”, not tracked\.$/u),
      },
    ]);
  });

  it('says nothing of what programs do on their own', async () => {
    const { findings } = await ingest({
      body: bodyWith({ 3: para(`3. ${WORDS[2]}`), 4: para(WORDS[3].replaceAll(' ', '\u00a0')) }),
    });
    expect(findings).toEqual(['ingest/nothing-said']);
  });

  it('takes an extract for an extract, and no text that is left out for a proposal to delete it', async () => {
    const { inputs } = await ingest({ body: para(WORDS[0].replace('States', 'All States')) + para(WORDS[1]) });
    expect(inputs).toMatchObject([{ passages: ['p-1'] }]);
  });
});

describe('what was tracked', () => {
  it('is told apart by paragraph and by reviewer', async () => {
    const both = `<w:p>${by('Ada', 'ins', 'All ')}${run('Schools teach what the Convention says')}${by('Ben', 'del', ' about being heard')}${run(' in every year.')}</w:p>`;
    const { inputs, notes } = await ingest({
      body: bodyWith({ 2: both, 6: `<w:p>${run(WORDS[5])}${by('Ben', 'ins', ' Why?')}</w:p>` }),
    });
    expect(inputs.map(({ respondent, proposal }) => [respondent, proposal?.to])).toEqual([
      ['r1', `All ${WORDS[1]}`],
      ['r2', 'Schools teach what the Convention says in every year.'],
      ['r2', `${WORDS[5]} Why?`],
    ]);
    expect(notes[0]?.keptOut).toContain('respondent: r2');
    expect(notes[0]?.markdown).not.toMatch(/Ada|Ben/u);
  });

  it('covers whole paragraphs, split and merged ones', async () => {
    const added = `${marked(run(WORDS[0]), mark('Ada', 'ins'))}<w:p>${by('Ada', 'ins', 'A new one about translations.')}</w:p>`;
    const gone = marked(by('Ada', 'del', WORDS[2]), mark('Ada', 'del'));
    const merged = marked(run(WORDS[4]), mark('Ada', 'del'));
    const { inputs } = await ingest({
      body: bodyWith({ 1: added, 3: gone, 5: merged, 6: `<w:p>${by('Ada', 'ins', ' ')}${run(WORDS[5])}</w:p>` }),
    });
    expect(inputs).toMatchObject([
      { passages: ['p-1'], proposal: { from: '', to: 'A new one about translations.' } },
      { passages: ['p-3'], proposal: { from: WORDS[2], to: '' } },
      { passages: ['p-5', 'p-6'], proposal: { from: `${WORDS[4]}\n${WORDS[5]}`, to: `${WORDS[4]} ${WORDS[5]}` } },
    ]);
  });

  it('is one move where its ends have the same words', async () => {
    const from = marked(
      `<w:moveFrom w:id="7" w:author="Ada">${run(WORDS[1])}</w:moveFrom>`,
      '<w:rPr><w:moveFrom w:id="8" w:author="Ada"/></w:rPr>',
    );
    const to = marked(
      `<w:moveTo w:id="9" w:author="Ada">${run(WORDS[1])}</w:moveTo>`,
      '<w:rPr><w:moveTo w:id="10" w:author="Ada"/></w:rPr>',
    );
    const { inputs } = await ingest({ body: bodyWith({ 2: from, 5: para(WORDS[4]) + to }) });
    expect(inputs).toMatchObject([
      { passages: ['p-2'], lead: expect.stringMatching(/^Proposed to move “Schools.*behind “Courts/u) },
    ]);
  });

  it('is not the reviewer’s where it was in the file as it was sent', async () => {
    const more = {
      'customXml/item1.xml': '<draft xmlns="urn:penholder:draft:1" stage="zero"/>',
    };
    const relations =
      '<Relationship Id="draft" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>';
    const ours = `<w:p>${by('Penholder', 'del', 'Pupils')}${by('Penholder', 'ins', 'Schools')}${run(WORDS[1].slice(7))}`;
    const silent = await ingest({ body: bodyWith({ 2: `${ours}</w:p>` }), more, relations });
    expect(silent.findings).toEqual(['ingest/nothing-said']);
    const { inputs } = await ingest({
      body: bodyWith({ 2: `${ours}${by('Ada', 'ins', ' Always.')}</w:p>` }),
      more,
      relations,
    });
    expect(inputs).toMatchObject([{ passages: ['p-2'], proposal: { from: WORDS[1], to: `${WORDS[1]} Always.` } }]);
  });

  it('counts changes of the mere look once, and dates the note by the last remark', async () => {
    const bold = `<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="5" w:author="Ada"><w:rPr/></w:rPrChange></w:rPr><w:t>${WORDS[1]}</w:t></w:r></w:p>`;
    const { findings, note } = await ingest({
      body: bodyWith({ 2: bold, 3: `<w:p>${run(WORDS[2])}${by('Ada', 'ins', ' Really.')}</w:p>` }),
    });
    expect(findings).toContain('ingest/formatting-only');
    expect(note?.frontMatter.date).toBe('2023-03-04');
  });
});

describe('what is no copy of the text', () => {
  const row = (...cells: string[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${para(cell)}</w:tc>`).join('')}</w:tr>`;

  it('is a comment sheet, with headings or by its eight columns', async () => {
    const headed =
      row('Organisation', 'Paragraph', 'Comment', 'Proposed change') +
      row('Example Trust', '12', 'Too narrow.', 'Say “all children”.');
    const iso =
      row('XX', '', '3.1', '12', 'te', 'Too narrow.', 'Say “all children”.', '') +
      row('XX', '', '3.2', '14', 'ed', 'A comma is lacking.', '', '');
    for (const rows of [headed, iso]) {
      const { inputs } = await ingest({ body: `<w:tbl>${rows}</w:tbl>` });
      expect(inputs[0]?.lead).toContain('Too narrow.');
    }
  });

  it('is a submission, whose headings, lists and numbers stay', async () => {
    const styles = '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>';
    const item = (text: string): string => para(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>');
    const body =
      para('Our views', '<w:pStyle w:val="H1"/>') +
      item('We welcome the consultation that was opened in spring.') +
      para('A word on methods, which stands between the two numbered paragraphs.') +
      item('Travel costs keep many from taking part in it.');
    const { markdown, inputs } = await ingest({ body, styles, numbering });
    expect(markdown).toMatch(/# Our views\n\n1\. We welcome[\s\S]*\n\n2\. Travel costs/u);
    expect(inputs.length).toBeGreaterThanOrEqual(2);
  });
});
