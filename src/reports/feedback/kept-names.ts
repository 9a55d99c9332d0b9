import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Disclosures } from '../../trace/disclose-input.ts';
import { allNamesOf, holdsName, protectedNames } from '../../trace/protected-words.ts';
import type { Recipient } from './recipients.ts';

/** Notes and decisions, and what may be said of them to those who handle letters and to everybody. */
export interface NameSources {
  readonly workspace: Workspace;
  readonly told: Disclosures;
  readonly open: Disclosures;
}

/**
 * Prepares, once for all letters, a function that gives for each recipient the test whether words name another
 * contributor, or what is kept from those who read the letter.
 */
export function keptNames({
  workspace,
  told,
  open,
}: NameSources): (recipient: Recipient) => (words: string) => boolean {
  const { notes, decisions } = workspace;
  const namesOf = (note: ConsultationNote) => [
    ...allNamesOf(note).filter((name) => !told.isPlain(name)),
    ...protectedNames({ notes: [note], decisions: [], told: open }),
  ];
  const names = new Map(notes.map((note) => [note, namesOf(note)]));
  const holdsAny = holdsName([...names.values()].flat());
  // A decision for the core group is for no contributor, whoever of the core group sends the letter.
  const closed = protectedNames({ notes: [], decisions, told: open });
  const toOne = holdsName([...closed, ...protectedNames({ notes, decisions: [], told })]);
  const toMany = holdsName([...closed, ...protectedNames({ notes, decisions: [], told: open })]);
  return ({ notes: ownNotes, collective }) => {
    const holdsKept = collective ? toMany : toOne;
    // Looked up only where words name somebody at all, which few do.
    let precise: ((words: string) => boolean) | undefined;
    const others = () => {
      const own = new Set(ownNotes.flatMap((note) => names.get(note) ?? []));
      return holdsName([...names.values()].flat().filter((name) => !own.has(name)));
    };
    return (words) => {
      if (holdsKept(words)) return true;
      if (!holdsAny(words)) return false;
      precise ??= others();
      return precise(words);
    };
  };
}
