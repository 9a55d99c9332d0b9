import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../src/changes/compare-documents.ts';
import { acceptAll, rejectAll } from '../../src/changes/mark-up/accept-reject.ts';
import { markUp } from '../../src/changes/mark-up/mark-up.ts';
import { read, wordsOf } from '../unit/changes/documents.ts';
import { blocksOf, edit, lines, runs, treatments } from './random-texts.ts';

const STAGE = { id: 'zero', title: 'Zero draft' };
const RUNS = runs(200);

const word = fc.constantFrom(
  'child',
  'right',
  'State',
  'shall',
  'may',
  'not',
  'of',
  'the',
  '12',
  '(a)',
  'l’enfant',
  '中文',
  'حق',
  'x_y',
  'end.',
  '2022-10-28',
  'p.',
  '"so"',
);
const span = fc.oneof(
  { weight: 6, arbitrary: word },
  word.map((text) => `**${text} ${text}**`),
  word.map((text) => `*${text}*`),
  word.map((text) => `[${text} here](https://example.org/${text.length})`),
  word.map((text) => `[${text} text]{.bracket by="A"}`),
  word.map((text) => `[${text} words]{.agreed source="crc"}`),
  fc.constant('`code one`'),
  fc.constant('[@crc, art. 12]'),
);
const line = lines({ word, span }, 12);
const block = fc.oneof(
  ...blocksOf(word, line),
  line.map((text) => `## ${text}`),
  fc.tuple(line, line, fc.constantFrom('1', '2', '3')).map(([text, note, n]) => `${text}[^${n}]\n\n[^${n}]: ${note}`),
  line.map((text) => `\`\`\`\n${text}\n\`\`\``),
  fc.constant('---'),
  line.map((text) => `- ${text}\n\n  ${text}`),
  fc.tuple(line, line).map(([one, other]) => `> ${one}\n>\n> - ${other}`),
  fc.tuple(line, line, line).map(([one, two, three]) => `- ${one}\n  - ${two}\n    1. ${three}`),
  fc.tuple(span, span).map(([a, b]) => `| ${a} | x |\n| :-- | --: |\n| y | ${b} |\n| ${b} | |`),
  fc.tuple(line, word).map(([text, alt]) => `${text}\n\n![${alt}](https://example.org/a.png)`),
  fc.tuple(line, line).map(([one, other]) => `${one}\\\n${other}`),
  fc.tuple(line, line).map(([one, other]) => `:::box{title="So"}\n${one}\n\n- ${other}\n:::`),
  line.map((text) => `<div>${text}</div>`),
);
const blocks = fc.array(block, { maxLength: 10 });

const treatment = treatments(word, line, ['drop', 'last', 'double']);

function holds(before: readonly string[], after: readonly string[]): void {
  const [earlier, later] = [read(before.join('\n\n')), read(after.join('\n\n'))];
  const log = compareDocuments(earlier, later, { from: STAGE, to: STAGE });
  const marked = markUp(earlier, later, log);
  expect(wordsOf(acceptAll(marked))).toEqual(wordsOf(later));
  expect(wordsOf(rejectAll(marked))).toEqual(wordsOf(earlier));
  const orders = (side: 'from' | 'to') =>
    log.changes.flatMap((change) => change[side].map(({ order }) => order)).sort((a, b) => a - b);
  expect(orders('from')).toEqual(wordsOf(earlier).map((_, index) => index));
  expect(orders('to')).toEqual(wordsOf(later).map((_, index) => index));
}

describe('a marked-up version holds both stages, and the log every passage once', () => {
  test('for unrelated texts', () => {
    fc.assert(fc.property(blocks, blocks, holds), RUNS);
  });

  test('for a paragraph that becomes the text of a recommendation which was there before', () => {
    const held = ':::recommendation{for="l’enfant" by="2023"}\nSo [child text]{.bracket by="A"}\n:::';
    const paragraph = 'So [child here](https://example.org/5)[^1]\n\n[^1]: So child';
    holds([paragraph, held], [':::recommendation{for="l’enfant" by="2023"}\nSo [@crc, art. 12]\n:::']);
  });

  test('for sentences of which little was kept, beside a full stop that was kept', () => {
    const before = '> So 2022-10-28 *end.* 2022-10-28 `code one` child';
    const link = '[child here](https://example.org/5) **child child** p.';
    const agreed = '[child words]{.agreed source="crc"}';
    const after = `So **child child** [2022-10-28 text]{.bracket by="A"} end. ${link} ${agreed} [@crc, art. 12] child ${agreed}`;
    holds([before], [after]);
  });

  test('for tables of unlike width that become one', () => {
    const [narrow, wide] = ['| --- | --- |', '| --- | --- | --- |'];
    const before = [
      `| x_y | child |\n${narrow}\n| child | child |`,
      `| child | child |\n${narrow}\n| child | child |`,
      `| child | child | child |\n${wide}\n| child | child | child |`,
    ];
    holds(before, [`| x_y | child | child |\n${wide}\n| child | child | child |`]);
  });

  test('for edited texts', () => {
    fc.assert(
      fc.property(blocks, fc.array(treatment, { maxLength: 8 }), (source, treatments) =>
        holds(source, edit(source, treatments)),
      ),
      RUNS,
    );
  });
});
