import { numberedName } from '../numbered-name.ts';
import type { AnyNode } from '../tree.ts';
import { wellFormed } from '../tree.ts';
import { anchor } from './anchor.ts';
import { insideOf, marked, moveNote, oldNumber, withChange } from './changes.ts';
import type { BlockType, MarkdownContext, NodeOf } from './context.ts';
import { BREAK, escapeLineStarts, escapeWords, longestRun } from './escape.ts';
import { fieldGroup, formField } from './forms.ts';
import { picture } from './inline.ts';
import { list } from './lists.ts';
import { table } from './tables.ts';

type Renderer<Type extends BlockType> = (node: NodeOf<Type>, context: MarkdownContext) => string;

/** How each block becomes Markdown; a type that is missing is a type error. */
const BLOCKS = {
  section: (node, context) => context.blocks(node.children, insideOf(node, context)),
  heading,
  paragraph: (node, context) => paragraph(node, node.data?.label, context),
  blockquote: (node, context) =>
    quoted(`${place(node, context)}${context.blocks(node.children, insideOf(node, context))}`),
  code,
  // Underscores, because hyphens after an item's hyphen would be one long break.
  thematicBreak: () => '___',
  list,
  listItem: (node, context) => context.blocks(node.children, context),
  table,
  tableRow: (node, context) =>
    context.inline(
      node.children.flatMap((cell) => cell.children),
      context,
    ),
  tableCell: (node, context) => context.inline(node.children, context),
  box,
  recommendation,
  termDefinition,
  alternatives,
  alternative,
  figure,
  notes,
  footnoteDefinition,
  fieldGroup,
  formField,
} satisfies { [Type in BlockType]: Renderer<Type> };

type AnyRenderer = (node: never, context: MarkdownContext) => string;

/**
 * Writes blocks, with a blank line between them.
 * @param nodes in order; one of an unknown type is written as words
 */
export function renderBlocks(nodes: readonly AnyNode[], context: MarkdownContext): string {
  const written: string[] = [];
  let lists = 0;
  for (const node of nodes) {
    // Two lists in a row would be one: the second gets other bullets.
    lists = node.type === 'list' ? lists + 1 : 0;
    const text =
      lists > 1 && lists % 2 === 0 ? list(node as NodeOf<'list'>, context, 'other') : renderBlock(node, context);
    if (text.trim() !== '') written.push(text);
  }
  return written.join('\n\n');
}

function renderBlock(node: AnyNode, context: MarkdownContext): string {
  const renderer: AnyRenderer | undefined = Object.hasOwn(BLOCKS, node.type)
    ? BLOCKS[node.type as BlockType]
    : undefined;
  return renderer === undefined ? escapeLineStarts(context.inline([node], context)) : renderer(node as never, context);
}

/** A line of words: its anchor, its number, its words with their change. */
function paragraph(node: AnyNode, label: string | undefined, context: MarkdownContext): string {
  const words = withChange(context.inline(node.children ?? [], context), node, context);
  const number = label === undefined ? '' : `${oldNumber(escapeWords(label), node, context)} `;
  return labelled(anchor(node, context), `${number}${words}`);
}

function labelled(anchorTag: string, words: string): string {
  return `${anchorTag}${escapeLineStarts(words)}`;
}

function heading(node: NodeOf<'heading'>, context: MarkdownContext): string {
  const label = node.data?.label;
  const number = label === undefined ? '' : `${oldNumber(escapeWords(label), node, context)} `;
  const inner = withChange(context.inline(node.children, context), node, context);
  // A heading is one line, and signs at its end would be taken for its closing.
  const line = `${anchor(node, context)}${number}${inner}`
    .replaceAll(BREAK, ' ')
    .trimEnd()
    .replace(/(?<!#)#+$/u, '\\$&');
  return `${'#'.repeat(Math.min(node.depth + (context.below ?? 1), 6))} ${line.trim()}`;
}

function quoted(text: string): string {
  return text.replace(/^/gmu, '> ').replace(/(?<![ \t])[ \t]+$/gmu, '');
}

function code(node: NodeOf<'code'>, context: MarkdownContext): string {
  const { whole } = insideOf(node, context);
  const note =
    whole === undefined ? moveNote(node, context) : `${moveNote(node, context)}\\[${context.words[whole]}\\]`;
  const fence = '`'.repeat(Math.max(longestRun(node.value, '`') + 1, 3));
  const language = /^[\w+#.-]+$/u.exec(node.lang ?? '')?.[0] ?? '';
  const body = `${fence}${language}\n${wellFormed(node.value).replace(/\r\n?/gu, '\n')}\n${fence}`;
  return `${place(node, context)}${note === '' ? '' : `${note.trim()}\n\n`}${body}`;
}

/** The place that links lead to, for a block that can't hold it: on a line of its own before it. */
function place(node: AnyNode, context: MarkdownContext): string {
  const tag = anchor(node, context);
  return tag === '' ? '' : `${tag}\n\n`;
}

/**
 * Writes a container set apart as a quote.
 * @param parts its title and what stands below its content, as Markdown
 */
function titled(node: AnyNode, parts: { title: string; after?: string }, context: MarkdownContext): string {
  const frame = node.data?.frame;
  const title = frame === undefined ? oldNumber(parts.title, node, context) : marked(frame, parts.title, context);
  const head = `${anchor(node, context)}${moveNote(node, context)}${title}`;
  const content = context.blocks(node.children ?? [], insideOf(node, context));
  return quoted([head, content, parts.after ?? ''].filter((part) => part !== '').join('\n\n'));
}

function bold(words: string): string {
  return words.trim() === '' ? '' : `**${escapeWords(words.trim())}**`;
}

function box(node: NodeOf<'box'>, context: MarkdownContext): string {
  const { label } = node.data ?? {};
  const number = label === undefined ? undefined : numberedName(context.words.box, label);
  const title = [number, node.title].filter((part) => part !== undefined && part !== '').join('. ');
  return titled(node, { title: bold(title) }, context);
}

function recommendation(node: NodeOf<'recommendation'>, context: MarkdownContext): string {
  const { words } = context;
  const { label } = node.data ?? {};
  const facts = [fact(words.forWhom, node.for, context), fact(words.byWhen, node.by, context)];
  const after = facts.filter((part) => part !== '').join(' · ');
  const title = bold(label === undefined ? words.recommendation : numberedName(words.recommendation, label));
  return titled(node, { title, after }, context);
}

function fact(word: string, value: string | undefined, { words }: MarkdownContext): string {
  return value === undefined ? '' : `_${escapeWords(word)}_${words.colon}${escapeWords(value)}`;
}

function termDefinition(node: NodeOf<'termDefinition'>, context: MarkdownContext): string {
  const inner = insideOf(node, context);
  const term = oldNumber(bold(node.term), node, context);
  return `${anchor(node, context)}${moveNote(node, context)}${term}\n\n${quoted(context.blocks(node.children, inner))}`;
}

function alternatives(node: NodeOf<'alternatives'>, context: MarkdownContext): string {
  const { alternatives: name, alternativesHint } = context.words;
  return titled(node, { title: `${bold(`${name}.`)} ${escapeWords(alternativesHint)}` }, context);
}

/** The number stands in front of the first paragraph. */
function alternative(node: NodeOf<'alternative'>, context: MarkdownContext): string {
  const inner = insideOf(node, context);
  const [first, ...rest] = node.children;
  const { label } = node.data ?? {};
  if (first?.type !== 'paragraph') {
    const number = label === undefined ? '' : escapeLineStarts(oldNumber(escapeWords(label), node, context));
    return [`${anchor(node, context)}${number}`, context.blocks(node.children, inner)]
      .filter((part) => part !== '')
      .join('\n\n');
  }
  const head = `${anchor(node, context)}${paragraph(first, label ?? first.data?.label, inner)}`;
  return [head, context.blocks(rest, inner)].filter((part) => part !== '').join('\n\n');
}

function figure(node: NodeOf<'figure'>, context: MarkdownContext): string {
  const { label, caption } = node.data ?? {};
  const number = label === undefined ? '' : numberedName(context.words.figure, label);
  const words = node.children.length > 0 ? context.inline(node.children, context) : escapeWords(caption ?? '');
  const parts = [escapeWords(number), words].filter((part) => part.trim() !== '');
  const line = escapeLineStarts(parts.join('. '));
  // A picture made by the program lies in no file: its description stands in its place.
  const isMade = context.meta.pictures?.[node.url] !== undefined;
  const shown = isMade ? `*${escapeWords(node.alt)}*` : picture(node.url, node.alt);
  const image = withChange(shown, node, context);
  return [`${anchor(node, context)}${image}`, line].filter((part) => part !== '').join('\n\n');
}

/** Lettered notes stand below their table, each on its line. */
function notes(node: NodeOf<'notes'>, context: MarkdownContext): string {
  const written = node.children.map((definition) => {
    const label = definition.data?.label ?? definition.label ?? definition.identifier;
    const inner = insideOf(definition, context);
    return `<sup>${escapeWords(label)}</sup> ${context.blocks(definition.children, inner)}`;
  });
  return written.join('\n\n');
}

function footnoteDefinition(node: NodeOf<'footnoteDefinition'>, context: MarkdownContext): string {
  const mark = context.footnotes.get(node.identifier)?.mark ?? node.identifier;
  const content = context.blocks(node.children, insideOf(node, context));
  return `[^${mark}]: ${content.replace(/\n(?!\n|$)/gu, '\n    ')}`;
}
