/** Reviewed copies for tests, and what is in them once they are merged. */
import { readWord } from '../../../../src/files/word/read-word.ts';
import { blockLines, viewBlocks, type WordView } from '../../../../src/files/word/views.ts';
import type { WordFile } from '../../../../src/files/word/word-types.ts';
import { mergeReviews } from '../../../../src/files/word-edit/merge-reviews.ts';
import { readZip } from '../../../../src/files/zip-read.ts';
import { para, type WordParts, wordBytes } from '../word/word-files.ts';

/** A run with words, in looks of its own. */
export const run = (text: string, looks = '') =>
  `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** Words that somebody puts in. */
export const ins = (text: string, author = 'Ada') => `<w:ins w:id="1" w:author="${author}">${run(text)}</w:ins>`;

/** Words that somebody takes out. */
export const del = (text: string, author = 'Ada') =>
  `<w:del w:id="2" w:author="${author}"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;

/** A cell. */
export const cell = (inner: string, properties = '') =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${inner}</w:tc>`;

/** A row. */
export const row = (cells: readonly string[], properties = '') =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;

/** A table. */
export const table = (...rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

/** Cells with words. */
export const words = (...texts: readonly string[]) => texts.map((text) => cell(para(text)));

/** What is in a file. */
export function read(bytes: Uint8Array): WordFile {
  const reading = readWord(bytes);
  if ('problem' in reading) throw new Error(reading.problem.message);
  return reading.file;
}

/** The text, line by line. */
export function lines(bytes: Uint8Array, view: WordView): string[] {
  const file = read(bytes);
  return blockLines(viewBlocks(file.body, file, view));
}

/** The words of each note. */
export function notes(bytes: Uint8Array, view: WordView): string[] {
  const file = read(bytes);
  return file.notes.map(({ blocks }) =>
    blockLines(viewBlocks(blocks, file, view))
      .join('\n')
      .trim(),
  );
}

/** What is tracked, and by whom. */
export function kinds(bytes: Uint8Array): string[] {
  return read(bytes).revisions.map(({ kind, target, author }) => `${kind} ${target} ${author}`);
}

/** Copies merged into what was sent, with the part that holds the text. */
export function merge(base: WordParts, copies: Readonly<Record<string, WordParts>>) {
  const all = Object.entries(copies).map(([name, parts]) => {
    const bytes = wordBytes(parts);
    return { name, bytes, file: read(bytes) };
  });
  const result = mergeReviews(wordBytes(base), all);
  if ('problem' in result) throw new Error(result.problem.message);
  const zip = readZip(result.bytes);
  const xml = 'archive' in zip ? new TextDecoder().decode(zip.archive.read('word/document.xml')) : '';
  return { ...result, xml };
}
