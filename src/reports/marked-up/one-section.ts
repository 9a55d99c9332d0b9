import type { Heading, Nodes } from 'mdast';
import type { Document, Section } from '../../model/document.ts';

/**
 * Keeps one section of a document: a whole one, or a part of one that begins with a heading of this id.
 *
 * @param document clean or marked up
 * @param id of the section or heading, or the name of its file
 * @returns undefined where the document has no such section
 */
export function oneSection(document: Document, id: string): Document | undefined {
  const kept = document.root.children.flatMap((node): Section[] => {
    if (node.type !== 'section') return [];
    if (node.data?.role === 'legend') return [node];
    const part = partOf(node, id);
    return part === undefined ? [] : [part];
  });
  if (!kept.some(({ data }) => data?.role !== 'legend')) return undefined;
  return { root: { ...document.root, children: kept }, meta: { ...document.meta, attachments: [] } };
}

/** Ids that a section or a heading in it can be asked for by, for messages. */
export function sectionIds({ root }: Document): string[] {
  const sections = root.children.flatMap((node) => (node.type === 'section' ? [node] : []));
  return [...new Set(sections.flatMap(({ children }) => children.flatMap(idOf)))];
}

function idOf(node: Nodes): string[] {
  return node.type === 'heading' && node.data?.id !== undefined ? [node.data.id] : [];
}

function partOf(section: Section, id: string): Section | undefined {
  const { children, file = '' } = section;
  if (stem(file) === stem(id) && file !== '') return section;
  const start = children.findIndex((node) => node.type === 'heading' && node.data?.id === id);
  const heading = children[start];
  if (heading?.type !== 'heading') return undefined;
  if (start === 0) return section;
  return { ...section, children: children.slice(start, endOf(section, start, heading)) };
}

/** A part goes on to the next heading of its rank, and takes the footnotes of its section along. */
function endOf({ children }: Section, start: number, { depth }: Heading): number {
  const next = children.findIndex((node, index) => index > start && node.type === 'heading' && node.depth <= depth);
  return next < 0 ? children.length : next;
}

function stem(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/iu, '');
}
