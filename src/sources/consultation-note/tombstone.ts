import type { ConsultationNote, Input, NoteFrontMatter } from '../../model/consultation-note.ts';
import { findFrontMatter } from '../../text/front-matter-block.ts';
import { sourceLines } from '../../text/source-lines.ts';

/** Keys that stay when the words go: they say where and how, never who. */
const KEPT = ['id', 'round', 'date', 'method', 'group'] as const satisfies readonly (keyof NoteFrontMatter)[];

/** What is left of a note. */
export interface Remainder {
  /** Lines of front matter to add, such as `withdrawn: 2022-10-28`. */
  readonly added: readonly string[];
  /** What stands in the place of each input, without its id. */
  readonly words: (input: Input) => string;
  readonly heading: string;
}

/**
 * The text of a note of which only ids are left, so that responses still find what they answer.
 *
 * @param note The note.
 * @param remainder What is said in the place of its words.
 */
export function emptiedNote({ frontMatter, inputs }: ConsultationNote, { added, words, heading }: Remainder): string {
  const kept = KEPT.flatMap((key) => (frontMatter[key] === undefined ? [] : [`${key}: ${yamlText(frontMatter[key])}`]));
  // The hash of the file stays, so that it is not taken in again; its name may tell who wrote it.
  const origin =
    frontMatter.source === undefined
      ? []
      : [`source: { name: emptied, sha256: ${JSON.stringify(frontMatter.source.sha256)} }`];
  const items = inputs.filter(({ id }) => id !== undefined).map((input) => `- ${words(input)} ^${input.id}`);
  return ['---', ...kept, ...origin, ...added, '---', '', `## ${heading}`, '', ...items, ''].join('\n');
}

/** Words and dates stand as they are; what YAML could take for something else is quoted. */
function yamlText(value: string): string {
  return /^[\p{L}][\p{L}\p{N}_.-]*$|^\d{4}-\d{2}(?:-\d{2})?$/u.test(value) &&
    !/^(?:y|n|yes|no|on|off|true|false|null)$/iu.test(value)
    ? value
    : JSON.stringify(value);
}

/**
 * What is left of a note that was withdrawn.
 *
 * @param date Day on which it was.
 */
export function withdrawnNote(note: ConsultationNote, date: string): string {
  return emptiedNote(note, { added: [`withdrawn: ${date}`], words: () => 'Withdrawn.', heading: 'Withdrawn' });
}

/**
 * A note with one input emptied and all else as it was.
 *
 * @param source Text of the note.
 * @param input The input.
 * @param date Day on which it was withdrawn.
 */
export function withoutInput(source: string, input: Input, date: string): string {
  const lines = sourceLines(source);
  const start = lines.starts[input.line - 1] ?? 0;
  const end = lines.starts[input.endLine] ?? source.length;
  const block = source.slice(start, end);
  const trailing = /(?:\r\n|\n|\r)*$/u.exec(block)?.[0] ?? '';
  const mark = `Withdrawn. {withdrawn="${date}"}${input.id === undefined ? '' : ` ^${input.id}`}`;
  return source.slice(0, start) + replacement(block, mark) + trailing + source.slice(end);
}

/** A row keeps its cells, an item its bullet. */
function replacement(block: string, mark: string): string {
  const bullet = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/u.exec(block)?.[0];
  if (bullet !== undefined) return bullet + mark;
  const indent = /^[ \t]*/u.exec(block)?.[0] ?? '';
  if (!block.trimStart().startsWith('|')) return indent + mark;
  const cells = Math.max(1, (block.trim().match(/(?<!\\)\|/gu)?.length ?? 2) - 1);
  return `${indent}| ${mark} |${'  |'.repeat(cells - 1)}`;
}

/** Whether a text is a note whose words are gone, so that there is nothing to empty. */
export function isEmptied(source: string): boolean {
  return /^(?:withdrawn|sealed):/mu.test(findFrontMatter(source)?.text ?? '');
}
