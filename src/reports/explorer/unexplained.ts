import type { Nodes } from 'mdast';
import type { Change, Reason } from '../../model/change-log.ts';
import type { Document } from '../../model/document.ts';
import type { Workspace } from '../../model/workspace.ts';
import { ACCEPTING } from '../../trace/response-state.ts';

/**
 * Makes a function that tells whether a change alters what the text asks for while no reason is known for it.
 *
 * Footnotes have no ids, so that nobody can name them: they are explained by the passage that bears their mark. What is
 * made from citations follows the passage that cites.
 *
 * @param workspace responses and decisions
 * @param documents both texts that are compared
 */
export function unexplainedIn(
  { responses, decisions }: Workspace,
  documents: readonly Document[],
): (change: Change) => boolean {
  const carriers = documents.map(noteCarriers);
  const named = new Set([
    ...responses.filter(({ entry }) => ACCEPTING.has(entry.decision)).flatMap(({ entry }) => entry.passages ?? []),
    ...decisions.flatMap(({ frontMatter }) => frontMatter.passages ?? []),
  ]);
  return (change) => {
    if (!isUnexplained(change)) return false;
    const notes = [...change.from, ...change.to].filter(({ type }) => type === 'footnoteDefinition');
    const keys = notes.map(({ file, startLine }) => keyOf(file, startLine));
    return !keys.some((key) => carriers.some((of) => (of.get(key) ?? []).some((id) => named.has(id))));
  };
}

function isUnexplained({ kind, severity, reasons, from, to }: Change): boolean {
  const generated = [...from, ...to].every(({ file, startLine }) => file === '' || startLine === 0);
  return kind !== 'unchanged' && severity === 'substantive' && !generated && !reasons.some(explains);
}

/** That a commit touched the file says that somebody changed it, which is known already. */
function explains(reason: Reason): boolean {
  return reason.kind !== 'commit' || reason.named === true;
}

function keyOf(file: string, line: number): string {
  return `${file}\n${line}`;
}

/** Ids of the blocks that bear the mark of a footnote, by where the footnote stands in its file. */
function noteCarriers({ root }: Document): ReadonlyMap<string, readonly string[]> {
  const bearing = new Map<string, string[]>();
  const standing = new Map<string, string>();
  const visit = (node: Nodes, file: string, passage: string | undefined): void => {
    const id = node.data?.id ?? passage;
    const inner = node.type === 'section' ? (node.file ?? '') : file;
    if (node.type === 'footnoteReference' && id !== undefined)
      bearing.set(node.identifier, [...(bearing.get(node.identifier) ?? []), id]);
    if (node.type === 'footnoteDefinition') standing.set(node.identifier, keyOf(inner, node.position?.start.line ?? 0));
    if ('children' in node) for (const child of node.children) visit(child, inner, id);
  };
  visit(root, '', undefined);
  return new Map([...standing].map(([identifier, key]) => [key, bearing.get(identifier) ?? []]));
}
