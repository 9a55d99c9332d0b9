import { isOf, make, part, unseen } from './dom.ts';
import { fill, type Store } from './store.ts';

/** The marks beside passages of the text, in reading order. */
export interface Markers {
  /** Goes to the next or the previous passage that has a mark, from the one in focus or the one on screen. */
  readonly step: (by: 1 | -1) => void;
  /** Shows which passage is chosen, and brings it into sight. */
  readonly select: (id: string, scroll: boolean) => void;
  /** Leaves the marks of passages with which an input that was chosen is answered, and counts those; without any choice all are there. */
  readonly filter: (found: readonly number[]) => void;
}

/** Containers that can hold a mark only before what they hold. */
const BEFORE: ReadonlySet<string> = new Set(['DIV', 'FIGURE', 'UL', 'OL', 'DL', 'BLOCKQUOTE', 'PRE']);

/**
 * Puts a mark on every passage that inputs or changes belong to: a button that shows them. One of them at a time can be
 * reached with the tab key; arrow keys go from one to the next.
 *
 * @param choose called with the id of a passage
 */
export function putMarkers(store: Store, choose: (id: string, from: HTMLElement) => void): Markers {
  const text = part('doc-x-text');
  for (const { id, anchor = id } of store.data.passages) {
    const target = document.getElementById(anchor);
    if (target === null || !text.contains(target)) continue;
    const inputs = store.inputsOf(id).length;
    const changes = store.ownChanges(id).length;
    if (inputs + changes > 0) putMark(target, markOf(id, { inputs, changes, store }));
  }
  const marks = [...text.querySelectorAll<HTMLElement>('.doc-x-mark')];
  marks[0]?.setAttribute('tabindex', '0');
  listen(text, marks, choose);
  const seen = () => marks.filter(({ hidden }) => !hidden);
  return {
    step: (by) => step(seen(), by),
    select: (id, scroll) => select({ id, scroll, text, store }),
    filter: (found) => filterMarks(marks, found, store),
  };
}

function filterMarks(marks: readonly HTMLElement[], found: readonly number[], store: Store): void {
  const { data } = store;
  const isAll = found.length === data.inputs.length;
  const counts = new Map<string, number>();
  for (const place of found)
    for (const id of data.inputs[place]?.passages ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const mark of marks) {
    const id = mark.dataset.passage ?? '';
    const inputs = counts.get(id) ?? 0;
    mark.hidden = !isAll && inputs === 0;
    if (!mark.hidden) describe(mark, { inputs, changes: store.ownChanges(id).length, store });
  }
  const [first] = marks.filter(({ hidden }) => !hidden);
  for (const mark of marks) mark.setAttribute('tabindex', mark === first ? '0' : '-1');
}

interface Counts {
  readonly inputs: number;
  readonly changes: number;
  readonly store: Store;
}

function markOf(id: string, counts: Counts): HTMLElement {
  const mark = make('button', { type: 'button', class: 'doc-x-mark', 'data-passage': id, tabindex: -1 });
  describe(mark, counts);
  return mark;
}

/** Says what belongs to a passage: in signs for the eye, in words for the ear. */
function describe(mark: HTMLElement, { inputs, changes, store }: Counts): void {
  const { words } = store;
  const id = mark.dataset.passage ?? '';
  const said = [fill(words.inputsHere, { n: inputs }), fill(words.changesHere, { n: changes })].join('. ');
  mark.title = said;
  mark.replaceChildren(
    unseen(`${store.passage(id)?.name ?? id}. ${said}`),
    make('span', { 'aria-hidden': 'true' }, [inputs > 0 ? `${inputs}` : '', changes > 0 ? 'Δ' : ''].join('')),
  );
}

function putMark(target: HTMLElement, mark: HTMLElement): void {
  const frame = target.closest('table') === null ? target : (target.querySelector<HTMLElement>('td, th') ?? target);
  if (frame.tagName === 'SECTION') (frame.querySelector('h2, h3, h4, h5, h6') ?? frame).append(mark);
  else if (BEFORE.has(frame.tagName)) frame.before(mark);
  else if (frame.tagName === 'LI') (frame.querySelector(':scope > p') ?? frame).append(mark);
  else frame.append(mark);
}

function listen(
  text: HTMLElement,
  marks: readonly HTMLElement[],
  choose: (id: string, from: HTMLElement) => void,
): void {
  text.addEventListener('click', (event) => {
    const mark = isOf(event.target, '.doc-x-mark') ?? markAt(event.target);
    if (mark !== undefined) choose(mark.dataset.passage ?? '', mark);
  });
  text.addEventListener('keydown', (event) => {
    if (isOf(event.target, '.doc-x-mark') === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    step(
      marks.filter(({ hidden }) => !hidden),
      event.key === 'ArrowDown' ? 1 : -1,
    );
  });
}

/** A click anywhere in a passage chooses it, unless it follows a link or marks words to be copied. */
function markAt(target: EventTarget | null): HTMLElement | undefined {
  if (isOf(target, 'a, button') !== undefined || getSelection()?.isCollapsed === false) return undefined;
  return isOf(target, 'p, li, h2, h3, h4, h5, h6, td, th')?.querySelector<HTMLElement>('.doc-x-mark') ?? undefined;
}

function step(marks: readonly HTMLElement[], by: 1 | -1): void {
  const focused = marks.indexOf(document.activeElement as HTMLElement);
  const next =
    focused >= 0 ? focused + by : marks.findIndex((mark) => mark.getBoundingClientRect().top > 0) - (by < 0 ? 1 : 0);
  const mark = marks[Math.max(0, Math.min(next, marks.length - 1))];
  if (mark === undefined) return;
  for (const other of marks) other.setAttribute('tabindex', other === mark ? '0' : '-1');
  mark.focus();
  mark.scrollIntoView({ block: 'center' });
}

interface Selection {
  readonly id: string;
  readonly scroll: boolean;
  readonly text: HTMLElement;
  readonly store: Store;
}

function select({ id, scroll, text, store }: Selection): void {
  for (const old of text.querySelectorAll('.doc-x-current')) old.classList.remove('doc-x-current');
  const anchor = store.passage(id)?.anchor ?? id;
  const target = id === '' ? null : document.getElementById(anchor);
  if (target === null || !text.contains(target)) return;
  target.classList.add('doc-x-current');
  const mark = text.querySelector(`.doc-x-mark[data-passage="${CSS.escape(id)}"]`);
  for (const other of text.querySelectorAll('.doc-x-mark[aria-current]')) other.removeAttribute('aria-current');
  mark?.setAttribute('aria-current', 'true');
  if (scroll) target.scrollIntoView({ block: 'center' });
}
