import type { Nodes, Parents } from 'mdast';
import { fill, labels } from '../../model/labels.ts';
import type { Passage, Passages } from '../passages.ts';
import type { Step } from './plan-steps.ts';
import type { ContainerMap } from './tree.ts';

/**
 * A block of the earlier stage with a printed number that nobody takes for one of the later.
 *
 * @param block a copy of the block
 * @param language language of the marked-up version
 */
export function withFormerNumber<Block extends Nodes>(block: Block, language: string): Block {
  const label = block.data?.label;
  if (label === undefined || label === '') return block;
  return { ...block, data: { ...block.data, label: fill(labels(language).formerNumber, { n: label }) } };
}

/** The item or alternative whose number stands before a passage. */
function holderOf({ node, path }: Passage): Parents | undefined {
  const parent = path.at(-1);
  const holds = (parent?.type === 'listItem' || parent?.type === 'alternative') && parent.children[0] === node;
  return holds ? parent : undefined;
}

/** The number printed before a passage; empty where there is none. */
function labelOf(passage: Passage): string {
  return passage.node.data?.label ?? holderOf(passage)?.data?.label ?? '';
}

/**
 * A block of the later stage that knows the number it had, where that was another one.
 *
 * @param block The block as it is shown.
 * @param from The passage it was.
 * @param to The passage it is; its number may stand before the item it begins.
 */
export function withNumberItHad<Block extends Nodes>(block: Block, from: Passage | undefined, to: Passage): Block {
  if (to.attribute) return block;
  const [formerLabel, formerDepth] = from === undefined ? ['', 0] : [labelOf(from), depthOf(from.node)];
  const data = {
    ...(holderOf(to) === undefined && formerLabel !== (block.data?.label ?? '') && { formerLabel }),
    ...(formerDepth !== depthOf(block) && { formerDepth }),
  };
  return Object.keys(data).length === 0 ? block : { ...block, data: { ...block.data, ...data } };
}

function depthOf(node: Nodes): number {
  return node.type === 'heading' ? node.depth : 0;
}

/**
 * The numbers that containers of the later stage had in the earlier one.
 *
 * @param steps The passages of both stages in one order.
 * @param sides Both stages.
 * @param map Which earlier container became which later one.
 */
export function formerLabels(
  steps: readonly Step[],
  sides: { readonly from: Passages; readonly to: Passages },
  map: ContainerMap,
): ReadonlyMap<Parents, string> {
  const found = new Map<Parents, string>();
  for (const [earlier, later] of map) if (!found.has(later)) found.set(later, earlier.data?.label ?? '');
  for (const step of steps) {
    if (step.kind !== 'both') continue;
    const before = sides.from.passages[step.from[0] ?? -1];
    step.to.forEach((order, index) => {
      const passage = sides.to.passages[order];
      const holder = passage && holderOf(passage);
      if (holder) found.set(holder, before === undefined || index > 0 ? '' : labelOf(before));
    });
  }
  return found;
}
