import type { Html, RootContent } from 'mdast';
import { STRUCTURAL, VOID } from './elements.ts';
import { type HtmlToken, tokenizeHtml } from './tokens.ts';

/** A run of siblings, both ends included. */
export interface Group {
  readonly first: number;
  readonly last: number;
}

interface OpenElement {
  readonly name: string;
  readonly node: number;
}

/**
 * Finds the runs of blocks that HTML elements hold together: from the block with the opening tag to that with the closing.
 *
 * An element that is never closed holds together no more than its own block.
 *
 * @param nodes Blocks that stand side by side.
 */
export function groupBlocks(nodes: readonly RootContent[]): Group[] {
  const reach = reaches(nodes);
  const groups: Group[] = [];
  for (let first = 0; first < nodes.length; first++) {
    if (nodes[first]?.type !== 'html') continue;
    let last = reach[first] ?? first;
    for (let inside = first + 1; inside <= last; inside++) last = Math.max(last, reach[inside] ?? inside);
    groups.push({ first, last });
    first = last;
  }
  return groups;
}

/** For each block the last one that an element opened in it reaches. */
function reaches(nodes: readonly RootContent[]): number[] {
  const reach: number[] = nodes.map((_, index) => index);
  const open: OpenElement[] = [];
  const counts = new Map<string, number>();
  nodes.forEach((node, index) => {
    if (node.type !== 'html') return;
    for (const token of structuralTags(node)) {
      const { name } = token;
      if (token.kind === 'open') {
        open.push({ name, node: index });
        counts.set(name, (counts.get(name) ?? 0) + 1);
      } else if ((counts.get(name) ?? 0) > 0) closeElement(open, counts, { name, index, reach });
    }
  });
  return reach;
}

function closeElement(
  open: OpenElement[],
  counts: Map<string, number>,
  { name, index, reach }: { name: string; index: number; reach: number[] },
): void {
  for (let top = open.pop(); top; top = open.pop()) {
    counts.set(top.name, (counts.get(top.name) ?? 1) - 1);
    if (top.name !== name) continue;
    reach[top.node] = Math.max(reach[top.node] ?? 0, index);
    return;
  }
}

function structuralTags(node: Html): HtmlToken[] {
  return tokenizeHtml(node.value).filter(
    ({ kind, name, selfClosing }) =>
      (kind === 'open' || kind === 'close') && STRUCTURAL.has(name) && !VOID.has(name) && !selfClosing,
  );
}

/** How deeply the elements of HTML stand inside one another at most. */
export function depthOf(nodes: readonly RootContent[]): number {
  let depth = 0;
  let deepest = 0;
  for (const node of nodes) {
    if (node.type !== 'html') continue;
    for (const { kind, name, selfClosing } of tokenizeHtml(node.value)) {
      if (VOID.has(name) || selfClosing) continue;
      if (kind === 'open') deepest = Math.max(deepest, ++depth);
      else if (kind === 'close' && depth > 0) depth--;
    }
  }
  return deepest;
}
