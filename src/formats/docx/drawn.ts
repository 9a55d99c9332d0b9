/** Drawings (SVG) as points, for programs that show no drawings. */
import { inflateSync } from 'node:zlib';
import type { Assets } from '../../model/contracts.ts';
import type { Document } from '../../model/document.ts';
import { type Engine, type Job, MAIN, SETTINGS } from '../pdf/engine.ts';
import { loadFonts } from '../pdf/fonts.ts';
import { hasNative, nativeEngine } from '../pdf/native.ts';
import { wasmEngine } from '../pdf/wasm.ts';
import { type Points, writePng } from './png.ts';

/** A drawing as a file of points, and its size in points of print. */
export interface Drawn {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Points of print of a pixel (CSS). */
const POINTS_PER_PIXEL = 0.75;
/** The largest drawing, in points of print: a page. */
const WIDEST = 450;
const HIGHEST = 650;
/** Drawings that are larger than this are none that people made. */
const MOST_BYTES = 4_000_000;

/**
 * Opens what turns drawings into points: the typesetter draws those points itself where a filter acts on a drawing, and
 * puts them into its PDF, from which they are taken. A filter that moves nothing is therefore laid on each drawing.
 *
 * @param document The document that the drawings stand in, for its fonts.
 * @param assets Where the fonts are.
 * @returns Gives a drawing as points; undefined where the typesetter can't read it.
 */
export async function openDrawing(
  document: Document,
  assets: Assets,
): Promise<(svg: Uint8Array) => Promise<Drawn | undefined>> {
  const native = assets.settings.pdf !== 'wasm' && (await hasNative());
  const fonts = await loadFonts(document, assets, native);
  const engine = (native ? await nativeEngine(fonts.blobs) : undefined) ?? (await wasmEngine(fonts.blobs));
  return (svg) => draw(svg, engine);
}

async function draw(svg: Uint8Array, engine: Engine): Promise<Drawn | undefined> {
  if (svg.length > MOST_BYTES) return undefined;
  const drawing = underFilter(new TextDecoder().decode(svg));
  if (drawing === undefined) return undefined;
  const { bytes } = await engine.run(jobOf(drawing));
  const points = bytes === undefined ? undefined : pointsIn(bytes);
  return points === undefined ? undefined : { png: writePng(points), width: drawing.width, height: drawing.height };
}

interface Drawing {
  readonly text: string;
  /** In points of print. */
  readonly width: number;
  readonly height: number;
}

const ROOT = /^<svg(?:[^>"']|"[^"]*"|'[^']*')*>/u;
/** No tag that a drawing begins with is longer. */
const LONGEST_ROOT = 100_000;
const END = '</svg>';

/** A drawing under a filter that moves nothing. */
function underFilter(text: string): Drawing | undefined {
  const begin = text.search(/<svg[\s>]/u);
  const root = ROOT.exec(text.slice(begin, begin + LONGEST_ROOT));
  const end = text.lastIndexOf(END);
  if (begin === -1 || root === null || end === -1) return undefined;
  const area = areaOf(root[0]);
  if (area === undefined) return undefined;
  const [x, y, width, height] = area;
  const start = begin + root[0].length;
  const filter = `<filter id="penholder-all" filterUnits="userSpaceOnUse" x="${x}" y="${y}" width="${width}" height="${height}"><feOffset dx="0" dy="0"/></filter>`;
  const under = `${text.slice(0, start)}<defs>${filter}</defs><g filter="url(#penholder-all)">${text.slice(start, end)}</g>${text.slice(end)}`;
  const points = sizeOf(root[0], { width, height });
  const scale = Math.min(1, WIDEST / points.width, HIGHEST / points.height);
  return { text: under, width: points.width * scale, height: points.height * scale };
}

function attribute(root: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(root)?.slice(1).find(Boolean);
}

/** Pixels; undefined for shares of what stands around. */
function pixels(length: string | undefined): number | undefined {
  const read = /^\s*(\d+(?:\.\d+)?)(px|pt|in|cm|mm)?\s*$/u.exec(length ?? '');
  if (read === null) return undefined;
  const count = Number(read[1]) * (PIXELS[read[2] ?? 'px'] ?? 1);
  return count > 0 ? count : undefined;
}

/** Pixels in units of length (CSS). */
const PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, in: 96, cm: 96 / 2.54, mm: 96 / 25.4 };

/** What of its plane a drawing shows: x, y, width, height. */
function areaOf(root: string): readonly [number, number, number, number] | undefined {
  const numbers = (attribute(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const [x = Number.NaN, y = Number.NaN, width = 0, height = 0] = numbers;
  if (numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0) return [x, y, width, height];
  const [wide, high] = [pixels(attribute(root, 'width')), pixels(attribute(root, 'height'))];
  return wide === undefined || high === undefined ? undefined : [0, 0, wide, high];
}

/** Its size in points of print; where only one side is said, or none, its shape says the rest. */
function sizeOf(root: string, area: { width: number; height: number }): { width: number; height: number } {
  const [wide, high] = [pixels(attribute(root, 'width')), pixels(attribute(root, 'height'))];
  const width = wide ?? (high === undefined ? area.width : (high * area.width) / area.height);
  const height = high ?? (width * area.height) / area.width;
  return { width: width * POINTS_PER_PIXEL, height: height * POINTS_PER_PIXEL };
}

function jobOf({ text, width }: Drawing): Job {
  const main = [
    '#set document(title: "Drawing")',
    '#set text(lang: "en")',
    '#set page(width: auto, height: auto, margin: 0pt)',
    `#image("/drawing.svg", width: ${width.toFixed(3)}pt, alt: "Drawing")`,
  ].join('\n');
  const sources = new Map([
    [MAIN, main],
    [SETTINGS, '// drawing'],
  ]);
  return { sources, files: new Map([['/drawing.svg', new TextEncoder().encode(text)]]), epoch: 0 };
}

interface PdfPicture {
  readonly id: number;
  readonly head: string;
  readonly data: Uint8Array;
}

/** The points of the one picture of a PDF that the typesetter wrote. */
function pointsIn(pdf: Uint8Array): Points | undefined {
  const pictures = picturesIn(pdf);
  const main = pictures.find(({ head }) => /\/ColorSpace (?!\/DeviceGray)/u.test(head));
  if (main === undefined) return undefined;
  const [width, height] = [numberIn(main.head, 'Width'), numberIn(main.head, 'Height')];
  const colours = inflateSync(main.data);
  if (colours.length !== width * height * 3) return undefined;
  const mask = pictures.find(({ id }) => id === numberIn(main.head, 'SMask'));
  const cover = mask === undefined ? undefined : inflateSync(mask.data);
  return { width, height, colours, ...(cover !== undefined && { cover }) };
}

function picturesIn(pdf: Uint8Array): PdfPicture[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const objects = /(\d+) 0 obj\s*<<((?:(?!endobj|stream)[\s\S])*)>>\s*stream\r?\n/gu;
  const found: PdfPicture[] = [];
  for (let object = objects.exec(text); object !== null; object = objects.exec(text)) {
    const [, id = '', head = ''] = object;
    const length = numberIn(head, 'Length');
    const start = objects.lastIndex;
    // What stands in a stream is none of the file's own words.
    objects.lastIndex = start + length;
    if (head.includes('/Subtype /Image'))
      found.push({ id: Number(id), head, data: pdf.subarray(start, start + length) });
  }
  return found;
}

function numberIn(head: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+)`, 'u').exec(head)?.[1] ?? 0);
}
