const PUNCTUATION = /[!-/:-@[-`{-~]/u;
const ENTITY = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});/uy;

/** Where the characters of a text node stand in the source. */
export interface Alignment {
  /** Source offset of each character of the value, and of its end. */
  readonly offsets: readonly number[];
  /** Whether a character is itself in the source: neither escaped nor written as an entity. */
  readonly isLive: (index: number) => boolean;
}

/** A slice of a source. */
export interface Slice {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds where each character of a text node stands in the source, past escapes, entities, indentation and `>`.
 *
 * @param value Value of the text node.
 * @param slice Where the node stands.
 * @returns Undefined where value and source don't fit, as in text that comes from elsewhere.
 */
export function alignText(value: string, slice: Slice): Alignment | undefined {
  if (standsAsIs(value, slice)) return unchanged(value, slice.start);
  const offsets: number[] = [];
  let at = slice.start;
  for (let index = 0; index < value.length; ) {
    const step = nextStep(value, index, { ...slice, start: at });
    if (!step) return undefined;
    for (let unit = 0; unit < step.units; unit++) offsets.push(step.from);
    index += step.units;
    at = step.to;
  }
  offsets.push(at);
  return { offsets, isLive: (index) => slice.source[offsets[index] ?? -1] === value[index] };
}

/** Most text stands in the source as it is. */
function standsAsIs(value: string, { source, start, end }: Slice): boolean {
  return value.length === end - start && !value.includes('\\') && source.startsWith(value, start);
}

function unchanged(value: string, start: number): Alignment {
  const offsets: number[] = [];
  for (let index = 0; index <= value.length; index++) offsets.push(start + index);
  return { offsets, isLive: () => true };
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly units: number;
}

function nextStep(value: string, index: number, { source, start, end }: Slice): Step | undefined {
  const wanted = value[index] ?? '';
  const from = skipUnseen(wanted, value[index - 1], { source, start, end });
  if (from >= end) return undefined;
  const here = source[from] ?? '';
  if (here === '\\' && source[from + 1] === wanted && PUNCTUATION.test(wanted)) return { from, to: from + 2, units: 1 };
  if (here === '&') return entityStep(value, index, { source, start: from, end });
  if (here === wanted || here === '\0') return { from, to: from + 1, units: 1 };
  return undefined;
}

/** White space before a line break and at the start of a line, and marks of quotes, are not in the value. */
function skipUnseen(wanted: string, before: string | undefined, { source, start, end }: Slice): number {
  const isBreak = wanted === '\n' || wanted === '\r';
  const afterBreak = before === '\n' || before === '\r';
  if (before === '\r' && wanted === '\n') return start;
  let at = start;
  if (isBreak) while (at < end && (source[at] === ' ' || source[at] === '\t')) at++;
  else if (afterBreak) while (at < end && source[at] !== wanted && /[ \t>]/u.test(source[at] ?? '')) at++;
  return at;
}

function entityStep(value: string, index: number, { source, start }: Slice): Step {
  ENTITY.lastIndex = start;
  const entity = ENTITY.exec(source)?.[0];
  if (entity === undefined || value.startsWith(entity, index)) return { from: start, to: start + 1, units: 1 };
  const units = String.fromCodePoint(value.codePointAt(index) ?? 0).length;
  return { from: start, to: start + entity.length, units };
}
