import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { SectionSource } from '../../model/section.ts';
import { nodesOf, placeOfNode } from '../passages.ts';
import { say } from '../say.ts';
import { cut } from '../words.ts';

/** Pictures without words for those who can't see them. */
export const alternativeText: Check = {
  id: 'text/alternative-text',
  about: 'Every picture has alternative text.',
  why: `Who can't see a picture hears its alternative text; without it, what the picture says is lost to them.

PDF/UA-1 (ISO 14289-1) and WCAG 2.2, success criterion 1.1.1, require it; a PDF with a picture without alternative text is not accessible.`,
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: '---\ntitle: Introduction\n---\n\n![](images/chain.svg)\n',
    passing:
      '---\ntitle: Introduction\n---\n\n![An input leads to a change, and the change back to the input.](images/chain.svg)\n',
    files: { 'drafts/images/chain.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  },
  run: ({ text }) => (text?.sections ?? []).flatMap(inSection),
};

function inSection(section: SectionSource): Finding[] {
  const pictures = [...nodesOf(section, 'figure'), ...nodesOf(section, 'image')];
  return pictures
    .filter(({ alt }) => (alt ?? '').trim() === '')
    .map((node) =>
      say(alternativeText, placeOfNode(section, node), {
        message: `The picture ${cut(node.url)} has no alternative text.`,
        hint: 'Write what it says between the square brackets: ![What one sees, and what it means](picture.png).',
      }),
    );
}
