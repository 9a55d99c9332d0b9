import { describe, expect, it } from 'vitest';
import { EXAMPLE_PROCESS, EXAMPLE_SECTION, exampleNote } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/review.ts';
import { readWord } from '../../../src/files/word/read-word.ts';
import { blockLines } from '../../../src/files/word/views.ts';
import { readXlsx } from '../../../src/files/xlsx-read.ts';
import { writeXlsx } from '../../../src/files/xlsx-write.ts';
import { readZip } from '../../../src/files/zip-read.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/io/memory-world.ts';
import { contentHash } from '../../../src/text/fingerprint.ts';
import { wordBytes } from '../files/word/word-files.ts';
import { memoryContext } from './memory-context.ts';

const anchored = (id: number, words: string) =>
  `<w:commentRangeStart w:id="${id}"/><w:r><w:t xml:space="preserve">${words}</w:t></w:r><w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const comment = (id: number, words: string, key = '') =>
  `<w:comment w:id="${id}" w:author="Ada"><w:p${key === '' ? '' : ` w14:paraId="${key}"`}><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`;

const REVIEWED = wordBytes({
  body: `<w:p>${anchored(0, 'Every child')}${anchored(1, ' has')}${anchored(2, ' rights.')}</w:p>`,
  comments:
    comment(0, 'Say “each” &amp; every.', '00000A01') + comment(1, 'Not strong enough.') + comment(2, 'Why rights?'),
  extended: '<w15:commentEx w15:paraId="00000A01" w15:done="0"/>',
  more: { 'word/media/kept.bin': 'as it is' },
});

const INPUTS = `## Comments on the text

- On “Every child”: Say “each” & every. {passage="p-7k2m9qd"} #comment ^i1
- On “has”: Not strong enough. {passage="p-7k2m9qd"} #comment ^i2
- On “rights.”: Why rights? {passage="p-7k2m9qd"} #comment ^i3
- Said elsewhere. #comment ^i4
`;
const RESPONSES = `- input: i1
  decision: not-accepted
  reason: Plain words are read more easily.
  by: OHCHR
  date: 2023-01-05
- input: i2
  decision: accepted
  reason: The wording is made stronger.
  passages: [p-7k2m9qd]
  date: 2023-01-06
- { input: i4, decision: accepted, reason: Done., passages: [p-7k2m9qd], text: { p-7k2m9qd: 9c1e } }
`;

function workspace(changed: Readonly<Record<string, string>> = {}): MemoryWorld {
  const note = exampleNote(INPUTS, { round: 'second', source: `{ name: ada.docx, sha256: ${contentHash(REVIEWED)} }` });
  const files = {
    'penholder.yaml': EXAMPLE_PROCESS,
    'drafts/10-introduction.md': EXAMPLE_SECTION,
    'consultations/second/ada.md': note,
    'consultations/second/ada.responses.yaml': RESPONSES,
    ...changed,
  };
  return memoryWorld({
    files,
    named: { '/workspace/in/ada.docx': REVIEWED },
    git: { commits: [{ files, tags: ['zero-draft'] }] },
  });
}

async function reply(world: MemoryWorld, name = 'in/ada.docx', out = 'out') {
  const called = memoryContext(world);
  const code = await run({ args: ['reply', name], options: { out } }, called.context);
  return { code, said: called.said() };
}

function outcome(world: MemoryWorld): Uint8Array {
  const [, bytes] = Object.entries(world.files()).find(([name]) => name.endsWith('out/ada.docx')) ?? [];
  if (bytes === undefined) throw new Error('Nothing was written.');
  return bytes;
}

describe('penholder review reply', () => {
  it('puts the answers into the threads and marks the settled ones as resolved', async () => {
    const world = workspace();
    const { code, said } = await reply(world);
    expect([code, said]).toEqual([
      0,
      'ada.docx: 2 replies, 1 thread resolved, 1 without an answer. One answer is to what stands nowhere in the file; a letter tells it ("penholder report feedback").\n',
    ]);
    const reading = readWord(outcome(world));
    const comments = 'file' in reading ? reading.file.comments : [];
    expect(comments.map(({ id, parent, resolved }) => [id, parent, resolved])).toEqual([
      ['0', undefined, true],
      ['1', undefined, false],
      ['2', undefined, false],
      ['100000', '0', true],
      ['100001', '1', false],
    ]);
    expect(comments[3]).toMatchObject({
      author: 'Office of the High Commissioner for Human Rights',
      date: '2023-01-05T00:00:00Z',
      text: 'We did not take this up. Plain words are read more easily.',
      quoted: 'Every child',
    });
    expect(comments[4]?.text).toContain('The text has not been changed yet');
  });

  it('answers several reviewers of one file, and says what a note of a survey keeps back', async () => {
    const among = (respondent: string, method = 'written-input') => {
      const world = workspace();
      const path = 'consultations/second/ada.md';
      const source = (world.text(path) ?? '').replaceAll('{passage', `{respondent="${respondent}" passage`);
      return workspace({
        [path]: source
          .replace('distribution: public', 'distribution: custodian')
          .replace(/method: \S+/u, `method: ${method}`),
      });
    };
    expect((await reply(among('r1'))).said).toContain('2 replies, 1 thread resolved, 1 without an answer.');
    const apart = (await reply(among('rk3f9q2'))).said;
    expect(apart).toContain('0 replies');
    expect(apart).toContain('answers are kept back');
    expect((await reply(among('r1', 'interview'))).said).toContain('answers are kept back');
  });

  it('leaves every other part as it was', async () => {
    const world = workspace();
    await reply(world);
    const [was, now] = [readZip(REVIEWED), readZip(outcome(world))];
    if ('problem' in was || 'problem' in now) throw new Error('These can be read.');
    const changed = now.archive.names.filter(
      (name) => contentHash(was.archive.read(name) ?? '') !== contentHash(now.archive.read(name) ?? ''),
    );
    expect(changed).toEqual(['word/document.xml', 'word/comments.xml', 'word/commentsExtended.xml']);
    const text = new TextDecoder().decode(now.archive.read('word/document.xml'));
    expect(text.replace(/<w:comment\w+ w:id="10000[01]"\/>|<w:r><\/w:r>/gu, '').replaceAll('<w:r></w:r>', '')).toBe(
      new TextDecoder().decode(was.archive.read('word/document.xml')),
    );
  });

  it('says nothing twice', async () => {
    const world = workspace();
    await reply(world);
    const first = outcome(world);
    const again = memoryWorld({ files: world.files(), named: { '/workspace/sent/ada.docx': first } });
    await reply(again, 'sent/ada.docx', 'out');
    const reading = readWord(outcome(again));
    expect('file' in reading && reading.file.comments.length).toBe(5);
  });

  it('asks whose a file is that has another content than the one of its name that was taken in', async () => {
    const world = workspace();
    expect((await reply(world)).said).not.toContain('same reviewer');
    const again = memoryWorld({ files: world.files(), named: { '/workspace/in/ada.docx': outcome(world) } });
    expect((await reply(again)).said).toContain("make sure that it is the same reviewer's before it goes back");
  });

  it('says which file it knows nothing of, and never takes the place of the file it answers', async () => {
    const world = workspace();
    const { code, said } = await reply(world, 'in/none.docx');
    expect([code, said]).toEqual([1, 'There is no file in/none.docx.\n']);
    await expect(reply(world, 'in/ada.docx', 'in')).rejects.toThrow('take the place');
  });
});

const ANSWERED = `- { input: i1, decision: not-accepted, reason: The treaty says has., by: OHCHR, date: 2023-01-05 }
- { input: i2, decision: accepted, reason: A good addition., date: 2023-01-06 }
`;

/** What is written back of a file that became a note with some inputs. */
async function answered(name: string, bytes: Uint8Array, inputs: string) {
  const note = exampleNote(inputs, { round: 'second', source: `{ name: ${name}, sha256: ${contentHash(bytes)} }` });
  const files = {
    'penholder.yaml': EXAMPLE_PROCESS,
    'drafts/10-introduction.md': EXAMPLE_SECTION,
    'consultations/second/ada.md': note,
    'consultations/second/ada.responses.yaml': ANSWERED,
  };
  const git = { commits: [{ files, tags: ['zero-draft'] }] };
  const world = memoryWorld({ files, named: { [`/workspace/in/${name}`]: bytes }, git });
  const { said } = await reply(world, `in/${name}`);
  const [, out] = Object.entries(world.files()).find(([path]) => path.endsWith(`out/${name}`)) ?? [];
  if (out === undefined) throw new Error(said);
  const again = memoryWorld({ files: world.files(), named: { [`/workspace/in/${name}`]: out }, git });
  const repeated = await reply(again, `in/${name}`);
  return { said, out, repeated: repeated.said };
}

describe('penholder review reply to proposals', () => {
  const edited = wordBytes({
    body:
      `<w:p><w:r><w:t xml:space="preserve">Every child </w:t></w:r><w:del w:id="1" w:author="Ada"><w:r><w:delText>has</w:delText></w:r></w:del><w:ins w:id="2" w:author="Ada"><w:r><w:t>owns</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> rights.</w:t></w:r></w:p>` +
      `<w:p><w:pPr><w:rPr><w:ins w:id="3" w:author="Ada"/></w:rPr></w:pPr><w:ins w:id="4" w:author="Ada"><w:r><w:t>Nobody may be asked twice for the same thing.</w:t></w:r></w:ins></w:p>`,
  });
  const inputs = `## Comments on the text

- Proposed wording. {passage="p-7k2m9qd"} #comment ^i1

  \`\`\`proposal
  - Every child has rights.
  + Every child owns rights.
  \`\`\`

- Proposed new paragraph, behind this passage. {passage="p-7k2m9qd"} #comment ^i2

  \`\`\`proposal
  + Nobody may be asked twice for the same thing.
  \`\`\`
`;

  it('answers them by comments on the tracked changes, marked as resolved when they are', async () => {
    const { said, out, repeated } = await answered('ada.docx', edited, inputs);
    expect(said).toBe('ada.docx: 2 replies, 2 threads resolved, 0 without an answer.\n');
    const reading = readWord(out);
    const comments = 'file' in reading ? reading.file.comments : [];
    expect(comments.map(({ quoted, paragraph, resolved, author }) => [quoted, paragraph, resolved, author])).toEqual([
      ['owns', 0, true, 'Office of the High Commissioner for Human Rights'],
      ['Nobody may be asked twice for the same thing.', 1, true, expect.any(String)],
    ]);
    expect(comments[0]?.text).toContain('The treaty says has.');
    expect(repeated).toContain('0 replies');
  });
});

describe('penholder review reply to comment sheets', () => {
  const HEAD = ['Organisation', 'Section', 'Comments', 'Proposed change', 'Observations of the secretariat'];
  const ROWS = [
    ['A body', '1', 'The verb is weak here.', 'Every child owns rights.', ''],
    ['A body', '1', 'Say that nobody is asked twice.', '', ''],
  ];
  const INPUTS_OF_ROWS = `## Comments

- Section 1: The verb is weak here. #comment ^i1

  Proposed change: Every child owns rights.

- Section 1: Say that nobody is asked twice. #comment ^i2
`;

  it('fills the column for responses of a sheet in Word', async () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const rows = [HEAD, ...ROWS].map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`);
    const { said, out, repeated } = await answered(
      'sheet.docx',
      wordBytes({ body: `<w:tbl>${rows.join('')}</w:tbl>` }),
      INPUTS_OF_ROWS,
    );
    expect(said).toContain('2 replies');
    const reading = readWord(out);
    const told = 'file' in reading ? blockLines(reading.file.body) : [];
    expect(told[1]).toMatch(
      /owns rights\.\tWe did not take this up\. The treaty says has\. .*\(Office of the High Commissioner for Human Rights, 2023-01-05\)$/u,
    );
    expect(told[2]).toContain('A good addition.');
    expect(repeated).toContain('0 replies');
  });

  it('fills the column for responses of a sheet in Excel, and adds one where there is none', async () => {
    const own = writeXlsx([{ name: 'Comments', rows: [HEAD, ...ROWS] }]);
    const { said, out, repeated } = await answered('sheet.xlsx', own, INPUTS_OF_ROWS);
    expect(said).toContain('2 replies');
    expect((await rowsIn(out))[1]?.[4]).toContain('The treaty says has.');
    expect(repeated).toContain('0 replies');
    const bare = writeXlsx([{ name: 'Comments', rows: [HEAD, ...ROWS].map((cells) => cells.slice(0, 4)) }]);
    const added = await rowsIn((await answered('sheet.xlsx', bare, INPUTS_OF_ROWS)).out);
    expect(added.map((cells) => cells[4]?.slice(0, 31))).toEqual([
      'Observations of the secretariat',
      'We did not take this up. The tr',
      expect.stringContaining('A good'),
    ]);
  });
});

async function rowsIn(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const reading = readXlsx(bytes);
  const rows: (readonly string[])[] = [];
  if ('problem' in reading) throw new Error(reading.problem.message);
  for await (const { cells } of reading.sheets[0]?.rows() ?? []) rows.push(cells);
  return rows;
}
