import type { ElementContent } from 'hast';
import type { BlockChange } from '../../model/document.ts';
import type { AnyNode } from '../tree.ts';
import { hrefTo } from './anchors.ts';
import { blockProperties } from './attributes.ts';
import { oldNumber, withChange } from './changes.ts';
import type { HtmlContext, NodeOf, Renderer } from './context.ts';
import { element } from './element.ts';

/** Sections and the plain blocks in them. */
export const BLOCKS = {
  section,
  heading,
  paragraph,
  blockquote: (node, context) => [
    element('blockquote', blockProperties(node, context), withChange(node, context.render(node.children), context)),
  ],
  code,
  thematicBreak: (node, context) => [element('hr', blockProperties(node, context))],
} satisfies {
  [Type in 'section' | 'heading' | 'paragraph' | 'blockquote' | 'code' | 'thematicBreak']: Renderer<Type>;
};

function section(node: NodeOf<'section'>, context: HtmlContext): ElementContent[] {
  context.state.file = node.file ?? '';
  const content = withChange(node, context.render(node.children), context);
  return [element('section', blockProperties(node, context, `part-${node.part}`), content)];
}

/** The title is h1; headings follow without skipping a rank, whatever their author chose. */
function heading(node: NodeOf<'heading'>, context: HtmlContext): ElementContent[] {
  const rank = Math.min(node.depth + 1, context.state.rank + 1, 6);
  context.state.rank = rank;
  const properties = blockProperties(node, context, ...(node.data?.label === undefined ? [] : ['labelled']));
  const content = withChange(node, context.render(node.children), context);
  return [element(`h${rank}`, properties, [...headingLabel(node, context), ...content])];
}

function headingLabel(node: NodeOf<'heading'>, context: HtmlContext): ElementContent[] {
  const label = headingLabelText(node);
  if (label === undefined) return [];
  return numberBefore(node, label, node.data?.change, context);
}

/** What stands in front of a heading: `I.`, or `Annex II.`. */
export function headingLabelText(node: NodeOf<'heading'>): string | undefined {
  return node.data?.label;
}

/**
 * Puts a number in front of a block; that of a block that is gone is struck.
 * @param node the block
 * @param label its number as printed; undefined: none
 * @param change what happened to it
 */
export function numberBefore(
  node: AnyNode,
  label: string | undefined,
  change: BlockChange | undefined,
  context: HtmlContext,
): ElementContent[] {
  if (label === undefined) return [];
  return [...oldNumber(change, permalink(node, label, context)), { type: 'text', value: ' ' }];
}

/**
 * Shows a number, as a link to the passage it numbers.
 * @param node the passage
 * @param label the number as printed
 */
function permalink(node: AnyNode, label: string, context: HtmlContext): ElementContent[] {
  const id = context.anchors.idOf(node);
  if (id === undefined) return [element('span', { className: ['number'] }, [label])];
  const title = context.words.linkToHere;
  return [element('a', { className: ['number'], href: hrefTo(id), title }, [label])];
}

function paragraph(node: NodeOf<'paragraph'>, context: HtmlContext): ElementContent[] {
  const label = node.data?.label;
  const content = withChange(node, context.render(node.children), context);
  if (label === undefined) return [element('p', blockProperties(node, context), content)];
  const number = numberBefore(node, label, node.data?.change, context);
  return [element('p', blockProperties(node, context, 'numbered'), [...number, ...content])];
}

/** Code is read from left to right in every language. */
function code(node: NodeOf<'code'>, context: HtmlContext): ElementContent[] {
  const language = /^[\w+#.-]+$/u.exec(node.lang ?? '')?.[0];
  const inner = element('code', language === undefined ? {} : { className: [`language-${language}`] }, [node.value]);
  return [element('pre', { ...blockProperties(node, context), dir: 'ltr' }, withChange(node, [inner], context))];
}
