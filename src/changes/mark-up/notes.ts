import type { Nodes } from 'mdast';
import type { Passages } from '../passages.ts';
import type { Step } from './plan-steps.ts';

/** Names for footnotes and ids of the earlier stage that do not collide with those of the later. */
export interface Names {
  readonly renameNote: (identifier: string) => string;
  readonly renameId: (id: string) => string;
  readonly renameTarget: (target: string) => string;
}

/** What copies taken from the earlier stage are called: `old-` and the name they had. */
const OLD = 'old-';

function definitionOf(path: readonly Nodes[]): string | undefined {
  const definition = path.find((container) => container.type === 'footnoteDefinition');
  return definition?.type === 'footnoteDefinition' ? definition.identifier : undefined;
}

/** Earlier footnotes whose text stands in a later footnote now. */
function keptNotes(steps: readonly Step[], from: Passages, to: Passages): Map<string, string> {
  const kept = new Map<string, string>();
  for (const step of steps) {
    if (step.kind !== 'both') continue;
    const after = definitionOf(to.passages[step.to[0] ?? -1]?.path ?? []);
    for (const order of step.from) {
      const before = definitionOf(from.passages[order]?.path ?? []);
      if (before !== undefined && after !== undefined && !kept.has(before)) kept.set(before, after);
    }
  }
  return kept;
}

function idsIn(node: Nodes, found: Set<string>): Set<string> {
  if (node.data?.id !== undefined) found.add(node.data.id);
  if ('children' in node) for (const child of node.children) idsIn(child, found);
  return found;
}

/** Both stages, as trees and as passages, in the order they are shown. */
export interface Stages {
  readonly steps: readonly Step[];
  readonly from: Passages;
  readonly to: Passages;
  readonly laterRoot: Nodes;
}

/**
 * Decides what footnotes and ids of the earlier stage are called beside those of the later.
 *
 * @param stages both stages
 */
export function nameOldParts({ steps, from, to, laterRoot }: Stages): Names {
  const kept = keptNotes(steps, from, to);
  const later = idsIn(laterRoot, new Set());
  return {
    renameNote: (identifier) => kept.get(identifier) ?? `${OLD}${identifier}`,
    renameId: (id) => `${OLD}${id}`,
    renameTarget: (target) => (later.has(target) ? target : `${OLD}${target}`),
  };
}

/**
 * A copy of a node of the earlier stage under the names it has in the marked-up version.
 *
 * @param node any node of the earlier stage
 * @param names what its parts are called
 */
export function copyOld<Node extends Nodes>(node: Node, names: Names): Node {
  const copy: Nodes = { ...node };
  if (copy.data?.id !== undefined) copy.data = { ...copy.data, id: names.renameId(copy.data.id) };
  if (copy.type === 'crossReference') copy.target = names.renameTarget(copy.target);
  if (copy.type === 'link' && copy.url.startsWith('#')) copy.url = `#${names.renameTarget(copy.url.slice(1))}`;
  if (copy.type === 'footnoteReference' || copy.type === 'footnoteDefinition') {
    copy.identifier = names.renameNote(copy.identifier);
    copy.label = copy.identifier;
  }
  if ('children' in copy) copy.children = copy.children.map((child) => copyOld(child, names)) as never;
  return copy as Node;
}
