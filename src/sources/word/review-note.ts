import { stringify } from 'yaml';
import type { IngestedNote, SaidAt, SourceContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { proposalBlock } from '../consultation-note/proposal.ts';
import { convertNote } from '../ingest/convert.ts';
import { slug } from '../ingest/slug.ts';
import { cellMarkdown } from '../tables/cell-markdown.ts';
import type { Remark } from './remarks.ts';

/** What a note of remarks is made with. */
export interface ReviewNoteContext {
  readonly context: SourceContext;
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

/** Longest quotation of the words a comment is about. */
const LONGEST_QUOTE = 300;
/** Longest quotation of the words that something is to stand behind. */
const SHORT_QUOTE = 80;

/**
 * The consultation note of one returned file: an input for each comment with its replies, and for each proposed wording.
 *
 * Names of reviewers stand nowhere in it; they are kept outside of git.
 *
 * @param remarks In the order of the text.
 * @param made Where they come from.
 */
export function reviewNote(remarks: readonly Remark[], { context, sha256, findings }: ReviewNoteContext): IngestedNote {
  const placed = remarks.filter(({ placing }) => placing.passage !== undefined);
  const unsure = remarks.filter(({ placing }) => placing.passage === undefined);
  const people = peopleIn([...placed, ...unsure]);
  const parts = [
    part('Comments on the text', placed, people),
    part('Comments whose place is not sure', unsure, people),
  ];
  const text = `\n${parts.filter((one) => one !== '').join('\n')}`;
  const date = context.defaults.date ?? latestDate(remarks);
  const said = { method: context.defaults.method ?? 'written-input', ...(date !== undefined && { date }) };
  const note = convertNote({ text, sha256, context, findings, said });
  const keptOut = keptOutOf(people);
  const name = slug(context.name.replace(/\.[^.]*$/u, ''), 48) || 'review';
  return { ...note, name, said: remarks.map(saidAt), ...(keptOut !== undefined && { keptOut }) };
}

function saidAt({ text, placing, proposal, quoted }: Remark): SaidAt {
  const words = proposal === undefined ? text || (quoted ?? '') : `${proposal.from}\n${proposal.to}`;
  const { passage } = placing;
  return { words, proposed: proposal !== undefined, ...(passage !== undefined && { passage: passage.id }) };
}

function part(title: string, remarks: readonly Remark[], people: People): string {
  return remarks.length === 0
    ? ''
    : `## ${title}\n\n${remarks.map((remark) => itemOf(remark, respondentOf(remark, people))).join('\n')}`;
}

/** Reviewers by their names, in the order in which they first say something. */
type People = ReadonlyMap<string, readonly number[]>;

/** Which of several reviewers said it; where there is only one, the note is theirs. */
function respondentOf({ author }: Remark, people: People): string | undefined {
  if (people.size < 2 || author === undefined) return undefined;
  return `r${[...people.keys()].indexOf(author) + 1}`;
}

function itemOf(remark: Remark, respondent: string | undefined): string {
  const { text, inReplyTo, replies, resolved, proposal } = remark;
  const [first = '', ...rest] = cellMarkdown(text, '  ').split('\n\n');
  const more = [
    ...rest.map((paragraph) => `  ${paragraph.trim()}`),
    ...(inReplyTo === undefined ? [] : [`  In reply to: ${cellMarkdown(inReplyTo, '  ')}`]),
    ...replies.map((reply) => `  Reply: ${cellMarkdown(reply, '  ')}`),
    ...(resolved === true ? ['  Marked as resolved.'] : []),
    ...(proposal === undefined ? [] : [proposalBlock(proposal, '  ')]),
  ];
  return `- ${leadOf(remark, first)} ${attributesOf(remark, respondent)} #comment\n${more.map((paragraph) => `\n${paragraph}\n`).join('')}`;
}

const UNTRACKED = { all: ', not tracked', part: ', in part not tracked' } as const;

/** How an input begins that proposes a move; such inputs carry no wording. */
export const MOVE = 'Proposed to move';

function leadOf(remark: Remark, first: string): string {
  const { kind, quoted = '', untracked, placing, behind } = remark;
  if (kind === 'comment') return quoted === '' ? first : `On “${quotation(quoted)}”: ${first}`;
  const how = untracked === undefined ? '' : UNTRACKED[untracked];
  if (behind !== undefined) {
    const where = behind === 'first' ? 'to the beginning' : `behind “${quotation(behind.text, SHORT_QUOTE)}”`;
    return quoted === ''
      ? `${MOVE} it ${where}${how}, with other words.`
      : `${MOVE} “${quotation(quoted)}” ${where}${how}.`;
  }
  return `${what(remark, placing.also?.length ?? 0)}${how}.`;
}

function what({ proposal, placing }: Remark, merged: number): string {
  if (proposal?.from === '')
    return `Proposed new paragraph${placing.passage === undefined ? '' : ', behind this passage'}`;
  if (proposal?.to === '') return 'Proposed to leave it out';
  return merged > 0 ? 'Proposed to merge' : 'Proposed wording';
}

function quotation(words: string, longest = LONGEST_QUOTE): string {
  return cellMarkdown(shorten(words, longest), '  ');
}

function attributesOf({ placing }: Remark, respondent: string | undefined): string {
  const { passage, also = [], guesses } = placing;
  const ids = guesses.map(({ id }) => id).join(' ');
  const known = passage === undefined ? undefined : [passage, ...also].map(({ id }) => id).join(' ');
  const place = known === undefined ? (ids === '' ? '' : ` guess="${ids}"`) : ` passage="${known}"`;
  return `{literal="yes"${respondent === undefined ? '' : ` respondent="${respondent}"`}${place}}`;
}

function shorten(quoted: string, longest: number): string {
  return quoted.length <= longest ? quoted : `${quoted.slice(0, longest).replace(/\s+\S*$/u, '')} …`;
}

/** The day of the last remark that has a date. */
function latestDate(remarks: readonly Remark[]): string | undefined {
  const dates = remarks.flatMap(({ date }) => /^\d{4}-\d\d-\d\d/u.exec(date ?? '')?.[0] ?? []);
  return dates.sort().at(-1);
}

/** Who said which remarks, by their place in the note. */
function peopleIn(remarks: readonly Remark[]): People {
  const people = new Map<string, number[]>();
  remarks.forEach(({ author }, at) => {
    if (author === undefined) return;
    const known = people.get(author);
    if (known === undefined) people.set(author, [at + 1]);
    else known.push(at + 1);
  });
  return people;
}

/** Names for the quarantine of this machine, never for git. */
function keptOutOf(people: People): string | undefined {
  if (people.size === 0) return undefined;
  const reviewers = [...people].map(([name, remarks], at) => ({
    name,
    ...(people.size > 1 && { respondent: `r${at + 1}` }),
    remarks,
  }));
  return stringify({ reviewers });
}
