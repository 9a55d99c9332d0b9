import type { Element, ElementContent } from 'hast';
import { fill } from '../../model/labels.ts';
import { type AnyNode, wordsOf } from '../tree.ts';
import { hrefTo } from './anchors.ts';
import { marked } from './changes.ts';
import type { HtmlContext, NodeOf, Renderer } from './context.ts';
import { element, text, unseen } from './element.ts';
import { linkProperties } from './links.ts';

/** Words, and what stands among them. */
export const PHRASING = {
  text: (node) => [text(node.value)],
  emphasis: (node, context) => [element('em', {}, context.render(node.children))],
  strong: (node, context) => [element('strong', {}, context.render(node.children))],
  delete: (node, context) => [element('s', {}, context.render(node.children))],
  inlineCode: (node) => [element('code', { dir: 'ltr' }, [node.value])],
  break: () => [element('br', {})],
  link,
  bracket,
  agreed,
  citation: (node, context) => [element('span', { className: ['citation'] }, context.render(node.children))],
  crossReference,
  insertion: (node, context) => [marked('inserted', context.render(node.children), node, context)],
  deletion: (node, context) => [marked('deleted', context.render(node.children), node, context)],
} satisfies { [Type in NodeOf<'text' | InlineType>['type']]: Renderer<Type> };

type InlineType =
  | 'emphasis'
  | 'strong'
  | 'delete'
  | 'inlineCode'
  | 'break'
  | 'link'
  | 'bracket'
  | 'agreed'
  | 'citation'
  | 'crossReference'
  | 'insertion'
  | 'deletion';

function link(node: NodeOf<'link'>, context: HtmlContext): ElementContent[] {
  const children = context.render(node.children);
  const properties = linkProperties(node.url, node.title);
  if (properties === undefined) return children;
  // Printed pages show addresses; one that is its own text need not be shown twice.
  const bare = wordsOf(node as AnyNode).trim() === node.url;
  return [element('a', { ...properties, ...(bare && { className: ['bare'] }) }, children)];
}

function bracket(node: NodeOf<'bracket'>, context: HtmlContext): ElementContent[] {
  const { words } = context;
  const title = node.by === undefined ? words.bracketed : fill(words.bracketedBy, { by: node.by });
  const span = element('span', { className: ['bracket'], title }, ['[', ...context.render(node.children), ']']);
  return node.by === undefined ? [span] : [span, tag(words.bracketedBy, node.by)];
}

/**
 * A small tag behind words, which a screen reader reads as a full phrase in parentheses.
 * @param template the phrase, with a name in braces for the value
 */
function tag(template: string, value: string): Element {
  const [before = '', after = ''] = template.split(/\{[a-z]+\}/u);
  return element('span', { className: ['source'] }, [unseen(` (${before}`), value, unseen(`${after})`)]);
}

/** Agreed language shows where it was agreed: a short name to the eye, the full one to who points at it or listens. */
function agreed(node: NodeOf<'agreed'>, context: HtmlContext): ElementContent[] {
  const { words } = context;
  const source = node.source ?? node.sourceTag;
  const title = source === undefined ? words.agreedLanguage : fill(words.agreedFrom, { source });
  const span = element('span', { className: ['agreed'], title }, context.render(node.children));
  if (source === undefined) return [span];
  return [span, node.sourceTag === undefined ? unseen(` (${title})`) : tag(words.agreedFrom, node.sourceTag)];
}

function crossReference(node: NodeOf<'crossReference'>, context: HtmlContext): ElementContent[] {
  const children = context.render(node.children);
  const target = context.anchors.target(node.target);
  return target === undefined ? children : [element('a', { href: hrefTo(target), className: ['reference'] }, children)];
}
