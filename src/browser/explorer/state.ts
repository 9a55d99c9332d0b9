/** What a reader chose, as it stands in the address of the page: `#p-7k2m9qd?group=children&view=redline`. */

/** By what inputs are chosen; an empty value chooses all. */
export interface Filter {
  readonly round: string;
  readonly group: string;
  readonly kind: string;
  readonly code: string;
  /** A decision, or {@link UNANSWERED}. */
  readonly decision: string;
  readonly reaction: string;
  readonly lead: string;
  readonly search: string;
}

/** Stands for inputs that nobody has answered. */
export const UNANSWERED = '-';

/** What a reader chose. */
export interface State {
  /** Id of a passage, or ref of an input, which has a `#` in it; empty: nothing. */
  readonly selection: string;
  readonly view: 'text' | 'redline';
  /** Ids of the stages compared. */
  readonly from: string;
  readonly to: string;
  /** Leaves out what did not change. */
  readonly changed: boolean;
  readonly list: 'inputs' | 'unexplained';
  readonly filter: Filter;
}

/** All inputs. */
export const NO_FILTER: Filter = {
  round: '',
  group: '',
  kind: '',
  code: '',
  decision: '',
  reaction: '',
  lead: '',
  search: '',
};

/** Names of the filters, in the order of the page. */
export const FILTERS = ['search', 'round', 'group', 'kind', 'code', 'decision', 'reaction', 'lead'] as const;

/**
 * Reads what was chosen from the address.
 *
 * @param hash with its leading `#`; whatever it holds, nothing is thrown
 * @param begin what is chosen where the address says nothing
 */
export function parseState(hash: string, begin: State): State {
  const body = hash.replace(/^#/u, '');
  const mark = body.indexOf('?');
  const [place, rest] = mark < 0 ? [body, ''] : [body.slice(0, mark), body.slice(mark + 1)];
  const values = new URLSearchParams(rest);
  const filter = Object.fromEntries(FILTERS.map((name) => [name, values.get(name) ?? ''])) as unknown as Filter;
  return {
    selection: decode(place),
    view: values.get('view') === 'redline' ? 'redline' : 'text',
    from: values.get('from') ?? begin.from,
    to: values.get('to') ?? begin.to,
    changed: values.has('changed') ? values.get('changed') === 'yes' : begin.changed,
    list: values.get('list') === 'unexplained' ? 'unexplained' : 'inputs',
    filter,
  };
}

function decode(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

/**
 * Writes what was chosen as an address; what is as at the beginning is left out.
 *
 * @returns with its leading `#`; only that where nothing was chosen
 */
export function formatState(state: State, begin: State): string {
  const values = new URLSearchParams();
  if (state.view === 'redline') {
    values.set('view', 'redline');
    values.set('from', state.from);
    values.set('to', state.to);
    if (state.changed !== begin.changed) values.set('changed', state.changed ? 'yes' : 'no');
  }
  if (state.list !== 'inputs') values.set('list', state.list);
  for (const name of FILTERS) if (state.filter[name] !== '') values.set(name, state.filter[name]);
  const rest = values.toString();
  const place = encodeURIComponent(state.selection).replaceAll('%2F', '/');
  return `#${place}${rest === '' ? '' : `?${rest}`}`;
}

/**
 * A choice that can be shown: stages that are not compared with each other give way to a pair that is, and a filter that
 * chooses the same as before is the same.
 *
 * @param pairs comparisons that there are
 */
export function settled(
  next: State,
  before: State,
  pairs: readonly { readonly from: string; readonly to: string }[],
): State {
  const same = FILTERS.every((name) => before.filter[name] === next.filter[name]);
  const kept = same ? { ...next, filter: before.filter } : next;
  if (pairs.some(({ from, to }) => from === kept.from && to === kept.to)) return kept;
  // The end that was just chosen stays; the other one moves.
  const byTo = kept.to === before.to ? undefined : pairs.findLast(({ to }) => to === kept.to);
  const pair = byTo ?? pairs.find(({ from }) => from === kept.from) ?? pairs.at(-1);
  return pair === undefined ? { ...kept, view: 'text' } : { ...kept, from: pair.from, to: pair.to };
}
