import type { ConsultationNote } from '../model/consultation-note.ts';
import type { Process } from '../model/process.ts';
import { METHODS } from '../model/vocabulary.ts';

/** Words in the names of notes that say what kind of thing it is, and never who spoke. */
const KINDS_OF_NOTE = `
  alliance and at by call children civil coalition comment comments consultation discussion draft en es ar fr ru zh first
  focus for form formal from global group in informal input inputs interview joint late local meeting national network
  note notes of on online person regional reply responses round second session society submission submissions survey
  the third to webinar with workshop written young youth zero
`;

/** Parts of the process whose ids say nothing about who spoke. */
export type Vocabulary = Pick<Process, 'rounds' | 'groups' | 'regions' | 'levels' | 'stages' | 'languages'>;

/**
 * Makes a function that tells whether a name says no more than group, region, level and method do, as `africa-children`
 * does and `unicef-interview` does not.
 *
 * @param process Ids of its groups, regions, levels, rounds and languages are the words that say nothing more.
 */
export function plainNames(process: Vocabulary): (name: string) => boolean {
  const ids = [process.groups, process.regions, process.levels, process.rounds, process.stages].flatMap((list) =>
    (list ?? []).map(({ id }) => id),
  );
  const known = new Set([KINDS_OF_NOTE, ...ids, ...METHODS, ...(process.languages ?? [])].flatMap(wordsIn));
  // The name of a note is judged for each of its inputs.
  const judged = new Map<string, boolean>();
  return (name) => {
    const before = judged.get(name);
    if (before !== undefined) return before;
    const isPlain = wordsIn(name).every((word) => known.has(word) || /^\p{N}+$/u.test(word));
    judged.set(name, isPlain);
    return isPlain;
  };
}

/** The path of a note below the folder of consultations, without its ending. */
export function stemOf({ file }: Pick<ConsultationNote, 'file'>): string {
  return file.replace(/^consultations\//u, '').replace(/\.(?:md|markdown)$/iu, '');
}

function wordsIn(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
