/** What looks like markup of ours, was not read as such, and would be printed as it stands. */

import type { Nodes, Paragraph, Root, Text } from 'mdast';
import { nearest } from '../nearest.ts';
import { hasChildren, type MarkdownContext, report, sourceOf, startOf } from './context.ts';
import { knownDirectives } from './directives.ts';

/** A line of colons, the name after them and the rest; `>` and blanks before them belong to quotes and lists. */
const COLONS = /^(?<before>[ \t>]*)(?<colons>:{3,})[ \t]*(?<name>[\p{L}][\p{L}\p{N}_-]*)?(?<rest>[^\r\n]*)/gmu;
/** A footnote mark as it stands in the source. */
const MARK = /(?<!\\)\[\^(?<label>[\p{L}\p{N}_.-]{1,60})\]/gu;

/**
 * Reports directives and footnote marks that were not read as such and so are printed as they stand.
 *
 * @param context The file.
 * @param tree What was read from it.
 */
export function reportLeftOvers(context: MarkdownContext, tree: Root): void {
  const state: State = { context, isOpen: false };
  visit(state, tree);
}

interface State {
  readonly context: MarkdownContext;
  /** Whether a directive that was not read still waits for its closing line. */
  isOpen: boolean;
}

function visit(state: State, node: Nodes): void {
  // What is kept as text on purpose was reported where that was decided.
  if (node.data !== undefined && 'origin' in node.data && node.data.origin !== undefined) return;
  if (node.type === 'text') reportMarks(state.context, node);
  if (node.type === 'paragraph') reportColons(state, node);
  if (hasChildren(node)) for (const child of node.children) visit(state, child);
}

function reportMarks(context: MarkdownContext, node: Text): void {
  if (!node.value.includes('[^') || node.position === undefined) return;
  for (const match of sourceOf(context, node).matchAll(MARK)) {
    report(context, startOf(node) + match.index, {
      check: 'text/unknown-footnote',
      severity: 'warning',
      message: `There is no footnote "${match.groups?.label}" in this file; its mark is printed as it stands.`,
      hint: `Write the note as "[^${match.groups?.label}]: …" on a line of its own, or "\\[" for a plain bracket.`,
    });
  }
}

function reportColons(state: State, node: Paragraph): void {
  if (node.position === undefined) return;
  for (const { index, groups = {} } of sourceOf(state.context, node).matchAll(COLONS)) {
    const { before = '', name, rest = '' } = groups;
    const closes = name === undefined && rest.trim() === '';
    if (closes && state.isOpen) state.isOpen = false;
    else {
      state.isOpen = !closes;
      const offset = startOf(node) + index + before.length;
      report(state.context, offset, closes ? CLOSES_NOTHING : malformed(name));
    }
  }
}

const CLOSES_NOTHING = {
  check: 'text/malformed-directive',
  severity: 'warning',
  message: 'This line of colons closes nothing, and is printed as it stands.',
  hint: 'Delete it, or look at the line that was to open what it closes.',
} as const;

function malformed(name: string | undefined) {
  const near = name === undefined ? undefined : nearest(name, knownDirectives);
  return {
    check: 'text/malformed-directive',
    severity: near === undefined ? 'info' : 'warning',
    message: `This line of colons opens nothing${near === undefined ? '' : ` although it names "${near}"`}, and is printed as it stands.`,
    hint: `Write ":::${near ?? 'box'}" without a space before the name, and after the name nothing but attributes in closed braces and quotes: :::${near ?? 'box'}{key="…"}.`,
  } as const;
}
