import type { ListItem } from 'mdast';
import { type AnyNode, wordsOf } from '../tree.ts';
import { anchor } from './anchor.ts';
import { insideOf, moveNote, oldNumber } from './changes.ts';
import type { MarkdownContext, NodeOf } from './context.ts';
import { escapeLineStarts, escapeWords } from './escape.ts';

/**
 * Writes a list. Items with a mark of their own, such as `(a)`, carry it as words behind a bullet.
 * @param bullets `other` right behind another list
 */
export function list(node: NodeOf<'list'>, context: MarkdownContext, bullets: 'usual' | 'other' = 'usual'): string {
  const start = node.start ?? 1;
  const plain = node.children.every((item, index) => isPlainNumber(item, start + index));
  const numbers = node.ordered === true && plain;
  const items = node.children.filter(isShown).map((item, index) => {
    const other = bullets === 'other';
    const marker = numbers ? `${start + index}${other ? ')' : '.'}` : other ? '*' : '-';
    return listItem(item, marker, numbers, insideOf(node, context));
  });
  // A loose list has a blank line between items, as has one whose items hold several blocks.
  const loose = node.spread === true || node.children.some((item) => item.spread === true);
  return `${moveNote(node, context)}${moveNote(node, context) === '' ? '' : '\n\n'}${items.join(loose ? '\n\n' : '\n')}`;
}

/** There is no margin that a bar could stand in. */
function isShown({ data }: ListItem): boolean {
  return data?.role !== 'change-bar';
}

/** Whether Markdown's own numbering shows what the item's label says. */
function isPlainNumber({ data }: ListItem, number: number): boolean {
  return data?.label === undefined || data.label === `${number}.`;
}

function listItem(item: ListItem, marker: string, numbers: boolean, context: MarkdownContext): string {
  const inner = insideOf(item, context);
  const label = numbers || item.data?.label === undefined ? '' : escapeWords(item.data.label);
  const task = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
  const own: AnyNode = { type: 'listItem', data: item.data };
  const lead = `${anchorOf(item, context)}${moveNote(own, context)}${oldNumber(label, own, context)}`;
  const content = itemContent(item, task, lead, inner);
  const indent = ' '.repeat(marker.length + 1);
  return `${marker} ${content.replace(/\n(?!\n|$)/gu, `\n${indent}`)}`.trimEnd();
}

/** An item and its first paragraph may both carry the id of the passage. */
function anchorOf(item: ListItem, context: MarkdownContext): string {
  return item.children[0]?.data?.id === item.data?.id ? '' : anchor(item as AnyNode, context);
}

/** The item's mark stands in front of its first words; where it begins with something else, on a line of its own. */
function itemContent(item: ListItem, task: string, lead: string, context: MarkdownContext): string {
  const [first, ...rest] = item.children;
  const between = item.spread === true ? '\n\n' : '\n';
  if (first?.type !== 'paragraph') {
    const own = `${task}${escapeLineStarts(lead)}`.trim();
    const all = context.blocks(item.children, context);
    return [own, all].filter((part) => part !== '').join('\n\n');
  }
  const words = context.blocks([first], context);
  const space = lead === '' || lead.endsWith('</a>') ? '' : ' ';
  const head = `${task}${escapeLineStarts(lead)}${space}${words}`;
  // An item can't begin with blank lines.
  if (head.trim() === '') return context.blocks(rest, context);
  if (rest.length === 0) return head;
  // Only a list may follow words without a blank line and still be itself.
  const gap = rest[0]?.type === 'list' && !interrupts(rest[0]) ? '\n\n' : rest[0]?.type === 'list' ? between : '\n\n';
  return `${head}${gap}${context.blocks(rest, context)}`;
}

/** A list cuts into a paragraph only where it begins with words, and a numbered one only where it begins with 1. */
function interrupts(node: NodeOf<'list'>): boolean {
  const first = node.children[0]?.children[0];
  const words = first?.type === 'paragraph' && wordsOf(first).trim() !== '';
  return words && (node.ordered !== true || (node.start ?? 1) === 1);
}
