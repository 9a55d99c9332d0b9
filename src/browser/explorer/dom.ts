/** Attributes of an element to be made; `class` and `data-…` as they stand in HTML. A value that is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

/** What an element can hold: text is always text, never markup. */
export type Content = Node | string | undefined;

/** Makes an element. */
export function make(name: string, attributes: Attributes = {}, ...content: readonly Content[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...content.filter((part) => part !== undefined));
  return element;
}

/** Words for screen readers that the page need not show. */
export function unseen(words: string): HTMLElement {
  return make('span', { class: 'unseen' }, words);
}

/** A part of the page that is there from the beginning. */
export function part<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no part "${id}".`);
  return found as Type;
}

/** The nearest element around the target of an event that fits. */
export function isOf(target: EventTarget | null, selector: string): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>(selector) ?? undefined) : undefined;
}
