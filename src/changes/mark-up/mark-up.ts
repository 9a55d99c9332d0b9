import type { Parents } from 'mdast';
import type { ChangeLog } from '../../model/change-log.ts';
import { changeWords } from '../../model/change-words.ts';
import type { Document } from '../../model/document.ts';
import { labels } from '../../model/labels.ts';
import { type Passages, readPassages } from '../passages.ts';
import { type Attributes, keptAttributes } from './attributes.ts';
import { type BlockContext, comeBlock, goneBlock, steadyBlocks } from './blocks.ts';
import { findColumns } from './columns.ts';
import { mapContainers } from './containers.ts';
import { legendSection } from './legend.ts';
import { copyOld, type Names, nameOldParts } from './notes.ts';
import { planSteps, type Step } from './plan-steps.ts';
import { buildTree, type Entry } from './tree.ts';

interface Walk {
  readonly context: BlockContext;
  readonly attributes: Attributes;
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

function takeStep(walk: Walk, step: Step): void {
  const { context, entries, attributes } = walk;
  if (step.kind === 'gone') {
    const passage = context.from.passages[step.from];
    if (!passage || attributes.isCarried(passage)) return;
    const whole = attributes.isWhole(passage);
    entries.push({
      block: goneBlock(context, passage, whole ? undefined : step.change),
      path: passage.path,
      later: false,
    });
    return;
  }
  carryAlong(walk, step.kind === 'come' ? step.to : (step.to[0] ?? 0));
  if (step.kind === 'come') {
    const passage = context.to.passages[step.to];
    if (!passage || attributes.isCarried(passage)) return;
    const whole = attributes.isWhole(passage);
    entries.push({
      block: comeBlock(context, passage, whole ? undefined : step.change),
      path: passage.path,
      later: true,
    });
    return;
  }
  for (const { block, passage } of steadyBlocks(context, step)) {
    if (!attributes.isCarried(passage)) entries.push({ block, path: passage.path, later: true });
  }
}

/** An empty copy of a container, without the words that are shown as a block of their own. */
function containerCopier(attributes: Attributes, names: Names, laterContainers: ReadonlySet<Parents>) {
  return (container: Parents): Parents => {
    const empty = { ...container, children: [] } as Parents;
    const copy = laterContainers.has(container) ? empty : copyOld(empty, names);
    return attributes.dress(container, copy);
  };
}

function containersOf(passages: Passages): Set<Parents> {
  return new Set(passages.leaves.flatMap((leaf) => leaf.path));
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
  const [earlier, later] = [readPassages(from), readPassages(to)];
  const steps = planSteps(log, earlier, later);
  const names = nameOldParts({ steps, from: earlier, to: later, laterRoot: to.root });
  const attributes = keptAttributes(steps, earlier, later);
  const map = mapContainers(steps, earlier, later);
  const columns = findColumns(steps, { from: earlier, to: later }, map);
  const context: BlockContext = { from: earlier, to: later, names, columns, language: to.meta.language };
  const walk: Walk = { context, attributes, entries: [], nextLeaf: 0 };
  for (const step of steps) takeStep(walk, step);
  carryAlong(walk, Number.POSITIVE_INFINITY);
  const root = buildTree(walk.entries, map, containerCopier(attributes, names, containersOf(later)));
  root.children.unshift(legendSection(labels(to.meta.language)));
  return { root, meta: { ...to.meta, kind: changeWords(to.meta.language).markedUpVersion } };
}
