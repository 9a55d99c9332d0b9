import type { Nodes, Parents, PhrasingContent } from 'mdast';
import type { Change } from '../../model/change-log.ts';
import type { BlockChange } from '../../model/document.ts';
import { fill, labels } from '../../model/labels.ts';
import { joinTokens } from '../join-tokens.ts';
import type { Passage } from '../passages.ts';
import { diffTokens, type TokenRun } from '../words.ts';
import { type Column, markCells, padCells } from './cells.ts';
import type { TableColumns } from './columns.ts';
import { cutAfter } from './cut-runs.ts';
import { type EndContext, endId, otherEnd, partOfMerge, partOfSplit } from './ends.ts';
import { withFormerNumber, withNumberItHad } from './former-number.ts';
import { type InlineMark, markInline } from './inline.ts';
import { copyOld } from './notes.ts';
import type { Step } from './plan-steps.ts';

/** Everything a block of the marked-up version is made from. */
export interface BlockContext extends EndContext {
  readonly columns: TableColumns;
  /** By later table, the change that tells of its columns: rows without another change belong to it. */
  readonly tables: ReadonlyMap<Parents, Change>;
}

/** A block and the passage whose place it takes. */
export interface PlacedBlock {
  readonly block: Nodes;
  readonly passage: Passage;
}

function withChange(block: Nodes, change: BlockChange | undefined): Nodes {
  return change ? ({ ...block, data: { ...block.data, change } } as Nodes) : block;
}

/** What stands before words that a recommendation carries. */
const LABELLED = { addressee: 'forWhom', deadline: 'byWhen' } as const;

/** Words of a container shown as a block: a title in bold, an addressee or a date behind its label. */
function attributeBlock(passage: Passage, children: PhrasingContent[], language: string): Nodes {
  const role = passage.attribute ?? 'box-title';
  if (role !== 'addressee' && role !== 'deadline')
    return { type: 'paragraph', data: { role }, children: [{ type: 'strong', children }] };
  const words = labels(language);
  const data = { role: 'label' };
  const label: PhrasingContent = { type: 'emphasis', data, children: [{ type: 'text', value: words[LABELLED[role]] }] };
  return {
    type: 'paragraph',
    data: { role },
    children: [label, { type: 'text', value: words.colon, data }, ...children],
  };
}

function plainChildren(passage: Passage): PhrasingContent[] {
  return [
    {
      type: 'text',
      value: passage.tokens.map((token, index) => (index > 0 && token.lead !== '' ? ' ' : '') + token.text).join(''),
    },
  ];
}

function blockOf(context: BlockContext, passage: Passage): Nodes {
  return passage.attribute ? attributeBlock(passage, plainChildren(passage), context.language) : passage.node;
}

function columnsOf(context: BlockContext, passage: Passage): readonly Column[] | undefined {
  const table = passage.family === 'row' ? passage.path.at(-1) : undefined;
  return table && context.columns.get(table);
}

/** A passage that one stage only has; a row fits the columns of its table. */
function lonelyBlock(context: BlockContext, passage: Passage, side: 'from' | 'to', change: Change | undefined): Nodes {
  const columns = columnsOf(context, passage);
  return columns ? padCells(passage.node, side, columns, change?.id ?? '') : blockOf(context, passage);
}

/**
 * A passage of the earlier stage that does not stand there any more.
 *
 * @param context both stages
 * @param passage the passage
 * @param change its change; undefined where its container carries the mark
 */
export function goneBlock(context: BlockContext, passage: Passage, change: Change | undefined): Nodes {
  const copy = copyOld(lonelyBlock(context, passage, 'from', change), context.names);
  const named = withFormerNumber(copy, context.language);
  if (!change) return named;
  if (change.kind !== 'moved') return withChange(named, { kind: 'deleted', change: change.id });
  const block = { ...named, data: { ...named.data, id: endId(context, change, 'from') } } as Nodes;
  return withChange(block, { kind: 'moved-from', change: change.id, ...otherEnd(context, change, 'to') });
}

/**
 * A passage of the later stage that did not stand there before; one that moved has its changed words marked as well.
 *
 * @param context both stages
 * @param passage the passage
 * @param change its change
 */
export function comeBlock(context: BlockContext, passage: Passage, change: Change | undefined): Nodes {
  const block = lonelyBlock(context, passage, 'to', change);
  const whole = context.attributes.wholeOf(passage) !== undefined;
  if (!change || (whole && change.kind !== 'moved')) return block;
  if (change.kind !== 'moved') return withChange(block, { kind: 'inserted', change: change.id });
  const before = context.from.passages[change.from[0]?.order ?? -1];
  const edited = before !== undefined && before.key !== passage.key && columnsOf(context, passage) === undefined;
  const marked = edited ? markWords(context, [before, passage], change) : block;
  if (whole) return marked;
  const id = endId(context, change, 'to');
  const named = marked.data?.id === undefined ? ({ ...marked, data: { ...marked.data, id } } as Nodes) : marked;
  return withChange(named, { kind: 'moved-to', change: change.id, ...otherEnd(context, change, 'from') });
}

const WITHOUT_WORDS_INSIDE: ReadonlySet<string> = new Set(['code', 'figure']);

function markOf(context: BlockContext, change: Change): InlineMark {
  return { change: change.id, names: context.names };
}

function setChildren(context: BlockContext, passage: Passage, children: PhrasingContent[]): Nodes {
  return passage.attribute
    ? attributeBlock(passage, children, context.language)
    : ({ ...passage.node, children } as Nodes);
}

/** Whether two passages have the same words, write them in the same way, and lead to the same places. */
function isWrittenAlike(from: Passage, to: Passage): boolean {
  return (
    from.key === to.key &&
    from.tokens.every((token, index) => {
      const other = to.tokens[index];
      return (
        token.text === other?.text &&
        (token.lead === '') === (other.lead === '') &&
        addressOf(token.marks) === addressOf(other.marks)
      );
    })
  );
}

/** Where words lead. */
function addressOf(marks: readonly Nodes[]): string | undefined {
  for (const mark of marks) if (mark.type === 'link') return mark.url;
  return undefined;
}

/** The later of two passages with the words that changed marked inside. */
function markWords(context: BlockContext, [from, to]: readonly [Passage, Passage], change: Change): Nodes {
  if (isWrittenAlike(from, to) || WITHOUT_WORDS_INSIDE.has(to.family)) return blockOf(context, to);
  const mark = markOf(context, change);
  if (to.family === 'row')
    return markCells(to.node, { from: from.tokens, to: to.tokens }, mark, columnsOf(context, to));
  return setChildren(context, to, markInline(diffTokens(from.tokens, to.tokens).runs, mark));
}

function pick(passages: readonly Passage[], indices: readonly number[]): Passage[] {
  return indices.flatMap((index) => passages[index] ?? []);
}

/** Says of a part that no space stands between it and the next one, where both are one. */
function tightness(next: readonly TokenRun[] | undefined, side: 'from' | 'to'): { tight?: true } {
  if (next === undefined) return {};
  const tokens = next.flatMap((run) =>
    side === 'from' ? (run.kind === 'inserted' ? [] : run.from) : run.kind === 'deleted' ? [] : run.to,
  );
  return (tokens[0]?.lead ?? '') === '' ? { tight: true } : {};
}

/** One earlier passage as the several it became: the words of each marked in its own block. */
function splitBlocks(context: BlockContext, from: Passage, to: readonly Passage[], change: Change): PlacedBlock[] {
  const { runs } = diffTokens(from.tokens, joinTokens(to));
  const pieces = cutAfter(
    runs,
    'to',
    to.map((passage) => passage.tokens.length),
  );
  return to.map((passage, index) => {
    const children = markInline(pieces[index] ?? [], markOf(context, change));
    const ends = { ...partOfSplit(context, change, index), ...tightness(pieces[index + 1], 'from') };
    const data: BlockChange = { kind: 'split', change: change.id, ...ends };
    const block = withNumberItHad(setChildren(context, passage, children), index === 0 ? from : undefined, passage);
    return { passage, block: withChange(block, data) };
  });
}

/** A further source of a merged passage, behind the number it had, struck: the later stage has no such number. */
function mergedPart(context: BlockContext, from: Passage | undefined, children: PhrasingContent[]): Nodes {
  const item = from?.type === 'listItem' ? from.path.at(-1)?.data?.label : undefined;
  const label = from?.node.data?.label ?? item;
  const data = from?.node.type === 'heading' ? { formerDepth: from.node.depth } : {};
  if (label === undefined || label === '') return { type: 'paragraph', data, children };
  const former = fill(labels(context.language).formerNumber, { n: label });
  const struck: PhrasingContent = {
    type: 'deletion',
    data: { role: 'label' },
    children: [{ type: 'text', value: `${former} ` }],
  };
  return { type: 'paragraph', data, children: [struck, ...children] };
}

/** The several earlier passages that became one, each with its words marked, in the place of that one. */
function mergedBlocks(context: BlockContext, from: readonly Passage[], to: Passage, change: Change): PlacedBlock[] {
  const { runs } = diffTokens(joinTokens(from), to.tokens);
  const pieces = cutAfter(
    runs,
    'from',
    from.map((passage) => passage.tokens.length),
  );
  return pieces.map((piece, index) => {
    const children = markInline(piece, markOf(context, change));
    const ends = { ...partOfMerge(context, change, index), ...tightness(pieces[index + 1], 'to') };
    const data: BlockChange = { kind: 'merged', change: change.id, ...ends };
    const block =
      index === 0
        ? withNumberItHad(setChildren(context, to, children), from[0], to)
        : mergedPart(context, from[index], children);
    return { passage: to, block: withChange(block, data) };
  });
}

/**
 * Passages that kept their place, as the blocks they are shown by.
 *
 * @param context both stages
 * @param step the passages and their change
 */
export function steadyBlocks(context: BlockContext, step: Extract<Step, { kind: 'both' }>): PlacedBlock[] {
  const { change } = step;
  const [from, to] = [pick(context.from.passages, step.from), pick(context.to.passages, step.to)];
  const [first, target] = [from[0], to[0]];
  if (!first || !target) return [];
  if (change.kind === 'unchanged') {
    const table = target.path.at(-1);
    const told = (table && context.tables.get(table)) ?? change;
    const block = withNumberItHad(markWords(context, [first, target], told), first, target);
    return [{ block, passage: target }];
  }
  if (to.length > 1) return splitBlocks(context, first, to, change);
  if (from.length > 1) return mergedBlocks(context, from, target, change);
  const block = withNumberItHad(markWords(context, [first, target], change), first, target);
  return [{ block: withChange(block, { kind: 'edited', change: change.id }), passage: target }];
}
