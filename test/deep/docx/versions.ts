import { composeDraft } from '../../../src/drafts/compose-draft.ts';
import { plainProcess } from '../../../src/drafts/plain-process.ts';
import { readWord } from '../../../src/files/word/read-word.ts';
import { blockLines, viewBlocks, type WordView } from '../../../src/files/word/views.ts';
import type { Document } from '../../../src/model/document.ts';
import { readFrontMatter } from '../../../src/text/front-matter.ts';
import { directionOf } from '../../../src/text/language.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';

/** A text of one file as a numbered draft with contents. */
export function draftOf(source: string): Document {
  const file = 'drafts/10-text.md';
  const { bodyOffset } = readFrontMatter(source, file);
  const { tree, findings } = parseMarkdown(source, { file, bodyOffset, language: 'en' });
  const process = { ...plainProcess('A text', 'en'), style: { numbering: 'un' as const } };
  const sections = [{ file, source, frontMatter: {}, tree, findings }];
  const text = {
    id: 'text',
    title: 'A text',
    process,
    sections,
    resources: [],
    asset: async () => undefined,
    dirty: false,
    findings: [],
  };
  const { root, meta } = composeDraft(text, { direction: directionOf, epoch: 0, generated: false }).document;
  return { root, meta: { ...meta, date: '2022-10-28', style: { ...meta.style, contents: true } } };
}

/** The words of every paragraph of a Word file that has some; descriptions of missing pictures left out. */
export function paragraphsOf(bytes: Uint8Array, view: WordView): string[] {
  const reading = readWord(bytes);
  if ('problem' in reading) throw new Error(reading.problem.message);
  return blockLines(viewBlocks(reading.file.body, reading.file, view))
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '' && !line.startsWith('[Picture: '));
}
