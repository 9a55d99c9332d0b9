import type { Nodes } from 'mdast';
import { fill, labels } from '../../model/labels.ts';

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
