import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../src/changes/compare-documents.ts';
import { markUp } from '../../src/changes/mark-up/mark-up.ts';
import { composeDraft } from '../../src/drafts/compose-draft.ts';
import { plainProcess } from '../../src/drafts/plain-process.ts';
import { readWord } from '../../src/files/word/read-word.ts';
import { blockLines, viewBlocks, type WordView } from '../../src/files/word/views.ts';
import { writeDocx } from '../../src/formats/docx.ts';
import type { Document } from '../../src/model/document.ts';
import { directionOf } from '../../src/text/language.ts';
import { parseMarkdown } from '../../src/text/markdown.ts';

const REFS = { from: { id: 'zero', title: 'Zero draft' }, to: { id: 'second', title: 'Second draft' } };
/** The same texts in every run, so that a failure is that of a change; another seed tries others. */
const RUNS = {
  numRuns: Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 100),
  seed: Number(process.env.PENHOLDER_PROPERTY_SEED ?? 20260112),
};

const word = fc.constantFrom(
  'child',
  'right',
  'State',
  'shall',
  'may',
  'not',
  'l’enfant',
  "l'enfant",
  '中文',
  'end.',
  '2022-10-28',
);
const span = fc.oneof(
  { weight: 6, arbitrary: word },
  word.map((text) => `**${text} ${text}**`),
  word.map((text) => `[${text} here](https://example.org/${text.length})`),
  word.map((text) => `[${text} text]{.bracket by="A"}`),
  fc.constantFrom('[](#p-aaaaaa1)', '[](#p-aaaaaa2)', '`code one`'),
);
const line = fc.array(span, { minLength: 1, maxLength: 9 }).map((parts) => `So ${parts.join(' ')}`);
const block = fc.oneof(
  { weight: 5, arbitrary: line },
  fc.tuple(fc.constantFrom('##', '###'), line).map(([depth, text]) => `${depth} ${text}`),
  fc.array(line, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc.tuple(line, line).map(([outer, inner]) => `1. ${outer}\n   - ${inner}`),
  fc
    .array(word, { minLength: 4, maxLength: 4 })
    .map(([a, b, c, d]) => `| ${a} | ${b} |\n| --- | --- |\n| ${c} | ${d} |`),
  fc
    .array(word, { minLength: 6, maxLength: 6 })
    .map((w) => `| ${w[0]} | ${w[1]} | ${w[2]} |\n| --- | --- | --- |\n| ${w[3]} | ${w[4]} | ${w[5]} |`),
  fc.tuple(word, line).map(([title, text]) => `:::box{title="On ${title}"}\n${text}\n:::`),
  fc.tuple(word, line).map(([term, text]) => `:::definition{term="${term}"}\n${text}\n:::`),
  fc.tuple(word, line).map(([who, text]) => `:::recommendation{for="${who}" by="2023"}\n${text}\n:::`),
  line.map((text) => `> ${text}`),
  fc.tuple(line, line).map((lines) => `:::alternatives\n${lines.join('\n\n')}\n:::`),
  fc.tuple(line, fc.constantFrom('p-aaaaaa1', 'p-aaaaaa2')).map(([text, id]) => `${text} ^${id}`),
);
const blocks = fc.array(block, { minLength: 1, maxLength: 9 });

/** What an editor does to a block. */
const treatment = fc.oneof(
  { weight: 5, arbitrary: fc.constant('keep' as const) },
  fc.constantFrom('drop' as const, 'last' as const),
  line.map((text) => ({ before: text })),
  word.map((text) => ({ append: text })),
);

function edit(source: readonly string[], treatments: readonly unknown[]): string[] {
  const [later, end]: [string[], string[]] = [[], []];
  source.forEach((text, index) => {
    const how = treatments[index] ?? 'keep';
    if (how === 'drop') return;
    if (how === 'last') end.push(text);
    else if (typeof how === 'object' && how !== null && 'before' in how) later.push(String(how.before), text);
    else if (typeof how === 'object' && how !== null && 'append' in how)
      later.push(text.replace('So ', `So ${String(how.append)} `));
    else later.push(text);
  });
  return [...later, ...end];
}

/** A numbered draft of one file, with contents. */
function draft(source: string): Document {
  const file = 'drafts/10-text.md';
  const { tree, findings } = parseMarkdown(source, { file, language: 'en' });
  const process = { ...plainProcess('A note', 'en'), style: { numbering: 'un' as const } };
  const sections = [{ file, source, frontMatter: {}, tree, findings }];
  const text = {
    id: 'text',
    title: 'A note',
    process,
    sections,
    resources: [],
    asset: async () => undefined,
    dirty: false,
    findings: [],
  };
  const { root, meta } = composeDraft(text, { direction: directionOf, epoch: 0, generated: false }).document;
  return { root, meta: { ...meta, style: { ...meta.style, contents: true } } };
}

/** The words of every paragraph that has some, with the contents at the top. */
function paragraphs(document: Document, view: WordView): string[] {
  const reading = readWord(writeDocx(document, { media: new Map(), report: () => undefined }));
  if ('problem' in reading) throw new Error(reading.problem.message);
  const { body } = reading.file;
  return blockLines(viewBlocks(body, reading.file, view))
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
}

function holds(before: readonly string[], after: readonly string[]): void {
  const [from, to] = [draft(before.join('\n\n')), draft(after.join('\n\n'))];
  const marked = { ...markUp(from, to, compareDocuments(from, to, REFS)), meta: to.meta };
  expect(paragraphs(marked, 'accepted')).toEqual(paragraphs(to, 'accepted'));
  expect(paragraphs(marked, 'original')).toEqual(paragraphs({ ...from, meta: to.meta }, 'accepted'));
}

describe('a marked-up Word file gives the earlier draft when all is rejected, the later one when all is accepted', () => {
  test('for edited texts', () => {
    fc.assert(
      fc.property(blocks, fc.array(treatment, { maxLength: 8 }), (source, treatments) =>
        holds(source, edit(source, treatments)),
      ),
      RUNS,
    );
  });
});
