/** Word files to reviewers and back through LibreOffice: every comment and every change is told at its passage. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sentTexts } from '../../src/commands/sent-passages.ts';
import { composeStage } from '../../src/commands/stages.ts';
import { readWord } from '../../src/files/word/read-word.ts';
import { docx } from '../../src/formats/docx.ts';
import { memoryWorld } from '../../src/io/memory-world.ts';
import type { SentParagraph, SentText } from '../../src/model/contracts.ts';
import { type Process, processSchema } from '../../src/model/process.ts';
import { readConsultationNote } from '../../src/sources/consultation-note/read-consultation-note.ts';
import { returnedUnits } from '../../src/sources/word/units.ts';
import { wordReview } from '../../src/sources/word-review.ts';
import { stampIds } from '../../src/text/ids.ts';
import { parseMarkdown } from '../../src/text/markdown.ts';
import { type Act, DETOURS, type Detour, type Doing, openOffice } from './office/reviewer.ts';
import { withoutIds } from './office/with-comments.ts';

const office = openOffice();
const data = process.env.PENHOLDER_TEST_DATA ?? '';
const EXAMPLE = new URL('../../drafts/child-rights/', import.meta.url).pathname;

interface Text {
  readonly bytes: Uint8Array;
  readonly sent: readonly SentText[];
  readonly paragraphs: readonly SentParagraph[];
  readonly process: Process;
}

/** The zero draft of the worked example: the first version of each of its files. */
function exampleFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const step of readdirSync(EXAMPLE).sort()) {
    const folder = join(EXAMPLE, step, 'drafts');
    for (const name of namesIn(folder)) files[`drafts/${name}`] ??= readFileSync(join(folder, name), 'utf8');
  }
  return files;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.md'));
  } catch {
    return [];
  }
}

function nistFiles(): Record<string, string> {
  const source = readFileSync(join(data, 'policy', 'nist-sp800-63a', 'v3-2016-07-08-iteration-2.md'), 'utf8');
  let next = 0;
  const newId = (): string => {
    next += 1;
    return next.toString(36).padStart(6, '0');
  };
  return {
    'drafts/text.md': stampIds(source, parseMarkdown(source, { file: 'drafts/text.md' }).tree, { newId }).source,
  };
}

const PROCESS = `penholder: 1
title: A text
language: en
stages: [{ id: zero, title: Zero draft }]
rounds: [{ id: second }]
groups: [{ id: experts, title: Experts }]
`;

async function textOf(files: Record<string, string>): Promise<Text> {
  const world = memoryWorld({ files: { 'penholder.yaml': PROCESS, ...files } });
  const parsed = processSchema.parse({
    ...{ penholder: 1, title: 'A text', language: 'en' },
    stages: [{ id: 'zero', title: 'Zero draft' }],
    rounds: [{ id: 'second' }],
    groups: [{ id: 'experts', title: 'Experts' }],
  });
  const { document } = await composeStage(world, parsed, 'working');
  const none = {
    picture: async () => undefined,
    shipped: async () => new Uint8Array(),
    shippedIn: async () => [],
    settings: {},
    report: () => undefined,
  };
  const bytes = await docx.render(document, none as never);
  const sent = sentTexts(world, parsed);
  const paragraphs = (await sent.at(-1)?.asWord?.())?.paragraphs ?? [];
  return { bytes, sent, paragraphs, process: parsed };
}

const ACTS: readonly (Act | 'comment')[] = [
  'comment',
  'append',
  'silent-append',
  'cut',
  'behind',
  'comment',
  'replace',
  'silent-cut',
  'drop',
  'silent-behind',
  'comment',
  'silent-split',
  'silent-drop',
];

/** What is done to cells, to items of lists and to plain paragraphs of a small text. */
const CELL_ACTS: readonly (Act | 'comment')[] = [
  'append',
  'comment',
  'silent-append',
  'replace',
  'silent-row',
  'silent-cut',
];
const BLOCK_ACTS: readonly (Act | 'comment')[] = [
  'split',
  'silent-join',
  'append',
  'comment',
  'join',
  'silent-split',
  'drop',
  'silent-append',
  'behind',
];

/** A text of items and cells: each second one is edited, so that its neighbours stay as they were sent. */
function smallFiles(): Record<string, string> {
  const places = ['the mill', 'the quarry', 'the harbour', 'the orchard', 'the library', 'the chapel', 'the market'];
  const deeds = [
    'opens its doors to',
    'sends letters about',
    'keeps a list of',
    'asks the council for',
    'shares its costs of',
  ];
  const say = (one: number, two: number): string =>
    `Every year ${places[one % 7]} ${deeds[two % 5]} number ${one * 5 + two}, and tells ${places[(one + two + 1) % 7]} of it. Nobody pays for that.`;
  const block = (prefix: string, from: number) =>
    Array.from({ length: 18 }, (_, at) => `${prefix}${say(from + at, at)} ^p-${from}x${at}z`).join(
      prefix === '' ? '\n\n' : '\n',
    );
  const cell = (row: number, column: number) =>
    `${places[(row + column) % 7]} of column ${column} in row ${row} is kept as agreed`;
  const rows = Array.from({ length: 14 }, (_, at) => `| ${cell(at, 1)} | ${cell(at, 2)} | ${cell(at, 3)} |`);
  const table = ['| First thing | Second thing | Third thing |', '|---|---|---|', ...rows].join('\n');
  return {
    'drafts/text.md': `---\nid: text\ntitle: A small text\n---\n# A small text {#p-title}\n\n${block('', 1)}\n\n${block('- ', 30)}\n\n${table}\n\n^p-table1\n\nThe last paragraph stays as it is. ^p-last1\n`,
  };
}

/** By turns: to each fourth paragraph that stands once, since joins reach into the next one; in tables to one cell of each second row. */
function smallTasks({ paragraphs }: Text): readonly Task[] {
  const own = paragraphs.filter(({ words, passage }) => passage !== undefined && words.length > 20);
  const blocks = own
    .filter(({ cell, words }) => !cell && words.startsWith('Every year'))
    .filter((_, at) => at % 4 === 1);
  const cells = own.filter(({ cell }) => cell).filter((_, at) => at % 6 === 3);
  const task =
    (acts: readonly (Act | 'comment')[]) =>
    ({ words, passage }: SentParagraph, at: number): Task => {
      const act = acts[at % acts.length] ?? 'comment';
      return {
        act,
        paragraph: words,
        passage: passage?.id ?? '',
        words: said(act, at + (acts === CELL_ACTS ? 100 : 0)),
      };
    };
  return [...blocks.map(task(BLOCK_ACTS)), ...cells.map(task(CELL_ACTS))];
}

interface Task extends Omit<Doing, 'act'> {
  readonly act: Act | 'comment';
  /** Passage that the remark has to stand at. */
  readonly passage: string;
}

/** Something is done to every third paragraph that stands once only, by turns. */
function tasksFor({ paragraphs, bytes }: Text): readonly Task[] {
  const reading = readWord(bytes);
  const shown = 'file' in reading ? returnedUnits(reading.file, () => true).chunks.flatMap(({ units }) => units) : [];
  const times = new Map<string, number>();
  for (const { words } of shown) times.set(words, (times.get(words) ?? 0) + 1);
  const fit = paragraphs.filter(
    ({ words, passage, cell }) =>
      passage !== undefined && !cell && words.length > 60 && !words.includes('[') && times.get(words) === 1,
  );
  return fit
    .filter((_, at) => at % 3 === 1)
    .map(({ words, passage }, at) => {
      const act = ACTS[at % ACTS.length] ?? 'comment';
      return { act, paragraph: words, passage: passage?.id ?? '', words: said(act, at) };
    });
}

function said(act: Act | 'comment', at: number): string {
  if (act === 'comment') return `Is point ${at} right?`;
  return act.endsWith('behind') ? `A paragraph of its own, the ${at}th, about something else.` : ` Added ${at}.`;
}

/** Whether an input is what came of a task. */
function isOf(
  { act, paragraph, words }: Task,
  { text, proposal }: { readonly text: string; readonly proposal?: { readonly from: string; readonly to: string } },
): boolean {
  if (act === 'comment') return text.includes(words);
  if (proposal === undefined) return false;
  if (act.endsWith('behind')) return proposal.to.includes(words.trim());
  if (act.endsWith('append')) return proposal.from === paragraph && proposal.to.endsWith(words.trim());
  if (act.endsWith('row')) return proposal.to.includes(words.trim());
  if (act.endsWith('join')) return proposal.from.startsWith(`${paragraph}\n`) && !proposal.to.includes('\n');
  if (act.endsWith('drop')) return proposal.from === paragraph && proposal.to === '';
  return proposal.from === paragraph && proposal.to !== paragraph && proposal.to !== '';
}

interface Figures {
  tasks: number;
  right: number;
  unsure: number;
  wrong: number;
  missing: number;
  /** Inputs that nobody made. */
  invented: number;
}

async function roundTrip(
  text: Text,
  detour: Detour,
  keepsIds: boolean,
  tasks: readonly Task[] = tasksFor(text),
): Promise<Figures & { readonly notes: readonly string[] }> {
  const [comments, doings] = [
    tasks.filter(({ act }) => act === 'comment'),
    tasks.filter(({ act }) => act !== 'comment'),
  ];
  const back = office?.review(text.bytes, doings as readonly Doing[], comments, detour);
  const returned = keepsIds ? back?.bytes : withoutIds(back?.bytes ?? new Uint8Array());
  const defaults = {
    round: 'second',
    group: 'experts',
    date: '2023-05-04',
    distribution: 'public',
    quote: 'verbatim',
    attribution: 'group',
  };
  const context = { name: 'back.docx', process: text.process, sent: text.sent, defaults };
  let markdown = '';
  for await (const one of wordReview.read(returned ?? new Uint8Array(), context))
    if (one.type === 'note') markdown = one.markdown;
  const inputs = [...(readConsultationNote(markdown, 'consultations/second/back.md', text.process).note?.inputs ?? [])];
  const figures = { tasks: 0, right: 0, unsure: 0, wrong: 0, missing: 0, invented: 0 };
  const notes: string[] = [];
  const skipped = new Set(back?.missing ?? []);
  for (const task of tasks.filter(({ paragraph }) => !skipped.has(paragraph))) {
    figures.tasks += 1;
    const at = inputs.findIndex((input) => isOf(task, input));
    const [input] = at === -1 ? [] : inputs.splice(at, 1);
    const result =
      input === undefined
        ? 'missing'
        : input.passages === undefined
          ? 'unsure'
          : input.passages.includes(task.passage)
            ? 'right'
            : 'wrong';
    figures[result] += 1;
    if (result !== 'right')
      notes.push(
        `${result}: ${task.act} ${task.passage} ${input?.passages ?? input?.guesses ?? ''} ${task.paragraph.slice(0, 60)}`,
      );
  }
  figures.invented = inputs.length;
  for (const { text: words, proposal } of inputs)
    notes.push(`invented: ${words.slice(0, 30)} | ${proposal?.from.slice(0, 90)} | ${proposal?.to.slice(0, 90)}`);
  return { ...figures, notes };
}

const TEXTS = [
  ['the worked example', true, exampleFiles],
  ['a long standard', data !== '', nistFiles],
] as const;

const SMALL: readonly (readonly [Detour, boolean])[] = [
  ['docx', true],
  ['docx', false],
  ['odt', false],
  ['rtf', true],
];

describe.skipIf(office === undefined)('through LibreOffice (skipped where LibreOffice Writer is not installed)', () => {
  afterAll(() => office?.close());

  for (const [name, there, files] of TEXTS) {
    for (const detour of DETOURS) {
      for (const keepsIds of [true, false]) {
        test.skipIf(!there)(`${name}, saved as ${detour}, ids ${keepsIds ? 'kept' : 'lost'}`, async () => {
          const { notes, ...figures } = await roundTrip(await textOf(files()), detour, keepsIds);
          const told = `${JSON.stringify(figures)}\n${notes.slice(0, 40).join('\n')}`;
          expect(figures.tasks, told).toBeGreaterThan(25);
          expect(figures.invented, told).toBe(0);
          expect(figures.wrong, told).toBe(0);
          expect(figures.right / figures.tasks, told).toBeGreaterThanOrEqual(0.99);
        });
      }
    }
  }

  for (const [detour, keepsIds] of SMALL) {
    test(`items of lists and cells of tables, saved as ${detour}, ids ${keepsIds ? 'kept' : 'lost'}`, async () => {
      const text = await textOf(smallFiles());
      // LibreOffice tells a joined paragraph in RTF as one that is taken out: nobody could tell them apart.
      const tasks = smallTasks(text).filter(({ act }) => detour !== 'rtf' || act !== 'join');
      const { notes, ...figures } = await roundTrip(text, detour, keepsIds, tasks);
      const told = `${JSON.stringify(figures)}\n${notes.join('\n')}`;
      expect(figures.tasks, told).toBeGreaterThan(12);
      expect(figures.invented, told).toBe(0);
      expect(figures.wrong, told).toBe(0);
      expect(figures.missing + figures.unsure, told).toBe(0);
    });
  }
});
