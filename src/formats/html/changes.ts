import type { Element, ElementContent, Properties } from 'hast';
import type { BlockChange } from '../../model/document.ts';
import { formatDate } from '../../model/labels.ts';
import { changeNote } from '../change-note.ts';
import type { AnyNode } from '../tree.ts';
import { hrefTo } from './anchors.ts';
import type { HtmlContext } from './context.ts';
import { type Child, element } from './element.ts';

type Kind = 'inserted' | 'deleted';

/** Who changed something, and when. */
interface Origin {
  readonly author?: string;
  readonly date?: string;
  readonly change?: string;
}

const TAGS: Readonly<Record<Kind, string>> = { inserted: 'ins', deleted: 'del' };

/** How a change of a whole block shows on its content; the other kinds show by their words and the bar. */
const WHOLE: Readonly<Partial<Record<BlockChange['kind'], Kind>>> = {
  inserted: 'inserted',
  deleted: 'deleted',
  'moved-from': 'deleted',
  'moved-to': 'inserted',
};

/**
 * Marks content as inserted or deleted: for the eye by line, for a screen reader by the element, and in words
 * where the document asks for textual marks.
 */
export function marked(kind: Kind, children: readonly Child[], origin: Origin, context: HtmlContext): Element {
  const [open, close] = textMarks(context.words[kind], context);
  return element(TAGS[kind], originProperties(kind, origin, context), [open, ...children, close]);
}

/**
 * Puts the marks of a block's change on its content.
 * @param node the block
 * @param content its content as rendered
 * @returns the content, in `<ins>` or `<del>` where the block came or went as a whole, with the other end of a move
 */
export function withChange(node: AnyNode, content: readonly ElementContent[], context: HtmlContext): ElementContent[] {
  return changedContent(node.data?.change, content, context);
}

/** Puts the marks of a change on content; without a change it stays as it is. */
export function changedContent(
  change: BlockChange | undefined,
  content: readonly ElementContent[],
  context: HtmlContext,
): ElementContent[] {
  if (change === undefined) return [...content];
  const kind = WHOLE[change.kind];
  const note = moveNote(change, context);
  if (kind === undefined) return [...note, ...content];
  const moved = change.kind === 'moved-to' || change.kind === 'moved-from';
  // A moved block says so in its own words; "inserted" and "deleted" would mislead.
  const body = moved
    ? element(TAGS[kind], { ...originProperties(kind, change, context), className: ['moved'] }, content)
    : marked(kind, content, change, context);
  return [...note, body];
}

function moveNote(change: BlockChange, context: HtmlContext): ElementContent[] {
  const note = changeNote(change, context.words);
  if (note === undefined) return [];
  const words = `[${note}]`;
  const target = change.counterpart === undefined ? undefined : context.anchors.target(change.counterpart);
  const shown = target === undefined ? words : element('a', { href: hrefTo(target) }, [words]);
  return [element('span', { className: ['move-note'] }, [shown]), { type: 'text', value: ' ' }];
}

/**
 * Strikes the number of a block that is gone, so that nobody takes it for a number of the text.
 * @param number as rendered
 */
export function oldNumber(change: BlockChange | undefined, number: readonly ElementContent[]): ElementContent[] {
  if (change === undefined || WHOLE[change.kind] !== 'deleted') return [...number];
  const moved = change.kind === 'moved-from';
  return [element('del', moved ? { className: ['moved'] } : {}, number)];
}

function textMarks(word: string, { meta, words }: HtmlContext): [Child, Child] {
  if (!meta.style.textMarks) return [undefined, undefined];
  const mark = (content: string): Element => element('span', { className: ['text-mark'] }, [content]);
  return [mark(`[${word}${words.colon}`), mark(']')];
}

function originProperties(kind: Kind, { author, date, change }: Origin, { meta, words }: HtmlContext): Properties {
  const known = [author, date === undefined ? undefined : formatDate(date, meta.language)].filter(
    (part) => part !== undefined,
  );
  return {
    ...(date !== undefined && /^\d{4}-\d\d-\d\d/u.test(date) && { dateTime: date }),
    ...(change !== undefined && { dataChange: change }),
    ...(known.length > 0 && { title: `${words[kind]}${words.colon}${known.join(', ')}` }),
  };
}
