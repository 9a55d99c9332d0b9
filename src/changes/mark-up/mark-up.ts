import type { Nodes, Parents, Root } from 'mdast';
import type { ChangeLog } from '../../model/change-log.ts';
import { changeWords } from '../../model/change-words.ts';
import type { Document } from '../../model/document.ts';
import { fill, labels } from '../../model/labels.ts';
import { compareMarks } from '../note-marks.ts';
import { type Passage, type Passages, readPassages } from '../passages.ts';
import { keptAttributes, type MarkedStages, placeOf } from './attributes.ts';
import { type BlockContext, comeBlock, goneBlock, steadyBlocks } from './blocks.ts';
import { findColumns } from './columns.ts';
import { mapContainers } from './containers.ts';
import { wholeChange } from './ends.ts';
import { formerLabels, withFormerNumber } from './former-number.ts';
import { type Frames, fillFrames, findFrames, separateFrames } from './frames.ts';
import { legendSection } from './legend.ts';
import { copyOld, nameOldParts } from './notes.ts';
import { orderSteps } from './order-steps.ts';
import { planSteps, type Step } from './plan-steps.ts';
import { type BuiltTree, buildTree, type Entry } from './tree.ts';

/** Words that a container carries, and how many blocks stand before them. */
interface Carried {
  readonly passage: Passage;
  readonly at: number;
}

interface Walk {
  readonly context: BlockContext;
  readonly frames: Frames;
  readonly entries: Entry[];
  readonly carried: Carried[];
  nextLeaf: number;
}

/** Blocks without words, such as rules, stand where the later stage has them. */
function carryAlong(walk: Walk, order: number): void {
  const { leaves } = walk.context.to;
  for (; walk.nextLeaf < leaves.length; walk.nextLeaf += 1) {
    const leaf = leaves[walk.nextLeaf];
    if (!leaf || leaf.order >= order) return;
    if (leaf.order === -1) walk.entries.push({ block: leaf.node, path: leaf.path, later: true });
  }
}

/** Whether the container of a passage shows it; then no block is made of it. */
function isCarried(walk: Walk, passage: Passage): boolean {
  const carried = walk.context.attributes.isCarried(passage);
  if (carried) walk.carried.push({ passage, at: walk.entries.length });
  return carried;
}

function takeStep(walk: Walk, step: Step): void {
  const { context, entries } = walk;
  const { attributes } = context;
  if (step.kind === 'gone') {
    const passage = context.from.passages[step.from];
    if (!passage || isCarried(walk, passage)) return;
    const change = attributes.wholeOf(passage) ? undefined : step.change;
    entries.push({ block: goneBlock(context, passage, change), path: placeOf(passage), later: false });
    return;
  }
  carryAlong(walk, step.kind === 'come' ? step.to : (step.to[0] ?? 0));
  if (step.kind === 'come') {
    const passage = context.to.passages[step.to];
    if (!passage || isCarried(walk, passage)) return;
    entries.push({ block: comeBlock(context, passage, step.change), path: placeOf(passage), later: true });
    return;
  }
  for (const { block, passage } of steadyBlocks(context, step)) {
    if (!isCarried(walk, passage))
      entries.push({ block, path: walk.frames.pathOf(passage, placeOf(passage)), later: true });
  }
}

/** An empty copy of a container, without the words that are shown as a block of their own. */
function containerCopier(context: BlockContext, { steps, from, to, map }: MarkedStages, frames: Frames) {
  const { attributes, names, language } = context;
  const laterContainers = containersOf(to);
  const had = formerLabels(steps, { from, to }, map);
  return (container: Parents): Parents => {
    const empty = { ...container, children: [] } as Parents;
    const later = laterContainers.has(container);
    const fate = attributes.fateOf(container);
    const named = later ? withLabelItHad(empty, fate ? undefined : had.get(container)) : empty;
    const copy = attributes.dress(container, later ? named : withFormerNumber(copyOld(empty, names), language));
    if (fate) return { ...copy, data: { ...copy.data, ...wholeChange(context, container, fate) } };
    const frame = frames.fateOf(container, later);
    return frame ? withFrame(copy, frame, !later && frames.isNumberedByWords(container)) : copy;
  };
}

/** A container whose own words came or went; an alternative whose words stayed has the number they have now. */
function withFrame(container: Parents, frame: 'inserted' | 'deleted', unnumbered: boolean): Parents {
  const { label, ...rest } = container.data ?? {};
  const data = { ...rest, ...(label !== undefined && !unnumbered && { label }), frame };
  return { ...container, data } as Parents;
}

function withLabelItHad(container: Parents, former: string | undefined): Parents {
  if (former === undefined || former === (container.data?.label ?? '')) return container;
  return { ...container, data: { ...container.data, formerLabel: former } } as Parents;
}

function containersOf(passages: Passages): Set<Parents> {
  return new Set(passages.leaves.flatMap((leaf) => leaf.path));
}

/** Both stages as passages, with marks of footnotes that tell which note became which. */
function readSides(from: Document, to: Document, log: ChangeLog): { from: Passages; to: Passages } {
  const [earlier, later] = [readPassages(from), readPassages(to)];
  const pairs = log.changes.flatMap(({ from: [a], to: [b] }) => (a && b ? [[a.order, b.order] as const] : []));
  const compared = compareMarks(earlier.passages, later.passages, pairs);
  return { from: withPassages(earlier, compared.from), to: withPassages(later, compared.to) };
}

function withPassages({ leaves }: Passages, passages: readonly Passage[]): Passages {
  return { passages, leaves: leaves.map((leaf) => passages[leaf.order] ?? leaf) };
}

/** Changes that tell of the columns of a table, by the later table. */
function tablesOf(log: ChangeLog, { passages }: Passages): Map<Parents, ChangeLog['changes'][number]> {
  const tables = new Map<Parents, ChangeLog['changes'][number]>();
  for (const change of log.changes) {
    const table = change.columns && passages[change.to[0]?.order ?? -1]?.path.at(-1);
    if (table) tables.set(table, change);
  }
  return tables;
}

/** A table some of whose rows or cells changed says so too, so that formats can show it beside the whole. */
function markTables(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) markTables(child);
  if (node.type !== 'table' || node.data?.change) return;
  const changes = node.children.flatMap((row) => [row, ...row.children].flatMap(({ data }) => data?.change ?? []));
  const [first] = changes;
  if (first) node.data = { ...node.data, change: { kind: 'edited', change: first.change } };
}

/** Whether a container shows its own words where they stood: those of a recommendation after all else, others before. */
function isInPlace({ passage, at }: Carried, spans: BuiltTree['spans']): boolean {
  const container = passage.path.at(-1);
  const span = container && spans.get(container);
  if (!span || (span.copies > 1 && passage.attribute !== 'caption')) return false;
  return container.type === 'recommendation' ? span.last === at - 1 : span.first === at;
}

/** All blocks in order, as a tree, and the containers whose own words come out of that order. */
function layOut(context: BlockContext, stages: MarkedStages, frames: Frames): { root: Root; misplaced: Set<Parents> } {
  const walk: Walk = { context, frames, entries: [], carried: [], nextLeaf: 0 };
  for (const step of stages.steps) takeStep(walk, step);
  carryAlong(walk, Number.POSITIVE_INFINITY);
  const entries = fillFrames(walk.entries, containersOf(stages.to));
  const { root, spans } = buildTree(entries, stages.map, containerCopier(context, stages, frames));
  const astray = walk.carried.filter((carried) => !isInPlace(carried, spans));
  return { root, misplaced: new Set(astray.flatMap(({ passage }) => passage.path.at(-1) ?? [])) };
}

/**
 * The later stage with its changes since the earlier one shown: what is new inserted, what is gone deleted where it
 * stood, what moved shown at both ends with links, words marked inside passages that changed.
 *
 * Leaving out what is inserted or moved here gives the passages of the earlier stage in order; leaving out what is
 * deleted or moved away gives those of the later one.
 *
 * @param from the earlier stage
 * @param to the later stage
 * @param log the changes between exactly these two, from `compareDocuments`
 */
export function markUp(from: Document, to: Document, log: ChangeLog): Document {
  const sides = readSides(from, to, log);
  const planned = planSteps(log, sides.from, sides.to);
  const map = mapContainers(planned, sides.from, sides.to);
  const steps = orderSteps(separateFrames({ steps: planned, ...sides, map }), sides, map);
  const stages = { steps, ...sides, map };
  const context: Omit<BlockContext, 'attributes'> = {
    ...sides,
    names: nameOldParts({ steps, ...sides, laterRoot: to.root }),
    columns: findColumns(steps, sides, map),
    tables: tablesOf(log, sides.to),
    language: to.meta.language,
  };
  const frames = findFrames(stages);
  const first = layOut({ ...context, attributes: keptAttributes(stages) }, stages, frames);
  const { root } =
    first.misplaced.size === 0
      ? first
      : layOut({ ...context, attributes: keptAttributes(stages, first.misplaced) }, stages, frames);
  markTables(root);
  const { language } = to.meta;
  const words = changeWords(language);
  const between = `${fill(words.between, { from: log.from.title, to: log.to.title })}${words.stop.trimEnd()}`;
  root.children.unshift(legendSection(labels(language), between));
  return { root, meta: { ...to.meta, kind: words.markedUpVersion } };
}
