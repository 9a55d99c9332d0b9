import type { Blockquote, Paragraph, RootContent } from 'mdast';

/** A quote that begins with `[!name]`, and what it holds. */
export interface Callout {
  /** In lower case. */
  readonly name: string;
  readonly children: Blockquote['children'];
}

const MARKER = /^\[!([\p{L}\p{N}_-]+)\][^\S\n]*(?:\n|$)?/u;
const MARKER_LINE = /^ {0,3}>\s*\[![\p{L}\p{N}_-]+\]/u;
const QUOTE_LINE = /^ {0,3}>/u;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/u;

/**
 * Reads a quote that begins with a marker such as `[!probe]`.
 *
 * @param block Any block.
 * @returns Undefined for any other block.
 */
export function readCallout(block: RootContent): Callout | undefined {
  const paragraph = block.type === 'blockquote' ? block.children[0] : undefined;
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  const match = first?.type === 'text' ? MARKER.exec(first.value) : null;
  if (block.type !== 'blockquote' || paragraph?.type !== 'paragraph' || first?.type !== 'text' || !match?.[1]) {
    return undefined;
  }
  const words = first.value.slice(match[0].length);
  const rest = [...(words === '' ? [] : [{ ...first, value: words }]), ...paragraph.children.slice(1)];
  const opening: Paragraph[] = rest.length === 0 ? [] : [{ ...paragraph, children: rest }];
  return { name: match[1].toLowerCase(), children: [...opening, ...block.children.slice(1)] };
}

/** A source in which every marker begins a quote of its own. */
export interface SeparatedCallouts {
  readonly source: string;
  /** The line of the file that a line of `source` was. */
  readonly lineOf: (line: number) => number;
}

/**
 * Sets a quote apart from the one right above it where it begins with a marker: for Markdown, quotes that touch are one.
 *
 * @param source Whole text of a file.
 * @param bodyOffset Where its body begins; front matter stays as it is.
 */
export function separateCallouts(source: string, bodyOffset: number): SeparatedCallouts {
  const head = source.slice(0, bodyOffset);
  const before = head.split('\n').length - 1;
  const lines = source.slice(bodyOffset).split(/(?<=\n)/u);
  const added: number[] = [];
  let fenced = false;
  const parts = lines.map((line, index) => {
    if (FENCE.test(line)) fenced = !fenced;
    const touches = !fenced && MARKER_LINE.test(line) && QUOTE_LINE.test(lines[index - 1] ?? '');
    if (touches) added.push(before + index + 1 + added.length);
    return touches ? `\n${line}` : line;
  });
  return { source: head + parts.join(''), lineOf: (line) => line - countBelow(added, line) };
}

/** How many of some ascending numbers are smaller than a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
