/** Plots as SVG: readable in black and white, every bar with its figure in words beside it. */

/** One bar: how much was reached, and how much was planned where that is known. */
export interface Bar {
  readonly label: string;
  readonly reached: number;
  readonly planned?: number;
  /** What stands behind the bar: `44 of 25`. */
  readonly words: string;
}

/** One field of a matrix. */
export interface Field {
  readonly words: string;
  /** From 0, nothing, to 1, the most there is. */
  readonly weight: number;
}

const SIZE = 12;
const LINE = 26;
const INK = '#1a1a1a';
const FILL = '#4a6fa5';
const FONT = "font-family=\"'Noto Sans', 'DejaVu Sans', sans-serif\"";

/** Slanted lines mark what was reached, a plain frame what was planned, a cross what nobody was reached in. */
const PATTERNS = `<defs><pattern id="reached" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${FILL}"/><path d="M0 6L6 0" stroke="#ffffff" stroke-width="1"/></pattern></defs>`;

function escaped(text: string): string {
  const clean = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Wide letters, such as Chinese ones, take about twice the room. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(letter) ? 1 : 0.56;
  return width * SIZE;
}

function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function words(
  text: string,
  { x, y, anchor = 'start' }: { x: number; y: number; anchor?: 'start' | 'middle' | 'end' },
): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${SIZE}" fill="${INK}" ${FONT}>${escaped(text)}</text>`;
}

function drawing(
  width: number,
  height: number,
  { title, body }: { title: string; body: readonly string[] },
): Uint8Array {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img"><title>${escaped(title)}</title>${PATTERNS}<rect width="${width}" height="${height}" fill="#ffffff"/>${body.join('')}</svg>\n`;
  return new TextEncoder().encode(svg);
}

/** Draws bars below each other: a hatched bar for what was reached, a frame around it for what was planned. */
export function barPlot(title: string, bars: readonly Bar[]): Uint8Array {
  const [labels, room, width] = [300, 250, 700];
  const most = Math.max(1, ...bars.map(({ reached, planned = 0 }) => Math.max(reached, planned)));
  const length = (value: number): number => Math.round((value / most) * room);
  const body = bars.flatMap(({ label, reached, planned, words: said }, index) => {
    const top = index * LINE + 6;
    const end = Math.max(length(reached), length(planned ?? 0));
    const frame = `<rect x="${labels}" y="${top}" width="${length(planned ?? 0)}" height="16" fill="none" stroke="${INK}" stroke-width="1"/>`;
    return [
      words(fitted(label, labels - 12), { x: labels - 8, y: top + 12, anchor: 'end' }),
      reached > 0
        ? `<rect x="${labels}" y="${top + 3}" width="${length(reached)}" height="10" fill="url(#reached)" stroke="${INK}" stroke-width="0.5"/>`
        : '',
      planned === undefined ? '' : frame,
      words(said, { x: labels + end + 8, y: top + 12 }),
    ];
  });
  return drawing(width, bars.length * LINE + 10, { title, body });
}

/** Draws a table of fields: the more there is, the larger the square; a cross where there is nothing. */
export function matrixPlot(
  title: string,
  {
    rows,
    columns,
    fields,
  }: { rows: readonly string[]; columns: readonly string[]; fields: readonly (readonly Field[])[] },
): Uint8Array {
  const [labels, top] = [260, 140];
  const step = Math.max(44, Math.min(72, Math.floor(400 / Math.max(1, columns.length))));
  const heads = columns.map((name, index) => {
    const x = labels + index * step + step / 2;
    const room = 165;
    return `<g transform="translate(${x} ${top - 8}) rotate(-50)">${words(fitted(name, room), { x: 0, y: 0 })}</g>`;
  });
  const body = rows.flatMap((name, row) => {
    const y = top + row * 34;
    return [
      words(fitted(name, labels - 12), { x: labels - 8, y: y + 21, anchor: 'end' }),
      ...(fields[row] ?? []).map((field, column) => drawField(field, labels + column * step, { y, step })),
    ];
  });
  const width = labels + columns.length * step + 70;
  return drawing(width, top + rows.length * 34 + 6, { title, body: [...heads, ...body] });
}

function drawField({ words: said, weight }: Field, x: number, { y, step }: { y: number; step: number }): string {
  const frame = `<rect x="${x}" y="${y}" width="${step}" height="34" fill="none" stroke="#767676" stroke-width="0.5"/>`;
  if (weight <= 0 && said === '0') {
    const cross = `<path d="M${x + 4} ${y + 4}L${x + step - 4} ${y + 30}M${x + step - 4} ${y + 4}L${x + 4} ${y + 30}" stroke="${INK}" stroke-width="0.75"/>`;
    return `${frame}${cross}`;
  }
  const side = Math.round(4 + Math.sqrt(Math.max(0, weight)) * 14);
  const square = `<rect x="${x + 5}" y="${y + 17 - Math.round(side / 2)}" width="${side}" height="${side}" fill="url(#reached)" stroke="${INK}" stroke-width="0.5"/>`;
  return `${frame}${square}${words(said, { x: x + step - 5, y: y + 21, anchor: 'end' })}`;
}
