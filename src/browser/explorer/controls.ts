import { part } from './dom.ts';
import { FILTERS, type Filter, NO_FILTER, type State } from './state.ts';

/** The fields by which a reader chooses. */
export interface Controls {
  /** Puts what is chosen into the fields. */
  readonly set: (state: State) => void;
}

/** So long a reader may pause in typing before the search begins. */
const PAUSE = 150;

/**
 * Listens to the fields.
 *
 * @param change called with what changed
 */
export function listenToControls(change: (changed: Partial<State>) => void): Controls {
  const fields = FILTERS.map((name) => [name, part<HTMLInputElement | HTMLSelectElement>(`doc-x-by-${name}`)] as const);
  const list = part<HTMLSelectElement>('doc-x-by-list');
  const [view, from, to] = ['view', 'from', 'to'].map((name) => part<HTMLSelectElement>(`doc-x-${name}`));
  const changed = part<HTMLInputElement>('doc-x-changed');
  const read = () => Object.fromEntries(fields.map(([name, field]) => [name, field.value])) as unknown as Filter;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  part('doc-x-filter').addEventListener('input', (event) => {
    clearTimeout(waiting);
    const typing = event.target === fields[0]?.[1];
    waiting = setTimeout(() => change({ filter: read(), list: list.value as State['list'] }), typing ? PAUSE : 0);
  });
  part('doc-x-filter').addEventListener('submit', (event) => event.preventDefault());
  part('doc-x-reset').addEventListener('click', () => {
    change({ filter: NO_FILTER });
    fields[0]?.[1].focus();
  });
  part('doc-x-bar').addEventListener('change', () =>
    change({
      view: view?.value as State['view'],
      from: from?.value ?? '',
      to: to?.value ?? '',
      changed: changed.checked,
    }),
  );
  return {
    set: (state) => {
      for (const [name, field] of fields) if (field.value !== state.filter[name]) field.value = state.filter[name];
      list.value = state.list;
      if (view !== undefined) view.value = state.view;
      if (from !== undefined) from.value = state.from;
      if (to !== undefined) to.value = state.to;
      changed.checked = state.changed;
    },
  };
}
