import type { Section } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { findingAt } from './finding.ts';
import { type AnyNode, walk } from './tree.ts';

/** Finds ids that stand on more than one passage of the text. */
export function findDuplicateIds(sections: readonly Section[]): Finding[] {
  const first = new Map<string, { node: AnyNode; file: string | undefined }>();
  const findings: Finding[] = [];
  for (const section of sections) {
    walk(section, (node) => {
      const id = node.type === 'section' ? undefined : node.data?.id;
      if (id === undefined) return true;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, { node, file: section.file });
      else findings.push(duplicate(id, node, section.file, earlier));
      return true;
    });
  }
  return findings;
}

function duplicate(
  id: string,
  node: AnyNode,
  file: string | undefined,
  earlier: { node: AnyNode; file: string | undefined },
): Finding {
  const line = earlier.node.position?.start.line ?? 1;
  return findingAt(node as never, file, {
    check: 'text/duplicate-id',
    severity: 'error',
    message: `The id "${id}" already stands on the passage at ${earlier.file ?? 'a generated part'}:${line}.`,
    why: 'Responses and cross-references could not tell the two passages apart.',
    hint: 'Delete the id of the newer passage and run "penholder ids" to give it one of its own.',
  });
}
