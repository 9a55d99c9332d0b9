/** Wording that an input proposes stands in it as a code block `proposal`, as in a patch: `-` what is to go, `+` what is to come. */
import type { Code } from 'mdast';
import type { Node } from 'unist';
import type { Proposal } from '../../model/consultation-note.ts';

/** The language of such a block. */
const LANGUAGE = 'proposal';

/** Whether a node is proposed wording. */
export function isProposal(node: Node): node is Code {
  return node.type === 'code' && (node as Code).lang === LANGUAGE;
}

/** The proposed wording among the blocks of an input; undefined where there is none. */
export function proposalIn(nodes: readonly Node[]): Proposal | undefined {
  const found = nodes.find(isProposal);
  return found === undefined ? undefined : readProposal(found.value);
}

function readProposal(text: string): Proposal {
  const lines = text.split('\n');
  const side = (mark: string) =>
    lines
      .filter((line) => line.startsWith(mark))
      .map((line) => line.slice(1).trim())
      .join('\n');
  return { from: side('-'), to: side('+') };
}

/** Proposed wording as lines for readers: what is to go, then what is to come. */
export function proposedLines({ value }: Code): string[] {
  const { from, to } = readProposal(value);
  return [
    ...from.split('\n').map((line) => (line === '' ? '' : `Old: ${line}`)),
    ...to.split('\n').map((line) => (line === '' ? '' : `New: ${line}`)),
  ].filter((line) => line !== '');
}

/**
 * Proposed wording as a code block, indented to stand in a list item. Words that would close the block can't.
 *
 * @param proposal The wording; line ends part paragraphs.
 * @param indent What stands before each line.
 */
export function proposalBlock({ from, to }: Proposal, indent: string): string {
  const marked = (mark: string, text: string) =>
    text === '' ? [] : text.split('\n').map((line) => `${mark} ${line.trim()}`);
  const lines = [...marked('-', from), ...marked('+', to)];
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/gu)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${LANGUAGE}`, ...lines, fence].map((line) => `${indent}${line}`).join('\n');
}
