/** What helps whoever answers an input: likely passages, inputs that say the same, reasons given before. */
import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import type { Response } from '../model/response.ts';
import { type Disclosures, disclosures } from '../trace/disclose-input.ts';
import { leadIndex } from '../trace/leads.ts';
import {
  type DuplicateIndex,
  duplicateIndex,
  type LikelyDuplicate,
  likelyDuplicates,
} from '../trace/likely-duplicates.ts';
import { type IndexedPassage, likelyPassages, type PassageIndex, passageIndex } from '../trace/likely-passages.ts';
import { type RecentReason, recentReasons } from '../trace/recent-reasons.ts';
import type { Desk, Target } from './respond-desk.ts';
import { allTargets } from './respond-targets.ts';

/** An input that likely makes the same point, with what became of it. */
export interface SamePoint extends LikelyDuplicate {
  readonly text: string;
  readonly response?: Response;
}

/** What helps with one input. */
export interface Hints {
  /** Title of the part of the draft, or words of the question, that it stands under. */
  readonly about?: string;
  readonly passages: readonly IndexedPassage[];
  readonly samePoint: readonly SamePoint[];
  readonly reasons: readonly RecentReason[];
}

/** Gives hints on one input after another. */
export interface Hinter {
  readonly passages: PassageIndex;
  /** @param answers What became of inputs by now. */
  readonly hintsOn: (target: Target, answers: ReadonlyMap<string, Response>) => Hints;
}

const MOST = { passages: 8, samePoint: 5, reasons: 6 };

/** Prepares hints on the inputs of a workspace. */
export async function hinter(desk: Desk): Promise<Hinter> {
  const { document, text } = await desk.draft();
  const passages = passageIndex(document);
  const fedBy = leadIndex(text.sections, desk.workspace.questionnaires).fedBy;
  const inputs = new Map(allTargets(desk).map(({ note, input }) => [input.ref, { note, input }]));
  const knownTo = readable(desk);
  let same: DuplicateIndex | undefined;
  const duplicates = () => {
    same ??= duplicateIndex([...inputs.values()].map(({ input }) => ({ ref: input.ref, text: input.text })));
    return same;
  };
  return {
    passages,
    hintsOn: (target, answers) => {
      const { input } = target;
      const section = sectionOf(input, passages, fedBy);
      const stated = { text: input.text, ...(input.heading !== undefined && { heading: input.heading }) };
      const likely = likelyPassages({ ...stated, ...(section !== undefined && { section }) }, passages, MOST.passages);
      return {
        ...aboutOf(desk, input, { passages, section }),
        passages: likely.flatMap(({ id }) => passages.byId.get(id) ?? []),
        samePoint: likelyDuplicates(input.ref, duplicates(), MOST.samePoint).map((one) =>
          withAnswer(one, inputs, answers),
        ),
        reasons: recentReasons(knownTo(target, [...answers.values()]), input.text, MOST.reasons),
      };
    },
  };
}

/** Makes a function that leaves out answers which those who may read the one to an input may not read: a reason used again would tell them. */
function readable({ workspace: { notes, process } }: Desk) {
  const inputs = new Map(notes.flatMap((note) => note.inputs.map((input) => [input.ref, { note, input }] as const)));
  const byReaders = new Map<string, Disclosures>();
  return ({ input }: Target, answers: readonly Response[]): readonly Response[] => {
    const { distribution } = input.visibility;
    const told = byReaders.get(distribution) ?? disclosures({ notes, process, audience: { distribution } });
    byReaders.set(distribution, told);
    return answers.filter(({ inputRef }) => {
      const other = inputs.get(inputRef);
      return other !== undefined && told.ofInput(other.note, other.input).reason;
    });
  };
}

/** The part of the draft an input stands under: its heading may name it, or the question that it answers may feed it. */
function sectionOf(
  { question }: Input,
  { byId, passages }: PassageIndex,
  fedBy: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (question === undefined) return undefined;
  const named = [question, ...(fedBy.get(question) ?? [])];
  return named.find((id) => byId.has(id) || passages.some(({ under }) => under.some((above) => above.id === id)));
}

function aboutOf(
  { workspace }: Desk,
  { question }: Input,
  { passages, section }: { readonly passages: PassageIndex; readonly section: string | undefined },
): Pick<Hints, 'about'> {
  const heading = passages.passages
    .flatMap(({ under }) => under)
    .find(({ id }) => id !== undefined && (id === section || id === question));
  if (heading !== undefined) {
    return { about: heading.number === undefined ? heading.title : `${heading.number} ${heading.title}` };
  }
  const asked = workspace.questionnaires.flatMap(({ questions }) => questions).find(({ id }) => id === question);
  return asked === undefined ? {} : { about: asked.text };
}

function withAnswer(
  one: LikelyDuplicate,
  inputs: ReadonlyMap<string, { readonly note: ConsultationNote; readonly input: Input }>,
  answers: ReadonlyMap<string, Response>,
): SamePoint {
  const response = answers.get(one.ref);
  return { ...one, text: inputs.get(one.ref)?.input.text ?? '', ...(response !== undefined && { response }) };
}
