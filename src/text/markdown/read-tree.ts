import type { Definition, Root } from 'mdast';
import type { Node } from 'unist';
import type { Finding } from '../../model/finding.ts';
import { readHtmlNotes } from '../html/notes.ts';
import { type Prescan, prescan } from '../prescan.ts';
import { sourceLines } from '../source-lines.ts';
import { readBlocks } from './blocks.ts';
import { captionTables } from './captions.ts';
import { type HtmlReader, hasChildren, type MarkdownContext } from './context.ts';
import { limitInlineDepth } from './inline-depth.ts';
import { reportLeftOvers } from './left-over.ts';
import { restoreLiterals } from './literals.ts';

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

/** A Markdown file ready to be parsed. */
export interface MaskedMarkdown {
  /** The file with blanks in place of its front matter. */
  readonly masked: string;
  readonly file: string;
  readonly scan: Prescan;
}

/**
 * Makes a file ready to be parsed: its front matter becomes blanks, and what would take too long is held back.
 *
 * @param source The whole file.
 */
export function maskMarkdown(source: string, { file, bodyOffset = 0 }: MarkdownOptions): MaskedMarkdown {
  const masked = maskStart(source, bodyOffset);
  return { masked, file, scan: prescan(masked, file) };
}

/**
 * Reads what a parser gave into the nodes of the model.
 *
 * @param text What was parsed.
 * @param parsed Its tree.
 * @param html Reads the HTML in it; undefined where there surely is none.
 */
export function readTree(
  { masked, file, scan }: MaskedMarkdown,
  parsed: Root,
  html: HtmlReader | undefined,
): MarkdownReading {
  const context: MarkdownContext = {
    source: masked,
    lines: sourceLines(masked),
    file,
    findings: [...scan.findings],
    definitions: definitionsIn(parsed),
    html,
  };
  const literal = restoreLiterals(context, parsed, scan.literalBlocks);
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
