import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { SectionSource } from '../../model/section.ts';
import { nearest } from '../../text/nearest.ts';
import { sayAt } from '../say.ts';
import { meant } from '../words.ts';

/** Who leads on a section is a member of the core group. */
export const unknownMember: Check = {
  id: 'text/unknown-member',
  about: 'Who leads on a section, or supports it, is a member of the core group.',
  why: `Whoever holds the pen for a section answers for its changes, so the name has to be one that the process knows.`,
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: '---\ntitle: Introduction\nlead: UNICEFF\n---\n\nEvery child has rights. ^p-7k2m9qd\n',
    passing: '---\ntitle: Introduction\nlead: UNICEF\n---\n\nEvery child has rights. ^p-7k2m9qd\n',
  },
  run: ({ text, workspace }) => {
    const members = (workspace.process['core-group'] ?? []).map(({ id }) => id);
    return (text?.sections ?? []).flatMap((section) => inSection(section, members));
  },
};

function inSection(section: SectionSource, members: readonly string[]): Finding[] {
  const { lead, supporting = [] } = section.frontMatter;
  const named = [
    ...(lead === undefined ? [] : [{ name: lead, key: ['lead'] }]),
    ...supporting.map((name, index) => ({ name, key: ['supporting', index] })),
  ];
  return named
    .filter(({ name }) => !members.includes(name))
    .map(({ name, key }) =>
      sayAt(
        unknownMember,
        section.file,
        { key },
        {
          message: `"${name}" is not a member of the core group.`,
          hint: `${meant(nearest(name, members), members)} Members stand under core-group in penholder.yaml.`,
        },
      ),
    );
}
