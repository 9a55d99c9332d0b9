import type { Check } from '../../model/contracts.ts';
import type { SectionSource } from '../../model/section.ts';
import { say } from '../say.ts';

/** Sections that hold nothing but their title. */
export const emptySection: Check = {
  id: 'text/empty-section',
  about: 'Every section has text.',
  why: `A title without text below it would be printed as it is, and readers would take it for a fault.`,
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: '---\ntitle: Introduction\n---\n',
    passing: '---\ntitle: Introduction\n---\n\nEvery child has rights. ^p-7k2m9qd\n',
  },
  run: ({ text }) =>
    (text?.sections ?? []).filter(isEmpty).map((section) =>
      say(
        emptySection,
        { file: section.file, line: 1, column: 1 },
        {
          message: `The section ${title(section)}has no text.`,
          hint: 'Write it, or delete the file until there is something to say; git keeps what was there.',
        },
      ),
    ),
};

function isEmpty({ tree }: SectionSource): boolean {
  return tree.children.every(({ type }) => type === 'heading' || type === 'yaml' || type === 'definition');
}

function title({ frontMatter }: SectionSource): string {
  return frontMatter.title === undefined ? '' : `“${frontMatter.title}” `;
}
