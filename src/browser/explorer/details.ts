import type { ExplorerInput } from '../../model/explorer.ts';
import { type Content, make, part } from './dom.ts';
import { badge, changeBadges, decisionWords, goTo, inputItem, kindWords, reasonsOf, runsOf, saidBy } from './pieces.ts';
import { fill, type PlacedChange, type Store } from './store.ts';

/**
 * Shows what belongs to a passage or an input.
 *
 * @param key id of a passage or key of an input; whatever the page does not know shows nothing
 * @returns what is shown, in a few words; undefined for nothing
 */
export function showDetails(key: string, store: Store): string | undefined {
  const body = part('doc-x-details-body');
  const place = store.placeOf(key);
  const input = place === undefined ? undefined : store.data.inputs[place];
  const content = input === undefined ? passageDetails(key, store) : inputDetails(input, store);
  body.replaceChildren(...(content?.nodes ?? [make('p', { class: 'doc-x-hint' }, store.words.choose)]));
  return content?.said;
}

interface Details {
  readonly nodes: readonly HTMLElement[];
  /** For the ear. */
  readonly said: string;
}

function title(words: string): HTMLElement {
  return make('h3', { id: 'doc-x-details-title', tabindex: -1 }, make('bdi', {}, words));
}

function passageDetails(id: string, store: Store): Details | undefined {
  const passage = store.passage(id);
  const inputs = store.inputsOf(id);
  if (passage === undefined && inputs.length === 0) return undefined;
  const { words } = store;
  const name = passage?.name ?? id;
  const gone = passage?.gone === undefined ? undefined : fill(words.gone, { stage: passage.gone });
  const items = inputs.map((place) => make('li', {}, inputItem(place, store)));
  const nodes = [
    title(name),
    ...(gone === undefined ? [] : [make('p', { class: 'doc-x-open' }, gone)]),
    make('blockquote', { dir: 'auto' }, passage?.words ?? ''),
    make('h4', {}, `${words.behind} (${inputs.length})`),
    inputs.length === 0 ? make('p', {}, words.noneBehind) : make('ul', { class: 'doc-x-list', role: 'list' }, ...items),
    make('h4', {}, words.life),
    ...life(id, store),
  ];
  const counts = [
    fill(words.inputsHere, { n: inputs.length }),
    fill(words.changesHere, { n: store.changesOf(id).length }),
  ];
  return { nodes, said: [name, ...counts].join('. ') };
}

/** Each stage and the next, with what happened between them; for what holds others, what happened in it. */
function life(id: string, store: Store): HTMLElement[] {
  const { neighbouring, words } = store;
  if (neighbouring.length === 0) return [make('p', {}, words.noLife)];
  const changes = store.changesOf(id);
  return neighbouring.map((redline) => {
    const here = changes.filter((one) => one.redline === redline);
    const heading = make('h5', {}, store.between(redline));
    const body =
      here.length === 0
        ? [make('p', { class: 'doc-x-hint' }, words.unchanged)]
        : here.map((one) => lifeChange(one, store));
    return make('section', { class: 'doc-x-life' }, heading, ...body);
  });
}

function lifeChange({ change }: PlacedChange, store: Store): HTMLElement {
  return make(
    'div',
    { class: 'doc-x-step' },
    make('p', { class: 'doc-x-place' }, make('bdi', {}, change.place), ' ', ...changeBadges(change, store)),
    make('p', { dir: 'auto' }, ...runsOf(change, store)),
    reasonsOf(change, store),
  );
}

function inputDetails(input: ExplorerInput, store: Store): Details {
  const { words } = store;
  const decision = decisionWords(input, store);
  const nodes = [
    title(input.ref),
    facts(input, store),
    make('blockquote', {}, saidBy(input)),
    make('h4', {}, words.response),
    make('p', {}, badge(decision, input.decision ?? 'open'), ...stateOf(input, store)),
    ...(input.reason === undefined ? [] : [make('p', { dir: 'auto' }, input.reason)]),
    ...restsOn(input, store),
    ...answeredBy(input, store),
    ...reactionTo(input, store),
    ...togetherWith(input, store),
    make('h4', {}, words.concerned),
    concerned(input, store),
  ];
  return { nodes, said: [input.ref, decision].join('. ') };
}

function facts(input: ExplorerInput, store: Store): HTMLElement {
  const { words, data } = store;
  const titleOf = (terms: readonly { id: string; title: string }[], id: string) =>
    terms.find((term) => term.id === id)?.title ?? id;
  const rows: readonly (readonly [string, string])[] = [
    [words.contributor, input.from ?? ''],
    [words.group, input.group === undefined ? '' : titleOf(data.groups, input.group)],
    [words.round, [titleOf(data.rounds, input.round), input.on ?? ''].filter((part) => part !== '').join(', ')],
    [words.kind, input.kinds.map((kind) => kindWords(kind, store)).join(', ')],
    [words.code, input.codes.map((code) => titleOf(data.codes, code)).join('; ')],
    [words.lead, (input.leads ?? []).map((lead) => titleOf(data.leads, lead)).join(', ')],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  return make(
    'dl',
    { class: 'doc-x-facts' },
    ...shown.map(([term, value]) => make('div', {}, make('dt', {}, term), make('dd', {}, make('bdi', {}, value)))),
  );
}

function stateOf({ state }: ExplorerInput, { words }: Store): Content[] {
  return state === undefined ? [] : [' ', badge(words.states[state], state)];
}

function answeredBy({ by, answered }: ExplorerInput, { words, colon }: Store): HTMLElement[] {
  const told = [by, answered].filter((part) => part !== undefined);
  return told.length === 0 ? [] : [make('p', { class: 'doc-x-hint' }, `${words.answeredBy}${colon}${told.join(', ')}`)];
}

function restsOn({ restsOn: decisions = [] }: ExplorerInput, { words, colon }: Store): HTMLElement[] {
  return decisions.map((decision) => make('p', { dir: 'auto' }, `${words.restsOn}${colon}${decision}`));
}

function reactionTo({ reaction }: ExplorerInput, { words, colon }: Store): HTMLElement[] {
  return reaction === undefined
    ? []
    : [make('p', {}, `${words.reaction}${colon}`, badge(words.reactions[reaction], reaction))];
}

function togetherWith({ together }: ExplorerInput, { words, colon }: Store): HTMLElement[] {
  return together === undefined ? [] : [make('p', {}, `${words.together}${colon}`, goTo(together, together))];
}

function concerned({ passages = [] }: ExplorerInput, store: Store): HTMLElement {
  const { words } = store;
  if (passages.length === 0) return make('p', {}, words.noneConcerned);
  const items = passages.map((id) => {
    const passage = store.passage(id);
    const gone = passage?.gone === undefined ? [] : [' ', badge(fill(words.gone, { stage: passage.gone }), 'deleted')];
    return make(
      'li',
      {},
      goTo(id, passage?.name ?? id),
      ...gone,
      make('p', { class: 'doc-x-said', dir: 'auto' }, passage?.words ?? ''),
    );
  });
  return make('ul', { class: 'doc-x-list doc-x-passages', role: 'list' }, ...items);
}
