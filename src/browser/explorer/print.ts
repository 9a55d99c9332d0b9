import { make, part } from './dom.ts';
import { decisionWords, saidBy } from './pieces.ts';
import type { Store } from './store.ts';

/**
 * On paper the inputs that are chosen stand in full after the text; they are there only while the page is printed.
 *
 * @param shown gives the places of the inputs that fit
 */
export function printInputs(store: Store, shown: () => readonly number[]): void {
  const body = part('doc-x-print');
  addEventListener('beforeprint', () => {
    const items = shown().map((place) => printedInput(place, store));
    body.replaceChildren(make('h2', {}, store.words.inputs), make('ul', {}, ...items));
  });
  addEventListener('afterprint', () => body.replaceChildren());
}

function printedInput(place: number, store: Store): HTMLElement {
  const input = store.data.inputs[place];
  if (input === undefined) return make('li');
  const { words, colon } = store;
  const name = input.from === undefined ? input.ref : `${input.ref} (${input.from})`;
  const names = (input.passages ?? []).map((id) => store.passage(id)?.name ?? id).join('; ');
  const reaction = input.reaction === undefined ? undefined : words.reactions[input.reaction];
  const answer = [decisionWords(input, store), input.reason, ...(input.restsOn ?? []), reaction]
    .filter((part) => part !== undefined)
    .join(' — ');
  return make(
    'li',
    {},
    make('p', {}, make('strong', {}, name), colon, saidBy(input)),
    make('p', {}, `${words.response}${colon}${answer}`),
    names === '' ? undefined : make('p', {}, `${words.concerned}${colon}${names}`),
  );
}
