import type { Check } from '../../model/contracts.ts';
import { nodesOf } from '../passages.ts';
import { sayAt } from '../say.ts';
import { counted, someOf } from '../words.ts';

const CITING = '---\ntitle: Introduction\n---\n\nChildren have the right to be heard [@crc, art. 12]. ^p-7k2m9qd\n';

/** Mapped resources that the text never cites; one finding for all of them. */
export const unusedResource: Check = {
  id: 'workspace/unused-resource',
  about: 'Mapped resources that the text never cites.',
  why: `The mapping of existing resources shows what the text builds on; what is cited nowhere was either forgotten or is not needed.`,
  severity: 'info',
  needs: ['text'],
  examples: {
    file: 'resources/instruments.yaml',
    failing: '- { id: crc, title: Convention on the Rights of the Child }\n- { id: opac, title: Optional Protocol }\n',
    passing: '- { id: crc, title: Convention on the Rights of the Child }\n',
    files: { 'drafts/10-introduction.md': CITING },
  },
  run: ({ text }) => {
    if (text === undefined || text.sections.length === 0) return [];
    const citations = text.sections.flatMap((section) => nodesOf(section, 'citation'));
    const cited = new Set(citations.flatMap(({ items }) => items.map(({ id }) => id)));
    const unused = text.resources.map(({ id }) => id).filter((id) => !cited.has(id));
    const [first] = unused;
    if (first === undefined) return [];
    return [
      sayAt(
        unusedResource,
        'resources/',
        { words: `id: ${first}` },
        {
          message: `${counted(unused.length, 'mapped resource')} of ${text.resources.length} ${unused.length === 1 ? 'is' : 'are'} cited nowhere in the text: ${someOf(unused)}.`,
          hint: 'Cite it as [@id] where the text builds on it, or leave it as part of the mapping.',
        },
      ),
    ];
  },
};
