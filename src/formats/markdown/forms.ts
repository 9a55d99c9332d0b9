/** Fields of a form, to be filled in by hand in a text file or on paper. */
import type { MarkdownContext, NodeOf } from './context.ts';
import { escapeLineStarts, escapeWords } from './escape.ts';

const LINE = '\u2026'.repeat(24);
const USUAL_LINES = 3;
/** Written lines are many in a file where paper has room for them. */
const MOST_LINES = 6;

/** What is asked together stands together. */
export function fieldGroup(node: NodeOf<'fieldGroup'>, context: MarkdownContext): string {
  return context.blocks(node.children, context);
}

/** Squares to tick, or dotted lines to write on, below what is asked. */
export function formField(node: NodeOf<'formField'>, context: MarkdownContext): string {
  const required = node.required === true ? ` (${escapeWords(context.words.required)})` : '';
  const label = escapeLineStarts(`${context.inline(node.children, context)}${required}`);
  const head = node.named === true ? required.trim() : label;
  if (node.kind === 'matrix') return joined([head, matrix(node)]);
  if (node.data?.role === 'kinds') return inOneLine(node);
  const choices = (node.choices ?? []).map((choice) => `- [ ] ${escapeWords(choice.label)}`).join('\n');
  if (choices !== '') return joined([head, choices]);
  if (node.kind === 'check') return `- [ ] ${label}`;
  const lines = node.lines ?? (node.kind === 'paragraph' ? USUAL_LINES : 1);
  return joined([head, ...Array.from({ length: Math.min(lines, MOST_LINES) }, () => LINE)]);
}

/** Squares that are ticked beside what is written, in one line. */
function inOneLine({ choices = [] }: NodeOf<'formField'>): string {
  return choices.map(({ label }) => `☐ ${escapeWords(label)}`).join(' · ');
}

function matrix({ choices = [], rows = [] }: NodeOf<'formField'>): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...choices.map(({ label }) => escapeWords(label))]),
    line(['---', ...choices.map(() => ':---:')]),
    ...rows.map(({ label }) => line([escapeWords(label), ...choices.map(() => '☐')])),
  ].join('\n');
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
