import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Letter, pageLetters } from '../../../src/files/pdf/page-letters.ts';
import { PdfFile } from '../../../src/files/pdf/pdf-file.ts';
import { readPdfMarks } from '../../../src/files/pdf/read-annotations.ts';
import { pdf } from '../../../src/formats/pdf.ts';
import type { Ingested, SentPassage } from '../../../src/model/contracts.ts';
import { processSchema } from '../../../src/model/process.ts';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import { pdfAnnotations } from '../../../src/sources/pdf-annotations.ts';
import { cpuSeconds } from '../cpu-time.ts';
import { testAssets } from '../formats/pdf/shipped.ts';
import { documentOf, p, section } from '../formats/sample-document.ts';

const PROCESS = processSchema.parse({
  penholder: 1,
  title: 'T',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero draft' }],
  rounds: [{ id: 'second' }],
  groups: [{ id: 'experts', title: 'Experts' }],
});
const SENT: readonly SentPassage[] = [
  {
    id: 'p-1',
    text: 'States should consult children before they decide on laws, budgets and programmes that concern them, and should say what became of what they were told by children of every age.',
  },
  { id: 'p-2', text: 'Schools teach what the Convention says about being heard, and take the time that it needs.' },
  { id: 'p-3', text: 'Nobody is left out because of where they live.' },
  { id: 'p-4', text: 'Schools take the time that it needs. Nobody is left out because of where they live, or how.' },
];
const DEFAULTS = {
  ...{ round: 'second', group: 'experts', date: '2023-03-01' },
  ...{ distribution: 'public', quote: 'verbatim', attribution: 'group' },
};

/** An annotation, by the words it lies on. */
interface Drawn {
  readonly subtype: string;
  readonly on: string;
  readonly contents?: string;
  /** Place of the annotation that it answers or is grouped with. */
  readonly answers?: number;
  readonly more?: Readonly<Record<string, string>>;
}

/** Enough to fill a page. */
const LINES = Array.from(
  { length: 24 },
  (_, at) => `In case ${at + 1} all words of a line stand beside one another, 20 per cent of them under large letters.`,
);

let plain: Uint8Array;
let marked: Uint8Array;

beforeAll(async () => {
  const textOf = (texts: readonly string[]) =>
    section(
      'Scope',
      undefined,
      texts.map((text) => p([text])),
    );
  const document = documentOf([textOf(SENT.map(({ text }) => text))]);
  plain = await pdf.render(document, testAssets({}, {}));
  const style = { ...document.meta.style, watermark: 'NOT AGREED' };
  marked = await pdf.render(documentOf([textOf(LINES)], { style }), testAssets({}, {}));
}, 60_000);

/** Where words stand on the page that has them, line by line, as QuadPoints. */
function quadsOf(words: string, bytes: Uint8Array): { readonly page: number; readonly quads: number[] } {
  const file = new PdfFile(bytes);
  for (const [page, one] of file.pages().entries()) {
    const letters = pageLetters(one, file).filter(({ size }) => size < 30);
    const at = letters
      .map((letter) => letter.words)
      .join('')
      .indexOf(words);
    if (at === -1) continue;
    const starts: number[] = [];
    letters.reduce((sum, letter, index) => {
      starts[index] = sum;
      return sum + letter.words.length;
    }, 0);
    const under = letters.filter((_, index) => (starts[index] ?? 0) >= at && (starts[index] ?? 0) < at + words.length);
    const lines = new Map<number, Letter[]>();
    for (const letter of under) {
      const line = Math.round(letter.y);
      lines.set(line, [...(lines.get(line) ?? []), letter]);
    }
    const quads = [...lines.values()].flatMap((line) => {
      const [left, right] = [Math.min(...line.map(({ left: x }) => x)), Math.max(...line.map(({ right: x }) => x))];
      const y = line[0]?.y ?? 0;
      return [left, y + 6, right, y + 6, left, y - 6, right, y - 6];
    });
    return { page, quads };
  }
  throw new Error(`no page has "${words}"`);
}

async function annotated(marks: readonly Drawn[], bytes = plain): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  const refs = marks.map(() => context.nextRef());
  marks.forEach(({ subtype, on, contents, answers, more = {} }, at) => {
    const { page, quads } = quadsOf(on, bytes);
    const dict = context.obj({
      Type: 'Annot',
      Subtype: subtype,
      Rect: [quads[0] ?? 0, (quads[1] ?? 0) - 8, (quads[0] ?? 0) + 16, quads[1] ?? 0],
    });
    if (!['Text', 'Caret'].includes(subtype)) dict.set(PDFName.of('QuadPoints'), context.obj(quads));
    if (contents !== undefined) dict.set(PDFName.of('Contents'), PDFHexString.fromText(contents));
    dict.set(PDFName.of('T'), PDFString.of('Jane Doe'));
    dict.set(PDFName.of('M'), PDFString.of('D:20230214120000Z'));
    const target = answers === undefined ? undefined : refs[answers];
    if (target !== undefined) dict.set(PDFName.of('IRT'), target);
    for (const [key, value] of Object.entries(more))
      dict.set(PDFName.of(key), key === 'RT' ? PDFName.of(value) : PDFString.of(value));
    const ref = refs[at];
    if (ref === undefined) return;
    context.assign(ref, dict);
    document.getPage(page).node.addAnnot(ref);
  });
  return document.save();
}

async function ingest(bytes: Uint8Array) {
  const out: Ingested[] = [];
  const context = {
    name: 'reviewed.pdf',
    process: PROCESS,
    defaults: DEFAULTS,
    sent: [{ stage: 'zero', passages: () => Promise.resolve(SENT) }],
  };
  for await (const one of pdfAnnotations.read(bytes, context)) out.push(one);
  const note = out.find((one) => one.type === 'note');
  const findings = out.flatMap((one) =>
    one.type === 'finding' ? [one.finding] : one.type === 'note' ? one.findings : [],
  );
  return { note, findings, markdown: note?.markdown ?? '' };
}

const inputsOf = async (marks: readonly Drawn[]) => {
  const { markdown } = await ingest(await annotated(marks));
  return readConsultationNote(markdown, 'consultations/second/r.md', PROCESS).note?.inputs ?? [];
};

describe('a PDF on which a reviewer wrote', () => {
  it('becomes inputs on the passages that its marks lie on, with the words under them', async () => {
    const inputs = await inputsOf([
      { subtype: 'Highlight', on: 'laws, budgets and programmes', contents: 'Why not “plans”?' },
      { subtype: 'Underline', on: 'about being heard', contents: 'Which article?' },
    ]);
    expect(inputs.map(({ passages }) => passages)).toEqual([['p-1'], ['p-2']]);
    expect(inputs[0]?.text).toContain('On “laws, budgets and programmes”: Why not “plans”?');
    expect(inputs[1]?.text).toContain('On page');
  });

  it('tells words that stand twice apart by those around them, and guesses where a note is pinned', async () => {
    const inputs = await inputsOf([
      { subtype: 'Highlight', on: 'live, or how', contents: 'Say how.' },
      { subtype: 'Highlight', on: 'Nobody is left out because of where they live.', contents: 'Good.' },
      { subtype: 'Highlight', on: 'the time that it needs. N', contents: 'How long?' },
      { subtype: 'Text', on: 'Schools teach', contents: 'A note.' },
    ]);
    expect(inputs.map(({ passages = [], guesses = [] }) => [...passages, ...guesses.map((id) => `? ${id}`)])).toEqual([
      ['p-4'],
      ['p-3'],
      ['p-4'],
      ['? p-2'],
    ]);
  });

  it('reads the words that marks lie on without those of a watermark across them', async () => {
    const marks = LINES.map((on, at) => ({ subtype: 'Highlight', on, contents: `Say ${at}.` }));
    const reading = readPdfMarks(await annotated(marks, marked));
    expect('marks' in reading && reading.marks.map(({ quoted }) => quoted)).toEqual(LINES);
  });

  it('proposes wording by striking out, and by putting words in the place of others', async () => {
    const inputs = await inputsOf([
      { subtype: 'StrikeOut', on: ' because of where they live.' },
      { subtype: 'Caret', on: 'consult children', contents: 'ask boys and girls' },
      { subtype: 'StrikeOut', on: 'consult children', answers: 1, more: { RT: 'Group' } },
    ]);
    expect(inputs.map(({ passages, proposal }) => [passages, proposal?.to.slice(0, 40)])).toEqual([
      [['p-3'], 'Nobody is left out'],
      [['p-1'], 'States should ask boys and girls before '],
    ]);
  });

  it('keeps replies and what was decided with what they answer', async () => {
    const marks = readPdfMarks(
      await annotated([
        { subtype: 'Highlight', on: 'about being heard', contents: 'Which article?' },
        { subtype: 'Text', on: 'about being heard', contents: 'Article 12.', answers: 0 },
        { subtype: 'Text', on: 'about being heard', answers: 1, more: { StateModel: 'Review', State: 'Completed' } },
      ]),
    );
    expect(marks).toMatchObject({
      marks: [
        {
          text: 'Which article?',
          replies: ['Article 12.'],
          state: 'Completed',
          author: 'Jane Doe',
          date: '2023-02-14',
        },
      ],
    });
  });

  it('ends where replies answer each other in a circle', async () => {
    const bytes = await annotated([
      { subtype: 'Text', on: 'about being heard', contents: 'A', answers: 1 },
      { subtype: 'Text', on: 'about being heard', contents: 'B', answers: 0 },
    ]);
    expect(readPdfMarks(bytes)).toMatchObject({ marks: [{ text: 'A' }, { text: 'B' }] });
  });

  it('names no reviewer in the note', async () => {
    const { markdown, note } = await ingest(await annotated([{ subtype: 'Text', on: 'Nobody', contents: 'Yes.' }]));
    expect(markdown).not.toContain('Jane');
    expect(note?.type === 'note' && note.keptOut).toContain('Jane Doe');
  });

  it('is told of where it says nothing, or is none', async () => {
    expect((await ingest(plain)).findings.map(({ check }) => check)).toEqual(['ingest/nothing-said']);
    const { findings } = await ingest(new TextEncoder().encode('<html>'));
    expect(findings[0]?.message).toContain('The file is not a PDF');
  });
});

describe('a hostile PDF', () => {
  const hostile: readonly (readonly [string, () => string])[] = [
    ['arrays in arrays', () => `%PDF-1.7\n1 0 obj ${'['.repeat(1_000_000)}`],
    ['strings in strings', () => `%PDF-1.7\n1 0 obj ${'('.repeat(5_000_000)}`],
    ['a million objects', () => `%PDF-1.7\n${'1 0 obj<<>>stream\n'.repeat(1_000_000)}`],
    [
      'a million numbered objects',
      () => `%PDF-1.7\n${Array.from({ length: 1_000_000 }, (_, at) => `${at} 0 obj 1 endobj\n`).join('')}`,
    ],
    [
      'pages in a circle',
      () =>
        '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>\n2 0 obj<</Kids[2 0 R 1 0 R 2 0 R]>>\ntrailer<</Root 1 0 R>>',
    ],
    ['references in a circle', () => '%PDF-1.7\n1 0 obj 2 0 R\n2 0 obj 1 0 R\ntrailer<</Root 1 0 R>>'],
    [
      'names of the language itself',
      () => '%PDF-1.7\n1 0 obj<</__proto__ 1/constructor 2/Type/Catalog/Pages 1 0 R/Annots[1 0 R]/Subtype/__proto__>>',
    ],
    ['a password', () => '%PDF-1.7\n1 0 obj<</Type/Catalog>>\ntrailer<</Encrypt 3 0 R/Root 1 0 R>>'],
    ['comments alone', () => `%PDF-1.7\n1 0 obj ${'%\n'.repeat(3_000_000)}`],
    ['five million values', () => `%PDF-1.7\n1 0 obj [${'1 '.repeat(8_000_000)}]`],
  ];

  it.each(hostile)('of %s is read or refused in time', (_, make) => {
    const bytes = new TextEncoder().encode(make());
    const seconds = cpuSeconds(() => {
      const reading = readPdfMarks(bytes);
      if ('problem' in reading) expect(reading.problem.hint).toMatch(/sent it/u);
    });
    expect(seconds).toBeLessThan(10);
  });

  it('that unpacks to much more than it is, is refused', () => {
    const packed = deflateSync(Buffer.alloc(120 * 1024 * 1024)).toString('latin1');
    const object = (number: number) =>
      `${number} 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream endobj\n`;
    const bytes = Buffer.from(`%PDF-1.7\n${object(1)}${object(2)}`, 'latin1');
    expect(readPdfMarks(bytes)).toMatchObject({ problem: { code: 'too-large' } });
  });

  it('cut off or damaged anywhere is read or refused', async () => {
    const bytes = await annotated([{ subtype: 'Highlight', on: 'about being heard', contents: 'Which?' }]);
    for (let at = 0; at < 40; at += 1) {
      const part = bytes.slice(0, Math.floor((bytes.length * at) / 40));
      expect(() => readPdfMarks(part)).not.toThrow();
      const broken = bytes.slice();
      for (let flip = 0; flip < 20; flip += 1)
        broken[(at * 7919 + flip * 104_729) % bytes.length] = (at * 31 + flip * 17) % 256;
      expect(() => readPdfMarks(broken)).not.toThrow();
    }
  });
});
