import type { BlockContent, PhrasingContent } from 'mdast';
import type { Document } from '../../model/document.ts';
import { fill, formatDate, labels } from '../../model/labels.ts';
import type { Process } from '../../model/process.ts';
import { directionOf } from '../../text/language.ts';
import { heading, list, paragraph, plain, reportDocument, strong } from '../blocks.ts';
import { placeWords } from '../places/stage-view.ts';
import type { Answer, Answers, ToldInput } from './answers.ts';
import { languageOf } from './language-of.ts';
import { daysOf, type Recipient } from './recipients.ts';
import { type FeedbackWords, feedbackWords, type LetterWords } from './words.ts';

/** What a letter is made from. */
export interface LetterContext {
  readonly process: Process;
  readonly recipient: Recipient;
  readonly told: Answers;
  /** ISO date. */
  readonly date: string;
  /** To whom objections are written: a role or a functional address. */
  readonly contact?: string;
  /** True where everybody may read it. */
  readonly isPublic: boolean;
}

/** A letter that tells a contributor what became of what they said. */
export function feedbackLetter(context: LetterContext): Document {
  const { recipient, process, date } = context;
  const all = feedbackWords(recipient.language);
  const words = recipient.forChildren ? all.child : all.adult;
  const rounds = [...new Set(recipient.notes.map(({ frontMatter }) => frontMatter.round))].flatMap(
    (id) => process.rounds?.find((round) => round.id === id)?.title ?? [],
  );
  const children = [
    ...opening(context, all),
    ...answerBlocks(context, words),
    ...openBlocks(context.told, { words, recipient }),
    ...(context.told.leftOut ? [paragraph(words.leftOut)] : []),
    ...closing(context, all),
  ];
  const language = labels(recipient.language).language;
  const frame = {
    process,
    kind: words.kind,
    date,
    language,
    direction: directionOf(language),
    // A letter goes to its addressee; the marking of a circle of readers would be another's.
    distribution: 'public',
    ...(rounds.length > 0 && { subtitle: rounds.join(', ') }),
    ...(recipient.forChildren && { reading: 'large-print' as const }),
  } as const;
  return reportDocument(frame, children);
}

function opening({ recipient, process }: LetterContext, { adult, child }: FeedbackWords): BlockContent[] {
  const { forChildren, name, kind } = recipient;
  const words = forChildren ? child : adult;
  const named = name !== undefined && kind !== 'group' && !forChildren;
  const salutation = named
    ? fill(adult.salutation, { name: name.replace(/\s*\([^)]*\)\s*$/u, '') })
    : forChildren
      ? child.salutation
      : adult.salutationAlone;
  return [
    heading(words.kind, 1),
    paragraph(salutation),
    paragraph(`${fill(words.thanks, { title: process.title })} ${words.intro}`),
  ];
}

/** What was said on the consultation itself stands apart; it is answered as all else is. */
function answerBlocks({ told, recipient }: LetterContext, words: LetterWords): BlockContent[] {
  const answered = told.answers.filter(({ decision }) => decision !== undefined);
  const [process, text] = [answered.filter(({ onProcess }) => onProcess), answered.filter((one) => !one.onProcess)];
  const blocks = (answer: Answer, index: number) => oneAnswer(answer, index + 1, { words, recipient });
  return [
    ...text.flatMap(blocks),
    ...(process.length === 0 ? [] : [heading(words.processTitle, 2)]),
    ...process.flatMap((answer, index) => blocks(answer, text.length + index)),
  ];
}

/**
 * More than these would hide the answer, which all of them have. Who gave them finds all of their own, as far as a letter
 * can be read; a whole group is told of a few.
 */
const MOST_INPUTS: Readonly<Record<Recipient['kind'], number>> = { note: 100, organisation: 100, group: 5 };

interface Telling {
  readonly words: LetterWords;
  readonly recipient: Recipient;
}

function oneAnswer(answer: Answer, number: number, { words, recipient }: Telling): BlockContent[] {
  const { language } = recipient;
  const decision = decisionWords(answer, { words, recipient });
  const further = [
    ...(answer.deferredTo === undefined ? [] : [fill(words.deferredTo, { stage: answer.deferredTo })]),
    ...(answer.pending ? [words.pending] : []),
    ...(answer.deleted ? [words.deleted] : []),
  ];
  return [
    heading(`${number}. ${decision.replace(/[.。]$/u, '')}`, answer.onProcess ? 3 : 2),
    ...saidBlocks(answer.inputs, { words, recipient }),
    ...(further.length === 0 ? [] : [paragraph(labelled(words.done, further.join(' '), language))]),
    ...whyBlocks(answer, { words, recipient }),
    ...whereBlocks(answer, words, language),
  ];
}

/** To a child, what is promised is not told as if it were done. */
function decisionWords({ decision, pending }: Answer, { words, recipient }: Telling): string {
  if (decision === undefined) return '';
  const { agreed } = feedbackWords(recipient.language).child;
  const isPromised = pending && recipient.forChildren && (decision === 'accepted' || decision === 'accepted-in-part');
  return isPromised ? agreed[decision] : words.decisions[decision];
}

function labelled(label: string, said: string, language: string): PhrasingContent[] {
  return [strong(`${label}${labels(language).colon.trimEnd()}`), ...(said === '' ? [] : [plain(` ${said}`)])];
}

/** A label and what somebody wrote; in a paragraph of its own where that is in another language, and so may be in another direction. */
function quoted(label: string, said: string, language: string): BlockContent[] {
  const own = languageOf(said, language);
  if (own === language) return [paragraph(labelled(label, said, language))];
  return [paragraph(labelled(label, '', language)), { ...paragraph(said), data: { language: own } }];
}

function saidBlocks(inputs: readonly ToldInput[], { words, recipient }: Telling): BlockContent[] {
  const { language, kind } = recipient;
  const shown = inputs.slice(0, MOST_INPUTS[kind]).map((input) => saidWords(input, words));
  const rest = inputs.length - shown.length;
  const lines = [...shown, ...(rest > 0 ? [fill(words.more, { n: rest })] : [])];
  const [only = ''] = lines;
  if (lines.length === 1) return quoted(words.said, only, language);
  const items = lines.map((line) => {
    const own = languageOf(line, language);
    return [own === language ? paragraph(line) : { ...paragraph(line), data: { language: own } }];
  });
  return [paragraph(labelled(words.said, '', language)), list(items)];
}

function saidWords({ ref, words: said }: ToldInput, { wordsWithheld }: LetterWords): string {
  return said ?? fill(wordsWithheld, { ref });
}

function whyBlocks({ reason, noReason, shared }: Answer, { words, recipient }: Telling): BlockContent[] {
  const { language } = recipient;
  const { child } = feedbackWords(language);
  const instead = noReason === 'unwritten' ? child.unwritten : words.reasonWithheld;
  const own = [...(noReason === undefined ? [] : [instead]), ...(shared ? [words.shared] : [])].join(' ');
  if (reason === undefined) return own === '' ? [] : [paragraph(labelled(words.why, own, language))];
  return [...quoted(words.why, reason, language), ...(own === '' ? [] : [paragraph(own)])];
}

/** Passages by stage, since page and number are those of that stage. */
function whereBlocks({ places, gone }: Answer, words: LetterWords, language: string): BlockContent[] {
  const byStage = new Map<string, string[]>();
  for (const { stage, ref } of places) {
    const title = stage.frozen ? stage.title : labels(language).workingDraft;
    const known = byStage.get(title) ?? [];
    byStage.set(title, [...known, placeWords(ref, language)]);
  }
  const told = [...byStage].map(
    ([title, found]) => `${title}${labels(language).colon}${[...new Set(found)].join('; ')}.`,
  );
  const lines = [...told, ...(gone ? [words.gone] : [])];
  return lines.length === 0 ? [] : [paragraph(labelled(words.where, lines.join(' '), language))];
}

function openBlocks({ answers }: Answers, telling: Telling): BlockContent[] {
  const { words } = telling;
  const inputs = answers.filter(({ decision }) => decision === undefined).flatMap((answer) => answer.inputs);
  if (inputs.length === 0) return [];
  return [heading(words.openTitle, 2), paragraph(words.open), ...saidBlocks(inputs, telling)];
}

function closing(context: LetterContext, { adult, child }: FeedbackWords): BlockContent[] {
  const { recipient, contact } = context;
  const words = recipient.forChildren ? child : adult;
  const own = recipient.forChildren
    ? facilitatorBlocks(context, child)
    : [
        paragraph(fill(adult.objections, { contact: contact ?? adult.contact, ref: recipient.key })),
        ...(context.isPublic ? [] : [paragraph(adult.addresseeOnly)]),
      ];
  const choices = [words.satisfied, words.notSatisfied].map((choice) => paragraph(`☐ ${choice}`));
  return [heading(words.reactTitle, 2), paragraph(words.react), ...choices, ...own];
}

function facilitatorBlocks({ recipient, contact, told }: LetterContext, words: FeedbackWords['child']): BlockContent[] {
  const { adult } = feedbackWords(recipient.language);
  const [date, other] = new Set(daysOf(recipient.notes, recipient.told, 'feedback-by'));
  const promised =
    date === undefined || other !== undefined
      ? []
      : [fill(words.promised, { date: formatDate(date, recipient.language) })];
  const objections = fill(adult.objections, { contact: contact ?? adult.contact, ref: recipient.key });
  const foreign = isForeign(told, recipient.language) ? [words.translate] : [];
  const text = [words.facilitatorText, ...foreign, ...promised, objections].join(' ');
  return [{ type: 'box', title: words.facilitator, children: [paragraph(text)] }];
}

/** Whether anything that people wrote is in another language than the letter. */
function isForeign({ answers }: Answers, language: string): boolean {
  return answers.some(({ reason = '', inputs }) =>
    [reason, ...inputs.map(({ words = '' }) => words)].some((words) => languageOf(words, language) !== language),
  );
}
