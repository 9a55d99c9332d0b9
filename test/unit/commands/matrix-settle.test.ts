import { beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../../src/commands/matrix.ts';
import { readCsv } from '../../../src/files/csv.ts';
import { writeCsv } from '../../../src/files/csv-write.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/io/memory-world.ts';
import { EMPTY_PLAN } from '../../../src/model/plan.ts';
import { MATRIX_NOTE, MATRIX_PROCESS } from './matrix-workspace.ts';
import { memoryContext } from './memory-context.ts';

/** What a person answers, one after another; who has nothing more to say closes the terminal. */
const { answers, asked, meanwhile } = vi.hoisted(() => ({
  meanwhile: [] as (() => Promise<unknown>)[],
  answers: [] as string[],
  asked: [] as { message: string; choices: { value: string; name: string }[] }[],
}));

vi.mock('inquirer', () => ({
  default: {
    prompt: async (questions: readonly { name: string; message: string; choices: [] }[]) =>
      Object.fromEntries(
        questions.map((question) => {
          asked.push(question);
          void meanwhile.shift()?.();
          const answer = answers.shift();
          if (answer === undefined) throw Object.assign(new Error('closed'), { name: 'ExitPromptError' });
          return [question.name, answer];
        }),
      ),
  },
}));

beforeEach(() => {
  answers.length = 0;
  asked.length = 0;
});

const PATH = 'consultations/first/coalition.responses.yaml';
const entry = (input: string, reason: string) =>
  `- { input: ${input}, decision: noted, reason: "${reason}", by: drafting-team, date: 2022-10-12 }\n`;
const FILES: Readonly<Record<string, string>> = {
  'penholder.yaml': MATRIX_PROCESS,
  'consultations/first/coalition.md': `${MATRIX_NOTE}
- The text should name budgets. #gap ^i1
- Deadlines are missing. #comment ^i2
- Nothing on data. #gap ^i3
`,
  [PATH]: entry('i1', 'Budgets are set elsewhere.') + entry('i2', 'Deadlines come later.'),
};

type Cells = Record<string, string>;

async function exported(): Promise<readonly Cells[]> {
  const world = memoryWorld({ files: FILES, today: '2022-11-01' });
  await run({ args: ['export'], options: { to: ['csv'], out: 'build/m.csv' } }, memoryContext(world).context);
  const rows: (readonly string[])[] = [];
  const bytes = world.files()['/workspace/build/m.csv'] ?? new Uint8Array();
  for await (const { cells } of readCsv(bytes)) rows.push(cells);
  const [head = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(head.map((title, index) => [title, cells[index] ?? ''])));
}

/** The sheet as it was exported, with other reasons by the id of their input. */
async function sheet(reasons: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const rows = (await exported()).map((row) => {
    const reason = reasons[row.Input?.split('#')[1] ?? ''];
    return reason === undefined ? row : { ...row, Decision: 'noted', Reason: reason };
  });
  const head = Object.keys(rows[0] ?? {});
  return writeCsv([head, ...rows.map((row: Cells) => head.map((title) => row[title] ?? ''))]);
}

const LATER = { ...FILES, [PATH]: entry('i1', 'Budgets: see chapter 4.') + entry('i2', 'Deadlines: see chapter 5.') };

/** A workspace with sheets beside it; both answers were changed after the export unless said. */
function workspace(sheets: readonly Uint8Array[], later: typeof FILES = LATER): MemoryWorld {
  const named = Object.fromEntries(sheets.map((bytes, index) => [`/workspace/m${index}.csv`, bytes]));
  return memoryWorld({ files: later, named, today: '2022-11-01' });
}

async function importAt(world: MemoryWorld, options: Record<string, unknown> = {}, files = ['m0.csv']) {
  const called = memoryContext(world);
  const terminal = { ...called.context.terminal, interactive: true };
  const code = await run({ args: ['import', ...files], options }, { ...called.context, terminal });
  return { code, said: called.said(), text: world.text(PATH) ?? '' };
}

const BOTH = { i1: 'Budgets are named in paragraph 3.', i2: 'Deadlines are named.', i3: 'Data follow.' };

test('shows both answers beside the input, and takes the one that is chosen, conflict by conflict', async () => {
  const world = workspace([await sheet(BOTH)]);
  answers.push('here', 'there');
  const { code, said, text } = await importAt(world);
  expect(code).toBe(0);
  expect(said).toContain('first/coalition#i1  1 of 2\n  The text should name budgets.');
  expect(said).toContain('m0.csv, row 2: Budgets are named in paragraph 3.');
  expect(said).toContain('in the workspace: Budgets: see chapter 4.');
  expect(asked.map(({ choices }) => choices.map(({ value }) => value))).toEqual([
    ['there', 'here', 'skip', 'quit'],
    ['there', 'here', 'skip', 'quit'],
  ]);
  expect(text).toContain('Budgets are named in paragraph 3.');
  expect(text).toContain('Deadlines: see chapter 5.');
  expect(text).toContain('Data follow.');
  expect(said).toContain('2 conflicts settled');
});

test('what was chosen is saved and not asked again; what was left open is', async () => {
  const world = workspace([await sheet(BOTH)]);
  answers.push('there', 'quit');
  const first = await importAt(world);
  expect(first.code).toBe(1);
  expect(first.said).toContain('1 conflict open');
  expect(first.text).toContain('Budgets: see chapter 4.');
  expect(world.text('.penholder/matrix-declined.json')).not.toContain('Budgets');
  asked.length = 0;
  answers.push('here');
  const second = await importAt(world);
  expect(second.code).toBe(0);
  expect(asked).toHaveLength(1);
  expect(second.said).toContain('1 not taken, as was chosen before');
  expect(second.text).toContain('Deadlines are named.');
  const theirs = await importAt(world, { theirs: ['first/coalition#i1'] });
  expect(theirs.text).toContain('Budgets are named in paragraph 3.');
});

test('a sheet with another answer than the one that was not taken is asked about', async () => {
  const world = workspace([await sheet({ i1: BOTH.i1 }), await sheet({ i1: 'Budgets are in the annex.' })]);
  answers.push('there');
  expect((await importAt(world)).code).toBe(0);
  answers.push('here');
  const { code, text } = await importAt(world, {}, ['m1.csv']);
  expect(code).toBe(0);
  expect(text).toContain('Budgets are in the annex.');
});

test('who breaks off loses nothing that was chosen', async () => {
  const world = workspace([await sheet(BOTH)]);
  answers.push('here');
  const { code, text } = await importAt(world);
  expect(code).toBe(130);
  expect(text).toContain('Budgets are named in paragraph 3.');
  expect(text).toContain('Deadlines: see chapter 5.');
});

test('of two sheets that differ one is chosen, and then it or the workspace', async () => {
  const world = workspace([await sheet({ i1: 'One.' }), await sheet({ i1: 'Two, in paragraph 2.' })]);
  answers.push('here', 'here');
  const both = ['m0.csv', 'm1.csv'];
  const { code, text, said } = await importAt(world, {}, both);
  expect(said).toContain('m0.csv, row 2: One.');
  expect([code, text.includes('Two, in paragraph 2.')]).toEqual([0, true]);
  asked.length = 0;
  expect((await importAt(world, {}, both)).code).toBe(0);
  expect(asked).toEqual([]);
});

test('an answer that somebody changes while the question stands is not overwritten', async () => {
  const world = workspace([await sheet({ i1: BOTH.i1 })]);
  const bytes = new TextEncoder().encode(entry('i1', 'Changed by a colleague.'));
  meanwhile.push(() => world.apply({ ...EMPTY_PLAN, writes: [{ path: PATH, bytes, mode: 'replace' }] }));
  answers.push('here');
  const { code, said, text } = await importAt(world);
  expect(code).toBe(1);
  expect(said).toContain('responses/changed-meanwhile');
  expect(text).toContain('Changed by a colleague.');
});

test('of a choice that could not be written neither answer counts as not taken', async () => {
  const reasons = { i1: 'One.', i2: 'First.' };
  const world = workspace([await sheet(reasons), await sheet({ i1: 'Two.', i2: 'Second.' })], FILES);
  const bytes = new TextEncoder().encode(entry('i1', 'By a colleague.') + entry('i2', 'Deadlines come later.'));
  meanwhile.push(() => world.apply({ ...EMPTY_PLAN, writes: [{ path: PATH, bytes, mode: 'replace' }] }));
  answers.push('there', 'there');
  const { code, text } = await importAt(world, {}, ['m0.csv', 'm1.csv']);
  expect([code, text.includes('By a colleague.'), text.includes('First.')]).toEqual([1, true, true]);
  const declined: unknown = JSON.parse(world.text('.penholder/matrix-declined.json') ?? '{}');
  expect(Object.keys(declined as object)).toEqual(['first/coalition#i2']);
});
