import type { Root } from 'mdast';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import { readPassages } from '../../../src/changes/passages.ts';
import type { ChangeLog } from '../../../src/model/change-log.ts';
import type { Document, Section } from '../../../src/model/document.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';

const META: Document['meta'] = {
  title: 'A guidance note',
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

/** A Document of the blocks of some trees, one section each. */
export function documentOf(trees: readonly Root[], language = 'en'): Document {
  const sections = trees.map(
    (tree, index): Section => ({
      type: 'section',
      part: 'body',
      file: `drafts/${index + 1}.md`,
      numbered: true,
      children: tree.children as Section['children'],
    }),
  );
  return { root: { type: 'root', children: sections }, meta: { ...META, language } };
}

/** A Document of some Markdown, one section a text. */
export function read(markdown: string | readonly string[], language = 'en'): Document {
  const texts = typeof markdown === 'string' ? [markdown] : markdown;
  return documentOf(
    texts.map((text, index) => parseMarkdown(text, { file: `drafts/${index + 1}.md` }).tree),
    language,
  );
}

/** The changes between two Markdown texts. */
export function compare(from: string | readonly string[], to: string | readonly string[], language = 'en'): ChangeLog {
  return compareDocuments(read(from, language), read(to, language), {
    from: { id: 'zero', title: 'Zero draft' },
    to: { id: 'second', title: 'Second draft' },
  });
}

/** All changes as `kind(from>to)[flags]`, places counted from 0; those that are unchanged left out. */
export function kinds(log: ChangeLog): string[] {
  return log.changes
    .filter(({ kind }) => kind !== 'unchanged')
    .map(({ kind, from, to }) => {
      const orders = [from, to].map((refs) => refs.map(({ order }) => order).join('+')).join('>');
      return `${kind}(${orders})`;
    });
}

/** Words of a change with its marks: `[-gone-]` and `{+new+}`. */
export function marked(change: ChangeLog['changes'][number] | undefined): string {
  const signs = { kept: ['', ''], inserted: ['{+', '+}'], deleted: ['[-', '-]'] } as const;
  return (change?.words ?? []).map(({ kind, text }) => signs[kind][0] + text + signs[kind][1]).join('');
}

/** What each passage of a document is compared by: its words, free of typography. */
export function wordsOf(document: Document): string[] {
  return readPassages(document).passages.map(({ tokens }) => tokens.map(({ key }) => key).join(' '));
}
