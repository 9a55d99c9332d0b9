import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import type { RoundFacts } from './facts.ts';

/** How a practice stands: it holds, something is missing, it can't be told yet, or it is not asked for. */
export type PracticeState = 'holds' | 'missing' | 'open' | 'not-asked';

/** What was found of a practice. */
export interface Verdict {
  readonly state: PracticeState;
  /** What shows that it holds, or what is missing; whole sentences. */
  readonly said: readonly string[];
}

/** A good practice, where it comes from, and how it is told whether it holds. */
export interface Practice {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly judge: (facts: RoundFacts) => Verdict;
}

const SHOWN = 5;

/** Something without which a practice does not hold; a sentence for each. */
export function verdict(missing: readonly (string | undefined)[], shown: string): Verdict {
  const said = missing.filter((sentence) => sentence !== undefined);
  return said.length === 0 ? { state: 'holds', said: [shown] } : { state: 'missing', said };
}

/** A practice that is not asked for here. */
export function notAsked(why: string): Verdict {
  return { state: 'not-asked', said: [why] };
}

/** A practice of which it is too early to tell. */
export function open(why: string): Verdict {
  return { state: 'open', said: [why] };
}

/** Says which of some things lack something; undefined where none does. */
export function lacking(names: readonly string[], what: string): string | undefined {
  if (names.length === 0) return undefined;
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return `${what}: ${names.slice(0, SHOWN).join(', ')}${more}.`;
}

/** Consultations that lack something. */
export function notesWithout(
  { nameOf }: RoundFacts,
  notes: readonly ConsultationNote[],
  has: (frontMatter: ConsultationNote['frontMatter']) => boolean,
): string[] {
  return notes.filter(({ frontMatter }) => !has(frontMatter)).map(nameOf);
}

/** Questionnaires that lack something, by file. */
export function questionnairesWithout(
  questionnaires: readonly Questionnaire[],
  has: (frontMatter: Questionnaire['frontMatter']) => boolean,
): string[] {
  return questionnaires.filter(({ frontMatter }) => !has(frontMatter)).map(({ file }) => file);
}

/** Judges what only concerns children; not asked where no child was to be heard. */
export function ofChildren(judge: (facts: RoundFacts) => Verdict): (facts: RoundFacts) => Verdict {
  return (facts) =>
    facts.children.length === 0 && facts.childrensQuestionnaires.length === 0
      ? notAsked('No consultation with children is counted in this round.')
      : judge(facts);
}
