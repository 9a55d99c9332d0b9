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

const HINT =
  /^(?:no\.|section|paragraph|page|line) [^,:\n]{1,60}(?:, (?:no\.|section|paragraph|page|line) [^,:\n]{1,60})*/iu;
const PART = /(no\.|section|paragraph|page|line) ([^,:\n]+)/giu;
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
  const lines = text.split('\n');
  const hint = HINT.exec(lines[0] ?? '')?.[0];
  const ends = hint === undefined || /^(?::|$)/u.test((lines[0] ?? '').slice(hint.length));
  const told = hint === undefined || !ends ? {} : partsOf(hint);
  const first =
    hint === undefined || !ends ? (lines[0] ?? '') : (lines[0] ?? '').slice(hint.length).replace(/^: ?/u, '');
  return { ...told, ...rest([first, ...lines.slice(1)]) };
}

function partsOf(hint: string): Partial<CommentParts> {
  return Object.fromEntries(
    [...hint.matchAll(PART)].map(([, name = '', value = '']) => [ROLES[name.toLowerCase()] ?? 'number', value.trim()]),
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
