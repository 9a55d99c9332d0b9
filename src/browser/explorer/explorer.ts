import type { ExplorerEmbed } from '../../model/explorer-words.ts';
import { type Controls, listenToControls } from './controls.ts';
import { showDetails } from './details.ts';
import { isOf, part } from './dom.ts';
import { listenToKeys } from './keys.ts';
import { type SideList, sideList } from './lists.ts';
import { type Markers, putMarkers } from './markers.ts';
import { type Panes, panes } from './panes.ts';
import { printInputs } from './print.ts';
import { type RedlineView, redlineView } from './redline.ts';
import { formatState, NO_FILTER, parseState, type State, settled } from './state.ts';
import { openStore, type Store } from './store.ts';

/** Brings the page to life. */
export function startExplorer(embed: ExplorerEmbed): void {
  const store = openStore(embed, document.documentElement.dir);
  for (const hidden of document.querySelectorAll('[data-script][hidden]')) hidden.removeAttribute('hidden');
  new Explorer(store).follow();
}

/** The parts of the page and what is chosen in them. */
class Explorer {
  readonly #store: Store;
  readonly #begin: State;
  readonly #panes: Panes = panes();
  readonly #redline: RedlineView;
  readonly #list: SideList;
  readonly #markers: Markers;
  readonly #controls: Controls;
  #state: State | undefined;
  /** What was pressed to see what is chosen: the way back leads there. */
  #opener: HTMLElement | undefined;

  constructor(store: Store) {
    this.#store = store;
    this.#begin = beginning(store);
    this.#redline = redlineView(store);
    this.#list = sideList(store);
    this.#markers = putMarkers(store, (id, from) => this.#choose(id, from));
    this.#controls = listenToControls((changed) => this.#go({ ...this.#now(), ...changed }));
    this.#listen();
    printInputs(store, this.#list.shown);
  }

  /** Shows what the address says. */
  follow(): void {
    const { hash } = location;
    const wanted = parseState(hash, this.#begin);
    const { selection } = wanted;
    // A link inside the text says where to go, and nothing of what was chosen beside it.
    const isLink = this.#state !== undefined && hash.length > 1 && !hash.includes('?');
    const known = this.#store.placeOf(selection) !== undefined || this.#store.passage(selection) !== undefined;
    this.#show(isLink ? { ...this.#now(), ...(known && { selection }) } : wanted, true);
  }

  #now(): State {
    return this.#state ?? this.#begin;
  }

  #listen(): void {
    document.addEventListener('click', (event) => {
      const link = isOf(event.target, '[data-go], [data-item]');
      const key = link?.dataset.go ?? link?.dataset.item ?? '';
      if (link === undefined || key === '' || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#choose(key, link);
    });
    part('doc-x-close').addEventListener('click', () => this.#back());
    addEventListener('hashchange', () => this.follow());
    const { open } = this.#panes;
    const actions = {
      '/': () => open('inputs', part('doc-x-by-search')),
      j: () => this.#markers.step(1),
      k: () => this.#markers.step(-1),
      1: () => open('text', part('doc-content')),
      2: () => open('inputs', part('doc-x-inputs')),
      3: () => open('details', part('doc-x-details')),
    };
    listenToKeys(actions, () => this.#back());
  }

  #choose(selection: string, from: HTMLElement): void {
    // What stands in the details is gone as soon as others are shown: then the way back is the one before.
    const inDetails = isOf(from, '#doc-x-details') !== undefined;
    if (!inDetails) this.#opener = from;
    const isPassage = this.#store.placeOf(selection) === undefined;
    const inMain = isOf(from, '#doc-content') !== undefined;
    const isInText = isPassage && this.#store.passage(selection)?.gone === undefined;
    const view = isInText && !inMain ? 'text' : this.#now().view;
    this.#panes.forget('details');
    // On a narrow screen a way to a passage leads from its inputs to the text, and from the text to its inputs.
    if (isInText && inDetails && !this.#panes.isShown('text')) this.#panes.open('text');
    else this.#panes.open('details');
    this.#go({ ...this.#now(), selection, view }, { entry: true, scroll: !inMain });
    part('doc-x-details').scrollTop = 0;
    if (inDetails && this.#panes.isShown('details')) part('doc-x-details').focus({ preventScroll: true });
  }

  /** Back to where the details were asked for. */
  #back(): void {
    const from = this.#opener;
    this.#opener = undefined;
    this.#go({ ...this.#now(), selection: '' });
    const pane = isOf(from ?? null, '#doc-x-inputs') === undefined ? 'text' : 'inputs';
    this.#panes.open(pane);
    if (from?.isConnected === true) from.focus();
  }

  /** Chooses something, and writes it into the address; what is chosen one after the other can be gone back to. */
  #go(next: State, { entry = false, scroll = false } = {}): void {
    const settledNext = settled(next, this.#now(), this.#store.data.redlines);
    const hash = formatState(settledNext, this.#begin);
    if (hash !== location.hash) history[entry ? 'pushState' : 'replaceState'](null, '', hash);
    this.#show(settledNext, scroll);
  }

  #show(wanted: State, scroll: boolean): void {
    const before = this.#state;
    const state = settled(wanted, this.#now(), this.#store.data.redlines);
    this.#state = state;
    this.#controls.set(state);
    showView(state, this.#redline);
    if (state.list !== before?.list || state.filter !== before.filter) {
      this.#list.show(state);
      this.#markers.filter(this.#list.shown());
    }
    if (state.selection === before?.selection) return;
    this.#list.select(state.selection);
    part('doc-x-said').textContent = showDetails(state.selection, this.#store) ?? '';
    this.#markers.select(state.selection, scroll);
    if (before === undefined && this.#store.placeOf(state.selection) !== undefined) this.#panes.open('details');
  }
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

function showView({ view, from, to, changed }: State, redline: RedlineView): void {
  part('doc-x-text').hidden = view === 'redline';
  part('doc-x-redline').hidden = view === 'text';
  part('doc-x-pair').hidden = view === 'text';
  if (view === 'redline') redline.show(from, to, changed);
}
