/** Texts to measure the comparison of texts on, and the programs that compare them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordSource } from './words.js';
import { penholder, ROOT } from './workspaces.js';

/**
 * @typedef {{ from: string, to: string }} Texts
 * @typedef {{ folder: string, from: string, to: string }} Files
 */

/**
 * Writes two texts to a folder that is no workspace.
 *
 * @param {string} folder
 * @param {Texts} texts
 * @returns {Files}
 */
export function writeTexts(folder, { from, to }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'from.md'), from);
  writeFileSync(join(folder, 'to.md'), to);
  return { folder, from: 'from.md', to: 'to.md' };
}

/**
 * The program under measure: two Markdown files to JSON.
 *
 * @param {Files} files
 */
export function ownChanges({ folder, from, to }) {
  return penholder(folder, ['changes', from, to, '--to', 'json']);
}

/**
 * Parses both files and nothing else.
 *
 * @param {Files} files
 */
export function bareParse({ folder, from, to }) {
  return { command: process.execPath, args: [join(ROOT, 'test', 'bench', 'bare-remark.js'), from, to], cwd: folder };
}

/**
 * A made-up text and the same after a mixture of edits.
 *
 * @param {{ ownText: Function, makePair: Function, SCENARIOS: readonly { name: string }[] }} evaluation
 * @param {number} paragraphs
 * @returns {Texts}
 */
export function editedTexts({ ownText, makePair, SCENARIOS }, paragraphs) {
  const mixture = SCENARIOS.find(({ name }) => name === 'mixture');
  const pair = makePair(mixture, ownText(paragraphs, 7), { seed: 7, limit: paragraphs });
  const whole = (files) => files.map(({ text }) => text).join('\n');
  return { from: whole(pair.from), to: whole(pair.to) };
}

/**
 * A made-up text of headings and paragraphs of 32 words, and the same with other words here and there in each of them.
 *
 * @param {number} paragraphs
 * @param {number} share Share of the words that are replaced.
 * @returns {Texts}
 */
export function rewordedTexts(paragraphs, share) {
  const [words, other] = [wordSource(11), wordSource(12)];
  const from = Array.from({ length: paragraphs }, (_, index) =>
    index % 20 === 0 ? `## ${words.title()}` : words.sentences(2),
  );
  const reworded = (word) => (/^[a-z-]+$/u.test(word) && other.next() < share ? other.phrase().split(' ')[1] : word);
  const to = from.map((paragraph) => paragraph.split(' ').map(reworded).join(' '));
  return { from: `${from.join('\n\n')}\n`, to: `${to.join('\n\n')}\n` };
}

const PARAGRAPHS = 2000;
const MEGABYTE = 1_000_000;

function text(seed, paragraphs) {
  const words = wordSource(seed);
  return `${Array.from({ length: paragraphs }, () => words.sentences(2)).join('\n\n')}\n`;
}

function hugeParagraph(seed, every) {
  const words = wordSource(seed);
  const other = wordSource(seed + 1);
  const sentences = [];
  for (let size = 0, count = 0; size < MEGABYTE; count += 1) {
    const sentence = words.sentence();
    sentences.push(count % every === every - 1 ? other.sentence() : sentence);
    size += sentence.length + 1;
  }
  return `${sentences.join(' ')}\n`;
}

function boilerplate(seed, shift) {
  const words = wordSource(seed);
  const standing = words.sentences(3);
  const parts = Array.from(
    { length: 1000 },
    (_, index) => `## ${words.title()} ${index}\n\n${standing}\n\n${words.sentences(1)}`,
  );
  return `${[...parts.slice(shift), ...parts.slice(0, shift)].join('\n\n')}\n`;
}

function tables(seed, changed) {
  const words = wordSource(seed);
  const other = wordSource(seed + 1);
  const row = (index) =>
    `| ${index} | ${words.phrase()} | ${index % 10 === changed ? other.phrase() : words.phrase()} |`;
  const table = (number) => [
    '| No. | What | Who |',
    '| --- | --- | --- |',
    ...Array.from({ length: 50 }, (_, index) => row(number * 50 + index)),
  ];
  return `${Array.from({ length: 40 }, (_, number) => table(number).join('\n')).join('\n\n')}\n`;
}

/** Texts that a comparison could drown in. @type {Record<string, () => Texts>} */
export const WORST_CASES = {
  'two unrelated texts': () => ({ from: text(1, PARAGRAPHS), to: text(2, PARAGRAPHS) }),
  'the same text': () => ({ from: text(1, PARAGRAPHS), to: text(1, PARAGRAPHS) }),
  'one paragraph of 1 MB, a tenth changed': () => ({ from: hugeParagraph(1, 1e9), to: hugeParagraph(1, 10) }),
  'one paragraph of 1 MB, another of 1 MB': () => ({ from: hugeParagraph(1, 1e9), to: hugeParagraph(2, 1e9) }),
  '5,000 identical paragraphs, 4,990 of them': () => {
    const paragraph = wordSource(1).sentences(2);
    const times = (count) => `${Array.from({ length: count }, () => paragraph).join('\n\n')}\n`;
    return { from: times(5000), to: times(4990) };
  },
  'boilerplate under a thousand headings, half of it moved': () => ({
    from: boilerplate(1, 0),
    to: boilerplate(1, 400),
  }),
  'empty, then a text': () => ({ from: '', to: text(1, PARAGRAPHS) }),
  'a text, then empty': () => ({ from: text(1, PARAGRAPHS), to: '' }),
  'both empty': () => ({ from: '', to: '' }),
  'only tables': () => ({ from: tables(1, -1), to: tables(1, 3) }),
};
