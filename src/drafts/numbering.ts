import type { Heading, List, ListItem, Table } from 'mdast';
import type { Alternatives, Section } from '../model/document.ts';
import { labels } from '../model/labels.ts';
import { type CounterStyle, letter } from '../text/counters.ts';
import { ALTERNATIVE_SUFFIXES, annexNumber, itemLabel, type NumberingScheme } from './numbering-schemes.ts';
import { type AnyNode, addData, walk } from './tree.ts';

interface Counters {
  /** Continuous paragraph number of the body. */
  paragraph: number;
  /** Count of headings by depth. */
  headings: number[];
  /** Count of children under the present heading, in schemes that share it. */
  shared: number;
  section: number;
  annex: number;
  box: number;
  recommendation: number;
  table: number;
  figure: number;
}

interface NumberingContext {
  readonly scheme: NumberingScheme;
  readonly language: string;
  readonly counters: Counters;
}

/**
 * Numbers everything that is numbered: headings, paragraphs, items, alternatives, boxes, recommendations, tables, figures.
 *
 * Paragraphs count on through the body; each annex begins again; front parts and the summary have no numbers.
 * Sets `data.number` (as cited) and `data.label` (as printed).
 *
 * @param sections In reading order; changed in place.
 */
export function numberSections(sections: readonly Section[], scheme: NumberingScheme, language: string): void {
  const counters: Counters = {
    paragraph: 0,
    headings: [],
    shared: 0,
    section: 0,
    annex: 0,
    box: 0,
    recommendation: 0,
    table: 0,
    figure: 0,
  };
  for (const section of sections) {
    const context = { scheme, language, counters };
    if (section.part === 'annex') numberAnnex(section, context);
    else if (section.numbered) numberSection(section, context);
    numberFloats(section, context);
    if (!section.numbered) numberItemsOf(section, context);
  }
}

function numberAnnex(section: Section, context: NumberingContext): void {
  const { counters } = context;
  counters.annex += 1;
  const number = annexNumber(counters.annex);
  const title = section.children[0];
  if (title?.type === 'heading')
    addData(title, { number, label: `${labels(context.language).annex} ${number}.`, role: 'annex' });
  if (!section.numbered) return;
  const own: Counters = { ...counters, paragraph: 0, headings: [1], shared: 0 };
  numberBlocks(section, { ...context, counters: own }, true);
}

function numberSection(section: Section, context: NumberingContext): void {
  numberBlocks(section, context, false);
}

function numberBlocks(section: Section, context: NumberingContext, titleDone: boolean): void {
  const { scheme, counters } = context;
  section.children.forEach((block, index) => {
    if (block.type === 'heading') {
      if (!(titleDone && index === 0)) numberHeading(block, context);
    } else if (block.type === 'paragraph') {
      if (scheme.paragraphs !== 'none') addData(block, printed(nextParagraph(context)));
    } else if (block.type === 'alternatives') {
      numberAlternatives(block, context);
    } else if (block.type === 'list') {
      numberList(block, context, 0, currentParagraph(counters, scheme));
    }
  });
}

function numberHeading(heading: Heading, { scheme, counters }: NumberingContext): void {
  const style: CounterStyle | undefined = scheme.headings[heading.depth - 1];
  if (style === undefined) return;
  const counts = counters.headings;
  if (scheme.paragraphs === 'shared' && heading.depth > 1 && counts.length < heading.depth) {
    counts[heading.depth - 1] = counters.shared;
  }
  counts.length = Math.min(counts.length, heading.depth);
  for (let depth = 0; depth < heading.depth; depth += 1) counts[depth] ??= depth === heading.depth - 1 ? 0 : 1;
  counts[heading.depth - 1] = (counts[heading.depth - 1] ?? 0) + 1;
  counters.shared = 0;
  const own = style(counts[heading.depth - 1] ?? 1);
  const number = scheme.nested ? counts.join('.') : own;
  addData(heading, { number: scheme.nested ? number : headingPath(counts, scheme), label: `${number}.` });
}

/** `II.A` as a heading below the first level is cited. */
function headingPath(counts: readonly number[], scheme: NumberingScheme): string {
  return counts.map((count, depth) => (scheme.headings[depth] ?? String)(count)).join('.');
}

function nextParagraph({ scheme, counters }: NumberingContext): string {
  if (scheme.paragraphs === 'shared') {
    counters.shared += 1;
    return [...counters.headings, counters.shared].join('.');
  }
  counters.paragraph += 1;
  return String(counters.paragraph);
}

function currentParagraph(counters: Counters, scheme: NumberingScheme): string {
  if (scheme.paragraphs === 'shared') return [...counters.headings, counters.shared].join('.');
  return scheme.paragraphs === 'continuous' && counters.paragraph > 0 ? String(counters.paragraph) : '';
}

function printed(number: string): { number: string; label: string } {
  return { number, label: `${number}.` };
}

function numberAlternatives(block: Alternatives, context: NumberingContext): void {
  if (context.scheme.paragraphs === 'none') return;
  const base = nextParagraph(context);
  addData(block, { number: base });
  block.children.forEach((alternative, index) => {
    const suffix = ALTERNATIVE_SUFFIXES[index] ?? String(index + 1);
    addData(alternative, printed(suffix === '' ? base : `${base} ${suffix}`));
  });
}

function numberList(list: List, context: NumberingContext, depth: number, prefix: string): void {
  const style = context.scheme.items[depth];
  const start = list.start ?? 1;
  list.children.forEach((item, index) => {
    if (list.ordered && style !== undefined) labelItem(item, style(start + index), context.language, prefix);
    else if (list.ordered) addData(item, { number: String(start + index), label: `${start + index}.` });
    for (const child of item.children) {
      if (child.type === 'list') numberList(child, context, depth + 1, item.data?.number ?? prefix);
    }
  });
}

function labelItem(item: ListItem, mark: string, language: string, prefix: string): void {
  const own = `(${mark})`;
  addData(item, { number: prefix === '' ? own : `${prefix} ${own}`, label: itemLabel(mark, language) });
}

/** Lists that stand in unnumbered sections, boxes and recommendations keep letters, without a paragraph number. */
function numberItemsOf(section: AnyNode, context: NumberingContext): void {
  walk(section, (node) => {
    if (node.type !== 'list') return true;
    if (node.children[0]?.data?.label === undefined) numberList(node, context, 0, '');
    return false;
  });
}

type Float = 'box' | 'recommendation' | 'table' | 'figure';

function numberFloats(section: Section, context: NumberingContext): void {
  walk(section, (node) => {
    if (node.type === 'box' || node.type === 'recommendation') {
      countFloat(node, node.type, context.counters);
      numberItemsOf(node, context);
    } else if ((node.type === 'table' && isNamed(node)) || node.type === 'figure') {
      countFloat(node, node.type, context.counters);
    }
    return true;
  });
}

/** A table that is captioned, or that can be referred to, needs a number; one that just stands in the text does not. */
function isNamed({ data }: Table): boolean {
  return data?.caption !== undefined || data?.id?.startsWith('t-') === true;
}

function countFloat(node: { data?: object | undefined }, kind: Float, counters: Counters): void {
  counters[kind] += 1;
  addData(node, { number: String(counters[kind]), label: String(counters[kind]) });
}

/** Mark of a lettered note. */
export const noteLetter: CounterStyle = letter;
