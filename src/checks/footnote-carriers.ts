import type { Nodes } from 'mdast';
import type { SectionSource } from '../model/section.ts';
import type { StageText } from '../model/workspace.ts';

/** Passages that bear the mark of a footnote, by file and line of the footnote: notes have no ids of their own. */
type FootnoteCarriers = (file: string, line: number) => readonly string[];

/**
 * Makes a function that gives the ids of the passages which bear the mark of a footnote.
 *
 * @param text The text in which the footnote stands.
 */
export function footnoteCarriers(text: StageText | undefined): FootnoteCarriers {
  const read = new Map<string, ReadonlyMap<number, readonly string[]>>();
  const sections = new Map((text?.sections ?? []).map((section) => [section.file, section]));
  return (file, line) => {
    const section = sections.get(file);
    if (section === undefined) return [];
    const known = read.get(file) ?? carriersIn(section);
    read.set(file, known);
    return known.get(line) ?? [];
  };
}

function carriersIn({ tree }: SectionSource): ReadonlyMap<number, readonly string[]> {
  const lines = new Map<string, number>();
  const carriers = new Map<string, Set<string>>();
  const visit = (node: Nodes, passage: string | undefined): void => {
    const id = node.data?.id ?? passage;
    if (node.type === 'footnoteDefinition') lines.set(node.identifier, node.position?.start.line ?? 0);
    if (node.type === 'footnoteReference' && id !== undefined)
      carriers.set(node.identifier, (carriers.get(node.identifier) ?? new Set()).add(id));
    if ('children' in node) for (const child of node.children) visit(child, id);
  };
  visit(tree, undefined);
  return new Map([...lines].map(([identifier, line]) => [line, [...(carriers.get(identifier) ?? [])]]));
}
