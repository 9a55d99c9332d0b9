import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { SectionSource } from '../../model/section.ts';
import { stampIds } from '../../text/ids.ts';
import { say } from '../say.ts';
import { counted } from '../words.ts';

/** Passages without an id; one finding for each file. */
export const missingId: Check = {
  id: 'text/missing-id',
  about: 'Passages of the text that have no id yet.',
  why: `Responses, decisions and cross-references point at passages by id; a passage without one is matched between stages by its words alone.

Ids are optional while writing and required when a stage is frozen, because a finished stage can't be given any afterwards.`,
  severity: 'info',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: '---\ntitle: Introduction\n---\n\nEvery child has rights.\n',
    passing: '---\ntitle: Introduction\n---\n\nEvery child has rights. ^p-7k2m9qd\n',
  },
  run: ({ text }) => (text?.sections ?? []).flatMap(inSection),
};

function inSection(section: SectionSource): Finding[] {
  let counter = 0;
  const newId = () => {
    counter += 1;
    return counter.toString(32).padStart(7, '0');
  };
  const { stamped } = stampIds(section.source, section.tree, { newId, prefix: 'p-' });
  const [first] = stamped;
  if (first === undefined) return [];
  const place = { file: section.file, line: first.line, column: 1 };
  const message = `${counted(stamped.length, 'passage')} of this file ${stamped.length === 1 ? 'has' : 'have'} no id; the first is on line ${first.line}.`;
  return [
    say(missingId, place, {
      message,
      hint: `Run "penholder ids ${section.file}" to give ids and change nothing else.`,
    }),
  ];
}
