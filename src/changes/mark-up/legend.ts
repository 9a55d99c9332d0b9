import type { ListItem, PhrasingContent } from 'mdast';
import type { BlockChange, Section } from '../../model/document.ts';
import type { Labels } from '../../model/labels.ts';

function text(value: string): PhrasingContent[] {
  return [{ type: 'text', value }];
}

function item(children: PhrasingContent[], data?: ListItem['data']): ListItem {
  return { type: 'listItem', spread: false, ...(data && { data }), children: [{ type: 'paragraph', children }] };
}

function changed(kind: BlockChange['kind']): { change: BlockChange } {
  return { change: { kind, change: 'legend', counterpartLabel: '…' } };
}

/**
 * How to read a marked-up version, as the section it begins with: each sentence in the looks that it explains.
 *
 * @param words the words of the document's language
 * @param between which stages are compared, as a sentence
 */
export function legendSection(words: Labels, between: string): Section {
  const { inserted, deleted, movedFrom, movedTo, formerNumbers, changeBar } = words.legendText;
  return {
    type: 'section',
    part: 'front',
    numbered: false,
    data: { role: 'legend' },
    children: [
      { type: 'heading', depth: 1, children: text(words.legend) },
      { type: 'paragraph', children: text(between) },
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: [
          item([{ type: 'insertion', children: text(inserted) }]),
          item([{ type: 'deletion', children: text(deleted) }]),
          item(text(movedFrom), changed('moved-from')),
          item(text(movedTo), changed('moved-to')),
          item(text(formerNumbers)),
          // Formats without a margin leave this one out.
          item(text(changeBar), { role: 'change-bar', ...changed('edited') }),
        ],
      },
    ],
  };
}
