import type { ExplorerChange, ExplorerInput, ExplorerPassage, ExplorerRedline } from '../../model/explorer.ts';
import type { ExplorerEmbed } from '../../model/explorer-words.ts';

/** A change, and the comparison it stands in. */
export interface PlacedChange {
  readonly change: ExplorerChange;
  readonly redline: ExplorerRedline;
}

/** What the page knows, found by id. */
export interface Store extends ExplorerEmbed {
  /** The key of each input: its ref, with a number behind it where several go by one. */
  readonly keys: readonly string[];
  /** Place of the input with a key. */
  readonly placeOf: (key: string) => number | undefined;
  readonly passage: (id: string) => ExplorerPassage | undefined;
  /** Places of the inputs that are answered with a passage. */
  readonly inputsOf: (id: string) => readonly number[];
  /** Changes of a passage, or in what stands in it, between each stage and the next. */
  readonly changesOf: (id: string) => readonly PlacedChange[];
  /** Changes whose first passage it is. */
  readonly ownChanges: (id: string) => readonly PlacedChange[];
  /** Comparisons of each stage with the next. */
  readonly neighbouring: readonly ExplorerRedline[];
  readonly stage: (id: string) => string;
  /** Two stages, with an arrow that points as the page is read. */
  readonly between: (redline: ExplorerRedline) => string;
}

/**
 * Reads what the page carries, and makes it quick to find.
 *
 * @param direction in which the page is read
 */
export function openStore(embed: ExplorerEmbed, direction: string): Store {
  const { data } = embed;
  const { keys, places } = keysOf(data.inputs);
  const neighbouring = data.redlines.filter(({ from, to }) => {
    const place = data.stages.findIndex(({ id }) => id === from);
    return data.stages[place + 1]?.id === to;
  });
  const inputsOf = new Map<string, number[]>();
  for (const [place, { passages = [] }] of data.inputs.entries()) for (const id of passages) push(inputsOf, id, place);
  const changesOf = changesById(neighbouring);
  const passages = new Map(data.passages.map((passage) => [passage.id, passage]));
  const stages = new Map(data.stages.map(({ id, title }) => [id, title]));
  const stage = (id: string) => stages.get(id) ?? id;
  const arrow = direction === 'rtl' ? '←' : '→';
  return {
    ...embed,
    keys,
    placeOf: (key) => places.get(key),
    passage: (id) => passages.get(id),
    inputsOf: (id) => inputsOf.get(id) ?? [],
    changesOf: (id) => changesOf.get(id) ?? [],
    ownChanges: (id) => (changesOf.get(id) ?? []).filter(({ change }) => change.ids[0] === id),
    neighbouring,
    stage,
    between: ({ from, to }) => `${stage(from)} ${arrow} ${stage(to)}`,
  };
}

function keysOf(inputs: readonly ExplorerInput[]): { keys: string[]; places: Map<string, number> } {
  const places = new Map<string, number>();
  const keys = inputs.map(({ ref }, place) => {
    let key = ref;
    for (let count = 2; places.has(key); count += 1) key = `${ref}~${count}`;
    places.set(key, place);
    return key;
  });
  return { keys, places };
}

function changesById(redlines: readonly ExplorerRedline[]): Map<string, PlacedChange[]> {
  const found = new Map<string, PlacedChange[]>();
  for (const redline of redlines) {
    for (const change of redline.changes) {
      if (change.kind !== 'unchanged') for (const id of change.ids) push(found, id, { change, redline });
    }
  }
  return found;
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}

/** Puts a value into the braces of a template. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-z]+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
