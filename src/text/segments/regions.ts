/** Stretches that no new block interrupts: code between fences, raw HTML, directives. */
import { HTML_BLOCKS } from '../prescan/regions.ts';

/** An open stretch, and how a line ends it. */
export interface OpenRegion {
  /** Tells one region from another. */
  readonly key: string;
  /** Whether a blank line ends it. */
  readonly untilBlank: boolean;
  /** Whether a line ends it. */
  readonly ends: (line: string) => boolean;
}

/** A region that a line opens. */
export interface Opening {
  readonly region: OpenRegion;
  /** Whether the line that opens it also ends it. */
  readonly closed: boolean;
  /** Whether the line could also be something else. */
  readonly sure: boolean;
}

const FENCE = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/u;
const COLONS = /^ {0,3}(:{3,})[ \t]*$/u;
const NAMED_DIRECTIVE = /^:{3,}[\p{ID_Start}_]/u;
/** An opening line of a directive that nothing can spoil. */
const PLAIN_ATTRIBUTE = String.raw`(?:[.#]?[A-Za-z][A-Za-z0-9]*|#[A-Za-z][\w-]*|[A-Za-z][A-Za-z0-9-]*="[^"&{}<>\\]*")`;
const PLAIN_DIRECTIVE = new RegExp(
  String.raw`^:{3,}[A-Za-z][A-Za-z0-9]*(?:\{${PLAIN_ATTRIBUTE}(?: ${PLAIN_ATTRIBUTE})*\})?[ \t]*$`,
  'u',
);

/**
 * Finds the region that a line opens at the top level.
 *
 * @param line A line outside all regions, indented by three columns at most.
 * @returns Undefined where it opens none.
 */
export function opening(line: string): Opening | undefined {
  const text = line.trimStart();
  const first = text.charCodeAt(0);
  if (first === 0x60 || first === 0x7e) return fenceOpening(line);
  if (first === 0x3a) return directiveOpening(text);
  return first === 0x3c ? htmlOpening(text) : undefined;
}

function fenceOpening(line: string): Opening | undefined {
  const match = FENCE.exec(line);
  const fence = match?.[1] ?? match?.[2];
  if (fence === undefined) return undefined;
  const closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${Math.min(fence.length, 1000)},}[ \\t]*$`, 'u');
  const region = { key: fence, untilBlank: false, ends: (line: string) => closing.test(line) };
  return { region, closed: false, sure: fence.length <= 1000 };
}

function directiveOpening(text: string): Opening | undefined {
  if (!NAMED_DIRECTIVE.test(text)) return undefined;
  const size = /^:+/u.exec(text)?.[0].length ?? 0;
  const ends = (line: string) => (COLONS.exec(line)?.[1]?.length ?? 0) >= size;
  return { region: { key: `:${size}`, untilBlank: false, ends }, closed: false, sure: PLAIN_DIRECTIVE.test(text) };
}

/** A single tag opens a block only where it stands alone on its line and no paragraph goes on. */
const UNTIL_BLANK: OpenRegion = { key: '<', untilBlank: true, ends: () => false };

function htmlOpening(text: string): Opening {
  const kind = HTML_BLOCKS.findIndex(([begin]) => begin.test(text));
  const end = HTML_BLOCKS[kind]?.[1];
  if (end === undefined) return { region: UNTIL_BLANK, closed: false, sure: kind >= 0 };
  const region = { key: `<${kind}`, untilBlank: false, ends: (line: string) => end.test(line) };
  return { region, closed: end.test(text), sure: true };
}
