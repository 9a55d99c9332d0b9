/** What a comment taken from a matrix tells apart: where it belongs, what it says, what it proposes. */

/** A comment in its parts. */
export interface CommentParts {
  readonly number?: string;
  readonly section?: string;
  readonly paragraph?: string;
  readonly page?: string;
  readonly line?: string;
  readonly type?: string;
  readonly change?: string;
  /** All else. */
  readonly comment: string;
}

/** Where a comment belongs stands before its first colon: `No. 3, section 1.1, 1.2, page 10: …`. */
const LEAD = /^(?:no\.|section|paragraph|page|line) [^\n]{1,300}?(?=:\s|:?$)/iu;
const NEXT = /,+\s+(?=(?:no\.|section|paragraph|page|line) )/iu;
const PIECE = /^(no\.|section|paragraph|page|line) (.+)$/iu;
/** A number as people write places: `4.9.1.1 #14, 4.9.1.2 #9`, `12-13`, `B`. */
const NUMBERED = /^(?:\S*\d\S*|\p{Lu}|and|to|[-–&])(?:[\s,]+(?:\S*\d\S*|\p{Lu}|and|to|[-–&]))*$/u;
const ROLES: Readonly<Record<string, keyof CommentParts>> = {
  'no.': 'number',
  section: 'section',
  paragraph: 'paragraph',
  page: 'page',
  line: 'line',
};
const CHANGE =
  /^(?:Proposed change|Suggested change|Changement proposé|Cambio propuesto|Proposed text|Replace with): ?/iu;
const TYPE = /^Type: ?(.{1,40})$/iu;
/** A line that begins another part of the same comment: `Issue URL: …`. */
const LABELLED = /^[\p{Lu}][\p{L}\p{N} /()#-]{1,40}: /u;

/**
 * Tells the parts of a comment, as `ingest` writes those of a comment matrix. Of other inputs all is comment.
 *
 * @param text Words of the input, a line each paragraph.
 */
export function commentParts(text: string): CommentParts {
  const [line = '', ...lines] = text.split('\n');
  const lead = LEAD.exec(line)?.[0];
  const told = lead === undefined ? undefined : partsOf(lead);
  if (lead === undefined || told === undefined) return rest([line, ...lines]);
  return { ...told, ...rest([line.slice(lead.length).replace(/^:\s*/u, ''), ...lines]) };
}

/** The places that a lead names; undefined where it is the beginning of a sentence. */
function partsOf(lead: string): Partial<CommentParts> | undefined {
  const pieces = lead.split(NEXT).map((piece) => PIECE.exec(piece.replace(/[,\s]+$/u, '')));
  const [first] = pieces;
  // A single place may be how a sentence begins: “Section 3 is unclear: …”.
  if (pieces.length === 1 && !NUMBERED.test(first?.[2] ?? '')) return undefined;
  if (pieces.includes(null)) return undefined;
  return Object.fromEntries(
    pieces.map((piece) => [ROLES[(piece?.[1] ?? '').toLowerCase()] ?? 'number', (piece?.[2] ?? '').trim()]),
  );
}

function rest(lines: readonly string[]): Pick<CommentParts, 'change' | 'type' | 'comment'> {
  const comment: string[] = [];
  const change: string[] = [];
  let type: string | undefined;
  let proposes = false;
  for (const line of lines) {
    const begins = CHANGE.exec(line);
    const typed = TYPE.exec(line);
    if (begins !== null && change.length === 0) {
      proposes = true;
      change.push(line.slice(begins[0].length));
      continue;
    }
    if (typed?.[1] !== undefined && type === undefined) {
      proposes = false;
      type = typed[1].trim();
      continue;
    }
    if (proposes && LABELLED.test(line)) proposes = false;
    (proposes ? change : comment).push(line);
  }
  return {
    comment: comment.join('\n').trim(),
    ...(change.length > 0 && { change: change.join('\n').trim() }),
    ...(type !== undefined && { type }),
  };
}
