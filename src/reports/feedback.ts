import type { Audience, Report } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Workspace } from '../model/workspace.ts';
import { disclosures } from '../trace/disclose-input.ts';
import { type AnswerBook, type Answers, answerBook } from './feedback/answers.ts';
import { indexDocument } from './feedback/index-page.ts';
import { feedbackLetter } from './feedback/letter.ts';
import { allRecipients, daysOf, type Recipient, recipientNamed } from './feedback/recipients.ts';
import type { StageView } from './places/stage-view.ts';

/** What letters are made from. */
export interface FeedbackContext {
  /** With notes, responses and decisions. */
  readonly workspace: Workspace;
  /** Who handles the letters: each goes to its addressee, but somebody prints and sends it. */
  readonly audience: Audience;
  /** ISO date that letters carry. */
  readonly date: string;
  /** Frozen stages in their order, and the text as it stands last. */
  readonly views: readonly StageView[];
  /** To whom objections are written: a role or a functional address. */
  readonly contact?: string;
}

/** What the caller chose. */
export interface FeedbackOptions {
  /** A consultation note, an organisation or a stakeholder group; all contributors where absent. */
  readonly subject?: string;
  /** Id of a round. */
  readonly round?: string;
}

/** One letter. */
export interface Letter {
  /** Name of its file, without ending. */
  readonly stem: string;
  readonly document: Document;
}

/** What is said of one letter, for programs. */
export interface LetterLine {
  readonly letter: string;
  readonly kind: Recipient['kind'];
  /** Who it is for, as they may be named. */
  readonly to?: string;
  /** Consultation notes, as they may be called. */
  readonly notes: readonly string[];
  /** Absent where it could tell which consultation it was. */
  readonly language?: string;
  /** Absent where the group may not be told. */
  readonly forChildren?: boolean;
  readonly inputs: number;
  readonly answered: number;
  /** Answers without a reason that could be told. */
  readonly withoutReason: number;
  /** Where everything was answered: facilitators promised it until this day. */
  readonly feedbackBy?: string;
  readonly feedbackGiven?: string;
}

/** What the feedback report says, for programs. */
export interface FeedbackData {
  readonly distribution: Audience['distribution'];
  readonly letters: readonly LetterLine[];
}

interface Written {
  readonly recipient: Recipient;
  readonly told: Answers;
  readonly line: LetterLine;
}

/** The letters that tell contributors what became of what they said; this report lists them for who sends them. */
export const feedback: Report<FeedbackContext, FeedbackOptions> = {
  id: 'feedback',
  about: 'How inputs were used: a letter to each contributor, and a list of the letters.',
  build: (context, options) => {
    const data = dataOf(context, writeAll(context, options));
    return { document: indexDocument(data, context), data };
  },
};

/** Letters with what is to be said of them; undefined where nobody is meant of whom those who handle them may know. */
export interface FeedbackLetters {
  readonly letters: readonly Letter[];
  readonly data: FeedbackData;
  readonly findings: readonly Finding[];
}

/**
 * Writes the letters.
 *
 * @returns undefined where the subject is nobody of whom those who handle the letters may know.
 */
export function feedbackLetters(context: FeedbackContext, options: FeedbackOptions): FeedbackLetters | undefined {
  const written = writeAll(context, options);
  if (options.subject !== undefined && written.length === 0) return undefined;
  const { process } = context.workspace;
  const letters = written.map(({ recipient, told }): Letter => {
    const document = feedbackLetter({
      process,
      recipient,
      told,
      date: context.date,
      ...(context.contact !== undefined && { contact: context.contact }),
      isPublic: context.audience.distribution === 'public' || recipient.collective,
    });
    return { stem: recipient.key, document };
  });
  return { letters, data: dataOf(context, written), findings: written.flatMap(({ told }) => told.findings) };
}

function dataOf({ audience }: FeedbackContext, written: readonly Written[]): FeedbackData {
  return { distribution: audience.distribution, letters: written.map(({ line }) => line) };
}

function writeAll(context: FeedbackContext, { subject, round }: FeedbackOptions): readonly Written[] {
  const { workspace, audience, views } = context;
  const { process } = workspace;
  const notes = workspace.notes.filter(({ frontMatter }) => round === undefined || frontMatter.round === round);
  // Names are made of all notes, so that a letter of one round is called as among all.
  const told = disclosures({ notes: workspace.notes, process, audience });
  const open = disclosures({ notes: workspace.notes, process, audience: { distribution: 'public' } });
  const among = { notes, process, told, open };
  const named = subject === undefined ? undefined : recipientNamed(subject, among);
  const recipients = subject === undefined ? allRecipients(among) : named === undefined ? [] : [named];
  const book = answerBook({ workspace, told, open, views });
  return recipients.map((recipient) => writeOne(recipient, book, { told }));
}

function writeOne(
  recipient: Recipient,
  book: AnswerBook,
  { told: names }: { readonly told: ReturnType<typeof disclosures> },
): Written {
  const told = book.answersFor(recipient);
  const { inputs, answered, answers } = told;
  const [by] = daysOf(recipient.notes, names, 'feedback-by');
  const [given] = daysOf(recipient.notes, names, 'feedback-given');
  const disclosed = recipient.notes.map((note) => names.ofNote(note));
  const line: LetterLine = {
    letter: recipient.key,
    kind: recipient.kind,
    ...(recipient.name !== undefined && { to: recipient.name }),
    notes: recipient.notes.map((note) => names.nameOf(note, names.ofNote(note))),
    ...(disclosed.every(({ occasion }) => occasion) && { language: recipient.language }),
    ...(disclosed.every(({ group }) => group) && { forChildren: recipient.forChildren }),
    inputs,
    answered,
    withoutReason: answers.reduce((sum, one) => sum + (one.noReason === undefined ? 0 : one.inputs.length), 0),
    ...(by !== undefined && { feedbackBy: by }),
    ...(given !== undefined && { feedbackGiven: given }),
  };
  return { recipient, told, line };
}
