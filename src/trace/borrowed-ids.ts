import type { Nodes } from 'mdast';
import type { PassageRef } from '../model/change-log.ts';
import type { SectionSource } from '../model/section.ts';
import { fingerprintWords } from '../text/fingerprint.ts';

/** Blocks that an id can stand on. */
const BLOCKS: ReadonlySet<string> = new Set(['heading', 'paragraph', 'listItem', 'table', 'code', 'blockquote']);

/** Passages by file and line, with the id that the same words have elsewhere. */
export type BorrowedIds = ReadonlyMap<string, string>;

/**
 * Ids for the passages of a text that has none, from a text in which the same words have one.
 *
 * A repository that was adopted got its ids after its stages were tagged; answers name these ids, and the stages would
 * never hear of them. Words that stand twice on either side lend and borrow nothing.
 *
 * @param without The text whose passages have no ids.
 * @param withIds The text that has them.
 * @returns Nothing where every passage has an id already.
 */
export function borrowedIds(without: readonly SectionSource[], withIds: readonly SectionSource[]): BorrowedIds {
  const lending = once([...blocksOf(withIds)].filter(({ id }) => id !== undefined));
  const borrowing = once([...blocksOf(without)].filter(({ id }) => id === undefined));
  const known = new Set([...blocksOf(without)].flatMap(({ id }) => id ?? []));
  return new Map(
    [...borrowing].flatMap(([print, { place }]) => {
      const id = lending.get(print)?.id;
      return id === undefined || known.has(id) ? [] : [[place, id] as const];
    }),
  );
}

/** A passage with the id it borrows, where it has none of its own. */
export function withBorrowedId(ref: PassageRef, borrowed: BorrowedIds): PassageRef {
  const id = ref.id ?? borrowed.get(`${ref.file}:${ref.startLine}`);
  return id === undefined || id === ref.id ? ref : { ...ref, id };
}

interface Block {
  readonly id: string | undefined;
  readonly print: string;
  readonly place: string;
}

function* blocksOf(sections: readonly SectionSource[]): Generator<Block> {
  for (const { tree, file } of sections) yield* blocksIn(tree, file);
}

function* blocksIn(node: Nodes, file: string): Generator<Block> {
  if (BLOCKS.has(node.type) && node.position !== undefined)
    yield { id: node.data?.id, print: fingerprintWords(node), place: `${file}:${node.position.start.line}` };
  if (node.type === 'paragraph' || node.type === 'heading' || !('children' in node)) return;
  for (const child of node.children) yield* blocksIn(child, file);
}

/** Blocks by their words, without those whose words stand at two places. */
function once(blocks: readonly Block[]): ReadonlyMap<string, Block> {
  const found = new Map<string, Block | undefined>();
  for (const block of blocks) {
    const known = found.get(block.print);
    found.set(block.print, found.has(block.print) && known?.place !== block.place ? undefined : (known ?? block));
  }
  return new Map([...found].flatMap(([print, block]) => (block === undefined ? [] : [[print, block] as const])));
}
