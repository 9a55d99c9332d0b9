import type { Node } from 'unist';
import { type AnyNode, walk } from '../drafts/tree.ts';
import type { Place } from '../model/finding.ts';
import type { SectionSource } from '../model/section.ts';
import type { StageText } from '../model/workspace.ts';

/** A node of the text with the id it bears. */
export interface IdentifiedNode {
  readonly id: string;
  readonly node: AnyNode;
  readonly section: SectionSource;
}

/** All passages of a text that bear an id, sections included, in reading order. */
export function identifiedNodes(text: StageText | undefined): IdentifiedNode[] {
  return (text?.sections ?? []).flatMap((section) => {
    const found: IdentifiedNode[] = [];
    const { id } = section.frontMatter;
    if (id !== undefined) found.push({ id, node: section.tree, section });
    walk(section.tree, (node) => {
      if (node.data?.id !== undefined) found.push({ id: node.data.id, node, section });
      return true;
    });
    return found;
  });
}

/** Ids of all passages of some texts. */
export function passageIds(texts: readonly (StageText | undefined)[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => identifiedNodes(text).map(({ id }) => id)));
}

/** All nodes of one type in a section, in reading order. */
export function nodesOf<T extends AnyNode['type']>(section: SectionSource, type: T): Extract<AnyNode, { type: T }>[] {
  const found: Extract<AnyNode, { type: T }>[] = [];
  walk(section.tree, (node) => {
    if (node.type === type) found.push(node as Extract<AnyNode, { type: T }>);
    return true;
  });
  return found;
}

/** Where a node of a section stands. */
export function placeOfNode(section: SectionSource, node: Node): Place {
  const start = node.position?.start;
  return { file: section.file, line: start?.line ?? 1, column: start?.column ?? 1 };
}
