import { stringify } from 'yaml';
import type { IngestedNote, SourceContext } from '../../model/contracts.ts';
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
  const parts = [part('Comments on the text', placed), part('Comments whose place is not sure', unsure)];
  const text = `\n${parts.filter((one) => one !== '').join('\n')}`;
  const said = { method: context.defaults.method ?? 'written-input' };
  const note = convertNote({ text, sha256, context, findings, said });
  const keptOut = peopleIn(remarks);
  const name = slug(context.name.replace(/\.[^.]*$/u, ''), 48) || 'review';
  return { ...note, name, ...(keptOut !== undefined && { keptOut }) };
}

function part(title: string, remarks: readonly Remark[]): string {
  return remarks.length === 0 ? '' : `## ${title}\n\n${remarks.map(itemOf).join('\n')}`;
}

function itemOf(remark: Remark): string {
  const { kind, text, quoted = '', replies, resolved, untracked, proposal } = remark;
  const [first = '', ...rest] = cellMarkdown(text, '  ').split('\n\n');
  const about = quoted === '' ? '' : `On “${cellMarkdown(shorten(quoted), '  ')}”: `;
  const lead =
    kind === 'comment' ? `${about}${first}` : `Proposed wording${untracked === true ? ', not tracked' : ''}.`;
  const more = [
    ...rest.map((paragraph) => `  ${paragraph.trim()}`),
    ...replies.map((reply) => `  Reply: ${cellMarkdown(reply, '  ')}`),
    ...(resolved === true ? ['  Marked as resolved.'] : []),
    ...(proposal === undefined ? [] : [proposalBlock(proposal, '  ')]),
  ];
  return `- ${lead} ${attributesOf(remark)} #comment\n${more.map((paragraph) => `\n${paragraph}\n`).join('')}`;
}

function attributesOf({ placing }: Remark): string {
  const { passage, guesses } = placing;
  const ids = guesses.map(({ id }) => id).join(' ');
  const place = passage === undefined ? (ids === '' ? '' : ` guess="${ids}"`) : ` passage="${passage.id}"`;
  return `{literal="yes"${place}}`;
}

function shorten(quoted: string): string {
  return quoted.length <= LONGEST_QUOTE ? quoted : `${quoted.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/u, '')} …`;
}

/** Who said what, by the number of the remark: for the quarantine of this machine, never for git. */
function peopleIn(remarks: readonly Remark[]): string | undefined {
  const people = new Map<string, number[]>();
  remarks.forEach(({ author }, at) => {
    if (author !== undefined) people.set(author, [...(people.get(author) ?? []), at + 1]);
  });
  return people.size === 0
    ? undefined
    : stringify({ reviewers: [...people].map(([name, remarksOf]) => ({ name, remarks: remarksOf })) });
}
