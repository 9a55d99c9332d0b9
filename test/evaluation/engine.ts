import { compareDocuments } from '../../src/changes/compare-documents.ts';
import type { ChangeLog } from '../../src/model/change-log.ts';
import type { Document, Section } from '../../src/model/document.ts';
import { parseMarkdown } from '../../src/text/markdown.ts';
import type { TextFile } from './types.ts';

const META: Document['meta'] = {
  title: 'A text',
  kind: 'Draft',
  language: 'en',
  direction: 'ltr',
  authors: [],
  distribution: 'public',
  notForCitation: false,
  style: { paper: 'a4', cover: false, contents: false, lineNumbers: false, textMarks: true, fonts: [] },
  attachments: [],
  epoch: 0,
};

/** Markdown files as one document, a section each. */
export function documentOf(files: readonly TextFile[], language = 'en'): Document {
  const children = files.map(
    ({ file, text }): Section => ({
      type: 'section',
      part: 'body',
      file,
      numbered: true,
      children: parseMarkdown(text, { file }).tree.children as Section['children'],
    }),
  );
  return { root: { type: 'root', children }, meta: { ...META, language } };
}

/** The change log of two texts. */
export function logOf(from: readonly TextFile[], to: readonly TextFile[], language = 'en'): ChangeLog {
  const stages = { from: { id: 'a', title: 'Earlier' }, to: { id: 'b', title: 'Later' } };
  return compareDocuments(documentOf(from, language), documentOf(to, language), stages);
}
