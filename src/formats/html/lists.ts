import type { ElementContent } from 'hast';
import type { ListItem } from 'mdast';
import type { BlockChange } from '../../model/document.ts';
import { blockProperties } from './attributes.ts';
import { numberBefore } from './blocks.ts';
import { changedContent } from './changes.ts';
import type { HtmlContext, NodeOf, Renderer } from './context.ts';
import { element } from './element.ts';

/** Lists and their items. */
export const LISTS = { list, listItem } satisfies { [Type in 'list' | 'listItem']: Renderer<Type> };

function list(node: NodeOf<'list'>, context: HtmlContext): ElementContent[] {
  const labelled = node.children.some((item) => item.data?.label !== undefined);
  const properties = {
    ...blockProperties(node, context, ...(labelled ? ['labelled'] : [])),
    // Safari forgets that a list without bullets is one, unless told.
    ...(labelled && { role: 'list' }),
    ...(node.ordered && !labelled && (node.start ?? 1) !== 1 && { start: node.start ?? 1 }),
  };
  const items = withInherited(node.data?.change, context, () => context.render(node.children));
  return [element(node.ordered ? 'ol' : 'ul', properties, items)];
}

/** A list holds nothing but items, so that the marks of its change stand in each of them. */
function withInherited<Result>(change: BlockChange | undefined, { state }: HtmlContext, render: () => Result): Result {
  const outer = state.inherited;
  state.inherited = change;
  const result = render();
  state.inherited = outer;
  return result;
}

function listItem(node: NodeOf<'listItem'>, context: HtmlContext): ElementContent[] {
  const label = node.data?.label;
  const change = node.data?.change ?? context.state.inherited;
  const inner = withInherited(undefined, context, () => context.render(node.children));
  const content = changedContent(change, inner, context);
  const number = numberBefore(node, label, change, context);
  const classes = typeof node.checked === 'boolean' ? ['task'] : [];
  return [element('li', blockProperties(node, context, ...classes), [...number, ...task(node, context), ...content])];
}

function task({ checked }: ListItem, { words }: HtmlContext): ElementContent[] {
  if (typeof checked !== 'boolean') return [];
  const label = checked ? words.yes : words.no;
  return [element('span', { className: ['tick'], role: 'img', ariaLabel: label }, [checked ? '☑' : '☐'])];
}
