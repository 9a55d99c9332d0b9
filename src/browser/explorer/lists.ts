import { make, part } from './dom.ts';
import { inputFilter } from './filter.ts';
import { lazyList } from './lazy-list.ts';
import { changeBadges, goTo, inputItem, reasonsOf, runsOf } from './pieces.ts';
import type { State } from './state.ts';
import { fill, type PlacedChange, type Store } from './store.ts';

/** The list at the side: inputs, or changes without a reason. */
export interface SideList {
  /** Shows what was chosen, and how many that are. */
  readonly show: (state: State) => void;
  /** Shows which item is chosen. */
  readonly select: (key: string) => void;
  /** Places of the inputs that fit. */
  readonly shown: () => readonly number[];
}

/** What the list holds at the moment. */
interface Shown {
  readonly count: number;
  readonly item: (place: number) => HTMLElement;
  readonly counted: string;
  readonly none: string;
}

/** Brings the list at the side to life. */
export function sideList(store: Store): SideList {
  const body = part('doc-x-list');
  const lazy = lazyList(body, part('doc-x-more'));
  const find = inputFilter(store.data.inputs);
  const open = unexplained(store);
  let found: readonly number[] = [];
  let selected = '';
  const marked = (item: HTMLElement): HTMLElement => {
    const control = item.matches('[data-item]') ? item : item.querySelector('[data-item]');
    if (control?.getAttribute('data-item') === selected) control.setAttribute('aria-current', 'true');
    return item;
  };
  return {
    shown: () => found,
    show: ({ list, filter }) => {
      found = find(filter);
      const isInputs = list === 'inputs';
      const shown = isInputs ? inputsShown(found, store) : changesShown(open, store);
      part('doc-x-fields').hidden = !isInputs;
      part('doc-x-reset').hidden = !isInputs || found.length === store.data.inputs.length;
      part('doc-x-count').textContent = shown.counted;
      part('doc-x-none').hidden = shown.count > 0;
      part('doc-x-none').textContent = shown.none;
      lazy.show(shown.count, (place) => marked(shown.item(place)));
    },
    select: (key) => {
      selected = key;
      for (const old of body.querySelectorAll('[aria-current]')) old.removeAttribute('aria-current');
      body.querySelector(`[data-item="${CSS.escape(key)}"]`)?.setAttribute('aria-current', 'true');
    },
  };
}

function inputsShown(found: readonly number[], store: Store): Shown {
  const { words, data } = store;
  return {
    count: found.length,
    item: (place) => inputItem(found[place] ?? -1, store),
    counted: fill(words.shown, { n: found.length, total: data.inputs.length }),
    none: words.nothing,
  };
}

function changesShown(open: readonly PlacedChange[], store: Store): Shown {
  const { words } = store;
  return {
    count: open.length,
    item: (place) => openItem(open[place], store),
    counted: fill(words.shownChanges, { n: open.length }),
    none: words.noUnexplained,
  };
}

function unexplained({ neighbouring }: Store): readonly PlacedChange[] {
  return neighbouring.flatMap((redline) =>
    redline.changes.filter((change) => change.unexplained === true).map((change) => ({ change, redline })),
  );
}

function openItem(placed: PlacedChange | undefined, store: Store): HTMLElement {
  if (placed === undefined) return make('span');
  const { change, redline } = placed;
  const [id = ''] = change.ids;
  const link = goTo(id, change.place);
  link.dataset.item = id;
  return make(
    'div',
    { class: 'doc-x-item' },
    make('p', { class: 'doc-x-place' }, store.between(redline)),
    make('p', { class: 'doc-x-place' }, link, ' ', ...changeBadges(change, store)),
    make('p', { dir: 'auto' }, ...runsOf(change, store)),
    reasonsOf(change, store),
  );
}
