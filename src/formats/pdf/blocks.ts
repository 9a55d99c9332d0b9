import type { Heading, List, ListItem, Nodes, Paragraph } from 'mdast';
import { plainText } from '../../text/plain-text.ts';
import { changeOptions } from './changes.ts';
import { anchorOf, type Context, placeOf } from './context.ts';
import { around, asArguments, call, literal, type SourceLine } from './source.ts';

/** Longest number that fits the indent of a paragraph; a longer one (`12 bis.`) pushes the text. */
const FITS_INDENT = 4;
/** Longest number that fits the gutter beside a heading; a longer one (`Annex II.`) stands in the line. */
const FITS_GUTTER = 5;

function printed(text: string | undefined, context: Context): string | undefined {
  return text === undefined ? undefined : context.printable(text);
}

/** A number with what keeps it on one line and apart from the words after it. */
function hungNumber(label: string | undefined, context: Context): string | undefined {
  return label === undefined ? undefined : `${context.printable(label).replaceAll(' ', '\u00a0')}\u00a0`;
}

/** `#p((id:…,label:"12."),"words")`. */
export function paragraph(node: Paragraph, context: Context): SourceLine[] {
  const label = printed(node.data?.label, context);
  const words = context.phrasing(node.children, context);
  if (words === '' && label === undefined) return [];
  const options = {
    id: anchorOf(node.data?.id, context),
    label,
    wide: label !== undefined && label.length > FITS_INDENT ? true : undefined,
    role: node.data?.role,
    // The best breaks of a paragraph of many pages take a minute to find.
    quick: node.data?.origin === 'literal' ? true : undefined,
    change: changeOptions(context),
  };
  return [{ text: call('p', literal(options), words), place: placeOf(node, context) }];
}

/** A heading whose level follows the one before; PDF/UA forbids a gap and an empty heading. */
export function heading(node: Heading, context: Context): SourceLine[] {
  const words = context.phrasing(node.children, context);
  if (plainText(node).trim() === '') {
    reportEmpty(node, context);
    return [];
  }
  const level = repairedLevel(node, context);
  const label = hungNumber(node.data?.label, context);
  const options = {
    level,
    id: anchorOf(node.data?.id, context),
    label,
    wide: label !== undefined && label.length > FITS_GUTTER + 1 ? true : undefined,
    change: changeOptions(context),
  };
  return [{ text: call('hd', literal(options), words), place: placeOf(node, context) }];
}

function reportEmpty(node: Heading, context: Context): void {
  context.gathered.findings.push({
    check: 'pdf/heading-empty',
    severity: 'warning',
    message: 'This heading has no words, so the PDF leaves it out.',
    why: 'A screen reader announces a heading and then says nothing.',
    hint: 'Give the heading a title or delete its line.',
    place: placeOf(node, context),
  });
}

function repairedLevel(node: Heading, context: Context): number {
  const { gathered } = context;
  const level = Math.min(node.depth, gathered.headingLevel + 1);
  if (level < node.depth) {
    gathered.findings.push({
      check: 'pdf/heading-level',
      severity: 'info',
      message: `This heading is of level ${node.depth}, but the one before it allows level ${level} at most; the PDF uses ${level}.`,
      why: 'People who move from heading to heading take a skipped level for missing text, and PDF/UA forbids it.',
      hint: `Write it with ${level} “#”, or add the heading that is missing.`,
      place: placeOf(node, context),
    });
  }
  gathered.headingLevel = level;
  return level;
}

/** Bullets, or items with the labels they have been given: `(a)`, `(i)`, `1.`, `[x]`. */
export function list(node: List, context: Context): SourceLine[] {
  const labels = node.children.map((item, index) => itemLabel(item, index, node));
  const labelled = labels.some((label) => label !== undefined);
  const tight = node.spread !== true && node.children.every((item) => item.spread !== true);
  const role = node.data?.role;
  const options = labelled
    ? {
        role,
        kinds: node.children.map((item) => wholeKind(item, context)),
        tight,
        labels: labels.map((label) => printed(label ?? '•', context)),
      }
    : { role, tight };
  const head = `${labelled ? 'items' : 'bullets'}(${literal(options)},`;
  const items = context.blocks(node.children, context);
  return items.length === 0 ? [] : around(head, asArguments(items), placeOf(node, context));
}

/** How the label of an item is dressed: as its words are where all of it is new, gone or moved. */
function wholeKind(item: ListItem, context: Context): string {
  const change = item.data?.change ?? context.change;
  return change?.kind ?? '';
}

function itemLabel(item: ListItem, index: number, parent: List): string | undefined {
  if (item.data?.label !== undefined) return item.data.label;
  if (typeof item.checked === 'boolean') return item.checked ? '[x]' : '[ ]';
  return parent.ordered === true ? `${(parent.start ?? 1) + index}.` : undefined;
}

/** One item; its blocks follow each other. */
export function listItem(node: ListItem, context: Context): SourceLine[] {
  const head = `li(${literal({ id: anchorOf(node.data?.id, context) })},`;
  return container(head, node.children, node, context);
}

/**
 * Emits a container of blocks: a call with one block a line.
 * @param head name and options, without the closing parenthesis
 * @param children its blocks
 * @param node for its place
 * @param context what emitters know
 */
export function container(head: string, children: readonly Nodes[], node: Nodes, context: Context): SourceLine[] {
  return around(head, asArguments(context.blocks(children, context)), placeOf(node, context));
}
