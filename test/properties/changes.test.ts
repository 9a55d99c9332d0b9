import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../src/changes/compare-documents.ts';
import { acceptAll, rejectAll } from '../../src/changes/mark-up/accept-reject.ts';
import { markUp } from '../../src/changes/mark-up/mark-up.ts';
import { read, wordsOf } from '../unit/changes/documents.ts';

const STAGE = { id: 'zero', title: 'Zero draft' };
/** The same texts in every run, so that a failure is that of a change; another seed tries others. */
const RUNS = {
  numRuns: Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 200),
  seed: Number(process.env.PENHOLDER_PROPERTY_SEED ?? 20260112),
};

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
const line = fc.array(span, { minLength: 1, maxLength: 12 }).map((parts) => `So ${parts.join(' ')}`);
const block = fc.oneof(
  { weight: 5, arbitrary: line },
  line.map((text) => `## ${text}`),
  fc.array(line, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc.tuple(line, line).map(([outer, inner]) => `1. ${outer}\n   - ${inner}`),
  fc
    .array(word, { minLength: 4, maxLength: 4 })
    .map(([a, b, c, d]) => `| ${a} | ${b} |\n| --- | --- |\n| ${c} | ${d} |`),
  fc
    .array(word, { minLength: 6, maxLength: 6 })
    .map((w) => `| ${w[0]} | ${w[1]} | ${w[2]} |\n| --- | --- | --- |\n| ${w[3]} | ${w[4]} | ${w[5]} |`),
  fc.tuple(word, line).map(([title, text]) => `:::box{title="On ${title.replaceAll('"', '')}"}\n${text}\n:::`),
  fc.tuple(word, line).map(([term, text]) => `:::definition{term="${term.replaceAll('"', '')}"}\n${text}\n:::`),
  fc
    .tuple(word, line)
    .map(([who, text]) => `:::recommendation{for="${who.replaceAll('"', '')}" by="2023"}\n${text}\n:::`),
  line.map((text) => `> ${text}`),
  fc.tuple(line, line, fc.constantFrom('1', '2', '3')).map(([text, note, n]) => `${text}[^${n}]\n\n[^${n}]: ${note}`),
  line.map((text) => `\`\`\`\n${text}\n\`\`\``),
  fc.constant('---'),
  line.map((text) => `- ${text}\n\n  ${text}`),
  fc.tuple(line, line).map(([one, other]) => `> ${one}\n>\n> - ${other}`),
  fc.tuple(line, line, line).map(([one, two, three]) => `- ${one}\n  - ${two}\n    1. ${three}`),
  fc.tuple(line, line).map((lines) => `:::alternatives\n${lines.join('\n\n')}\n:::`),
  fc.tuple(span, span).map(([a, b]) => `| ${a} | x |\n| :-- | --: |\n| y | ${b} |\n| ${b} | |`),
  fc.tuple(line, word).map(([text, alt]) => `${text}\n\n![${alt}](https://example.org/a.png)`),
  fc.tuple(line, line).map(([one, other]) => `${one}\\\n${other}`),
  fc.tuple(line, fc.constantFrom('p-aaaaaa1', 'p-aaaaaa2')).map(([text, id]) => `${text} ^${id}`),
  fc.tuple(line, line).map(([one, other]) => `:::box{title="So"}\n${one}\n\n- ${other}\n:::`),
  line.map((text) => `<div>${text}</div>`),
);
const blocks = fc.array(block, { maxLength: 10 });

/** How an editor treats a block. */
const treatment = fc.oneof(
  { weight: 5, arbitrary: fc.constant('keep' as const) },
  fc.constantFrom('drop' as const, 'last' as const, 'double' as const),
  line.map((text) => ({ before: text })),
  word.map((text) => ({ append: text })),
);

function edit(source: readonly string[], treatments: readonly unknown[]): string[] {
  const later: string[] = [];
  const end: string[] = [];
  source.forEach((text, index) => {
    const how = treatments[index] ?? 'keep';
    if (how === 'drop') return;
    if (how === 'last') end.push(text);
    else if (how === 'double') later.push(text, text);
    else if (typeof how === 'object' && how !== null && 'before' in how) later.push(String(how.before), text);
    else if (typeof how === 'object' && how !== null && 'append' in how)
      later.push(text.replace('So ', `So ${String(how.append)} `));
    else later.push(text);
  });
  return [...later, ...end];
}

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
