import { fill } from '../../model/labels.ts';
import type { HtmlContext } from './context.ts';
import { markingLine } from './cover.ts';

const PAPER = { a4: 'A4', 'us-letter': 'letter', a5: 'A5' } as const;

/**
 * The rules for printed pages that depend on the document: paper, running head and foot, page numbers.
 * Text becomes a CSS string in which everything but plain letters and digits is escaped, so that none of it is CSS.
 */
export function printStyle(context: HtmlContext): string {
  const { meta, words } = context;
  const [start, end] = meta.direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const [before = '', between = '', after = ''] = fill(words.pageOf, { n: '\u0000', of: '\u0000' }).split('\u0000');
  const page = [cssString(before), 'counter(page)', cssString(between), 'counter(pages)', cssString(after)].join(' ');
  return [
    `@page { size: ${PAPER[meta.style.paper]};`,
    `  @top-${start} { content: ${cssString(meta.title)}; }`,
    `  @top-${end} { content: ${cssString(meta.symbol ?? meta.stage?.title ?? meta.kind)}; }`,
    `  @bottom-${start} { content: ${cssString(markingLine(context))}; }`,
    `  @bottom-${end} { content: ${page}; }`,
    '}',
    watermarkSize(context),
    '',
  ].join('\n');
}

/** Length, in points, that a slanted line of words may have, by paper; and how wide a bold letter is in em. */
const SLANT = { a4: 560, 'us-letter': 560, a5: 390 } as const;
const LETTER = { usual: 0.74, square: 1.05 } as const;
const SQUARE = /[\u2e80-\ud7ff\uf900-\ufaff]/u;
const LARGEST = 72;

/** Words behind the page stand on one line, as large as they can. */
function watermarkSize({ meta: { style } }: HtmlContext): string {
  if (style.watermark === undefined) return '';
  const letter = SQUARE.test(style.watermark) ? LETTER.square : LETTER.usual;
  const size = Math.min(LARGEST, Math.floor(SLANT[style.paper] / (letter * Math.max([...style.watermark].length, 1))));
  return `@media print { .watermark { font-size: ${size}pt; } }`;
}

/** Quotes text for CSS. */
export function cssString(value: string): string {
  const escaped = value.replace(/[^A-Za-z0-9 ]/gu, (char) => `\\${(char.codePointAt(0) ?? 0xfffd).toString(16)} `);
  return `"${escaped}"`;
}
