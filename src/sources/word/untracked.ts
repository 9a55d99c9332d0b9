/** What was changed with tracking switched off: found by comparing with what was sent. */
import type { SentPassage } from '../../model/contracts.ts';
import type { Compared, Edit } from './edits.ts';
import { isTracked } from './edits.ts';
import type { Places } from './placing.ts';
import type { Unit } from './units.ts';
import { bagOf, overlap, plainKey, shared } from './word-keys.ts';

/** Share of the text below which a file is a part of it, or another text: what it lacks is then no proposal to delete it. */
const COMPLETE = 0.6;
/** What a paragraph must share with the one beside it to have been a part of it. */
const PART = 0.85;

/**
 * Changes that were not tracked: paragraphs edited, split, merged, moved, added and taken out.
 *
 * @param compared The file beside what was sent.
 */
export function untrackedEdits(compared: Compared): readonly Edit[] {
  const { places } = compared;
  const { alignment } = places;
  const tracked = trackedUnits(compared);
  const edits = editedUnits(compared, tracked);
  if (alignment.coverage < COMPLETE) return edits;
  const moves = movedUnits(compared);
  const moved = new Set(moves.map(({ order }) => order));
  return [
    ...joined(
      edits.filter(({ order }) => !moved.has(order)),
      places,
      tracked,
    ),
    ...moves,
  ];
}

/** Units that were changed with tracking: what else was done to them is told with that. */
function trackedUnits({ returned }: Compared): ReadonlySet<Unit> {
  const { chunks, rows } = returned;
  const rowed = new Set(rows.flatMap(({ raws }) => raws));
  return new Set(
    chunks
      .filter(({ paragraphs, units }) => units.some(({ at }) => rowed.has(at)) || isTracked(paragraphs, returned))
      .flatMap(({ units }) => units),
  );
}

/** Every unit that reads differently than it was sent. */
function editedUnits({ places }: Compared, tracked: ReadonlySet<Unit>): readonly Edit[] {
  const { units, index } = places;
  return units.flatMap((unit, at): Edit[] => {
    const sent = index.paragraphs[places.sentOf(at)];
    if (tracked.has(unit) || sent?.passage === undefined || isSame(sent.words, unit.words)) return [];
    return [{ from: sent.words, to: unit.words, placing: places.ofUnit(at), order: unit.at, untracked: 'all' }];
  });
}

/** Whether two texts differ only in what programs do on their own: numbers of lists that became words. */
function isSame(sent: string, now: string): boolean {
  const [one, other] = [plainKey(sent), plainKey(now)];
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    long.endsWith(short) &&
    /^(?:[([]?(?:\d+|[ivxlc]+|\p{L})(?:[.)\]]\d*)*|[•·▪◦‣–-])\s$/iu.test(long.slice(0, long.length - short.length))
  );
}

/** Parts of the contents and other things that programs write anew. */
const MADE = /^(?:toc|contents|header|footer|index|table of)/iu;

/** Adds what is new and what is gone; a paragraph split or merged is told as one change. */
function joined(edits: readonly Edit[], places: Places, tracked: ReadonlySet<Unit>): readonly Edit[] {
  const { units, index, alignment } = places;
  const out = new Map<number, Edit>(edits.map((edit) => [edit.order, edit]));
  units.forEach((unit, at) => {
    if (alignment.sentOf[at] !== -1 || MADE.test(unit.style) || tracked.has(unit)) return;
    const split = splitOff(at, places, out);
    out.set(split?.order ?? unit.at, split ?? added(unit.words, unit.at, places));
  });
  index.paragraphs.forEach((sent, at) => {
    if (alignment.unitOf[at] !== -1 || sent.passage === undefined) return;
    const merged = mergedInto(at, places, out);
    if (merged === undefined) {
      const order = orderOf(at, places);
      out.set(order + (at + 1) / (index.paragraphs.length + 2), {
        ...{ from: sent.words, to: '', order, untracked: 'all' },
        placing: { passage: sent.passage, guesses: [] },
      });
    } else out.set(merged.order, merged);
  });
  return [...out.values()];
}

function added(words: string, order: number, places: Places): Edit {
  return { from: '', to: words, placing: places.behind(order), order, untracked: 'all' };
}

/** The change of the unit before, where this one is the end of the same passage. */
function splitOff(at: number, places: Places, edits: ReadonlyMap<number, Edit>): Edit | undefined {
  const unit = places.units[at];
  for (const beside of [at - 1, at + 1]) {
    const other = places.units[beside];
    const edit = other === undefined ? undefined : edits.get(other.at);
    if (unit === undefined || edit === undefined || edit.from === '') continue;
    const own = bagOf(unit.words);
    if (own.size < 3 || shared(own, bagOf(edit.from)) < PART * own.size || overlap(own, bagOf(edit.to)) >= PART)
      continue;
    return { ...edit, to: beside < at ? `${edit.to}\n${unit.words}` : `${unit.words}\n${edit.to}` };
  }
  return undefined;
}

/** The change of a passage beside one that is gone, where its words went into that. */
function mergedInto(sent: number, places: Places, edits: ReadonlyMap<number, Edit>): Edit | undefined {
  const gone = places.index.paragraphs[sent];
  const own = places.index.bag(sent);
  for (const beside of [sent - 1, sent + 1]) {
    const unit = places.units[places.alignment.unitOf[beside] ?? -1];
    const edit = unit === undefined ? undefined : edits.get(unit.at);
    if (gone?.passage === undefined || edit === undefined || own.size < 3) continue;
    if (shared(own, bagOf(edit.to)) < PART * own.size || overlap(own, bagOf(edit.from)) >= PART) continue;
    const from = beside < sent ? `${edit.from}\n${gone.words}` : `${gone.words}\n${edit.from}`;
    return { ...edit, from, placing: withAlso(edit, gone.passage) };
  }
  return undefined;
}

function withAlso({ placing }: Edit, passage: SentPassage): Edit['placing'] {
  return placing.passage === passage ? placing : { ...placing, also: [...(placing.also ?? []), passage] };
}

/** Where a paragraph that is gone stood. */
function orderOf(sent: number, { alignment, units }: Places): number {
  for (let at = sent - 1; at >= 0; at -= 1) {
    const unit = units[alignment.unitOf[at] ?? -1];
    if (unit !== undefined) return unit.at;
  }
  return 0;
}

/** Fewest words of a paragraph that is said to have been moved: short ones repeat. */
const FEWEST = 5;

function movedUnits({ places }: Compared): readonly Edit[] {
  const { units, index, alignment } = places;
  return [...alignment.moved].flatMap((at): Edit[] => {
    const [unit, sent] = [units[at], index.paragraphs[places.sentOf(at)]];
    if (unit === undefined || sent?.passage === undefined || bagOf(sent.words).size < FEWEST) return [];
    const { passage } = sent;
    return [
      { from: sent.words, to: '', placing: { passage, guesses: [] }, order: unit.at, move: '', untracked: 'all' },
      { from: '', to: unit.words, placing: places.behind(unit.at), order: unit.at, move: '', untracked: 'all' },
    ];
  });
}
