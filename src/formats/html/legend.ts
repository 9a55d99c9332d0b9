import type { Element } from 'hast';
import type { Root } from 'mdast';
import { type AnyNode, walk } from '../tree.ts';

import type { HtmlContext } from './context.ts';
import { element } from './element.ts';

/** How to read a marked-up version; nothing for a clean one, or where the document brings its own legend. */
export function legend(root: Root, { words }: HtmlContext): Element[] {
  let marked = false;
  let own = false;
  walk(root as AnyNode, (node) => {
    marked ||= node.type === 'insertion' || node.type === 'deletion' || node.data?.change !== undefined;
    own ||= node.data?.role === 'legend';
  });
  if (!marked || own) return [];
  const { inserted, deleted, moved, changeBar } = words.legendText;
  return [
    element('div', { className: ['legend'], role: 'group', ariaLabel: words.legend }, [
      element('p', { className: ['box-title'] }, [words.legend]),
      element('ul', {}, [
        element('li', {}, [element('ins', {}, [inserted])]),
        element('li', {}, [element('del', {}, [deleted])]),
        element('li', {}, [element('ins', { className: ['moved'] }, [moved])]),
        element('li', { className: ['changed'] }, [changeBar]),
      ]),
    ]),
  ];
}
