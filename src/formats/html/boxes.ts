import type { ElementContent } from 'hast';
import { numberedName } from '../numbered-name.ts';
import type { AnyNode } from '../tree.ts';
import { blockProperties } from './attributes.ts';
import { numberBefore } from './blocks.ts';
import { marked, oldNumber, withChange } from './changes.ts';
import type { HtmlContext, NodeOf, Renderer } from './context.ts';
import { element, text } from './element.ts';

/** Text set apart from the running text. */
export const BOXES = { box, recommendation, termDefinition, alternatives, alternative } satisfies {
  [Type in 'box' | 'recommendation' | 'termDefinition' | 'alternatives' | 'alternative']: Renderer<Type>;
};

function box(node: NodeOf<'box'>, context: HtmlContext): ElementContent[] {
  const { label } = node.data ?? {};
  const name = [label === undefined ? undefined : numberedName(context.words.box, label), node.title]
    .filter((part) => part !== undefined && part !== '')
    .join('. ');
  const group = { role: 'group', ariaLabel: name === '' ? context.words.box : name };
  const title = name === '' ? [] : [titleOf(node, [text(name)], context)];
  const content = withChange(node, [...title, ...context.render(node.children)], context);
  return [element('div', { ...blockProperties(node, context, 'box'), ...group }, content)];
}

/** What stands over the content; marked where it came or went though the content stayed. */
function titleOf(node: AnyNode, words: readonly ElementContent[], context: HtmlContext): ElementContent {
  const frame = node.data?.frame;
  const shown = frame === undefined ? [...words] : [marked(frame, words, {}, context)];
  return element('p', { className: ['box-title'] }, shown);
}

/** Who should do it and by when stand under it, each with its word. */
function recommendation(node: NodeOf<'recommendation'>, context: HtmlContext): ElementContent[] {
  const { words } = context;
  const { label } = node.data ?? {};
  const name = label === undefined ? words.recommendation : numberedName(words.recommendation, label);
  const facts = [...fact(words.forWhom, node.for), ...fact(words.byWhen, node.by)];
  const content = withChange(node, context.render(node.children), context);
  const group = { role: 'group', ariaLabel: name };
  return [
    element('div', { ...blockProperties(node, context, 'recommendation'), ...group }, [
      titleOf(node, oldNumber(node.data?.change, [text(name)]), context),
      ...content,
      facts.length > 0 && element('dl', { className: ['facts'] }, facts),
    ]),
  ];
}

function fact(word: string, value: string | undefined): ElementContent[] {
  if (value === undefined) return [];
  return [element('div', {}, [element('dt', {}, [word]), element('dd', {}, [value])])];
}

function termDefinition(node: NodeOf<'termDefinition'>, context: HtmlContext): ElementContent[] {
  const content = withChange(node, context.render(node.children), context);
  return [
    element('dl', blockProperties(node, context, 'definition'), [
      element('dt', {}, [element('dfn', {}, [node.term])]),
      element('dd', {}, content),
    ]),
  ];
}

function alternatives(node: NodeOf<'alternatives'>, context: HtmlContext): ElementContent[] {
  const { alternatives: name, alternativesHint } = context.words;
  const content = withChange(node, context.render(node.children), context);
  return [
    element('div', { ...blockProperties(node, context, 'alternatives'), role: 'group', ariaLabel: name }, [
      titleOf(node, [text(`${name}. `), element('small', {}, [alternativesHint])], context),
      ...content,
    ]),
  ];
}

function alternative(node: NodeOf<'alternative'>, context: HtmlContext): ElementContent[] {
  const label = node.data?.label;
  const content = withChange(node, context.render(node.children), context);
  const number = numberBefore(node, label, node.data?.change, context);
  return [element('div', blockProperties(node, context, 'alternative', 'numbered'), [...number, ...content])];
}
