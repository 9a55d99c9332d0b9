import { convertHtml, convertInlineHtml } from './html/convert.ts';
import { openMarkdown } from './html/open-markdown.ts';
import type { HtmlReader } from './markdown/context.ts';
import { parseTree } from './markdown/processor.ts';
import { type MarkdownOptions, type MarkdownReading, maskMarkdown, readTree } from './markdown/read-tree.ts';

export type { MarkdownOptions, MarkdownReading } from './markdown/read-tree.ts';

const HTML: HtmlReader = {
  blocks: (context, nodes) => {
    const opened = nodes.flatMap((node) => (node.type === 'html' ? openMarkdown(context, node) : [node]));
    return convertHtml(context, opened);
  },
  inline: convertInlineHtml,
};

/**
 * Reads Markdown into a tree of mdast and the nodes of the model.
 *
 * Citations and cross-references are found but not resolved. Blocks that would take too long to parse are kept as
 * their literal text. Nothing is thrown and nothing is left out without a finding.
 *
 * @param source The whole file, front matter included.
 * @param options File, and where its body begins.
 */
export function parseMarkdown(source: string, options: MarkdownOptions): MarkdownReading {
  const text = maskMarkdown(source, options);
  return readTree(text, parseTree(text.scan.safe), HTML);
}
