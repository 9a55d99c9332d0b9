import type { Nodes } from 'mdast';
import type { Finding, Severity } from '../model/finding.ts';

/** What a composition rule says, without its place. */
export interface Said {
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why?: string;
  readonly hint?: string;
}

/** A finding at a node of a file; nodes that were made and not written stand at the head of the file. */
export function findingAt(node: Nodes, file: string | undefined, said: Said): Finding {
  const start = node.position?.start;
  return { ...said, place: { file: file ?? '', line: start?.line ?? 1, column: start?.column ?? 1 } };
}
