import type { Definition, Nodes } from 'mdast';
import type { Node } from 'unist';
import type { Finding, Severity } from '../../model/finding.ts';
import { pointAt, type SourceLines } from '../source-lines.ts';

/** What every step of reading a Markdown file needs. */
export interface MarkdownContext {
  readonly source: string;
  readonly lines: SourceLines;
  readonly file: string;
  readonly findings: Finding[];
  /** Link and image definitions by normalised identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** What is wrong, why and what to do. */
export interface Trouble {
  /** Id of the rule, `text/…`. */
  readonly check: `text/${string}`;
  readonly severity: Severity;
  readonly message: string;
  readonly why?: string;
  readonly hint?: string;
}

/** Reports trouble at an offset of the source. */
export function report(context: MarkdownContext, offset: number, trouble: Trouble): void {
  const { line, column } = pointAt(context.lines, offset);
  context.findings.push({ ...trouble, place: { file: context.file, line, column } });
}

/** Offset at which a node begins; 0 for one that has no place. */
export function startOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}

/** Offset at which a node ends. */
export function endOf(node: Node): number {
  return node.position?.end.offset ?? 0;
}

/** A place in the source from offset to offset. */
export function positionOf(context: MarkdownContext, start: number, end: number): NonNullable<Node['position']> {
  return { start: pointAt(context.lines, start), end: pointAt(context.lines, end) };
}

/** What stands in the source where a node does. */
export function sourceOf(context: MarkdownContext, node: Node): string {
  return context.source.slice(startOf(node), endOf(node));
}

/** Whether a node has children. */
export function hasChildren<T extends Node>(node: T): node is T & { children: Nodes[] } {
  return Array.isArray((node as { children?: unknown }).children);
}
