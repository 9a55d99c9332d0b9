import type { Ingested, SourceContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { heldFindings, heldYaml } from '../tables/held-rows.ts';
import { someOf, tableFinding } from '../tables/table-findings.ts';
import { commentNote, type OrganisationComments } from './comment-note.ts';
import { type CommentRow, type CommentsReading, type CommentsRequest, readComments } from './read-comments.ts';

/** What a comment matrix is made into notes with. */
export interface CommentsIngest extends CommentsRequest {
  readonly context: SourceContext;
  readonly sha256: string;
  /** What was found before the rows were read. */
  readonly findings: readonly Finding[];
}

/**
 * Makes one consultation note of the comments of each organisation.
 *
 * @param ingest Table, mapping and where they come from.
 * @throws FileProblemError where the table can't be read on.
 */
export async function* ingestComments(ingest: CommentsIngest): AsyncGenerator<Ingested> {
  const reading = await readComments(ingest);
  const { name } = ingest.context;
  const groups = byOrganisation(reading.rows);
  const first = [...ingest.findings, ...heldFindings(reading.held, name), ...remarks(reading, ingest)];
  if (groups.length === 0) {
    for (const finding of [...first, nothing(name)]) yield { type: 'finding', finding };
    return;
  }
  const keptOut = heldYaml(reading.held);
  for (const [index, group] of groups.entries()) {
    // What was found in the file as a whole is said once, with its first note.
    const findings = [...(index === 0 ? first : []), ...unnamed(group, groups.length, name)];
    const note = commentNote(group, { context: ingest.context, sha256: ingest.sha256, findings });
    yield { ...note, ...(index === 0 && keptOut !== undefined && { keptOut }) };
  }
}

/** Rows of each organisation, in the order in which they first comment; names that differ in case only are one. */
function byOrganisation(rows: readonly CommentRow[]): readonly OrganisationComments[] {
  const groups = new Map<string, CommentRow[]>();
  for (const row of rows) {
    const key = row.organisation?.toLowerCase() ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group, index) => {
    const organisation = group[0]?.organisation;
    const place = { rows: group, number: index + 1, of: groups.size };
    return organisation === undefined ? place : { ...place, organisation };
  });
}

function remarks({ dropped, silent, carried }: CommentsReading, { context }: CommentsIngest): readonly Finding[] {
  const file = context.name;
  const said: Finding[] = [];
  if (dropped.length > 0) said.push(droppedFinding(dropped, file));
  if (silent.length > 0) {
    said.push(
      tableFinding({
        check: 'ingest/row-empty',
        severity: 'info',
        message: `${silent.length === 1 ? 'Row' : 'Rows'} ${someOf(silent)} ${silent.length === 1 ? 'has' : 'have'} neither a comment nor a proposed change.`,
        why: 'There is nothing in them that could be answered.',
        file,
        row: silent[0] ?? 1,
      }),
    );
  }
  if (carried) {
    said.push(
      tableFinding({
        check: 'ingest/guessed',
        severity: 'warning',
        message: 'Most rows name no organisation; each was taken for the one named above it.',
        why: 'Merged cells leave the rows below the first one empty.',
        hint: 'Look at the notes; where this is wrong, fill in the column and ingest the file again.',
        file,
      }),
    );
  }
  return said;
}

/**
 * Tells which columns were left out because they identify people or devices.
 *
 * @param headings Headings of the columns.
 * @param file Name of the file.
 */
export function droppedFinding(headings: readonly string[], file: string): Finding {
  const names = headings.map((heading) => `"${heading.slice(0, 60)}"`).join(', ');
  return tableFinding({
    check: 'ingest/columns-dropped',
    severity: 'info',
    message: `${headings.length === 1 ? 'The column' : `${headings.length} columns`} ${names} ${headings.length === 1 ? 'was' : 'were'} left out.`,
    why: 'They tell of people, devices, places and times, or serve the survey program alone; none of it is kept under git.',
    file,
  });
}

function unnamed({ organisation, rows }: OrganisationComments, of: number, file: string): readonly Finding[] {
  if (organisation !== undefined || of === 1) return [];
  return [
    tableFinding({
      check: 'ingest/no-organisation',
      severity: 'warning',
      message: `${rows.length === 1 ? 'Row' : 'Rows'} ${someOf(rows.map(({ row }) => row))} ${rows.length === 1 ? 'names' : 'name'} no organisation; ${rows.length === 1 ? 'it became a note' : 'they became a note'} of ${rows.length === 1 ? 'its' : 'their'} own.`,
      why: 'Nobody could be told what became of these comments.',
      hint: 'Ask whoever sent the file, and write the name under "from" in that note.',
      file,
      row: rows[0]?.row ?? 1,
    }),
  ];
}

function nothing(file: string): Finding {
  return tableFinding({
    check: 'ingest/empty',
    severity: 'error',
    message: `"${file}" holds no row with a comment or a proposed change.`,
    why: 'There is nothing in it that could be answered.',
    hint: 'Check that it is the filled matrix, and that its columns are read as they should be.',
    file,
  });
}
