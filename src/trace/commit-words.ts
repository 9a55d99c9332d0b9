import { disclosureIsWhole } from './disclose-input.ts';
import { holdsName, isClosed, type ProtectedSources, protectedNames } from './protected-words.ts';

/**
 * Makes a function that tells whether the subject of a commit may be shown.
 *
 * A subject is written freely by somebody who may have read everything. It can say in any words what a contributor was
 * promised would stay; so where the audience may not know all there is, the public sees only which commit it was and
 * when. The core group works in the repository: for it, a subject must name nothing that is kept from it.
 */
export function commitTells(sources: ProtectedSources): (commit: { readonly subject: string }) => boolean {
  const { notes, decisions, told } = sources;
  const { distribution } = told.audience;
  if (distribution === 'custodian') return () => true;
  const isWhole =
    notes.every((note) => disclosureIsWhole(note, told)) && !decisions.some((decision) => isClosed(decision, told));
  if (distribution === 'public') return () => isWhole;
  const holds = holdsName(protectedNames(sources));
  return ({ subject }) => isWhole || !holds(subject);
}
