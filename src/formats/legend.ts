/** How to read a marked-up version, for documents that show changes and do not say so themselves. */
import type { ListItem } from 'mdast';
import type { BlockChange, Document, Section } from '../model/document.ts';
import { type Labels, labels } from '../model/labels.ts';
import { type AnyNode, walk } from './tree.ts';

/**
 * Puts a legend in front of a document that shows changes, unless it brings its own.
 * @param document any Document; it is not changed
 */
export function withLegend(document: Document): Document {
  let [marked, own] = [false, false];
  walk(document.root as AnyNode, (node) => {
    marked ||= node.type === 'insertion' || node.type === 'deletion' || node.data?.change !== undefined;
    own ||= node.data?.role === 'legend';
  });
  if (!marked || own) return document;
  const legend = legendSection(labels(document.meta.language));
  return { ...document, root: { ...document.root, children: [legend, ...document.root.children] } };
}

/** Each line wears what it speaks of. */
function legendSection(words: Labels): Section {
  const { inserted, deleted, movedTo, movedFrom, changeBar } = words.legendText;
  return {
    type: 'section',
    part: 'front',
    numbered: false,
    data: { role: 'legend' },
    children: [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: words.legend }] },
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: [
          line(inserted, 'inserted'),
          line(deleted, 'deleted'),
          line(movedTo, 'moved-to'),
          line(movedFrom, 'moved-from'),
          { ...line(changeBar, 'edited'), data: { role: 'change-bar', change: { kind: 'edited', change: 'legend' } } },
        ],
      },
    ],
  };
}

function line(value: string, kind: BlockChange['kind']): ListItem {
  const children = [{ type: 'text' as const, value }];
  return {
    type: 'listItem',
    spread: false,
    data: { change: { kind, change: 'legend', counterpartLabel: '…' } },
    children: [{ type: 'paragraph', children }],
  };
}
