import type { ConsultationNote, Input, Visibility } from '../model/consultation-note.ts';
import type { Audience } from '../model/contracts.ts';
import type { Process } from '../model/process.ts';
import type { Response } from '../model/response.ts';
import type { ResponseDecision } from '../model/vocabulary.ts';
import type { Workspace } from '../model/workspace.ts';
import { responsesByInput } from './answers.ts';
import { compare, type Masks, maskNames, mayName, maySee, shownRef } from './note-names.ts';

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
}

/** Why the words of an input are not shown. */
type Withheld = 'distribution' | 'quote';

/**
 * One input with what became of it, as its reader may see it. This is also the shape of `inputs --json`: an array of
 * these objects, whose absent members are left out.
 *
 * `text` holds the words of the input, or a sentence that says why they are withheld; `withheld` then tells which
 * promise withholds them. Where the contributor may not be known, `ref` names no note (`first/withheld-3#i1`), and
 * `file`, `line`, `from`, `region` and `heading` are absent.
 */
export interface InputRow {
  /** As cited: `<round>/<note>#i3`. */
  readonly ref: string;
  readonly round: string;
  readonly group: string;
  readonly region?: string;
  /** Date of the consultation. */
  readonly date?: string;
  /** Who speaks, as attribution allows. */
  readonly from?: string;
  readonly kinds: readonly string[];
  readonly codes: readonly string[];
  readonly text: string;
  readonly withheld?: Withheld;
  readonly question?: string;
  readonly heading?: string;
  readonly language?: string;
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
  readonly passages: readonly string[];
  readonly by?: string;
  readonly date?: string;
}

/** What stands in place of words that are withheld. */
const WITHHELD: Readonly<Record<Withheld, string>> = {
  distribution: 'Withheld: those who said it allowed a narrower circle of readers.',
  quote: 'Withheld: those who said it did not allow its words to be passed on.',
};

/**
 * Lists inputs with what became of them, in order of round, note and place; those whose note may not be named come last.
 *
 * @param workspace Notes and responses.
 * @param filter Which inputs.
 * @param audience Who will read the list. Custodians see all; for others distribution, quotation and attribution hold.
 */
export function listInputs(workspace: Workspace, filter: InputFilter, audience: Audience): readonly InputRow[] {
  const answers = responsesByInput(workspace.responses);
  const items = workspace.notes
    .flatMap((note) => note.inputs.map((input): Item => ({ note, input, response: answers.get(input.ref) })))
    .filter((item) => matches(item, filter));
  const rounds = (workspace.process.rounds ?? []).map(({ id }) => id);
  const named = items.filter(({ input }) => mayName(input.visibility, audience)).sort(inOrder(rounds));
  // To list them under a note or a region would tell what their rows leave out.
  const tells = [...(filter.note ?? []), ...(filter.region ?? [])].length > 0;
  const hidden = tells ? [] : items.filter(({ input }) => !mayName(input.visibility, audience));
  const masks = maskNames(workspace.notes);
  return [
    ...named.map((item) => row(item, { audience, process: workspace.process })),
    ...hidden.sort(inOrder(rounds, masks)).map((item) => row(item, { audience, process: workspace.process, masks })),
  ];
}

interface Item {
  readonly note: ConsultationNote;
  readonly input: Input;
  readonly response: Response | undefined;
}

function matches({ note, input, response }: Item, filter: InputFilter): boolean {
  const { round, group, region } = note.frontMatter;
  return (
    !(filter.unanswered === true && response !== undefined) &&
    any(filter.round, [round]) &&
    any(filter.group, [group]) &&
    any(filter.region, [region]) &&
    any(filter.kind, input.kinds) &&
    any(filter.code, input.codes) &&
    any(filter.note, [note.id]) &&
    any(filter.question, [input.question]) &&
    any(filter.decision, [response?.entry.decision])
  );
}

function any(wanted: readonly string[] | undefined, found: readonly (string | undefined)[]): boolean {
  return (
    wanted === undefined || wanted.length === 0 || found.some((value) => value !== undefined && wanted.includes(value))
  );
}

function inOrder(rounds: readonly string[], masks?: Masks): (one: Item, other: Item) => number {
  const name = ({ note }: Item): string => masks?.get(note.id) ?? note.id;
  const round = ({ note }: Item): number => {
    const index = rounds.indexOf(note.frontMatter.round);
    return index === -1 ? rounds.length : index;
  };
  return (one, other) =>
    round(one) - round(other) || compare(name(one), name(other)) || one.input.line - other.input.line;
}

interface RowContext {
  readonly audience: Audience;
  readonly process: Process;
  /** Given where the note may not be named. */
  readonly masks?: Masks;
}

function row({ note, input, response }: Item, { audience, process, masks }: RowContext): InputRow {
  const { visibility } = input;
  const withheld = reasonToWithhold(visibility, audience);
  const mask = masks?.get(note.id);
  const from = mask === undefined ? nameFor(note, visibility, { audience, process }) : undefined;
  return {
    ref: shownRef(input.ref, note.id, mask),
    round: note.frontMatter.round,
    group: note.frontMatter.group,
    ...(mask === undefined && placeOf(note, input)),
    ...(from !== undefined && { from }),
    kinds: input.kinds,
    codes: input.codes,
    text: withheld === undefined ? input.text : WITHHELD[withheld],
    ...(withheld !== undefined && { withheld }),
    ...(input.question !== undefined && { question: input.question }),
    ...(input.language !== undefined && mask === undefined && { language: input.language }),
    visibility,
    ...(response !== undefined && { response: responseRow(response, withheld) }),
  };
}

/** What leads back to the consultation. */
function placeOf({ frontMatter, file }: ConsultationNote, { heading, line }: Input): Partial<InputRow> {
  return {
    ...(frontMatter.region !== undefined && { region: frontMatter.region }),
    date: frontMatter.date,
    ...(heading !== undefined && { heading }),
    file,
    line,
  };
}

function reasonToWithhold(visibility: Visibility, audience: Audience): Withheld | undefined {
  if (!maySee(visibility, audience)) return 'distribution';
  return visibility.quote === 'no' && audience.distribution === 'public' ? 'quote' : undefined;
}

/** Who is named as speaking, as attribution and the Chatham House Rule allow. */
function nameFor(
  { frontMatter }: ConsultationNote,
  { attribution, chathamHouse }: Visibility,
  { audience, process }: RowContext,
): string | undefined {
  if (audience.distribution === 'custodian') return frontMatter.from;
  if (chathamHouse || attribution === 'none') return undefined;
  if (attribution === 'group')
    return process.groups?.find(({ id }) => id === frontMatter.group)?.title ?? frontMatter.group;
  // Whoever speaks for themselves is named only where they asked to be.
  return attribution === 'organisation' && frontMatter.capacity === 'personal' ? undefined : frontMatter.from;
}

function responseRow({ entry }: Response, withheld: Withheld | undefined): ResponseRow {
  return {
    decision: entry.decision,
    ...(withheld === undefined && { reason: entry.reason }),
    passages: entry.passages ?? [],
    ...(entry.by !== undefined && { by: entry.by }),
    ...(entry.date !== undefined && { date: entry.date }),
  };
}
