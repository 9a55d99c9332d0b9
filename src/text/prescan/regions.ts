/** Code and HTML whose inside is never read as Markdown, as far as that is certain. */

/** An open region: ends with the line that matches, or before a blank line. */
export interface Region {
  /** Line that ends it, itself included. */
  readonly until: RegExp;
  /** Whether a blank line ends it. */
  readonly untilBlank: boolean;
}

const FENCE = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/u;
const NEVER = /(?!)/u;

/** HTML blocks by how they begin, with the line that ends them (CommonMark, HTML blocks 1 to 6). */
export const HTML_BLOCKS: readonly (readonly [RegExp, RegExp | undefined])[] = [
  [/^<(?:script|pre|style|textarea)(?:[ \t>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu],
  [/^<!--/u, /-->/u],
  [/^<\?/u, /\?>/u],
  [/^<![A-Za-z]/u, />/u],
  [/^<!\[CDATA\[/u, /\]\]>/u],
  [
    /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t]|\/?>|$)/iu,
    undefined,
  ],
];

/**
 * The region that a line opens, where its line cannot be anything else.
 *
 * @param line A line that stands in no list and no quote.
 * @returns Undefined where it opens none, or closes it again on the same line.
 */
export function openedRegion(line: string): Region | undefined {
  const fence = FENCE.exec(line);
  if (fence) return fenceRegion(fence[1] ?? fence[2] ?? '');
  const text = line.replace(/^ {0,3}/u, '');
  if (!text.startsWith('<')) return undefined;
  const block = HTML_BLOCKS.find(([begin]) => begin.test(text));
  if (!block) return undefined;
  const [, end] = block;
  return end ? { until: end, untilBlank: false } : { until: NEVER, untilBlank: true };
}

/** Whether the line that opens a region also ends it. */
export function closesAtOnce(region: Region, line: string): boolean {
  return !region.untilBlank && !FENCE.test(line) && region.until.test(line);
}

function fenceRegion(fence: string): Region {
  const mark = fence.startsWith('`') ? '`' : '~';
  return { until: new RegExp(`^ {0,3}${mark}{${Math.min(fence.length, 1000)},}[ \\t]*$`, 'u'), untilBlank: false };
}
