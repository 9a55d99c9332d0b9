import type { ConsultationNote, Input } from '../../model/consultation-note.ts';
import type { Finding } from '../../model/finding.ts';
import type { Response } from '../../model/response.ts';
import type { ResponseDecision } from '../../model/vocabulary.ts';
import type { Workspace } from '../../model/workspace.ts';
import { isPending, responsesByInput } from '../../trace/answers.ts';
import type { Disclosures } from '../../trace/disclose-input.ts';
import { type Disclosure, wordsOf } from '../../trace/disclosure.ts';
import { DELETED } from '../../trace/response-state.ts';
import { type FoundPassage, findPassage, type StageView, stagesAfter } from '../places/stage-view.ts';
import { reasonUnwritten, reasonWithheld } from './findings.ts';
import { keptNames } from './kept-names.ts';
import type { Recipient } from './recipients.ts';

/** A decision as a contributor is told it: what repeats another input is told as that one. */
export type ToldDecision = Exclude<ResponseDecision, 'duplicate'>;

/** Something its contributor said, as it may be repeated. */
export interface ToldInput {
  /** Id inside its note, or what stands for it. */
  readonly ref: string;
  /** Absent where the words may not be repeated. */
  readonly words?: string;
}

/** One answer, and all inputs of a contributor that have it. */
export interface Answer {
  readonly inputs: readonly ToldInput[];
  /** True for what was said on the consultation itself. */
  readonly onProcess: boolean;
  /** Absent while there is none. */
  readonly decision?: ToldDecision;
  readonly reason?: string;
  /** Why there is no reason: it may not be told, or is not yet written in words for children. */
  readonly noReason?: 'withheld' | 'unwritten';
  readonly places: readonly FoundPassage[];
  readonly pending: boolean;
  readonly deleted: boolean;
  /** A passage that was changed is there no more. */
  readonly gone: boolean;
  /** Title of the stage it was put off to. */
  readonly deferredTo?: string;
  /** Others said the same. */
  readonly shared: boolean;
}

/** All that one letter tells. */
export interface Answers {
  readonly answers: readonly Answer[];
  /** How many inputs stand in the letter. */
  readonly inputs: number;
  readonly answered: number;
  /** True where inputs are left out that fewer may read. */
  readonly leftOut: boolean;
  readonly findings: readonly Finding[];
}

/** What answers are made from; prepared once for all letters. */
export interface AnswerBook {
  readonly answersFor: (recipient: Recipient) => Answers;
}

/** What is known of a workspace. */
export interface AnswerSources {
  readonly workspace: Workspace;
  readonly told: Disclosures;
  readonly open: Disclosures;
  /** In the order of the process, the text as it stands last. */
  readonly views: readonly StageView[];
}

interface KnownInput {
  readonly note: ConsultationNote;
  readonly input: Input;
}

interface Book extends AnswerSources {
  readonly byRef: ReadonlyMap<string, KnownInput>;
  readonly responses: ReadonlyMap<string, Response>;
  readonly recordsEdits: boolean;
  /** Whether words name somebody, or something, that those who read a letter may not know of. */
  readonly namesKept: (recipient: Recipient) => (words: string) => boolean;
}

/** Prepares the answers to all inputs of a workspace. */
export function answerBook(sources: AnswerSources): AnswerBook {
  const { notes, responses } = sources.workspace;
  const byRef = new Map<string, KnownInput>();
  for (const note of notes) for (const input of note.inputs) byRef.set(input.ref, { note, input });
  const book: Book = {
    ...sources,
    byRef,
    responses: responsesByInput(responses),
    recordsEdits: responses.some(({ entry }) => entry.text !== undefined),
    namesKept: keptNames(sources),
  };
  return { answersFor: (recipient) => answersOf(recipient, book) };
}

function answersOf(recipient: Recipient, book: Book): Answers {
  const names = book.namesKept(recipient);
  const { told } = recipient;
  const gathered = new Map<string, Answer & { readonly inputs: ToldInput[] }>();
  const findings: Finding[] = [];
  const count = { inputs: 0, answered: 0, leftOut: 0 };
  for (const note of recipient.notes) {
    for (const input of note.inputs) {
      const disclosure = told.ofInput(note, input);
      if (input.withdrawn !== undefined) continue;
      // A whole group is told only what may be known to come from it.
      const isHidden = recipient.kind === 'group' && !disclosure.group;
      if (isHidden || disclosure.withheld === 'distribution') {
        count.leftOut += 1;
        continue;
      }
      const given = answerTo({ note, input }, { recipient, book, disclosure, names });
      count.inputs += 1;
      if (given.answer.decision !== undefined) count.answered += 1;
      findings.push(...given.findings);
      gather(gathered, given.answer, toldInput({ note, input }, told, disclosure));
    }
  }
  const { inputs, answered, leftOut } = count;
  return { answers: [...gathered.values()], inputs, answered, leftOut: leftOut > 0, findings };
}

/** Inputs with the same answer stand together. */
function gather(
  gathered: Map<string, Answer & { readonly inputs: ToldInput[] }>,
  answer: Omit<Answer, 'inputs'>,
  input: ToldInput,
): void {
  const key = JSON.stringify({ ...answer, places: answer.places.map(({ stage, ref }) => [stage.id, ref.order]) });
  const known = gathered.get(key);
  if (known === undefined) gathered.set(key, { ...answer, inputs: [input] });
  else known.inputs.push(input);
}

/** An id that the note-taker chose may tell who spoke: where the note may not be named, another stands for it. */
function toldInput({ note, input }: KnownInput, told: Disclosures, disclosure: Disclosure): ToldInput {
  const said = wordsOf(input.text, disclosure.words);
  const ref = told.refOf(note, input.ref, disclosure);
  return { ref: ref.slice(ref.lastIndexOf('#') + 1), ...(said !== undefined && { words: said }) };
}

interface Answering {
  readonly recipient: Recipient;
  readonly book: Book;
  /** Of the input that is answered. */
  readonly disclosure: Disclosure;
  /** Whether words name what the reader may not know of. */
  readonly names: (words: string) => boolean;
}

interface Given {
  readonly answer: Omit<Answer, 'inputs'>;
  readonly findings: readonly Finding[];
}

const OPEN: Omit<Answer, 'inputs' | 'onProcess'> = {
  places: [],
  pending: false,
  deleted: false,
  gone: false,
  shared: false,
};

function answerTo({ note, input }: KnownInput, answering: Answering): Given {
  const { book, disclosure } = answering;
  const onProcess = input.kinds.includes('process');
  const own = book.responses.get(input.ref);
  const settled = settle(own, answering);
  if (own === undefined || settled === undefined) return { answer: { ...OPEN, onProcess }, findings: [] };
  const { response, decision, mayTell, shared } = settled;
  const { entry } = response;
  const tells = disclosure.reason && mayTell;
  const why = reasonFor({ own, response, tells, mayTell, decision }, answering);
  const pending = book.recordsEdits && isPending(response);
  const stage = book.workspace.process.stages.find(({ id }) => id === entry['deferred-to']);
  const answer: Given['answer'] = {
    onProcess,
    decision,
    ...why.told,
    ...placesOf(tells && !pending ? response : undefined, note, book),
    pending,
    ...(decision === 'deferred' && stage !== undefined && { deferredTo: stage.title }),
    shared,
  };
  return { answer, findings: why.findings };
}

interface Settled {
  readonly response: Response;
  readonly decision: ToldDecision;
  /** Whether what was said to somebody else may be told here. */
  readonly mayTell: boolean;
  /** Somebody else said the same, and that may be told. */
  readonly shared: boolean;
}

/** Follows duplicates to the answer they repeat; a circle, or an input without an answer, is none. */
function settle(own: Response | undefined, { recipient, book }: Answering): Settled | undefined {
  const seen = new Set<string>();
  let [response, mayTell, isOwn] = [own, true, true];
  while (response !== undefined && response.entry.decision === 'duplicate') {
    const next: string = fullRef(response);
    if (seen.has(next)) return undefined;
    seen.add(next);
    const known = book.byRef.get(next);
    isOwn = known !== undefined && recipient.notes.includes(known.note);
    const told = isOwn ? recipient.told : book.open;
    mayTell &&= known !== undefined && told.ofInput(known.note, known.input).reason;
    response = book.responses.get(next);
  }
  if (response === undefined) return undefined;
  const decision: ResponseDecision = response.entry.decision;
  return decision === 'duplicate' ? undefined : { response, decision, mayTell, shared: mayTell && !isOwn };
}

/** `duplicate-of` names an input of the same note by its id alone. */
function fullRef({ entry, note }: Response): string {
  const ref = entry['duplicate-of'] ?? '';
  return ref.includes('#') ? ref : `${note}#${ref}`;
}

interface Reasoning {
  readonly own: Response;
  /** The one whose answer is told: its own, or the one it repeats. */
  readonly response: Response;
  readonly tells: boolean;
  /** Whether what was said to somebody else may be told here. */
  readonly mayTell: boolean;
  readonly decision: ToldDecision;
}

interface Why {
  readonly told: Pick<Answer, 'reason' | 'noReason'>;
  readonly findings: readonly Finding[];
}

/** The reason as it may be told; children get the words that a person wrote for them, and no others. */
function reasonFor(
  { own, response, tells, mayTell, decision }: Reasoning,
  { recipient, names, disclosure }: Answering,
): Why {
  if (decision === 'withdrawn') return { told: {}, findings: [] };
  const written = own.entry['reason-child'];
  const forChildren = written ?? response.entry['reason-child'];
  const reason = recipient.forChildren ? forChildren : response.entry.reason;
  if (reason === undefined) return { told: { noReason: 'unwritten' }, findings: [reasonUnwritten(own)] };
  if (!tells && !(recipient.forChildren && written !== undefined && disclosure.reason)) {
    const findings = mayTell ? [] : [reasonWithheld(own, 'duplicate')];
    return { told: { noReason: 'withheld' }, findings };
  }
  if (names(reason)) return { told: { noReason: 'withheld' }, findings: [reasonWithheld(own, 'names')] };
  return { told: { reason }, findings: [] };
}

type Places = Pick<Answer, 'places' | 'deleted' | 'gone'>;

function placesOf(response: Response | undefined, { frontMatter }: ConsultationNote, book: Book): Places {
  const { passages = [], text = {} } = response?.entry ?? {};
  const views = stagesAfter(book.views, book.workspace.process, frontMatter.round);
  const found = passages.map((id) => ({ id, place: findPassage(views, id) }));
  const missing = found.filter(({ place }) => place === undefined).map(({ id }) => id);
  return {
    places: found.flatMap(({ place }) => place ?? []),
    deleted: missing.some((id) => text[id] === DELETED),
    gone: missing.some((id) => text[id] !== DELETED),
  };
}
