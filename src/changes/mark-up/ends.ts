import type { Parents } from 'mdast';
import type { Change, PassageRef } from '../../model/change-log.ts';
import type { BlockChange } from '../../model/document.ts';
import { labels } from '../../model/labels.ts';
import { holderOf, nameFormer, namePassage } from '../name-passage.ts';
import type { Passages } from '../passages.ts';
import type { Attributes, Fate } from './attributes.ts';
import type { Names } from './notes.ts';

type Counterpart = Pick<BlockChange, 'counterpart' | 'counterpartLabel'>;

/** What the ends of a move, a split or a merger are found and named by. */
export interface EndContext {
  readonly from: Passages;
  readonly to: Passages;
  readonly names: Names;
  readonly attributes: Attributes;
  readonly language: string;
}

function refOf(change: Change, side: 'from' | 'to'): PassageRef | undefined {
  return side === 'from' ? change.from[0] : change.to[0];
}

/** The container that moved with all that stands in it. */
function wholeAt(context: EndContext, change: Change, side: 'from' | 'to'): Parents | undefined {
  const passage = context[side].passages[refOf(change, side)?.order ?? -1];
  return passage && context.attributes.wholeOf(passage);
}

/**
 * The id of a block, or of the container that moved as a whole, at one end of a move.
 *
 * @param context both stages
 * @param change the move
 * @param side which end
 */
export function endId(context: EndContext, change: Change, side: 'from' | 'to'): string {
  const whole = wholeAt(context, change, side);
  const first = whole && context.attributes.fateOf(whole)?.change;
  const id = whole ? whole.data?.id : refOf(change, side)?.id;
  if (id !== undefined) return side === 'from' ? context.names.renameId(id) : id;
  return `${(first ?? change).id}-${side}`;
}

/**
 * Where the block at the other end of a move is found, and what it is called.
 *
 * @param context both stages
 * @param change the move
 * @param side the other end
 */
export function otherEnd(context: EndContext, change: Change, side: 'from' | 'to'): Counterpart {
  const ref = refOf(change, side);
  if (!ref) return {};
  const named = wholeAt(context, change, side) ? holderOf(ref) : ref;
  const name = side === 'from' ? nameFormer : namePassage;
  return { counterpart: endId(context, change, side), counterpartLabel: name(named, context.language) };
}

/**
 * What a container that came, went or moved as a whole carries.
 *
 * @param context both stages
 * @param container the container, as its stage has it
 * @param fate what became of it
 */
export function wholeChange(context: EndContext, container: Parents, fate: Fate): { change: BlockChange; id?: string } {
  const { kind, change } = fate;
  const mark = { kind, change: change.id };
  if (kind === 'inserted' || kind === 'deleted') return { change: mark };
  const [own, other] = kind === 'moved-from' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const id = container.data?.id === undefined ? { id: `${change.id}-${own}` } : {};
  return { change: { ...mark, ...otherEnd(context, change, other) }, ...id };
}

/** What a later part of a split passage says: which passage it was part of. */
export function partOfSplit({ language }: EndContext, change: Change, index: number): Counterpart {
  const ref = change.from[0];
  if (!ref || index === 0) return {};
  return { counterpartLabel: nameFormer(ref, language) };
}

/** What a part of a merged passage says: the first names the others, the others name the whole. */
export function partOfMerge({ language }: EndContext, change: Change, index: number): Counterpart {
  const ref = change.to[0];
  if (!ref) return {};
  if (index > 0) return { counterpartLabel: namePassage(ref, language) };
  const others = change.from.slice(1).map((other) => nameFormer(other, language));
  return { counterpartLabel: others.join(labels(language).places.separator) };
}
