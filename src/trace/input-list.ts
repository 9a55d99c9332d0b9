import type { ConsultationNote, Input, Visibility } from '../model/consultation-note.ts';
import type { Audience } from '../model/contracts.ts';
import type { Response } from '../model/response.ts';
import type { ResponseDecision } from '../model/vocabulary.ts';
import type { Workspace } from '../model/workspace.ts';
import { responsesByInput } from './answers.ts';
import { type Disclosures, disclosures } from './disclose-input.ts';
import { type Disclosure, wordsOf } from './disclosure.ts';
import { type LeadIndex, type LeadKnowledge, leadOf } from './leads.ts';
import { compare } from './note-names.ts';
import { holdsName, protectedNames } from './protected-words.ts';

/** Which inputs to list; of several values of one filter any will do, and all filters must hold. */
export interface InputFilter {
  /** Only inputs without a response. */
  readonly unanswered?: boolean;
  readonly round?: readonly string[];
  readonly group?: readonly string[];
  readonly region?: readonly string[];
  readonly kind?: readonly string[];
  readonly code?: readonly string[];
  /** Ids of notes, `first/africa-children`. */
  readonly note?: readonly string[];
  /** Ids of questions, or of sections of the draft. */
  readonly question?: readonly string[];
  readonly decision?: readonly string[];
  /** Core-group members; those on whose sections the input is, as far as its reader may know. Needs {@link leads}. */
  readonly lead?: readonly string[];
  /** Who leads on what. */
  readonly leads?: LeadIndex;
}

/**
 * One input with what became of it, as its reader may see it. This is also the shape of `inputs --json`: an array of
 * these objects, whose absent members are left out.
 *
 * `text` holds the words of the input, or a sentence that says why they are withheld; `withheld` then tells which
 * promise withholds them. Where the contributor may not be known, `ref` names no note (`first/withheld-3f9a21c#i1`), and
 * `file`, `line`, `from`, `group`, `region`, `date` and `heading` are absent. Where words may not be passed on in any
 * form, so are kinds, codes and question, and of the response all but its decision.
 */
export interface InputRow {
  /** As cited: `<round>/<note>#i3`. */
  readonly ref: string;
  /** For custodians: as the public knows it, where that is another ref. */
  readonly publicRef?: string;
  /** Empty where it is no round of the process and its note may not be named. */
  readonly round: string;
  readonly group?: string;
  readonly region?: string;
  /** Date of the consultation. */
  readonly date?: string;
  /** Who speaks, as attribution allows. */
  readonly from?: string;
  readonly kinds: readonly string[];
  readonly codes: readonly string[];
  readonly text: string;
  /** As it may be passed on: `paraphrase` is no quotation. Absent where the words are withheld. */
  readonly words?: 'verbatim' | 'paraphrase';
  readonly withheld?: 'distribution' | 'quote';
  readonly question?: string;
  readonly heading?: string;
  readonly language?: string;
  /** Who translated the words, where they are a translation. */
  readonly translation?: 'human' | 'machine';
  /** It came in after its round had ended, and is answered all the same. */
  readonly late?: true;
  /** A consolidated reply of the same body outranks it. */
  readonly outranked?: true;
  readonly visibility: Visibility;
  readonly file?: string;
  readonly line?: number;
  /** Absent while nobody has answered. */
  readonly response?: ResponseRow;
}

/** What became of an input. */
interface ResponseRow {
  readonly decision: ResponseDecision;
  /** Absent where the reason would tell what is withheld. */
  readonly reason?: string;
  readonly passages?: readonly string[];
  readonly by?: string;
  readonly date?: string;
}

/** What stands in place of words that are withheld. */
const WITHHELD: Readonly<Record<NonNullable<Disclosure['withheld']>, string>> = {
  distribution: 'Withheld: those who said it allowed a narrower circle of readers.',
  quote: 'Withheld: those who said it did not allow its words to be passed on.',
};

/** All rows of {@link inputRows} at once. */
export function listInputs(workspace: Workspace, filter: InputFilter, audience: Audience): readonly InputRow[] {
  return [...inputRows(workspace, filter, audience)];
}

/**
 * Lists inputs with what became of them, one after another, in order of round, note and place; those whose note may not be named come last.
 *
 * @param workspace Notes and responses.
 * @param filter Which inputs. What a row leaves out selects no row: the list would tell it.
 * @param audience Who will read the list. Custodians see all; for others distribution, quotation and attribution hold.
 */
export function* inputRows(
  workspace: Workspace,
  filter: InputFilter,
  audience: Audience,
): Generator<InputRow, void, undefined> {
  for (const { row } of listedInputs(workspace, filter, audience)) yield row;
}

/** An input with its row: for outputs that tell more of it, or tell it otherwise, under the same rules. */
export interface ListedInput {
  readonly note: ConsultationNote;
  readonly input: Input;
  readonly response: Response | undefined;
  readonly disclosure: Disclosure;
  readonly row: InputRow;
  readonly told: Disclosures;
  /** Whether words of a response hold a name that the audience may not know. */
  readonly holds: (words: string) => boolean;
}

/** The inputs of {@link inputRows}, in the same order, each with its note and response. */
export function* listedInputs(
  workspace: Workspace,
  filter: InputFilter,
  audience: Audience,
): Generator<ListedInput, void, undefined> {
  const { notes, process } = workspace;
  const answers = responsesByInput(workspace.responses);
  const known = disclosures({ notes, process, audience });
  const items = matching(notes, filter, (note, input) => {
    const disclosure = known.ofInput(note, input);
    const [name, round] = [known.nameOf(note, disclosure), known.roundOf(note, disclosure)];
    return { note, input, response: answers.get(input.ref), disclosure, name, round };
  });
  const open = audience.distribution === 'custodian' ? disclosures({ notes, process, audience: PUBLIC }) : undefined;
  const holds = holdsName(protectedNames({ notes, decisions: workspace.decisions, told: known }));
  const rounds = (process.rounds ?? []).map(({ id }) => id);
  const named = items.filter(({ disclosure }) => disclosure.note);
  const hidden = items.filter(({ disclosure }) => !disclosure.note);
  items.length = 0;
  for (const list of [named, hidden]) {
    for (const item of list.sort(inOrder(rounds, audience.distribution === 'custodian' ? byPlace : byQuestion))) {
      const ref = known.refOf(item.note, item.input.ref, item.disclosure);
      const { note, input, response, disclosure } = item;
      const told = { ref, ...publicRef(item, open), ...row(item, known, holds) };
      yield { note, input, response, disclosure, row: told, told: known, holds };
    }
  }
}

function matching(
  notes: readonly ConsultationNote[],
  filter: InputFilter,
  itemOf: (note: ConsultationNote, input: Input) => Item,
): Item[] {
  const items: Item[] = [];
  for (const note of notes) {
    for (const input of note.inputs) {
      const item = itemOf(note, input);
      if (matches(item, filter)) items.push(item);
    }
  }
  return items;
}

const PUBLIC: Audience = { distribution: 'public' };

/** Who keeps the notes has to know what a public list or log speaks of. */
function publicRef({ note, input }: Item, open: Disclosures | undefined): Pick<InputRow, 'publicRef'> {
  if (open === undefined) return {};
  const shown = open.refOf(note, input.ref, open.ofInput(note, input));
  return shown === input.ref ? {} : { publicRef: shown };
}

interface Item {
  readonly note: ConsultationNote;
  readonly input: Input;
  readonly response: Response | undefined;
  readonly disclosure: Disclosure;
  /** Name of the note, or what stands for it. */
  readonly name: string;
  /** As it may be told. */
  readonly round: string;
}

function matches(item: Item, filter: InputFilter): boolean {
  const { note, input, response, disclosure } = item;
  const { group, region } = note.frontMatter;
  const told = <Value>(allowed: boolean, values: readonly Value[]) => (allowed ? values : []);
  return (
    !(filter.unanswered === true && response !== undefined) &&
    any(filter.round, [item.round]) &&
    any(filter.group, told(disclosure.group, [group])) &&
    any(filter.region, told(disclosure.occasion, [region])) &&
    any(filter.kind, told(disclosure.subject, input.kinds)) &&
    any(filter.code, told(disclosure.subject, input.codes)) &&
    any(filter.note, told(disclosure.note, [note.id])) &&
    any(filter.question, told(disclosure.subject, [input.question])) &&
    any(filter.decision, [response?.entry.decision]) &&
    any(filter.lead, filter.leads === undefined ? [] : leadOf(input, response, filter.leads, knowsOf(disclosure)))
  );
}

function knowsOf({ subject, reason }: Disclosure): LeadKnowledge {
  return { subject, passages: reason };
}

function any(wanted: readonly string[] | undefined, found: readonly (string | undefined)[]): boolean {
  return (
    wanted === undefined || wanted.length === 0 || found.some((value) => value !== undefined && wanted.includes(value))
  );
}

function inOrder(
  rounds: readonly string[],
  within: (one: Input, other: Input) => number,
): (one: Item, other: Item) => number {
  const round = ({ note }: Item): number => {
    const index = rounds.indexOf(note.frontMatter.round);
    return index === -1 ? rounds.length : index;
  };
  return (one, other) => round(one) - round(other) || compare(one.name, other.name) || within(one.input, other.input);
}

function byPlace(one: Input, other: Input): number {
  return compare(one.file ?? '', other.file ?? '') || one.line - other.line;
}

/** Where a survey stands, its order tells which answers are of one respondent: for others they stand by question and id. */
function byQuestion(one: Input, other: Input): number {
  const [left, right] = [one.respondent === undefined, other.respondent === undefined];
  if (left && right) return byPlace(one, other);
  if (left !== right) return left ? -1 : 1;
  return compare(questionOf(one), questionOf(other)) || compare(one.ref, other.ref);
}

function questionOf({ question, heading }: Input): string {
  return question ?? heading ?? '';
}

function row(
  { note, input, response, disclosure, round }: Item,
  known: Disclosures,
  holds: (words: string) => boolean,
): Omit<InputRow, 'ref' | 'publicRef'> {
  const { frontMatter } = note;
  const { group, occasion, subject, words, withheld } = disclosure;
  const from = known.contributorOf(note, disclosure);
  return {
    round,
    ...(group && { group: frontMatter.group }),
    ...(occasion && frontMatter.region !== undefined && { region: frontMatter.region }),
    ...(occasion && { date: frontMatter.date }),
    ...(from !== undefined && { from }),
    kinds: subject ? input.kinds : [],
    codes: subject ? input.codes : [],
    text: wordsOf(input.text, words) ?? WITHHELD[withheld ?? 'distribution'],
    ...(words !== 'none' && { words }),
    ...(withheld !== undefined && { withheld }),
    ...(subject && input.question !== undefined && { question: input.question }),
    ...(occasion && input.language !== undefined && { language: input.language }),
    ...(words !== 'none' && input.translation !== undefined && { translation: input.translation }),
    ...(occasion && input.late === true && { late: true as const }),
    ...(occasion && input.outrankedBy !== undefined && { outranked: true as const }),
    ...placeOf(note, input, disclosure, known.audience.distribution === 'custodian'),
    visibility: input.visibility,
    ...(response !== undefined && { response: responseRow(response, disclosure, holds) }),
  };
}

/** What leads back to the place in the note. A heading is words of the note, and often names who spoke. */
function placeOf(
  { file }: ConsultationNote,
  { heading, line, file: own, respondent }: Input,
  disclosure: Disclosure,
  keeps: boolean,
): Partial<InputRow> {
  if (!disclosure.note) return {};
  const told = disclosure.words === 'none' || heading === undefined ? undefined : wordsOf(heading, disclosure.words);
  const said = { ...(told !== undefined && { heading: told }) };
  return keeps || respondent === undefined ? { ...said, file: own ?? file, line } : { ...said, file };
}

function responseRow({ entry }: Response, { reason }: Disclosure, holds: (words: string) => boolean): ResponseRow {
  if (!reason) return { decision: entry.decision };
  return {
    decision: entry.decision,
    // A drafter who answers one contributor may well name another, who was promised not to be.
    ...(!holds(entry.reason) && { reason: entry.reason }),
    passages: entry.passages ?? [],
    ...(entry.by !== undefined && !holds(entry.by) && { by: entry.by }),
    ...(entry.date !== undefined && { date: entry.date }),
  };
}
