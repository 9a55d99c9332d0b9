import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import type { Audience } from '../model/contracts.ts';
import { noteVisibility } from '../sources/consultation-note/visibility.ts';
import { plainNames, stemOf, type Vocabulary } from '../text/plain-name.ts';
import { type Disclosure, disclose } from './disclosure.ts';
import { maskedRef, maskNames } from './note-names.ts';

/** What may be said of the notes and inputs of one workspace to one audience. */
export interface Disclosures {
  readonly audience: Audience;
  /** Whether a name says nothing of who spoke. */
  readonly isPlain: (name: string) => boolean;
  readonly ofInput: (note: ConsultationNote, input: Input) => Disclosure;
  /** Of what a note says before and beside its inputs: its front matter, its name, its headings. */
  readonly ofNote: (note: ConsultationNote) => Disclosure;
  /** The note as it may be called: by its id, or by its mask. */
  readonly nameOf: (note: ConsultationNote, disclosure: Disclosure) => string;
  /** The ref of an input as it may be called. */
  readonly refOf: (note: ConsultationNote, inputRef: string, disclosure: Disclosure) => string;
  /** The round, where the process declares it: another word is whatever the note-taker wrote. */
  readonly roundOf: (note: ConsultationNote, disclosure: Disclosure) => string;
  /** Who is named as speaking; undefined where nobody may be. */
  readonly contributorOf: (note: ConsultationNote, disclosure: Disclosure) => string | undefined;
}

/** What decides, beside the notes themselves. */
export interface DisclosureContext {
  readonly notes: readonly ConsultationNote[];
  readonly process: Vocabulary;
  readonly audience: Audience;
}

/**
 * Prepares what may be said of the notes of a workspace; every output asks here and nowhere else.
 *
 * @param context Notes, process and who will read the output.
 */
export function disclosures({ notes, process, audience }: DisclosureContext): Disclosures {
  const isPlain = plainNames(process);
  const masks = maskNames(notes, process);
  const promised = ({ frontMatter: { capacity, method } }: ConsultationNote) => ({
    ...(capacity !== undefined && { capacity }),
    ...(method !== undefined && { method }),
  });
  const maskOf = (note: ConsultationNote) => masks.get(note.id) ?? 'withheld';
  const judge = (note: ConsultationNote, visibility: Input['visibility']) =>
    disclose({ ...promised(note), visibility, plainName: isPlain(note.id) && isPlain(stemOf(note)) }, audience);
  const ofNote = (note: ConsultationNote) => judge(note, noteVisibility(note.frontMatter));
  const judged = new WeakMap<ConsultationNote, WeakMap<Input['visibility'], Disclosure>>();
  // The inputs of a survey share what their note says of them: hundreds of thousands are judged at once.
  const ofInput = (note: ConsultationNote, { visibility }: Input) => {
    const known = judged.get(note) ?? new WeakMap<Input['visibility'], Disclosure>();
    judged.set(note, known);
    const disclosure = known.get(visibility) ?? judge(note, visibility);
    known.set(visibility, disclosure);
    return disclosure;
  };
  return {
    audience,
    isPlain,
    ofInput,
    ofNote,
    nameOf: (note, { note: named }) => (named ? note.id : maskOf(note)),
    refOf: (note, ref, { note: named }) =>
      named ? ref : maskedRef(note, ref, { mask: maskOf(note), alone: ofNote(note).note }),
    roundOf: ({ frontMatter: { round } }, { note: named }) =>
      named || process.rounds?.some(({ id }) => id === round) ? round : '',
    contributorOf: ({ frontMatter }, { contributor }) => {
      if (contributor === 'from') return frontMatter.from;
      // A group that the process does not declare is whatever the note-taker wrote.
      if (contributor === 'group') return process.groups?.find(({ id }) => id === frontMatter.group)?.title;
      return undefined;
    },
  };
}

/** Whether all that a note and its inputs say may be known to the audience, the name of who speaks included. */
export function disclosureIsWhole(note: ConsultationNote, told: Disclosures): boolean {
  const all = [told.ofNote(note), ...note.inputs.map((input) => told.ofInput(note, input))];
  return all.every(({ note: named, words, reason }) => named && words !== 'none' && reason);
}
