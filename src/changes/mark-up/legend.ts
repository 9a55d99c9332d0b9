import type { ListItem, PhrasingContent } from 'mdast';
import type { BlockChange, Section } from '../../model/document.ts';
import type { Labels } from '../../model/labels.ts';

function text(value: string): PhrasingContent[] {
  return [{ type: 'text', value }];
}

function item(children: PhrasingContent[], kind?: BlockChange['kind'], role?: string): ListItem {
  const change: BlockChange | undefined = kind && { kind, change: 'legend', counterpartLabel: '…' };
  const paragraph = { type: 'paragraph' as const, ...(change && { data: { change } }), children };
  return { type: 'listItem', spread: false, ...(role !== undefined && { data: { role } }), children: [paragraph] };
}

/**
 * How to read a marked-up version, as the section it begins with: each sentence in the looks that it explains.
 *
 * @param words the words of the document's language
 */
export function legendSection(words: Labels): Section {
  const { inserted, deleted, movedFrom, movedTo, formerNumbers, changeBar } = words.legendText;
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
          item(text(movedFrom), 'moved-from'),
          item(text(movedTo), 'moved-to'),
          item(text(formerNumbers)),
          // Formats without a margin leave this one out.
          item(text(changeBar), 'edited', 'change-bar'),
        ],
      },
    ],
  };
}
