import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Node } from 'unist';
import type { Finding, Severity } from '../../model/finding.ts';
import { pointAt, type SourceLines } from '../source-lines.ts';

/** Reads the HTML in Markdown. */
export interface HtmlReader {
  /** Converts HTML among blocks that stand side by side. */
  readonly blocks: (context: MarkdownContext, nodes: readonly RootContent[]) => RootContent[];
  /** Converts HTML in a line of text, and tells the names of places in it. */
  readonly inline: (context: MarkdownContext, nodes: readonly PhrasingContent[]) => InlineHtml;
}

/** A line without HTML. */
export interface InlineHtml {
  readonly children: PhrasingContent[];
  readonly anchors: string[];
}

/** What every step of reading a Markdown file needs. */
export interface MarkdownContext {
  readonly source: string;
  readonly lines: SourceLines;
  readonly file: string;
  readonly findings: Finding[];
  /** Link and image definitions by normalised identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Absent where the file holds no HTML. */
  readonly html: HtmlReader | undefined;
}

/** A line of text without HTML. */
export function withoutHtml(context: MarkdownContext, children: readonly PhrasingContent[]): InlineHtml {
  return context.html?.inline(context, children) ?? { children: [...children], anchors: [] };
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
