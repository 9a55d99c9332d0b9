import type { PhrasingContent } from 'mdast';
import type { Section } from '../../model/document.ts';
import type { Labels } from '../../model/labels.ts';

function item(children: PhrasingContent[]) {
  return { type: 'listItem' as const, spread: false, children: [{ type: 'paragraph' as const, children }] };
}

/**
 * How to read a marked-up version, as the section it begins with.
 *
 * @param words the words of the document's language
 */
export function legendSection(words: Labels): Section {
  const { inserted, deleted, moved, changeBar } = words.legendText;
  const text = (value: string) => [{ type: 'text' as const, value }];
  return {
    type: 'section',
    part: 'front',
    numbered: false,
    data: { role: 'legend' },
    children: [
      { type: 'heading', depth: 1, children: text(words.legend) },
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: [
          item([{ type: 'insertion', children: text(inserted) }]),
          item([{ type: 'deletion', children: text(deleted) }]),
          item(text(moved)),
          item(text(changeBar)),
        ],
      },
    ],
  };
}
