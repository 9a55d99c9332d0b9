import type { ExplorerChange } from '../../model/explorer.ts';
import { make, part } from './dom.ts';
import { changeBadges, goTo, reasonsOf, runsOf } from './pieces.ts';
import type { Store } from './store.ts';

/** Shows what changed between two stages. */
export interface RedlineView {
  readonly show: (from: string, to: string, changed: boolean) => void;
}

/** The view of all changes between two stages, in reading order. It is made when it is asked for, and kept until others are. */
export function redlineView(store: Store): RedlineView {
  const body = part('doc-x-redline');
  let made = '';
  return {
    show: (from, to, changed) => {
      body.dataset.changed = String(changed);
      const key = `${from}\n${to}`;
      if (key === made) return;
      made = key;
      const redline = store.data.redlines.find((one) => one.from === from && one.to === to);
      body.replaceChildren(...(redline === undefined ? [] : sections(redline.changes, store)));
    },
  };
}

function sections(changes: readonly ExplorerChange[], store: Store): HTMLElement[] {
  const found: HTMLElement[] = [];
  let title: string | undefined;
  for (const change of changes) {
    if (change.section !== title || found.length === 0) {
      title = change.section;
      found.push(make('section', {}, make('h2', {}, make('bdi', {}, title))));
    }
    found.at(-1)?.append(changeBlock(change, store));
  }
  for (const section of found) {
    const still = section.querySelector('[data-change]:not([data-change="unchanged"])') === null;
    if (still) section.dataset.still = 'true';
  }
  return found;
}

function changeBlock(change: ExplorerChange, store: Store): HTMLElement {
  const [id] = change.ids;
  const place = id === undefined ? make('bdi', {}, change.place) : goTo(id, change.place);
  return make(
    'div',
    { class: 'doc-x-change', 'data-change': change.kind },
    make('p', { class: 'doc-x-place' }, place, ' ', ...changeBadges(change, store)),
    make('p', { dir: 'auto' }, ...runsOf(change, store)),
    reasonsOf(change, store),
  );
}
