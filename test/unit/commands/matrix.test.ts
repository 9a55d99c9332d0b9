import { describe, expect, test } from 'vitest';
import { run as ingest } from '../../../src/commands/ingest.ts';
import { run } from '../../../src/commands/matrix.ts';
import { readCsv } from '../../../src/files/csv.ts';
import { writeCsv } from '../../../src/files/csv-write.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { MATRIX_NOTE, MATRIX_PROCESS } from './matrix-workspace.ts';
import { memoryContext } from './memory-context.ts';

const NOTE = `${MATRIX_NOTE}
- The text should name budgets. #gap ^i1
- Section 3, page 4: Deadlines are missing. #comment ^i2

  Proposed change: Add "within 30 days".

  Type: te
- Budgets once more. #comment ^i3
- Nothing on data. #gap ^i4
`;

/** Somebody's own order of keys, quotes and remarks. */
const RESPONSES = `# Answers of the secretariat
- input: i1   # about budgets
  decision: accepted
  reason: >-
    Budgets are named in the introduction,
    as asked.
  passages: [p-aaaaaaa]
  by: OHCHR
  date: 2022-10-12

- { input: i3, decision: duplicate, duplicate-of: i1, reason: "Said before.", date: 2022-10 }
`;

const DRAFT =
  '---\nid: introduction\ntitle: Introduction\n---\n\nBudgets matter. ^p-aaaaaaa\n\nData matter. ^p-bbbbbbb\n';

const PATH = 'consultations/first/coalition.responses.yaml';
const FILES = {
  'penholder.yaml': MATRIX_PROCESS,
  'consultations/first/coalition.md': NOTE,
  [PATH]: RESPONSES,
  'drafts/10-introduction.md': DRAFT,
};

type Cells = Record<string, string>;

/** A workspace, its matrix as rows by heading, and ways to send some back. */
async function exported(files: Readonly<Record<string, string>> = FILES, options: Record<string, unknown> = {}) {
  const world = memoryWorld({ files, today: '2022-11-01' });
  const called = memoryContext(world);
  const base = { to: ['csv'], out: 'build/m.csv', distribution: 'core-group', ...options };
  expect(await run({ args: ['export'], options: base }, called.context)).toBe(0);
  return { world, rows: await tableOf(world.files()['/workspace/build/m.csv'] ?? new Uint8Array()) };
}

async function tableOf(bytes: Uint8Array): Promise<Cells[]> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of readCsv(bytes)) rows.push(cells);
  const [head = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(head.map((title, index) => [title, cells[index] ?? ''])));
}

function sheetOf(rows: readonly Cells[]): Uint8Array {
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return writeCsv([head, ...rows.map((row) => head.map((title) => row[title] ?? ''))]);
}

async function imported(
  sheets: readonly (readonly Cells[])[],
  { files = FILES, options = {} }: { files?: Readonly<Record<string, string>>; options?: Record<string, unknown> } = {},
) {
  const named = Object.fromEntries(sheets.map((rows, index) => [`/workspace/m${index}.csv`, sheetOf(rows)]));
  const world = memoryWorld({ files, named, today: '2022-11-01' });
  const { context, said, printed } = memoryContext(world);
  const args = ['import', ...sheets.map((_, index) => `m${index}.csv`)];
  const code = await run({ args, options }, context);
  return { code, said: said(), printed: printed(), text: world.text(PATH) ?? '', world };
}

const edit = (rows: readonly Cells[], ref: string, cells: Cells): Cells[] =>
  rows.map((row) => (row.Input === `first/coalition#${ref}` ? { ...row, ...cells } : row));

describe('export', () => {
  test.each(['csv', 'xlsx'])('and import again changes nothing: %s', async (format) => {
    const world = memoryWorld({ files: FILES });
    const { context, said } = memoryContext(world);
    for (const shape of ['penholder', 'iso', 'w3c', 'oasis']) {
      const options = { to: [format], shape, out: `build/m.${format}` };
      expect(await run({ args: ['export'], options }, context)).toBe(0);
      expect(await run({ args: ['import', `build/m.${format}`], options: {} }, context)).toBe(0);
      expect(said()).toContain('0 answered, 0 changed, 4 as before.');
      expect(world.text(PATH)).toBe(RESPONSES);
    }
  });

  test('tells where a comment belongs, what it says and what it proposes apart', async () => {
    const { rows } = await exported(FILES, { shape: 'iso' });
    expect(rows[1]).toMatchObject({
      'MB/NC': 'Example Coalition',
      'Clause/Subclause': '3',
      'Type of comment': 'te',
      Comments: 'Deadlines are missing.',
      'Proposed change': 'Add "within 30 days".',
      'Observations of the secretariat': '',
    });
    expect(rows[0]?.['Observations of the secretariat']).toBe(
      'Accepted: Budgets are named in the introduction, as asked.',
    );
  });

  test('gives the same bytes again', async () => {
    const bytes = async () => {
      const world = memoryWorld({ files: FILES });
      await run({ args: ['export'], options: { out: 'build/m.xlsx' } }, memoryContext(world).context);
      return world.files()['/workspace/build/m.xlsx'];
    };
    expect(await bytes()).toEqual(await bytes());
  });

  test('only what is asked for', async () => {
    const { rows } = await exported(FILES, { unanswered: true });
    expect(rows.map(({ Input }) => Input)).toEqual(['first/coalition#i2', 'first/coalition#i4']);
  });
});

describe('import', () => {
  test('takes changed cells, and leaves all other entries byte for byte', async () => {
    const { rows } = await exported();
    const { code, text, said } = await imported([
      edit(rows, 'i4', { Decision: 'Accepted in part', Reason: 'A paragraph on data.', Passages: '^p-bbbbbbb' }),
    ]);
    expect(code).toBe(0);
    expect(said).toContain('1 answered, 0 changed, 3 as before.');
    expect(text.startsWith(RESPONSES.trimEnd())).toBe(true);
    expect(text).toContain('input: i4');
    expect(text).toContain('decision: accepted-in-part');
    expect(text).toContain('p-bbbbbbb');
    expect(text).toContain('date: 2022-11-01');
  });

  test('rows sorted, deleted and doubled, columns moved or taken away', async () => {
    const { rows } = await exported();
    const few = edit(rows, 'i1', { Reaction: 'Not satisfied' }).map(({ Passages: _, 'Proposed change': __, ...row }) =>
      Object.fromEntries(Object.entries(row).reverse()),
    );
    const [first = {}, , third = {}] = few;
    const { code, text } = await imported([[third, first, first]]);
    expect(code).toBe(0);
    expect(text).toContain('reaction: not-satisfied');
    expect(text).toContain('passages: [p-aaaaaaa]');
  });

  test('a decision misspelled, a reason missing, a decision gone, an unknown input and a foreign passage are said', async () => {
    const { rows } = await exported();
    let all = edit(rows, 'i2', { Decision: 'acepted', Reason: 'Yes.' });
    all = edit(all, 'i3', { Decision: '' });
    all = edit(all, 'i4', { Decision: 'noted' });
    all = edit(all, 'i1', { Passages: 'para.1' });
    all.push({ Input: 'first/coalition#i9', Decision: 'noted', Reason: 'Well.' });
    const { code, said, text } = await imported([all]);
    expect(code).toBe(1);
    expect(text).toBe(RESPONSES);
    for (const words of [
      'holds "acepted", which is no decision.',
      'Did you mean "accepted"?',
      'an import takes no answer away',
      'its reason is missing',
      'To do: Say why in a sentence',
      'There is no input "first/coalition#i9"',
      'name "para.1", which is no passage of the text',
      'paragraph 1 is p-aaaaaaa today',
    ])
      expect(said.replace(/\s+/gu, ' ')).toContain(words);
  });

  test('what was said is not taken back, and that is said', async () => {
    const { rows } = await exported();
    const { code, said, text } = await imported([edit(rows, 'i4', { 'What was said': 'Something else.' })]);
    expect(said).toContain('that change was not taken');
    expect(code).toBe(0);
    expect(text).toBe(RESPONSES);
  });

  test.each([
    ['12/31/2022', '2022-12-31'],
    ['31.12.2022', '2022-12-31'],
    ['Dec-22', '2022-12'],
    ['44926', '2022-12-31'],
    ['31 décembre 2022', '2022-12-31'],
  ])('reads the date %s', async (cell, expected) => {
    const { rows } = await exported();
    const { text } = await imported([edit(rows, 'i1', { Date: cell })]);
    expect(text).toContain(`date: ${expected}`);
  });

  test('a date that the program of its user printed anew is no change, one with two meanings is asked about', async () => {
    const { rows } = await exported();
    const same = await imported([edit(edit(rows, 'i1', { Date: '10/12/2022' }), 'i3', { Date: 'Oct-22' })]);
    expect(same.text).toBe(RESPONSES);
    const { said, code } = await imported([edit(rows, 'i1', { Date: '05/06/2022' })]);
    expect(said).toContain('can mean 2022-06-05 or 2022-05-06');
    expect(code).toBe(1);
  });

  test('columns sorted apart from each other are not taken', async () => {
    const { rows } = await exported();
    const keys = rows.map((row) => row['Key (leave as it is)'] ?? '').reverse();
    const mixed = rows.map((row, index) => ({ ...row, Reason: 'New.', 'Key (leave as it is)': keys[index] ?? '' }));
    const { said, text } = await imported([mixed]);
    expect(said).toContain('sorted or pasted apart');
    expect(text).toBe(RESPONSES);
  });

  test('without refs, keys lead to the inputs; without both, their words do', async () => {
    const { rows } = await exported();
    const answered = edit(rows, 'i4', { Decision: 'noted', Reason: 'For the annex.' });
    const byKey = await imported([answered.map(({ Input: _, ...row }) => row)]);
    expect(byKey.text).toContain('For the annex.');
    const byWords = await imported([answered.map(({ Input: _, 'Key (leave as it is)': __, ...row }) => row)]);
    expect(byWords.text).toContain('For the annex.');
  });

  test('an answer to i3 by its number alone, of an input in the same note', async () => {
    const { rows } = await exported();
    const { text } = await imported([
      edit(rows, 'i2', { Decision: 'duplicate', Reason: 'Said in i4.', 'Duplicate of': 'i4' }),
    ]);
    expect(text).toContain('duplicate-of: i4');
  });

  test('with --dry-run nothing is written', async () => {
    const { rows } = await exported();
    const { text, said, printed } = await imported([edit(rows, 'i4', { Decision: 'noted', Reason: 'Well.' })], {
      options: { dryRun: true },
    });
    expect(text).toBe(RESPONSES);
    expect(said).toContain('Nothing was written.');
    expect(printed).toContain('first/coalition#i4 answered: noted');
  });
});

describe('conflicts', () => {
  const MEANWHILE = { ...FILES, [PATH]: RESPONSES.replace('"Said before."', '"Said in the first place."') };

  test('an answer changed on both sides is shown, and neither is overwritten', async () => {
    const { rows } = await exported();
    const sheet = edit(rows, 'i3', { Reason: 'Said above.' });
    const { code, text, said } = await imported([sheet], { files: MEANWHILE });
    expect(code).toBe(1);
    expect(text).toBe(MEANWHILE[PATH]);
    expect(said).toContain('Said above.');
    expect(said).toContain('Said in the first place.');
    expect(said).toContain('--theirs first/coalition#i3');
  });

  test('--theirs takes the sheet, --ours the workspace, for one or for all', async () => {
    const { rows } = await exported();
    const sheet = edit(rows, 'i3', { Reason: 'Said above.' });
    const theirs = await imported([sheet], { files: MEANWHILE, options: { theirs: ['first/coalition#i3'] } });
    expect(theirs.text).toContain('Said above.');
    expect(theirs.code).toBe(0);
    const ours = await imported([sheet], { files: MEANWHILE, options: { ours: ['all'] } });
    expect(ours.text).toBe(MEANWHILE[PATH]);
    expect(ours.code).toBe(0);
  });

  test('a reaction is taken where only the answer was changed meanwhile', async () => {
    const { rows } = await exported();
    const { code, text } = await imported([edit(rows, 'i3', { Reaction: 'satisfied' })], { files: MEANWHILE });
    expect(code).toBe(0);
    expect(text).toContain('reaction: satisfied');
    expect(text).toContain('Said in the first place.');
  });

  test('an input answered on both sides since the export is a conflict', async () => {
    const { rows } = await exported();
    const later = { ...FILES, [PATH]: `${RESPONSES}- { input: i4, decision: deferred, reason: To the next round. }\n` };
    const { code, text } = await imported([edit(rows, 'i4', { Decision: 'noted', Reason: 'Well.' })], { files: later });
    expect(code).toBe(1);
    expect(text).toBe(later[PATH]);
  });

  test('two files that answer otherwise are shown; two that answer alike are one answer', async () => {
    const { rows } = await exported();
    const one = edit(rows, 'i4', { Decision: 'noted', Reason: 'Well.' });
    const other = edit(rows, 'i4', { Decision: 'accepted', Reason: 'Good.' });
    const apart = await imported([one, other]);
    expect(apart.code).toBe(1);
    expect(apart.text).toBe(RESPONSES);
    expect(apart.said).toContain('is answered otherwise here than in m0.csv');
    const alike = await imported([one, rows, one]);
    expect(alike.code).toBe(0);
    expect(alike.text).toContain('Well.');
  });

  test('a sheet without keys answers what is open, and overwrites no answer unasked', async () => {
    const { rows } = await exported();
    const keyless = edit(edit(rows, 'i4', { Decision: 'noted', Reason: 'Well.' }), 'i1', { Reason: 'Otherwise.' }).map(
      ({ 'Key (leave as it is)': _, ...row }) => row,
    );
    const { code, text } = await imported([keyless]);
    expect(code).toBe(1);
    expect(text).toContain('Well.');
    expect(text).not.toContain('Otherwise.');
  });
});

describe('a sheet made for the public', () => {
  const CLOSED = NOTE.replace('distribution: public', 'distribution: core-group');
  const files = { ...FILES, 'consultations/first/coalition.md': CLOSED };

  test('names no closed note, and answers come back to it all the same', async () => {
    const { rows } = await exported(files, { distribution: 'public' });
    expect(JSON.stringify(rows)).not.toMatch(/coalition|Budgets|Data matter|asked/u);
    const open = rows.filter(({ Decision }) => Decision === '');
    expect(open).toHaveLength(2);
    const [first = {}] = open;
    const sheet = rows.map((row) => (row === first ? { ...row, Decision: 'noted', Reason: 'Well.' } : row));
    const { code, text } = await imported([sheet], { files });
    expect(code).toBe(0);
    expect(text).toMatch(/input: i[24]\n {2}decision: noted\n {2}reason: Well\./u);
    expect(text.startsWith('# Answers of the secretariat')).toBe(true);
  });

  test('overwrites nothing that it did not show', async () => {
    const { rows } = await exported(files, { distribution: 'public' });
    const answered = rows.find(({ Decision }) => Decision === 'accepted') ?? {};
    expect(answered.Reason ?? '').toBe('');
    const sheet = rows.map((row) => (row === answered ? { ...row, Reason: 'Another one.' } : row));
    const { code, text } = await imported([sheet], { files });
    expect(code).toBe(1);
    expect(text).toBe(RESPONSES);
    const theirs = await imported([sheet], { files, options: { theirs: ['all'] } });
    expect(theirs.text).toContain('Another one.');
    expect(theirs.text).toContain('passages: [p-aaaaaaa]');
  });
});

describe('renamed columns', () => {
  test('are guessed, taken when somebody says so, and remembered', async () => {
    const { rows } = await exported();
    const renamed = edit(rows, 'i4', { Decision: 'noted', Reason: 'Well.' }).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([title, cell]) => [title === 'Reason' ? 'Unsere Antwort' : title, cell]),
      ),
    );
    const unsure = await imported([renamed]);
    expect(unsure.code).toBe(1);
    expect(unsure.said).toContain('"Unsere Antwort" as reason');
    expect(unsure.text).toBe(RESPONSES);
    const sure = await imported([renamed], { options: { yes: true } });
    expect(sure.text).toContain('Well.');
    const mapping = sure.world.text('mappings/m0-responses.yaml') ?? '';
    expect(mapping).toContain('kind: responses');
    const again = await imported([renamed], { files: { ...FILES, 'mappings/any.yaml': mapping } });
    expect(again.code).toBe(0);
    expect(again.text).toContain('Well.');
  });

  test('a column that somebody added is said to be left out', async () => {
    const { rows } = await exported();
    const { said, text } = await imported([rows.map((row) => ({ ...row, 'My remarks': 'x' }))]);
    expect(said).toContain('The column "My remarks" is not one that answers have');
    expect(text).toBe(RESPONSES);
  });

  test('a matrix is not taken for new comments', async () => {
    const { rows } = await exported();
    const world = memoryWorld({ files: FILES, named: { '/workspace/m.csv': sheetOf(rows) } });
    const { context, said } = memoryContext(world);
    const flags = { round: 'first', group: 'civil-society', method: 'written-input', date: '2022-11', yes: true };
    expect(await ingest({ args: ['m.csv'], options: flags }, context)).toBe(1);
    expect(said()).toContain('a comments matrix that was exported');
    expect(Object.keys(world.files()).filter((path) => path.startsWith('consultations/'))).toHaveLength(2);
  });

  test('a file that is no matrix is refused', async () => {
    const { code, said } = await imported([[{ A: '1', B: '2' }]]);
    expect(code).toBe(1);
    expect(said).toContain('holds no comments matrix');
  });
});
