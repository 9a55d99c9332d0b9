import type { BlockChange } from '../../model/document.ts';
import { fill } from '../../model/labels.ts';
import type { AnyNode } from '../tree.ts';
import type { MarkdownContext } from './context.ts';
import { escapeWords } from './escape.ts';

type Kind = 'inserted' | 'deleted';

const TAGS: Readonly<Record<Kind, string>> = { inserted: 'ins', deleted: 'del' };

const WHOLE: Readonly<Partial<Record<BlockChange['kind'], Kind>>> = {
  inserted: 'inserted',
  deleted: 'deleted',
  'moved-from': 'deleted',
};

/**
 * Marks words as inserted or deleted, with the elements GitHub shows underlined and struck, and in words if asked for.
 * @param words Markdown of a line
 */
export function marked(kind: Kind, words: string, { meta, words: labels }: MarkdownContext): string {
  if (words.trim() === '') return words;
  const tag = TAGS[kind];
  const [open, close] = meta.style.textMarks ? [`\\[${labels[kind]}${labels.colon}`, '\\]'] : ['', ''];
  return `<${tag}>${open}${words}${close}</${tag}>`;
}

/** The context for the content of a block that came or went as a whole. */
export function insideOf(node: AnyNode, context: MarkdownContext): MarkdownContext {
  const change = node.data?.change;
  return change === undefined ? context : { ...context, whole: WHOLE[change.kind] };
}

/**
 * Puts the marks of the change of a block, or of what is around it, on its words.
 * @param words Markdown of a line
 * @param node the block
 */
export function withChange(words: string, node: AnyNode, context: MarkdownContext): string {
  const { whole } = insideOf(node, context);
  return `${moveNote(node, context)}${whole === undefined ? words : marked(whole, words, context)}`;
}

/** Where a moved block comes from or went; empty for all others. */
export function moveNote(node: AnyNode, { words, linked }: MarkdownContext): string {
  const change = node.data?.change;
  if (change?.kind !== 'moved-from' && change?.kind !== 'moved-to') return '';
  const template = change.kind === 'moved-from' ? words.movedTo : words.movedFrom;
  const text = escapeWords(fill(template, { n: change.counterpartLabel ?? '…' }));
  const target = change.counterpart;
  const shown = target !== undefined && linked.has(target) ? `[${text}](#${encodeURIComponent(target)})` : text;
  return `\\[${shown}\\] `;
}
