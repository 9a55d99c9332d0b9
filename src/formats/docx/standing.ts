/** Where paragraphs stand: how deep in lists, and in which frame. */
import type { DocumentMeta } from '../../model/document.ts';
import type { DocxContext } from './context.ts';
import { element, value } from './xml.ts';

/** What is set apart from the text, in colours of its own. */
export type FrameName = 'Box' | 'Recommendation' | 'Definition' | 'Alternatives';

interface FrameColours {
  /** Of its lines. */
  readonly line: string;
  readonly fill: string;
}

/** Colours of each frame. */
const FRAMES: Readonly<Record<FrameName, FrameColours>> = {
  Box: { line: '7F7F7F', fill: 'F5F5F5' },
  Recommendation: { line: '1F4E79', fill: 'EAF1F8' },
  Definition: { line: 'BFBFBF', fill: 'FFFFFF' },
  Alternatives: { line: '9C5700', fill: 'FFF8EC' },
};

/** Twentieths of a point that a list stands further in than what holds it. */
export const STEP = 567;
/** The same of lists in frames. */
const FRAME_STEP = 397;
/** Pages by name: width and height, in twentieths of a point. */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  a4: [11906, 16838],
  'us-letter': [12240, 15840],
  a5: [8391, 11906],
};
/** Between the edge of a page and its words. */
const MARGIN = 1440;
const MARGIN_OF_SMALL = 850;

/** A page, in twentieths of a point. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Between its margins. */
  readonly room: number;
}

/** The page of a document. */
export function pageOf({ style }: DocumentMeta): Page {
  const [width, height] = PAPERS[style.paper] ?? [11906, 16838];
  const margin = style.paper === 'a5' ? MARGIN_OF_SMALL : MARGIN;
  return { width, height, margin, room: width - 2 * margin };
}

/** How far the words of a frame stand from the margins of the page. */
export const INSET = 170;
/** Points between the words of a frame and its lines. */
const GAP = 6;
const SIDES = ['top', 'left', 'bottom', 'right'];

/** Lines on the sides of a paragraph. */
export function lines(color: string, sides: readonly string[] = SIDES): string {
  const line = (side: string) =>
    element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': GAP, 'w:color': color });
  return element('w:pBdr', {}, ...sides.map(line));
}

/** A ground. */
export function shade(fill: string): string {
  return element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill });
}

/** The lines and the ground of a frame, and how far its words stand in. */
export const FRAME_LOOKS = Object.fromEntries(
  Object.entries(FRAMES).map(([name, { line, fill }]) => [name, { lines: lines(line), ground: shade(fill) }]),
) as Readonly<Record<FrameName, { readonly lines: string; readonly ground: string }>>;

/**
 * Properties of a paragraph that come from what it stands in, as XML in the order of the schema behind `numPr`.
 *
 * Paragraphs show as one frame where their lines, and their edges on both sides, are the same. An edge is where the
 * first line or the others begin, whichever is further out: what is indented in a frame hangs from its edge, or has its
 * first line indented only.
 *
 * @param style Style of the paragraph.
 * @param isNumbered Whether Word sets a number before it.
 */
export function standing(style: string, isNumbered: boolean, { box, depth }: DocxContext): string {
  if (box === undefined) return isNumbered || depth === 0 ? '' : element('w:ind', { 'w:left': STEP * depth });
  const isOwn = style.startsWith(box);
  const look = isOwn ? '' : FRAME_LOOKS[box].lines + FRAME_LOOKS[box].ground;
  if (isNumbered && depth === 0)
    return `${look}${element('w:ind', { 'w:left': INSET + FRAME_STEP, 'w:right': INSET, 'w:hanging': FRAME_STEP })}`;
  if (depth === 0 && isOwn) return look;
  const tab = element('w:tab', { 'w:val': 'left', 'w:pos': INSET + FRAME_STEP * (depth + 1) });
  const first = depth === 0 ? { 'w:firstLine': 0 } : { 'w:firstLine': FRAME_STEP * depth };
  const indent = element('w:ind', { 'w:left': INSET, 'w:right': INSET, ...first });
  return `${look}${isNumbered ? element('w:tabs', {}, tab) : ''}${indent}`;
}

/** How a table goes on with the frame it stands in: its edges are those of the frame. */
export function tableInFrame(
  box: FrameName,
  room: number,
): {
  readonly width: number;
  readonly indent: string;
  readonly borders: string;
} {
  const side = INSET - GAP * 20;
  const edge = (name: string) =>
    element(`w:${name}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': FRAMES[box].line });
  return {
    width: room - 2 * side,
    indent: element('w:tblInd', { 'w:w': side, 'w:type': 'dxa' }),
    borders: element('w:tblBorders', {}, ...[...SIDES, 'insideH', 'insideV'].map(edge)),
  };
}

/** A line without words below a table, and above one that goes on with a frame. */
export function spacer({ box }: Pick<DocxContext, 'box'>): string {
  const look = box === undefined ? '' : FRAME_LOOKS[box].lines + FRAME_LOOKS[box].ground;
  const indent = box === undefined ? '' : element('w:ind', { 'w:left': INSET, 'w:right': INSET });
  return `<w:p><w:pPr>${value('w:pStyle', 'Spacer')}${look}${indent}</w:pPr></w:p>`;
}
