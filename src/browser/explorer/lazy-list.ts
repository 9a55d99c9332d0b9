import { isOf, make } from './dom.ts';

/** A list that makes its items as they come into sight. */
export interface LazyList {
  /** Shows another list. */
  readonly show: (count: number, item: (place: number) => HTMLElement) => void;
  /** Puts the focus on an item; one further down is made first. */
  readonly focus: (place: number) => void;
}

/** So many items are made at once. */
const CHUNK = 50;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/**
 * Makes a list of any length quick: its items are made as they come into sight, and the arrow keys go from one to the
 * next. Each item holds one button or link, of which one at a time can be reached with the tab key.
 *
 * @param list the list element
 * @param more the button below it
 */
export function lazyList(list: HTMLElement, more: HTMLElement): LazyList {
  let [count, made] = [0, 0];
  let item: (place: number) => HTMLElement = () => make('span');
  const control = (place: number) => list.children[place]?.querySelector<HTMLElement>('[data-item]') ?? undefined;

  function append(): void {
    const end = Math.min(made + CHUNK, count);
    const added = document.createDocumentFragment();
    for (; made < end; made += 1) {
      // A list that is made bit by bit has to say how long it is.
      const line = make('li', { 'aria-posinset': made + 1, 'aria-setsize': count }, item(made));
      line.querySelector('[data-item]')?.setAttribute('tabindex', made === 0 ? '0' : '-1');
      added.append(line);
    }
    list.append(added);
    more.hidden = made >= count;
  }

  function focus(place: number): void {
    const wanted = Math.max(0, Math.min(place, count - 1));
    while (made <= wanted && made < count) append();
    for (const other of list.querySelectorAll('[data-item][tabindex="0"]')) other.setAttribute('tabindex', '-1');
    const target = control(wanted);
    target?.setAttribute('tabindex', '0');
    target?.focus();
  }

  list.addEventListener('keydown', (event) => {
    const line = isOf(event.target, 'li');
    if (line === undefined || line.parentElement !== list || event.altKey || event.ctrlKey || event.metaKey) return;
    const place = Number(line.getAttribute('aria-posinset')) - 1;
    const step = STEPS[event.key];
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? made - 1 : step === undefined ? undefined : place + step;
    if (next === undefined) return;
    event.preventDefault();
    focus(next);
  });
  list.addEventListener('focusin', (event) => {
    const target = isOf(event.target, '[data-item]');
    if (target === undefined || target.getAttribute('tabindex') === '0') return;
    for (const other of list.querySelectorAll('[data-item][tabindex="0"]')) other.setAttribute('tabindex', '-1');
    target.setAttribute('tabindex', '0');
  });
  more.addEventListener('click', () => focus(made));
  new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) append();
  }).observe(more);

  return {
    focus,
    show: (length, make) => {
      [count, made, item] = [length, 0, make];
      list.replaceChildren();
      append();
    },
  };
}
