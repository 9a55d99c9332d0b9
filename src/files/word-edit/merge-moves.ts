/** Tracked moves: both ends named anew, so that moves of several copies are never taken for one another. */
import { xmlAttribute } from '../xml-text.ts';
import type { Gathered } from './merge-story.ts';
import { ownersOf } from './owners.ts';
import type { Moved, ParagraphReview, TextEdit, Who } from './review-types.ts';

interface MoveContext {
  /** Number of the copy. */
  readonly number: number;
  readonly prefix: string;
  readonly nextId: () => number;
}

interface End {
  /** Number of the review, and of its edit; of the mark of its paragraph -1. */
  readonly review: number;
  readonly edit: number;
  readonly who: Who;
}

/**
 * Puts the marks of moves around both of their ends. What has one end only is an insertion or a deletion.
 *
 * @param reviews The paragraphs of a copy.
 */
export function moved(reviews: readonly ParagraphReview[], context: MoveContext): readonly ParagraphReview[] {
  const ends = endsOf(reviews);
  const given = new Map<string, Moved>();
  let count = 0;
  for (const { from, to } of ends.values()) {
    const isWhole = from.length > 0 && to.length > 0 && from[0]?.edit !== -1;
    count += 1;
    const move = `copy${context.number + 1}-move${count}`;
    for (const [side, places] of [
      ['moveFrom', from],
      ['moveTo', to],
    ] as const)
      if (isWhole) nameEnd(side, places, { ...context, move, given });
  }
  return named(reviews, given);
}

/** The same with insertions and deletions alone: notes hold no marks of moves. */
export function withoutMoves(reviews: readonly ParagraphReview[]): readonly ParagraphReview[] {
  return named(reviews, new Map());
}

/** Edits with the marks of moves they are given, and no others. */
function named(reviews: readonly ParagraphReview[], given: ReadonlyMap<string, Moved>): readonly ParagraphReview[] {
  return reviews.map((review, at): ParagraphReview => {
    const { edits, joins, ...rest } = review;
    return {
      ...rest,
      edits: edits.map((edit, place) => asMoved(edit, given.get(`${at} ${place}`))),
      ...(joins !== undefined && { joins: asMoved(joins, given.get(`${at} -1`)) }),
    };
  });
}

function asMoved<Type extends Moved>(one: Type, own: Moved | undefined): Type {
  const { move: _, ...rest } = one;
  return { ...rest, ...own } as Type;
}

interface Naming extends MoveContext {
  readonly move: string;
  readonly given: Map<string, Moved>;
}

function nameEnd(side: 'moveFrom' | 'moveTo', places: readonly End[], { prefix, nextId, move, given }: Naming): void {
  const id = nextId();
  const [first] = places;
  const date = first?.who.date === undefined ? '' : ` ${prefix}date="${xmlAttribute(first.who.date)}"`;
  const who = `${prefix}author="${xmlAttribute(first?.who.author ?? '')}"${date}`;
  const start = `<${prefix}${side}RangeStart ${prefix}id="${id}" ${who} ${prefix}name="${move}"/>`;
  const end = `<${prefix}${side}RangeEnd ${prefix}id="${id}"/>`;
  places.forEach(({ review, edit }, at) => {
    const isLast = at === places.length - 1;
    given.set(`${review} ${edit}`, { move, ...(at === 0 && { moveStart: start }), ...(isLast && { moveEnd: end }) });
  });
}

/** Both ends of each move, in the order of the text; those without a name are told by their words. */
function endsOf(reviews: readonly ParagraphReview[]): ReadonlyMap<string, { from: End[]; to: End[] }> {
  const ends = new Map<string, { from: End[]; to: End[] }>();
  const put = (name: string, side: 'from' | 'to', end: End): void => {
    const known = ends.get(name) ?? { from: [], to: [] };
    known[side].push(end);
    ends.set(name, known);
  };
  reviews.forEach(({ edits, joins, original }, review) => {
    edits.forEach((edit, at) => {
      if (edit.move === undefined) return;
      const end = { review, edit: at, who: edit };
      put(edit.move === '' ? `"${wordsOf(edit, original)}` : edit.move, edit.text === '' ? 'from' : 'to', end);
    });
    if (joins?.move !== undefined && joins.move !== '') put(joins.move, 'from', { review, edit: -1, who: joins });
  });
  return ends;
}

function wordsOf({ text, from, to }: TextEdit, original: string): string {
  return (text === '' ? original.slice(from, to) : text).replace(/\s+/gu, '');
}

/** A move whose words somebody else takes out before is no move any more: its ends are an insertion and what is left of a deletion. */
export function keepWholeMoves(gathered: readonly Gathered[]): void {
  const lost = new Set<string>();
  for (const one of gathered) {
    const moves = one.edits.filter(({ move, text }) => move !== undefined && text === '');
    if (moves.length === 0) continue;
    const owner = ownersOf(one);
    for (const edit of moves)
      if (!owner.slice(edit.from, edit.to).every((first) => first === edit)) lost.add(edit.move ?? '');
  }
  if (lost.size === 0) return;
  const plain = <Type extends Moved>(one: Type): Type => {
    if (one.move === undefined || !lost.has(one.move)) return one;
    const { move: _, moveStart: __, moveEnd: ___, ...rest } = one;
    return rest as Type;
  };
  for (const one of gathered) {
    one.edits.splice(0, one.edits.length, ...one.edits.map(plain));
    if (one.joins !== undefined) one.joins = plain(one.joins);
  }
}
