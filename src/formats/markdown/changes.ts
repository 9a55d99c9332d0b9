import type { BlockChange } from '../../model/document.ts';
import { changeNote } from '../change-note.ts';
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

/**
 * Strikes the number of a block that is gone, so that nobody takes it for a number of the text.
 * @param number Markdown of a number, or of a title that is one
 * @param node the block
 */
export function oldNumber(number: string, node: AnyNode, context: MarkdownContext): string {
  const gone = number !== '' && insideOf(node, context).whole === 'deleted';
  return gone ? `<${TAGS.deleted}>${number}</${TAGS.deleted}>` : number;
}

/** Where the other end of a change is, such as the place a block moved to; empty where there is none. */
export function moveNote(node: AnyNode, { words, linked }: MarkdownContext): string {
  const change = node.data?.change;
  const note = changeNote(change, words);
  if (note === undefined) return '';
  const text = escapeWords(note);
  const target = change?.counterpart;
  const shown = target !== undefined && linked.has(target) ? `[${text}](#${encodeURIComponent(target)})` : text;
  return `\\[${shown}\\] `;
}
