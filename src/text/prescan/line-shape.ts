/** How a line begins, seen alone. */
export interface LineShape {
  /** Columns of white space before its first mark or word. */
  readonly indent: number;
  /** Quote and list marks at its start. */
  readonly markers: number;
  /** What the first mark is. */
  readonly first: 'none' | 'quote' | 'bullet' | 'ordered';
  /** Number of the first mark, where it is an ordered one. */
  readonly number: number;
  /** Column at which the content after the first mark begins. */
  readonly content: number;
  /** What follows all marks. */
  readonly rest: string;
}

const THEMATIC_BREAK = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$/u;
const MARKER = /[ \t]*(?:(>)|([-+*])(?=[ \t]|$)|(\d{1,9})[.)](?=[ \t]|$))/uy;

/**
 * Looks at the start of a line: indentation, quote marks, list marks.
 *
 * @param line Without its ending.
 */
export function lineShape(line: string): LineShape {
  const indent = indentOf(line);
  const none: LineShape = { indent, markers: 0, first: 'none', number: 0, content: indent, rest: line.trim() };
  if (THEMATIC_BREAK.test(line)) return none;
  let markers = 0;
  let end = 0;
  let shape = none;
  MARKER.lastIndex = 0;
  for (let match = MARKER.exec(line); match; match = MARKER.exec(line)) {
    markers++;
    end = MARKER.lastIndex;
    if (markers === 1) shape = firstMarker(shape, match, line);
  }
  return { ...shape, markers, rest: line.slice(end).trim() };
}

function firstMarker(shape: LineShape, match: RegExpExecArray, line: string): LineShape {
  const [whole, quote, bullet, digits] = match;
  const width = whole.trimStart().length;
  const after = /^[ \t]*/u.exec(line.slice(whole.length))?.[0].length ?? 0;
  const content = shape.indent + width + (after >= 1 && after <= 4 ? after : 1);
  const first = quote !== undefined ? 'quote' : bullet !== undefined ? 'bullet' : 'ordered';
  return { ...shape, first, content, number: Number(digits ?? 0) };
}

function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

const MARKS = new Uint8Array(128);
for (const mark of '*_~[]<`\\') MARKS[mark.charCodeAt(0)] = 1;

/** How many marks a line holds that may begin or end something inside a paragraph. */
export function countMarks(line: string): number {
  let count = 0;
  for (let index = 0; index < line.length; index++) if (MARKS[line.charCodeAt(index)] === 1) count++;
  return count;
}
