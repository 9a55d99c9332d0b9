/** The one place that decides what an output may say of a consultation note, of an input and of the response to it. */
import type { NoteFrontMatter, Visibility } from '../model/consultation-note.ts';
import type { Audience } from '../model/contracts.ts';
import { ATTRIBUTIONS, DISTRIBUTIONS, QUOTES } from '../model/vocabulary.ts';

/** What is to be said, and what its contributors were promised. What is absent is taken at its most restrictive. */
export interface Promised {
  readonly visibility: Visibility;
  readonly capacity?: NoteFrontMatter['capacity'];
  readonly method?: NoteFrontMatter['method'];
  /** True where the name of the note tells no more than its group, region and method do. */
  readonly plainName?: boolean;
}

/** Who may be named for an input: who speaks, their stakeholder group, or nobody. */
export type NamedAs = 'from' | 'group' | 'nobody';

/** How words may be passed on: as written, as a note-taker put them without what was quoted, or not at all. */
export type WordsAs = 'verbatim' | 'paraphrase' | 'none';

/** What may be said to an audience. An output leaves out everything that is not allowed here. */
export interface Disclosure {
  /** Who may be named; signatories and facilitators only with `from`. */
  readonly contributor: NamedAs;
  /** Whether the stakeholder group may be told. */
  readonly group: boolean;
  /** Whether region, level, date, method and language may be told: together they can say who was there. */
  readonly occasion: boolean;
  /** Whether the note may be named: its id, its file, its headings and lines. */
  readonly note: boolean;
  readonly words: WordsAs;
  /** Whether it may be told what it is about: kinds, codes, question. */
  readonly subject: boolean;
  /** Whether the response's reason, its author, date and passages may be shown; that there is a decision always may. */
  readonly reason: boolean;
  /** Why words are withheld; absent where they are not. */
  readonly withheld?: 'distribution' | 'quote';
}

/** Methods whose notes hold the words of a note-taker; in all others contributors wrote themselves. */
const RECORDED: ReadonlySet<string> = new Set(['in-person-discussion', 'online-discussion', 'interview']);

/** Place from widest to narrowest; a value nobody knows counts as narrower than all. */
function rank(values: readonly string[], value: string): number {
  const index = values.indexOf(value);
  return index === -1 ? values.length : index;
}

/** Whether the audience is inside the circle something was given to. */
export function maySee(distribution: string, audience: Audience): boolean {
  const widest = rank(DISTRIBUTIONS, distribution);
  return widest < DISTRIBUTIONS.length && widest <= DISTRIBUTIONS.indexOf(audience.distribution);
}

/**
 * Decides what may be said to an audience.
 *
 * Custodians keep the notes and see all of it, but under the Chatham House Rule no output names a speaker to anybody.
 *
 * @param promised What contributors were promised.
 * @param audience Who will read the output.
 */
export function disclose(promised: Promised, audience: Audience): Disclosure {
  const contributor = contributorFor(promised, audience);
  const keeps = audience.distribution === 'custodian';
  const { quote, chathamHouse, distribution } = promised.visibility;
  const sees = maySee(distribution, audience);
  const isPublic = audience.distribution === 'public';
  const words = wordsFor(promised, audience);
  return {
    contributor,
    group: keeps || contributor !== 'nobody',
    occasion: keeps || contributor !== 'nobody',
    note: keeps || contributor === 'from' || (contributor === 'group' && promised.plainName === true),
    words,
    subject: keeps || (sees && !(isPublic && rank(QUOTES, quote) >= QUOTES.indexOf('no'))),
    reason: keeps || (sees && !(isPublic && (chathamHouse || rank(QUOTES, quote) >= QUOTES.indexOf('no')))),
    ...(words === 'none' && { withheld: sees ? ('quote' as const) : ('distribution' as const) }),
  };
}

function contributorFor({ visibility, capacity }: Promised, audience: Audience): NamedAs {
  const { attribution, chathamHouse, distribution } = visibility;
  if (chathamHouse) return 'nobody';
  if (audience.distribution === 'custodian') return 'from';
  if (!maySee(distribution, audience)) return 'nobody';
  switch (rank(ATTRIBUTIONS, attribution)) {
    case 0:
      return 'from';
    case 1:
      // In a personal capacity the one who speaks is a person, who is named only where that was agreed.
      return capacity === 'institutional' ? 'from' : 'nobody';
    case 2:
      return 'group';
    default:
      return 'nobody';
  }
}

/** Quotation is a promise about the public; inside the circle it was given to, an input has to be read to be answered. */
function wordsFor({ visibility, method }: Promised, audience: Audience): WordsAs {
  if (audience.distribution === 'custodian') return 'verbatim';
  if (!maySee(visibility.distribution, audience)) return 'none';
  if (audience.distribution !== 'public' || visibility.quote === 'verbatim') return 'verbatim';
  // What a note-taker recorded is a paraphrase already; what a contributor wrote would be quoted.
  return visibility.quote === 'paraphrase' && RECORDED.has(method ?? '') ? 'paraphrase' : 'none';
}

/** Words in quotation marks of any script; an opening mark that nothing closes takes all that follows. */
const QUOTED = /“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)|"[^"]*(?:"|$)/gu;

/**
 * Words as they may be passed on.
 *
 * @param text The words of an input.
 * @param words What is allowed.
 * @returns The words; what stands in quotation marks is left out of a paraphrase; undefined where none may be passed on.
 */
export function wordsOf(text: string, words: WordsAs): string | undefined {
  if (words === 'none') return undefined;
  return words === 'verbatim' ? text : text.replace(QUOTED, '[…]');
}
