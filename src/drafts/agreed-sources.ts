import type { Section } from '../model/document.ts';
import type { Resource } from '../model/resource.ts';
import { shortResource } from './csl.ts';
import { walk } from './tree.ts';

/**
 * Calls the sources of agreed language by what they are called rather than by their ids; a short title becomes the tag
 * that is printed. A source that no resource has keeps its id, and no tag.
 *
 * @param sections Changed in place.
 * @param resources The mapping of existing resources.
 */
export function nameAgreedSources(sections: readonly Section[], resources: readonly Resource[]): void {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  for (const section of sections) {
    walk(section, (node) => {
      const resource = node.type === 'agreed' ? byId.get(node.source ?? '') : undefined;
      if (node.type !== 'agreed' || resource === undefined) return undefined;
      node.source = shortResource(resource);
      const tag = resource['title-short'];
      if (tag !== undefined) node.sourceTag = tag;
      return undefined;
    });
  }
}
