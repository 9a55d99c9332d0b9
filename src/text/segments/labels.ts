/** Labels of links and notes: what is defined anywhere in a file decides how `[x]` is read everywhere in it. */
import type { Nodes } from 'mdast';

/** What a file defines. */
export interface Labels {
  /** Labels of links and images, normalised. */
  readonly links: ReadonlySet<string>;
  /** Labels of footnotes, normalised. */
  readonly notes: ReadonlySet<string>;
}

/** Nothing defined. */
export const NO_LABELS: Labels = { links: new Set(), notes: new Set() };

/** Whether a text may define a label. */
export function mayDefine(text: string): boolean {
  return text.includes(']:');
}

const NOTE = /^\[\^([^\s[\]\\]{1,900})\]:/u;

/** What a text defines, where it is one footnote and that is plain to see. */
export function onlyNote(text: string): Labels | undefined {
  const label = NOTE.exec(text)?.[1];
  if (label === undefined || text.indexOf(']:') !== text.lastIndexOf(']:')) return undefined;
  return { links: NO_LABELS.links, notes: new Set([normalLabel(label)]) };
}

/**
 * Finds the labels that trees define.
 *
 * @param nodes Blocks in order.
 */
export function labelsOf(nodes: readonly Nodes[]): Labels {
  const [links, notes] = [new Set<string>(), new Set<string>()];
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') links.add(normalLabel(node.identifier));
    else if (node.type === 'footnoteDefinition') notes.add(normalLabel(node.identifier));
    if ('children' in node && node.type !== 'paragraph') node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return { links, notes };
}

/** A label as CommonMark compares it: white space as one space, without regard to case. */
export function normalLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/gu, ' ')
    .replace(/^ | $/gu, '')
    .toLowerCase()
    .toUpperCase();
}

/** What may be a label: no bracket inside but escaped ones. */
const LABEL = /\[((?:[^[\]\\]|\\[\s\S]){1,1000})\]/uy;

/**
 * The defined labels that a text may refer to, as one string: two texts that are equal and agree in it are read alike.
 *
 * @param text A segment.
 * @param labels What its file defines.
 */
export function usedLabels(text: string, { links, notes }: Labels): string {
  if (links.size === 0 && notes.size === 0) return '';
  const used = new Set<string>();
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    LABEL.lastIndex = at;
    const label = LABEL.exec(text)?.[1];
    if (label === undefined) continue;
    const name = normalLabel(label.replaceAll(/^[ \t>]+/gmu, ' '));
    if (links.has(name)) used.add(name);
    if (label.startsWith('^') && notes.has(normalLabel(label.slice(1)))) used.add(`^${normalLabel(label.slice(1))}`);
  }
  return [...used].sort().join('\n');
}
