import type { Nodes, Parents } from 'mdast';
import type { ChangeLog } from '../../model/change-log.ts';
import { changeWords } from '../../model/change-words.ts';
import type { Document } from '../../model/document.ts';
import { labels } from '../../model/labels.ts';
import { compareMarks } from '../note-marks.ts';
import { type Passage, type Passages, readPassages } from '../passages.ts';
import { keptAttributes } from './attributes.ts';
import { type BlockContext, comeBlock, goneBlock, steadyBlocks } from './blocks.ts';
import { findColumns } from './columns.ts';
import { mapContainers } from './containers.ts';
import { wholeChange } from './ends.ts';
import { withFormerNumber } from './former-number.ts';
import { legendSection } from './legend.ts';
import { copyOld, nameOldParts } from './notes.ts';
import { orderSteps } from './order-steps.ts';
import { planSteps, type Step } from './plan-steps.ts';
import { buildTree, type Entry } from './tree.ts';

interface Walk {
  readonly context: BlockContext;
  readonly entries: Entry[];
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

/** Where the block of a passage goes: the caption of a table stands above it. */
function placeOf(passage: Passage): readonly Parents[] {
  return passage.attribute === 'caption' ? passage.path.slice(0, -1) : passage.path;
}

function takeStep(walk: Walk, step: Step): void {
  const { context, entries } = walk;
  const { attributes } = context;
  if (step.kind === 'gone') {
    const passage = context.from.passages[step.from];
    if (!passage || attributes.isCarried(passage)) return;
    const change = attributes.wholeOf(passage) ? undefined : step.change;
    entries.push({ block: goneBlock(context, passage, change), path: placeOf(passage), later: false });
    return;
  }
  carryAlong(walk, step.kind === 'come' ? step.to : (step.to[0] ?? 0));
  if (step.kind === 'come') {
    const passage = context.to.passages[step.to];
    if (!passage || attributes.isCarried(passage)) return;
    entries.push({ block: comeBlock(context, passage, step.change), path: placeOf(passage), later: true });
    return;
  }
  for (const { block, passage } of steadyBlocks(context, step)) {
    if (!attributes.isCarried(passage)) entries.push({ block, path: placeOf(passage), later: true });
  }
}

/** An empty copy of a container, without the words that are shown as a block of their own. */
function containerCopier(context: BlockContext, laterContainers: ReadonlySet<Parents>) {
  const { attributes, names, language } = context;
  return (container: Parents): Parents => {
    const empty = { ...container, children: [] } as Parents;
    const later = laterContainers.has(container);
    const copy = attributes.dress(container, later ? empty : withFormerNumber(copyOld(empty, names), language));
    const fate = attributes.fateOf(container);
    return fate ? { ...copy, data: { ...copy.data, ...wholeChange(context, container, fate) } } : copy;
  };
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

/** A table some of whose rows or cells changed says so too, so that formats can show it beside the whole. */
function markTables(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) markTables(child);
  if (node.type !== 'table' || node.data?.change) return;
  const changes = node.children.flatMap((row) => [row, ...row.children].flatMap(({ data }) => data?.change ?? []));
  const [first] = changes;
  if (first) node.data = { ...node.data, change: { kind: 'edited', change: first.change } };
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
  const steps = orderSteps(planned, sides, map);
  const context: BlockContext = {
    ...sides,
    names: nameOldParts({ steps, ...sides, laterRoot: to.root }),
    attributes: keptAttributes({ steps, ...sides, map }),
    columns: findColumns(steps, sides, map),
    language: to.meta.language,
  };
  const walk: Walk = { context, entries: [], nextLeaf: 0 };
  for (const step of steps) takeStep(walk, step);
  carryAlong(walk, Number.POSITIVE_INFINITY);
  const root = buildTree(walk.entries, map, containerCopier(context, containersOf(sides.to)));
  markTables(root);
  root.children.unshift(legendSection(labels(to.meta.language)));
  return { root, meta: { ...to.meta, kind: changeWords(to.meta.language).markedUpVersion } };
}
