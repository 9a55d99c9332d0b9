import type { IngestedNote } from '../../model/contracts.ts';
import type { Process } from '../../model/process.ts';
import { isGuarded } from '../../model/safeguards.ts';
import { contentHash } from '../../text/fingerprint.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { plainNames } from '../../text/plain-name.ts';
import { slug } from './slug.ts';

/** Stands in a note for the name of its file, where that name is not to enter git. */
export const WITHHELD_NAME = 'withheld';

/** Where a note is to go by another name than its file's. */
export interface NeutralName {
  /** Proposed name of the note, of its group and date only. */
  readonly name: string;
  /** The note without the name of its file. */
  readonly markdown: string;
}

/**
 * Gives a note of a group under safeguarding a name of its group and date, where the name of its file may tell who spoke.
 *
 * A facilitator's file is easily called after a child, and no program finds every name; so only words that surely name
 * nobody pass: group, region, level, round, method, numbers.
 *
 * @param note As read from its file.
 * @param file Name of the file.
 * @param process Whose groups say what is under safeguarding.
 * @returns Undefined where the name of the file may stay.
 */
export function neutralName(note: IngestedNote, file: string, process: Process): NeutralName | undefined {
  const { data } = readFrontMatter(note.markdown, '');
  const group = process.groups?.find(({ id }) => id === data.group);
  if (!isGuarded(group) || group === undefined || plainNames(process)(file.replace(/\.\p{L}{2,8}$/u, '')))
    return undefined;
  const date = typeof data.date === 'string' || typeof data.date === 'number' ? String(data.date) : '';
  return { name: slug(`${group.id} ${date}`.trim()), markdown: withoutFileName(note.markdown) };
}

/** The name stands on the first line of its kind in front matter, which the program itself wrote. */
function withoutFileName(markdown: string): string {
  const { bodyOffset } = readFrontMatter(markdown, '');
  const head = markdown
    .slice(0, bodyOffset)
    .replace(/^(source:[ \t]*\r?\n[ \t]+name:)[^\r\n]*/mu, `$1 ${WITHHELD_NAME}`)
    .replace(
      /^(source:[ \t]*\{[ \t]*name:[ \t]*)(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^,}\r\n]*)/mu,
      `$1${WITHHELD_NAME}`,
    );
  return head + markdown.slice(bodyOffset);
}

/**
 * A name for how the columns of a spreadsheet of such a group are read.
 *
 * @param note A note that came out of it.
 * @param mapping Name of the spreadsheet, and the text of the mapping.
 * @param process Whose groups say what is under safeguarding.
 * @returns Undefined where the name of the spreadsheet may stay.
 */
export function neutralMappingName(
  note: IngestedNote,
  { file, text }: { readonly file: string; readonly text: string },
  process: Process,
): string | undefined {
  const neutral = neutralName(note, file, process);
  return neutral === undefined ? undefined : `${slug(groupOf(note))}-${contentHash(text).slice(0, 8)}`;
}

function groupOf({ markdown }: IngestedNote): string {
  return String(readFrontMatter(markdown, '').data.group);
}
