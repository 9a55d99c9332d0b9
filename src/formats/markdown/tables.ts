import type { TableCell, TableRow } from 'mdast';
import { numberedName } from '../numbered-name.ts';
import { anchor } from './anchor.ts';
import { insideOf, moveNote, oldNumber, withChange } from './changes.ts';
import type { MarkdownContext, NodeOf } from './context.ts';
import { escapeWords } from './escape.ts';

const RULES = { left: ':---', right: '---:', center: ':---:', none: '---' } as const;

/** Writes a table, under its caption. */
export function table(node: NodeOf<'table'>, context: MarkdownContext): string {
  const inner = { ...insideOf(node, context), inTable: true };
  const columns = Math.max(...node.children.map((row) => row.children.length), 0);
  const [head, ...body] = node.children;
  if (head === undefined || columns === 0) return '';
  const rules = Array.from({ length: columns }, (_, column) => RULES[node.align?.[column] ?? 'none']);
  const lines = [row(head, columns, inner), line(rules), ...body.map((each) => row(each, columns, inner))];
  return [caption(node, context), lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

function caption(node: NodeOf<'table'>, context: MarkdownContext): string {
  const { label, caption: words } = node.data ?? {};
  const number = label === undefined ? undefined : numberedName(context.words.table, label);
  const text = [number, words].filter((part) => part !== undefined && part.trim() !== '').join('. ');
  const shown = text === '' ? '' : oldNumber(`**${escapeWords(text.trim())}**`, node, context);
  return `${anchor(node, context)}${moveNote(node, context)}${shown}`.trim();
}

function row(node: TableRow, columns: number, context: MarkdownContext): string {
  const inner = insideOf(node, context);
  const place = `${anchor(node, context)}${moveNote(node, context)}`;
  const cells = node.children.map((each, at) => `${at === 0 ? place : ''}${cell(each, inner)}`);
  const empty = Array.from({ length: columns - cells.length }, () => '');
  return line([...cells, ...empty]);
}

function cell(node: TableCell, context: MarkdownContext): string {
  const words = withChange(context.inline(node.children, context), node, context);
  return `${anchor(node, context)}${words}`.replace(/\\?\n/gu, ' ').trim();
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
