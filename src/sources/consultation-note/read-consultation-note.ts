import type { ConsultationNote, NoteFrontMatter, NoteReading } from '../../model/consultation-note.ts';
import type { Finding, Place } from '../../model/finding.ts';
import type { Process } from '../../model/process.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import { findBlocks, type NoteBlocks } from './blocks.ts';
import { frontMatterFindings } from './front-matter-rules.ts';
import { readInputs } from './inputs.ts';
import { checkNoteFrontMatter } from './note-front-matter.ts';
import { personalDataFindings } from './personal-data-findings.ts';
import { plainTextOf } from './plain.ts';
import { reviewPlaces } from './review-places.ts';

/**
 * Reads a consultation note: its front matter held against schema and process, and its inputs.
 *
 * An optional key that does not hold is reported and left out, so that what it would have widened stays at its most
 * restrictive. Where round, date, method or group does not hold, there are only findings.
 *
 * @param source Whole text of the file.
 * @param file Workspace-relative path.
 * @param process The process.
 */
export function readConsultationNote(source: string, file: string, process: Process): NoteReading {
  const { blocks: _, ...reading } = readNoteBlocks(source, file, process);
  return reading;
}

/** A note as read, and the blocks of the file that are its inputs. */
export interface NoteBlocksReading extends NoteReading {
  /** Also where the front matter does not hold. */
  readonly blocks: NoteBlocks;
}

/**
 * Reads a consultation note like {@link readConsultationNote}, and tells which blocks its inputs are.
 *
 * @param source Whole text of the file.
 * @param file Workspace-relative path.
 * @param process The process.
 */
export function readNoteBlocks(source: string, file: string, process: Process): NoteBlocksReading {
  const { data, present, keyPlaces, bodyOffset, findings } = readFrontMatter(source, file);
  const placeOf = (path: readonly PropertyKey[]): Place => placeIn(keyPlaces, path, file);
  const isBroken = findings.some(({ severity }) => severity === 'error');
  const checked = present ? checkNoteFrontMatter(data, { file, placeOf }) : withoutFrontMatter(file);
  const parsed = parseMarkdown(source, { file, bodyOffset });
  const blocks = findBlocks(parsed.tree, plainTextOf(source));
  const { frontMatter } = checked;
  // In front matter that is broken keys are missing because it is; the fault itself is what to mend.
  const consequences = isBroken ? [] : checked.findings;
  const found: readonly Finding[] = [...findings, ...consequences, ...personalDataFindings(source, file)];
  if (frontMatter === undefined)
    return { file, findings: [...found, ...parsed.findings], blocks, ...withReview(source, file) };
  const rules = frontMatterFindings({ frontMatter, process, file, placeOf });
  const id = noteId(file, frontMatter);
  const read = readInputs({ blocks, source, file, noteId: id, frontMatter, process });
  const note: ConsultationNote = { id, file, frontMatter, inputs: read.inputs };
  return {
    file,
    note,
    findings: [...found, ...rules, ...parsed.findings, ...read.findings],
    blocks,
    ...withReview(source, file),
  };
}

/** Places to review are left out where there are none, so that readings in the cache stay small. */
function withReview(source: string, file: string): Pick<NoteReading, 'review'> {
  const review = reviewPlaces(source, file);
  return review.length === 0 ? {} : { review };
}

/**
 * Id of a consultation note: its round, and the name it keeps (`id:`) or else its file's.
 *
 * @param file Workspace-relative path.
 * @param frontMatter Its front matter.
 */
function noteId(file: string, frontMatter: Pick<NoteFrontMatter, 'id' | 'round'>): string {
  const stem = (file.split('/').at(-1) ?? file).replace(/\.(?:md|markdown)$/u, '');
  return `${frontMatter.round}/${frontMatter.id ?? stem}`;
}

function placeIn(
  places: ReadonlyMap<string, { readonly line: number; readonly column: number }>,
  path: readonly PropertyKey[],
  file: string,
): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const place = places.get(path.slice(0, length).map(String).join('.'));
    if (place !== undefined) return { file, line: place.line, column: place.column };
  }
  return { file, line: 1, column: 1 };
}

function withoutFrontMatter(file: string): ReturnType<typeof checkNoteFrontMatter> {
  const finding: Finding = {
    check: 'notes/no-front-matter',
    severity: 'error',
    message: 'The consultation note has no front matter.',
    why: 'Without round, date, method and group nobody can say whose voice this is.',
    hint: 'Let "penholder ingest" add it, or begin the file with a block between two lines of "---".',
    place: { file, line: 1, column: 1 },
  };
  return { findings: [finding] };
}
