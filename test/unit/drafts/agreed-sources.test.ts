import { describe, expect, it } from 'vitest';
import { composeDraft } from '../../../src/drafts/compose-draft.ts';
import { type AnyNode, walk as visit } from '../../../src/drafts/tree.ts';
import { compose, nodesOf, stageText } from './support.ts';

const RESOURCES = [
  { id: 'crc', type: 'treaty', title: 'Convention on the Rights of the Child', 'title-short': 'CRC' },
  { id: 'oca', type: 'report', title: 'Our Common Agenda' },
];

describe('agreed language', () => {
  it('names its source as the mapping does, and prints a short title alone', () => {
    const draft = compose({
      sections: [
        [{ title: 'One' }, 'A [b]{.agreed source="crc"} c [d]{.agreed source="oca"} e [f]{.agreed source="gone"}.'],
      ],
      resources: RESOURCES,
    });
    expect(nodesOf(draft, 'agreed').map(({ source, sourceTag }) => [source, sourceTag])).toEqual([
      ['CRC', 'CRC'],
      ['Our Common Agenda', undefined],
      ['gone', undefined],
    ]);
  });

  it('keeps its key in the text that was read', () => {
    const sections = [[{ title: 'One' }, 'A [b]{.agreed source="crc"}.']] as const;
    const text = stageText({ sections, resources: RESOURCES });
    composeDraft(text, { direction: () => 'ltr', epoch: 0 });
    const read: unknown[] = [];
    visit(text.sections[0]?.tree as AnyNode, (node) => {
      if (node.type === 'agreed') read.push(node.source);
      return true;
    });
    expect(read).toEqual(['crc']);
  });
});
