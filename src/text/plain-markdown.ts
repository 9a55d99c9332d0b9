import { type MarkdownOptions, type MarkdownReading, maskMarkdown, readTree } from './markdown/read-tree.ts';
import { parsePlainSegments } from './segments/parse-segments.ts';

/**
 * Reads Markdown of which every block can be read without a parser, just as `parseMarkdown` does; neither a parser nor
 * what reads HTML need be loaded for it.
 *
 * @param source The whole file, front matter included.
 * @param options File, and where its body begins.
 * @returns Undefined where a parser has to look.
 */
export function parsePlainMarkdown(source: string, options: MarkdownOptions): MarkdownReading | undefined {
  const text = maskMarkdown(source, options);
  const tree = text.scan.literalBlocks.length > 0 ? undefined : parsePlainSegments(text.scan.safe);
  return tree === undefined ? undefined : readTree(text, tree, undefined);
}
