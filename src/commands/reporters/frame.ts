import stringWidth from 'string-width';
import type { Place } from '../../model/finding.ts';
import { escapeTerminal } from '../../text/escape-terminal.ts';

/** A line of source with a caret below the place, both cut to fit. */
export interface Frame {
  /** `  12 │ ` */
  readonly gutter: string;
  readonly line: string;
  /** As wide as the gutter, without the number. */
  readonly below: string;
  readonly caret: string;
}

const ELLIPSIS = '…';

/** As much of a line, on each side of the place, as can ever be shown; measuring all of a huge one takes minutes. */
const SHOWN = 2000;

/**
 * Frames the line of a place.
 * @param lines lines of the file
 * @param place where; its column counts UTF-16 units
 * @param width columns of the terminal
 * @returns undefined where the file has no such line, or the line is empty
 */
export function frameOf(lines: readonly string[], { line, column }: Place, width: number): Frame | undefined {
  const content = lines[line - 1];
  if (content === undefined || content.trim() === '') return undefined;
  const gutter = `  ${line} │ `;
  const room = Math.max(width - gutter.length, 20);
  const before = keepEnd(printable(content.slice(Math.max(0, column - 1 - SHOWN), column - 1)), Math.floor(room * 0.6));
  const after = keepStart(printable(content.slice(column - 1, column - 1 + SHOWN)), room - stringWidth(before));
  return {
    gutter,
    line: `${before}${after}`.trimEnd(),
    below: `${' '.repeat(gutter.length - 2)}│ `,
    caret: `${' '.repeat(stringWidth(before))}^`,
  };
}

function printable(text: string): string {
  return escapeTerminal(text.replaceAll('\t', '  '));
}

function keepStart(text: string, room: number): string {
  return stringWidth(text) <= room ? text : `${cut([...text], room - 1).join('')}${ELLIPSIS}`;
}

function keepEnd(text: string, room: number): string {
  return stringWidth(text) <= room
    ? text
    : `${ELLIPSIS}${cut([...text].reverse(), room - 1)
        .reverse()
        .join('')}`;
}

/** The first characters that fit; wide ones, as in Chinese, take two columns. */
function cut(characters: readonly string[], room: number): string[] {
  let used = 0;
  const kept: string[] = [];
  for (const character of characters) {
    used += stringWidth(character);
    if (used > room) break;
    kept.push(character);
  }
  return kept;
}
