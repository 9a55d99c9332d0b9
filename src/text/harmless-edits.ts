import type { Root } from 'mdast';
import { applyEdits, type Edit } from './edits.ts';
import { findFrontMatter } from './front-matter-block.ts';
import { parseMarkdown } from './markdown.ts';
import { sameMeaning } from './same-meaning.ts';

/**
 * Those edits that change no more of a text than the ids in it.
 *
 * @param source The whole file.
 * @param tree What was read from it.
 * @param edits What is to be put in.
 */
export function harmlessEdits(source: string, tree: Root, edits: readonly Edit[]): Edit[] {
  const bodyOffset = bodyOffsetOf(source, tree);
  const accepted: Edit[] = [];
  const settle = (some: readonly Edit[]): void => {
    if (some.length === 0) return;
    const after = applyEdits(source, [...accepted, ...some]).source;
    if (sameMeaning(parseMarkdown(after, { file: '', bodyOffset }).tree, tree)) accepted.push(...some);
    else if (some.length > 1) {
      const half = some.length >> 1;
      settle(some.slice(0, half));
      settle(some.slice(half));
    }
  };
  settle(edits);
  return accepted;
}

/** Where the body began when the tree was read. */
function bodyOffsetOf(source: string, tree: Root): number {
  const offset = findFrontMatter(source)?.bodyOffset ?? 0;
  return (tree.children[0]?.position?.start.offset ?? offset) >= offset ? offset : 0;
}
