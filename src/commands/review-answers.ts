/** What reviewers are told of their comments: the same as in a letter to them, and nothing that others alone may read. */
import type { Reply } from '../files/word-edit/add-replies.ts';
import type { World } from '../io/world.ts';
import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import { fill, labels } from '../model/labels.ts';
import type { Process } from '../model/process.ts';
import type { Response } from '../model/response.ts';
import { type Answer, type AnswerBook, type Answers, answerBook } from '../reports/feedback/answers.ts';
import { type Recipient, type RecipientContext, recipientNamed } from '../reports/feedback/recipients.ts';
import { feedbackWords } from '../reports/feedback/words.ts';
import { placeWords } from '../reports/places/stage-view.ts';
import { responsesByInput } from '../trace/answers.ts';
import { disclosures } from '../trace/disclose-input.ts';
import { composeStages, stageViews } from './stage-views.ts';

/** The answers of a workspace, ready to be asked for. */
export interface AnswersByInput {
  readonly notes: readonly ConsultationNote[];
  readonly process: Process;
  readonly book: AnswerBook;
  readonly among: RecipientContext;
  readonly responses: ReadonlyMap<string, Response>;
}

/** Reads what became of all inputs. */
export async function answersTo(world: World, process: Process): Promise<AnswersByInput> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const workspace = await loadWorkspace(world, { process, needs: new Set(['responses', 'decisions'] as const) });
  const { notes } = workspace;
  // Each file goes back to its own reviewer; what names other contributors is kept out of it in any case.
  const told = disclosures({ notes, process, audience: { distribution: 'custodian' } });
  const open = disclosures({ notes, process, audience: { distribution: 'public' } });
  const views = await stageViews(world, await composeStages(world, process), { pages: false });
  const book = answerBook({ workspace, told, open, views });
  return {
    notes,
    process,
    book,
    among: { notes, process, told, open },
    responses: responsesByInput(workspace.responses),
  };
}

/** Whether somebody has answered an input, whoever may be told. */
export function isAnswered({ input }: { readonly input: Input }, { responses }: AnswersByInput): boolean {
  return responses.get(input.ref)?.entry.decision !== undefined;
}

/** The reply to one input; undefined where it has no answer. */
export function replyTo(
  { note, input }: { readonly note: ConsultationNote; readonly input: Input },
  { book, among, responses, process }: AnswersByInput,
): Reply | undefined {
  const recipient = recipientNamed(note.id, among);
  const answer =
    recipient &&
    toldOnce(book, recipient, note).answers.find(({ inputs }) => inputs.some(({ ref }) => ref === input.id));
  const entry = responses.get(input.ref)?.entry;
  if (recipient === undefined || answer?.decision === undefined || entry === undefined) return undefined;
  const by = process['core-group']?.find(({ id }) => id === entry.by)?.name;
  return {
    author: by ?? process.title,
    ...(entry.date !== undefined && { date: entry.date }),
    text: replyWords(answer, recipient.language),
    // What is promised or put off stays open until it is settled.
    resolved: !answer.pending && answer.decision !== 'deferred',
  };
}

/** All answers to a note are worked out at once. */
const known = new WeakMap<AnswerBook, Map<string, Answers>>();

function toldOnce(book: AnswerBook, recipient: Recipient, { id }: ConsultationNote): Answers {
  const own = known.get(book) ?? new Map<string, Answers>();
  known.set(book, own);
  const answers = own.get(id) ?? book.answersFor(recipient);
  own.set(id, answers);
  return answers;
}

function replyWords(answer: Answer, language: string): readonly string[] {
  const { adult } = feedbackWords(language);
  const { decision, reason, noReason, deferredTo, pending, places } = answer;
  const first = [
    decision === undefined ? '' : adult.decisions[decision],
    reason ?? (noReason === undefined ? '' : adult.reasonWithheld),
    deferredTo === undefined ? '' : fill(adult.deferredTo, { stage: deferredTo }),
    pending ? adult.pending : '',
    answer.deleted ? adult.deleted : '',
  ];
  const found = places.map(({ stage, ref }) => {
    const title = stage.frozen ? stage.title : labels(language).workingDraft;
    return `${title}${labels(language).colon}${placeWords(ref, language)}.`;
  });
  const where = found.length === 0 ? [] : [`${adult.where}${labels(language).colon}${[...new Set(found)].join(' ')}`];
  return [first.filter((words) => words !== '').join(' '), ...where];
}
