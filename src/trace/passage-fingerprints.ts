import type { Nodes } from 'mdast';
import type { SectionSource } from '../model/section.ts';
import { fingerprintWords } from '../text/fingerprint.ts';

/**
 * The fingerprint of each passage of a text that has an id.
 *
 * @param sections The text as read; a section's own id stands for its title.
 */
export function passageFingerprints(sections: readonly SectionSource[]): Map<string, string> {
  const prints = new Map<string, string>();
  for (const { tree, frontMatter } of sections) {
    if (frontMatter.id !== undefined) prints.set(frontMatter.id, fingerprintWords(frontMatter.title ?? ''));
    collect(tree, prints);
  }
  return prints;
}

function collect(node: Nodes, prints: Map<string, string>): void {
  const id = node.data?.id;
  if (id !== undefined && !prints.has(id)) prints.set(id, fingerprintWords(node));
  if ('children' in node) for (const child of node.children) collect(child, prints);
}
