import type { Element, ElementContent, Properties, Text } from 'hast';
import { wellFormed } from '../tree.ts';

/** What may stand among children: an element, text, or nothing. */
export type Child = ElementContent | string | undefined | false;

/**
 * Makes an element.
 * @param tagName its name
 * @param properties in the notation of hast: `className`, `ariaLabel`; undefined ones are left out
 * @param children what it holds; strings become text
 */
export function element(tagName: string, properties: Properties, children: readonly Child[] = []): Element {
  return { type: 'element', tagName, properties, children: contentOf(children) };
}

/** Makes text that can stand in HTML: controls that HTML has no place for and halves of characters are replaced. */
export function text(value: string): Text {
  return { type: 'text', value: wellFormed(value) };
}

/** Turns a list of children into content, without the empty ones. */
export function contentOf(children: readonly Child[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child === undefined || child === false || child === '') return [];
    return [typeof child === 'string' ? text(child) : child];
  });
}

/** Words for screen readers that a page need not show. */
export function unseen(words: string): Element {
  return element('span', { className: ['unseen'] }, [words]);
}
