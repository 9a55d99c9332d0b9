import type { Definition, Root } from 'mdast';
import type { Node } from 'unist';
import type { Finding } from '../model/finding.ts';
import { readHtmlNotes } from './html/notes.ts';
import { readBlocks } from './markdown/blocks.ts';
import { captionTables } from './markdown/captions.ts';
import { hasChildren, type MarkdownContext } from './markdown/context.ts';
import { limitInlineDepth } from './markdown/inline-depth.ts';
import { reportLeftOvers } from './markdown/left-over.ts';
import { restoreLiterals } from './markdown/literals.ts';
import { parseTree } from './markdown/processor.ts';
import { prescan } from './prescan.ts';
import { sourceLines } from './source-lines.ts';

/** How a Markdown file is to be read. */
export interface MarkdownOptions {
  /** Workspace-relative path, for findings. */
  readonly file: string;
  /** Offset at which front matter ends; positions stay those of the whole file. */
  readonly bodyOffset?: number;
  /** Language of the text (BCP 47). */
  readonly language?: string;
}

/** A Markdown file as a tree, and what it could not carry. */
export interface MarkdownReading {
  /** JSON-serialisable; no HTML, no references, no definitions of links. */
  readonly tree: Root;
  readonly findings: Finding[];
}

/**
 * Reads Markdown into a tree of mdast and the nodes of the model.
 *
 * Citations and cross-references are found but not resolved. Blocks that would take too long to parse are kept as
 * their literal text. Nothing is thrown and nothing is left out without a finding.
 *
 * @param source The whole file, front matter included.
 * @param options File, and where its body begins.
 */
export function parseMarkdown(source: string, options: MarkdownOptions): MarkdownReading {
  const masked = maskStart(source, options.bodyOffset ?? 0);
  const { safe, literalBlocks, findings } = prescan(masked, options.file);
  const parsed = parseTree(safe);
  const context: MarkdownContext = {
    source: masked,
    lines: sourceLines(masked),
    file: options.file,
    findings: [...findings],
    definitions: definitionsIn(parsed),
  };
  const literal = restoreLiterals(context, parsed, literalBlocks);
  const read: Root = { ...literal, children: readBlocks(context, literal.children) };
  const tree = limitInlineDepth(context, readHtmlNotes(read));
  captionTables(tree);
  reportLeftOvers(context, tree);
  context.findings.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  return { tree, findings: context.findings };
}

/** Front matter and a byte-order mark as blanks, so that every position is that of the whole file. */
function maskStart(source: string, bodyOffset: number): string {
  const head = source.slice(0, bodyOffset).replaceAll(/[^\r\n]/gu, ' ');
  const body = source.slice(bodyOffset);
  return head + (body.startsWith('\uFEFF') ? ` ${body.slice(1)}` : body);
}

/** The first definition of each label counts. */
function definitionsIn(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const visit = (node: Node): void => {
    if (node.type === 'definition') {
      const definition = node as Definition;
      const key = definition.identifier.toLowerCase();
      if (!definitions.has(key)) definitions.set(key, definition);
    } else if (hasChildren(node) && node.type !== 'paragraph') node.children.forEach(visit);
  };
  visit(tree);
  return definitions;
}
