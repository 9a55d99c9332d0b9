import type { ExplorerEmbed } from '../../model/explorer-words.ts';
import { listenToControls } from './controls.ts';
import { showDetails } from './details.ts';
import { isOf, make, part } from './dom.ts';
import { inputFilter } from './filter.ts';
import { listenToKeys } from './keys.ts';
import { lazyList } from './lazy-list.ts';
import { putMarkers } from './markers.ts';
import { panes } from './panes.ts';
import { changeBadges, goTo, inputItem, reasonsOf, runsOf } from './pieces.ts';
import { printInputs } from './print.ts';
import { redlineView } from './redline.ts';
import { formatState, NO_FILTER, parseState, type State } from './state.ts';
import { fill, openStore, type PlacedChange, type Store } from './store.ts';

/** Brings the page to life. */
export function startExplorer(embed: ExplorerEmbed): void {
  const store = openStore(embed);
  for (const hidden of document.querySelectorAll('[data-script][hidden]')) hidden.removeAttribute('hidden');
  const begin = beginning(store);
  const parts = panes();
  const redline = redlineView(store);
  const list = inputLists(store);
  let state = begin;
  let opener: HTMLElement | undefined;
  const markers = putMarkers(store, (id, from) => choose(id, from));
  const controls = listenToControls((changed) => go({ ...state, ...changed }));

  function choose(selection: string, from?: HTMLElement): void {
    opener = from ?? opener;
    go({ ...state, selection }, true);
    if (selection !== '')
      parts.open(showsText(selection) ? 'text' : 'details', parts.isShown('details') ? null : undefined);
  }

  /** On a narrow screen a way to a passage leads to the text; on a wide one it is in sight anyway. */
  function showsText(selection: string): boolean {
    return isOf(opener ?? null, '#doc-x-details') !== undefined && store.placeOf(selection) === undefined;
  }

  function go(next: State, entry = false): void {
    const hash = formatState(next, begin);
    if (hash !== location.hash) history[entry ? 'pushState' : 'replaceState'](null, '', hash);
    show(next, !entry || isOf(opener ?? null, '#doc-x-text') === undefined);
  }

  function show(next: State, scroll: boolean): void {
    const [before] = [state];
    state = settled(next, before, store);
    controls.set(state);
    showView(state, redline);
    if (before === begin || state.list !== before.list || state.filter !== before.filter) list.show(state);
    list.select(state.selection);
    const said = showDetails(state.selection, store);
    if (said !== undefined && state.selection !== before.selection) part('doc-x-said').textContent = said;
    markers.select(state.selection, scroll && state.selection !== before.selection);
  }

  function follow(): void {
    show(parseState(location.hash, begin), true);
  }

  document.addEventListener('click', (event) => {
    const link = isOf(event.target, '[data-go], [data-item]');
    const key = link?.dataset.go ?? link?.dataset.item;
    if (link === undefined || key === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(key, link);
  });
  part('doc-x-close').addEventListener('click', back);
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);

  /** Back to where the details were asked for. */
  function back(): void {
    const from = opener;
    go({ ...state, selection: '' });
    const pane = isOf(from ?? null, '#doc-x-inputs') === undefined ? 'text' : 'inputs';
    parts.open(pane, from?.isConnected === true ? from : part(pane === 'text' ? 'doc-content' : 'doc-x-inputs'));
    opener = undefined;
  }

  listenToKeys(
    {
      '/': () => parts.open('inputs', part('doc-x-by-search')),
      j: () => markers.step(1),
      k: () => markers.step(-1),
      1: () => parts.open('text', part('doc-content')),
      2: () => parts.open('inputs', part('doc-x-inputs')),
      3: () => parts.open('details', part('doc-x-details')),
    },
    back,
  );
  printInputs(store, list.shown);
  follow();
}

function beginning({ data, neighbouring }: Store): State {
  const last = neighbouring.at(-1) ?? data.redlines.at(-1);
  return {
    selection: '',
    view: 'text',
    from: last?.from ?? '',
    to: last?.to ?? '',
    changed: true,
    list: 'inputs',
    filter: NO_FILTER,
  };
}

/** Stages that are not compared with each other give way to the next pair that is. */
function settled(next: State, before: State, { data }: Store): State {
  const same = Object.entries(next.filter).every(([name, value]) => before.filter[name as 'round'] === value);
  const kept = same ? { ...next, filter: before.filter } : next;
  const pairs = data.redlines;
  if (pairs.some(({ from, to }) => from === kept.from && to === kept.to)) return kept;
  const byTo = kept.to === before.to ? undefined : pairs.findLast(({ to }) => to === kept.to);
  const pair = byTo ?? pairs.find(({ from }) => from === kept.from) ?? pairs.at(-1);
  return pair === undefined ? { ...kept, view: 'text' } : { ...kept, from: pair.from, to: pair.to };
}

function showView({ view, from, to, changed }: State, redline: ReturnType<typeof redlineView>): void {
  part('doc-x-text').hidden = view === 'redline';
  part('doc-x-redline').hidden = view === 'text';
  part('doc-x-pair').hidden = view === 'text';
  if (view === 'redline') redline.show(from, to, changed);
}

/** The list at the side: inputs, or changes without a reason. */
function inputLists(store: Store): {
  readonly show: (state: State) => void;
  readonly select: (key: string) => void;
  readonly shown: () => readonly number[];
} {
  const body = part('doc-x-list');
  const lazy = lazyList(body, part('doc-x-more'));
  const find = inputFilter(store.data.inputs);
  const open = unexplained(store);
  const { words } = store;
  let found: readonly number[] = [];
  let selected = '';
  const mark = (item: HTMLElement): HTMLElement => {
    const control = item.matches('[data-item]') ? item : item.querySelector('[data-item]');
    if (control?.getAttribute('data-item') === selected) control.setAttribute('aria-current', 'true');
    return item;
  };
  return {
    shown: () => found,
    show: ({ list, filter }) => {
      found = find(filter);
      const total = store.data.inputs.length;
      const inputs = list === 'inputs';
      part('doc-x-count').textContent = inputs
        ? fill(words.shown, { n: found.length, total })
        : fill(words.shownChanges, { n: open.length });
      part('doc-x-fields').hidden = !inputs;
      part('doc-x-reset').hidden = !inputs || found.length === total;
      const count = inputs ? found.length : open.length;
      part('doc-x-none').hidden = count > 0;
      part('doc-x-none').textContent = inputs ? words.nothing : words.noUnexplained;
      lazy.show(count, (place) => mark(inputs ? inputItem(found[place] ?? -1, store) : openItem(open[place], store)));
    },
    select: (key) => {
      selected = key;
      for (const old of body.querySelectorAll('[aria-current]')) old.removeAttribute('aria-current');
      body.querySelector(`[data-item="${CSS.escape(key)}"]`)?.setAttribute('aria-current', 'true');
    },
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
    make('p', { class: 'doc-x-place' }, `${store.stage(redline.from)} → ${store.stage(redline.to)}`),
    make('p', { class: 'doc-x-place' }, link, ' ', ...changeBadges(change, store)),
    make('p', { dir: 'auto' }, ...runsOf(change, store)),
    reasonsOf(change, store),
  );
}
