import type { IngestedNote, SourceContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { splitTail } from '../consultation-note/tail.ts';
import { convertNote } from '../ingest/convert.ts';
import { slug } from '../ingest/slug.ts';
import { cellLine, cellMarkdown, cellWords } from '../tables/cell-markdown.ts';
import type { CommentRow } from './read-comments.ts';

/** The comments of one organisation. */
export interface OrganisationComments {
  readonly organisation?: string;
  readonly rows: readonly CommentRow[];
  /** Its place among the organisations of the file, from 1, and how many there are. */
  readonly number: number;
  readonly of: number;
}

/** What a note of comments is made with. */
export interface CommentNoteContext {
  readonly context: SourceContext;
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

/** What comes before a comment to say where it belongs, in this order. */
const HINTS = [
  ['number', 'No.'],
  ['section', 'section'],
  ['paragraph', 'paragraph'],
  ['page', 'page'],
  ['line', 'line'],
] as const;

/**
 * The consultation note of one organisation: one input for each row, with where it belongs and the change it proposes.
 *
 * @param comments Its rows.
 * @param made Where they come from.
 */
export function commentNote(comments: OrganisationComments, made: CommentNoteContext): IngestedNote {
  const { context, sha256, findings } = made;
  const text = `\n## Comments\n\n${comments.rows.map(itemOf).join('\n')}`;
  const { organisation } = comments;
  const said = {
    ...(organisation !== undefined && { from: organisation, capacity: 'institutional' }),
    method: context.defaults.method ?? 'written-input',
  };
  const note = convertNote({ text, sha256, context, findings, said });
  return { ...note, name: nameOf(comments, context) };
}

/** A file's name tells who commented only where they agreed to be named. */
function nameOf({ organisation, number, of }: OrganisationComments, { name, defaults }: SourceContext): string {
  const stem = slug(name.replace(/\.[^.]*$/u, ''), 32) || 'comments';
  if (of === 1) return stem;
  const mayName = defaults.attribution === 'named' || defaults.attribution === 'organisation';
  const who = mayName && organisation !== undefined ? slug(organisation, 24) : '';
  return `${stem}-${who === '' ? number : who}`;
}

function itemOf({ said, kept }: CommentRow): string {
  const hints = HINTS.flatMap(([role, word]) => (said[role] === undefined ? [] : [`${word} ${cellLine(said[role])}`]));
  const where = hints.join(', ');
  const [first = '', ...rest] = cellMarkdown(said.comment ?? '', '  ').split('\n\n');
  const lead = `${where}${where === '' || first === '' ? '' : ': '}${first}`;
  const more = [
    ...rest.map((paragraph) => paragraph.trim()),
    ...(said.change === undefined ? [] : [`Proposed change: ${cellMarkdown(said.change, '  ')}`]),
    ...(said.kind === undefined ? [] : [`Type: ${cellLine(said.kind)}`]),
    ...kept.map(([heading, text]) => `${cellLine(heading)}: ${cellMarkdown(text, '  ')}`),
  ];
  // A row that only proposes a change begins with it.
  const words = lead === '' ? more.splice(0, 1).join('') : capital(lead);
  return `- ${words}${literalMark({ said, kept })} #comment\n${more.map((paragraph) => `\n  ${paragraph}\n`).join('')}`;
}

/** Says where words end in what would be read as a tag, an id or attributes, that nothing in them is. */
function literalMark({ said, kept }: Pick<CommentRow, 'said' | 'kept'>): string {
  const cells = [...Object.values(said), ...kept.map(([, text]) => text)];
  const looksMarked = cells.flatMap((cell) => cellWords(cell ?? '').split('\n')).some(endsInTail);
  return looksMarked ? ' {literal="yes"}' : '';
}

function endsInTail(words: string): boolean {
  const { tags, attributes, id } = splitTail(words, () => true);
  return tags.length > 0 || id !== undefined || Object.keys(attributes).length > 0;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
