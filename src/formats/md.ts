import type { Format } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { labels } from '../model/labels.ts';
import { withLegend } from './legend.ts';
import { renderBlocks } from './markdown/blocks.ts';
import type { MarkdownContext } from './markdown/context.ts';
import { footnoteMarks } from './markdown/footnote-marks.ts';
import { renderInline } from './markdown/inline.ts';
import { titleBlock } from './markdown/title-block.ts';
import { type AnyNode, walk } from './tree.ts';

/** One Markdown file as GitHub shows it, with numbers and references in place. */
export const md: Format = {
  id: 'md',
  extension: 'md',
  mediaType: 'text/markdown',
  about: 'One clean Markdown file, with numbers and references in place.',
  render: async (document) => new TextEncoder().encode(toMarkdown(document)),
};

/** Writes a Document as Markdown. */
export function toMarkdown(document: Document): string {
  const whole = withLegend(document);
  const context = contextOf(whole);
  const parts = [titleBlock(context), writeBlocks(whole, context)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Writes the blocks of a Document alone, as a text that has its title in itself. */
export function textToMarkdown(document: Document): string {
  return `${writeBlocks(document, { ...contextOf(document), below: 0 })}\n`;
}

function writeBlocks({ root }: Document, context: MarkdownContext): string {
  return renderBlocks((root as AnyNode).children ?? [], context);
}

function contextOf({ root, meta }: Document): MarkdownContext {
  const tree = root as AnyNode;
  return {
    meta,
    words: labels(meta.language),
    linked: linkedIds(tree),
    footnotes: footnoteMarks(tree),
    inLink: false,
    inTable: false,
    blocks: renderBlocks,
    inline: renderInline,
  };
}

/** Ids that cross-references and moves lead to, as far as the document has them. */
function linkedIds(tree: AnyNode): ReadonlySet<string> {
  const ids = new Set<string>();
  const wanted = new Set<string>();
  walk(tree, (node) => {
    const { id, change } = node.data ?? {};
    if (id !== undefined) ids.add(id);
    if (node.type === 'crossReference') wanted.add((node as AnyNode & { target: string }).target);
    if (change?.counterpart !== undefined) wanted.add(change.counterpart);
  });
  return new Set([...wanted].filter((id) => ids.has(id)));
}
