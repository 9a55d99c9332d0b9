import { nameOf, type PdfFile, type PdfPage } from './pdf-file.ts';
import { type PdfFont, readFont } from './pdf-fonts.ts';
import { isString, type PdfDict, PdfReader, type PdfValue } from './pdf-values.ts';

/** What a character of a page says, and where its middle stands. */
export interface Letter {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** Where it begins and ends across the page, and how large it is. */
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Letters on one page; a dense one has about 6,000. */
const MOST_LETTERS = 60_000;
const DEEPEST_FORM = 4;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface State {
  readonly matrix: Matrix;
  readonly font: PdfFont | undefined;
  readonly size: number;
  readonly spacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

/**
 * The letters of a page in the order of its content.
 *
 * @param page The page.
 * @param file The file.
 */
export function pageLetters({ dict, resources }: PdfPage, file: PdfFile): readonly Letter[] {
  const contents = dict.get('Contents');
  const found = file.follow(contents);
  const parts = Array.isArray(found) ? found.map((one) => file.content(one)) : [file.content(contents)];
  const letters: Letter[] = [];
  new PageInterpreter(file, letters).run(parts.map((part) => part ?? '').join('\n'), resources, IDENTITY, 0);
  return letters;
}

/** Fonts are read once for all pages of a file. */
const fontsOf = new WeakMap<PdfFile, Map<PdfDict, PdfFont>>();

/** Draws a page without drawing it: follows where its letters would stand. */
class PageInterpreter {
  readonly #file: PdfFile;
  readonly #letters: Letter[];
  readonly #fonts: Map<PdfDict, PdfFont>;
  #state: State = {
    matrix: IDENTITY,
    font: undefined,
    size: 1,
    spacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  };
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  constructor(file: PdfFile, letters: Letter[]) {
    this.#file = file;
    this.#letters = letters;
    this.#fonts = fontsOf.get(file) ?? new Map();
    fontsOf.set(file, this.#fonts);
  }

  run(content: string, resources: PdfDict, matrix: Matrix, depth: number): void {
    const before = this.#state;
    this.#state = { ...before, matrix };
    const saved: State[] = [];
    const reader = new PdfReader(content, this.#file.budget);
    let operands: PdfValue[] = [];
    while (reader.at < content.length && this.#letters.length < MOST_LETTERS) {
      const value = reader.next();
      if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'operator') {
        if (value !== undefined) operands.push(value);
        continue;
      }
      const { word } = value;
      if (word === 'q' && saved.length < 200) saved.push(this.#state);
      else if (word === 'Q') this.#state = saved.pop() ?? this.#state;
      else if (word === 'ID') skipImage(reader);
      else if (word === 'Do') this.#form(operands[0], resources, depth);
      else if (word === 'Tf') this.#setFont(operands, resources);
      else this.#operate(word, operands);
      operands = [];
    }
    this.#state = before;
  }

  #operate(word: string, operands: readonly PdfValue[]): void {
    const numbers = operands.map((one) => (typeof one === 'number' ? one : 0));
    const [first = 0, second = 0] = numbers;
    const set = SETTINGS[word];
    if (set !== undefined) this.#state = { ...this.#state, ...set(first) };
    else if (word === 'cm') this.#state = { ...this.#state, matrix: times(matrixOf(numbers), this.#state.matrix) };
    else if (word === 'BT') this.#place(IDENTITY);
    else if (word === 'Tm') this.#place(matrixOf(numbers));
    else if (word === 'Td') this.#move(first, second);
    else if (word === 'TD') {
      this.#state = { ...this.#state, leading: -second };
      this.#move(first, second);
    } else if (word === 'T*') this.#move(0, -this.#state.leading);
    else if (word === 'Tj') this.#show(operands[0]);
    else if (word === "'" || word === '"') {
      this.#move(0, -this.#state.leading);
      this.#show(operands.at(-1));
    } else if (word === 'TJ') for (const item of this.#file.array(operands[0])) this.#show(item);
  }

  #place(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  #move(x: number, y: number): void {
    this.#place(times([1, 0, 0, 1, x, y], this.#line));
  }

  #setFont([name, size]: readonly PdfValue[], resources: PdfDict): void {
    const value = this.#file.dict(this.#file.dict(resources.get('Font')).get(nameOf(name)));
    const font = this.#fonts.get(value) ?? readFont(value, this.#file);
    this.#fonts.set(value, font);
    this.#state = { ...this.#state, font, size: typeof size === 'number' ? size : 1 };
  }

  #form(name: PdfValue | undefined, resources: PdfDict, depth: number): void {
    const value = this.#file.dict(resources.get('XObject')).get(nameOf(name));
    const dict = this.#file.dict(value);
    if (nameOf(dict.get('Subtype')) !== 'Form' || depth >= DEEPEST_FORM) return;
    const own = this.#file.array(dict.get('Matrix')).map((one) => (typeof one === 'number' ? one : 0));
    const matrix = own.length === 6 ? times(matrixOf(own), this.#state.matrix) : this.#state.matrix;
    const inner = dict.has('Resources') ? this.#file.dict(dict.get('Resources')) : resources;
    this.run(this.#file.content(value) ?? '', inner, matrix, depth + 1);
  }

  #show(value: PdfValue | undefined): void {
    const { font, size, scale, spacing, wordSpacing } = this.#state;
    if (typeof value === 'number') this.#advance((-value / 1000) * size * scale);
    if (!isString(value) || font === undefined) return;
    for (let at = 0; at < value.bytes.length && this.#letters.length < MOST_LETTERS; at += font.bytes) {
      const low = value.bytes.charCodeAt(at + font.bytes - 1) || 0;
      const code = font.bytes === 2 ? value.bytes.charCodeAt(at) * 256 + low : low;
      const width = (font.width(code) / 1000) * size;
      this.#put(font.words(code), width * scale);
      const extra = spacing + (font.bytes === 1 && code === 32 ? wordSpacing : 0);
      this.#advance((width + extra) * scale);
    }
  }

  #put(words: string, width: number): void {
    const { matrix, size, rise } = this.#state;
    const full = times(this.#text, matrix);
    const at = (x: number, y: number) =>
      [full[0] * x + full[2] * y + full[4], full[1] * x + full[3] * y + full[5]] as const;
    const [x, y] = at(width / 2, rise + size * 0.3);
    const [from, to] = [at(0, rise)[0], at(width, rise)[0]];
    const height = Math.hypot(full[2], full[3]) * size;
    this.#letters.push({ words, x, y, left: Math.min(from, to), right: Math.max(from, to), size: Math.abs(height) });
  }

  #advance(width: number): void {
    this.#text = times([1, 0, 0, 1, width, 0], this.#text);
  }
}

/** What operators set. */
const SETTINGS: Readonly<Record<string, ((value: number) => Partial<State>) | undefined>> = Object.assign(
  Object.create(null) as object,
  {
    Tc: (spacing: number) => ({ spacing }),
    Tw: (wordSpacing: number) => ({ wordSpacing }),
    Tz: (percent: number) => ({ scale: percent / 100 }),
    TL: (leading: number) => ({ leading }),
    Ts: (rise: number) => ({ rise }),
  },
);

function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

function times([a, b, c, d, e, f]: Matrix, other: Matrix): Matrix {
  const [g, h, i, j, k, l] = other;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** An image in the midst of a page's content is no text. */
function skipImage(reader: PdfReader): void {
  const end = reader.text.indexOf('EI', reader.at + 1);
  reader.at = end === -1 ? reader.text.length : end + 2;
}
