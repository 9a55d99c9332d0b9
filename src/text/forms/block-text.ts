/** Blocks of a questionnaire as the plain text of a cell, and back. */
import type { BlockContent, ListItem, Paragraph } from 'mdast';
import { plainText } from '../plain-text.ts';

/**
 * Blocks as lines of plain text.
 *
 * @param blocks Blocks of a hint or a facilitator's note.
 */
export function blocksToText(blocks: readonly BlockContent[]): string {
  return blocks.flatMap(blockLines).join('\n');
}

function blockLines(block: BlockContent): readonly string[] {
  if (block.type !== 'list') return [plainText(block).trim()].filter((line) => line !== '');
  return block.children.map((item, index) => {
    const mark = block.ordered ? `${(block.start ?? 1) + index}.` : '-';
    return `${mark} ${itemText(item)}`;
  });
}

function itemText(item: ListItem): string {
  return blocksToText(item.children as BlockContent[]).replaceAll('\n', ' ');
}

/**
 * Lines of text as paragraphs.
 *
 * @param text Text of a cell.
 */
export function textToBlocks(text: string): readonly Paragraph[] {
  return text
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', children: [{ type: 'text', value: line }] }));
}

/** Text with every row of white space as one space: what a heading can hold of it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
