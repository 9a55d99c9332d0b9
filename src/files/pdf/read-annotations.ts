import { type FileProblem, FileProblemError, fileProblem } from '../file-problem.ts';
import { problemOf } from '../zip-read.ts';
import { type Letter, pageLetters } from './page-letters.ts';
import { nameOf, PdfFile, type PdfPage } from './pdf-file.ts';
import { isRef, isString, type PdfDict, type PdfValue, pdfWords } from './pdf-values.ts';

/** What a reviewer put on a PDF. */
export type PdfMarkKind = 'note' | 'highlight' | 'underline' | 'strike-out' | 'text' | 'insertion';

/** Something that a reviewer put on a page. */
export interface PdfMark {
  readonly kind: PdfMarkKind;
  /** Number of the page, from 1. */
  readonly page: number;
  /** What was written. */
  readonly text: string;
  /** The words it lies on; of a note those of the line it is pinned to. */
  readonly quoted: string;
  /** Words before and behind it on its page, by which words that stand there twice are told apart. */
  readonly before: string;
  readonly behind: string;
  /** Of words struck out, those that are to stand in their place. */
  readonly replacement?: string;
  readonly replies: readonly string[];
  /** Such as `Accepted`, `Rejected` or `Completed`, the last that was set. */
  readonly state?: string;
  readonly author?: string;
  /** ISO date. */
  readonly date?: string;
}

/** The marks of a PDF in reading order, or why it can't be read. */
export type PdfReading = { readonly marks: readonly PdfMark[] } | { readonly problem: FileProblem };

const KINDS: ReadonlyMap<string, PdfMarkKind> = new Map([
  ['Text', 'note'],
  ['Highlight', 'highlight'],
  ['Underline', 'underline'],
  ['Squiggly', 'underline'],
  ['StrikeOut', 'strike-out'],
  ['FreeText', 'text'],
  ['Caret', 'insertion'],
]);

/** Annotations of one file that are read; a hundred pages with three on each have 300. */
const MOST_MARKS = 10_000;
/** Characters around a mark that are kept. */
const AROUND = 160;

/** What is to be done about a PDF that can't be read. */
const ASK =
  'Ask whoever sent it for it again without a password, saved anew in the program the comments were made with.';

/**
 * Reads the annotations of a PDF as a stranger's: bounded; nothing in it is run, opened or fetched.
 *
 * @param bytes The file.
 */
export function readPdfMarks(bytes: Uint8Array): PdfReading {
  try {
    return { marks: marksOf(new PdfFile(bytes)) };
  } catch (error) {
    const { code, message } = problemOf(error);
    return { problem: { code, message, hint: code === 'not-a-pdf' ? fileProblem(code).hint : ASK } };
  }
}

interface Found {
  readonly dict: PdfDict;
  readonly number: number | undefined;
  readonly page: PdfPage;
  readonly pageNumber: number;
}

function marksOf(file: PdfFile): readonly PdfMark[] {
  const found = file.pages().flatMap((page, at) => annotationsOf(page, at + 1, file));
  if (found.length > MOST_MARKS) throw new FileProblemError('too-many');
  const threads = threadsOf(found, file);
  const letters = new Map<PdfPage, readonly Letter[]>();
  const lettersOf = (page: PdfPage): readonly Letter[] => {
    const known = letters.get(page) ?? pageLetters(page, file);
    letters.set(page, known);
    return known;
  };
  return found.flatMap((one) => {
    const kind = KINDS.get(nameOf(one.dict.get('Subtype')));
    if (kind === undefined || threads.rootOf(one) !== one) return [];
    const words = { file, letters: lettersOf(one.page) };
    const facts = { page: one.pageNumber, ...factsOf(one.dict, file), ...threads.said(one) };
    const struck = struckWith(one, threads, file);
    if (struck === undefined) return [{ kind, ...placeOf(one.dict, kind, words), ...facts }];
    return [{ kind: 'strike-out', ...placeOf(struck.dict, 'strike-out', words), ...facts, ...struck.said }];
  });
}

/** Words struck out and a mark of insertion that are one: programs write a replacement so. */
function struckWith(root: Found, { groupOf }: Threads, file: PdfFile) {
  const pair = [root, ...groupOf(root)];
  const named = (name: string) => pair.find(({ dict }) => nameOf(dict.get('Subtype')) === name)?.dict;
  const [dict, caret] = [named('StrikeOut'), named('Caret')];
  if (dict === undefined || caret === undefined) return undefined;
  const replacement = pair.map((one) => wordsOf(one.dict.get('Contents'), file)).find((words) => words !== '');
  return { dict, said: { text: '', ...(replacement !== undefined && { replacement }) } };
}

function annotationsOf(page: PdfPage, pageNumber: number, file: PdfFile): Found[] {
  return file
    .array(page.dict.get('Annots'))
    .slice(0, MOST_MARKS + 1)
    .map((value) => ({ dict: file.dict(value), number: isRef(value) ? value.number : undefined, page, pageNumber }))
    .filter(({ dict }) => KINDS.has(nameOf(dict.get('Subtype'))));
}

interface Threads {
  readonly rootOf: (one: Found) => Found;
  /** What is one thing with the root of a thread. */
  readonly groupOf: (root: Found) => readonly Found[];
  readonly said: (root: Found) => Pick<PdfMark, 'replies' | 'state'>;
}

/** Replies and states point at what they answer. */
function threadsOf(found: readonly Found[], file: PdfFile): Threads {
  const byNumber = new Map(found.flatMap((one) => (one.number === undefined ? [] : [[one.number, one] as const])));
  const rootOf = (one: Found): Found => {
    const seen = new Set<Found>();
    let at = one;
    // Threads are a few replies deep; whatever is deeper, or goes round in a circle, is kept by itself.
    while (!seen.has(at) && seen.size < 100) {
      seen.add(at);
      const target = at.dict.get('IRT');
      const next = isRef(target) ? byNumber.get(target.number) : undefined;
      if (next === undefined) return at;
      at = next;
    }
    return one;
  };
  const groups = new Map<Found, Found[]>();
  const answers = new Map<Found, { replies: string[]; state?: string }>();
  for (const one of found) {
    const root = rootOf(one);
    if (root === one) continue;
    if (nameOf(one.dict.get('RT')) === 'Group') {
      groups.set(root, [...(groups.get(root) ?? []), one].slice(0, 10));
      continue;
    }
    const known = answers.get(root) ?? { replies: [] };
    const state = one.dict.get('State');
    const text = wordsOf(one.dict.get('Contents'), file);
    if (state !== undefined) known.state = wordsOf(state, file);
    else if (text !== '') known.replies.push(text);
    answers.set(root, known);
  }
  return { rootOf, groupOf: (root) => groups.get(root) ?? [], said: (root) => answers.get(root) ?? { replies: [] } };
}

function factsOf(dict: PdfDict, file: PdfFile) {
  const author = wordsOf(dict.get('T'), file);
  const date = /^D:(\d{4})(\d\d)(\d\d)/u.exec(wordsOf(dict.get('M') ?? dict.get('CreationDate'), file));
  return {
    text: wordsOf(dict.get('Contents'), file),
    ...(author !== '' && { author }),
    ...(date !== null && { date: `${date[1]}-${date[2]}-${date[3]}` }),
  };
}

function wordsOf(value: PdfValue | undefined, file: PdfFile): string {
  const found = file.follow(value);
  return isString(found) ? pdfWords(found).replace(/\r\n?/gu, '\n').replaceAll('\0', '').trim() : '';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

interface PageWords {
  readonly file: PdfFile;
  readonly letters: readonly Letter[];
}

function placeOf(dict: PdfDict, kind: PdfMarkKind, { file, letters: all }: PageWords) {
  const letters = withoutWatermark(all);
  const quads = numbersOf(dict.get('QuadPoints'), file);
  const isOnWords = quads.length >= 8;
  const boxes = isOnWords ? quadBoxes(quads) : boxesOf(numbersOf(dict.get('Rect'), file));
  const inside = letters.flatMap((letter, at) => (boxes.some((box) => isIn(letter, box, isOnWords)) ? [at] : []));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return { quoted: '', before: '', behind: '' };
  return {
    quoted: kind === 'text' ? '' : lettersToWords(inside.map((at) => letters[at] as Letter)),
    before: lettersToWords(letters.slice(Math.max(0, first - AROUND), first)),
    behind: lettersToWords(letters.slice(last + 1, last + 1 + AROUND)),
  };
}

/** How much larger than most of a page the letters of a title are at the most. */
const TITLE = 4.5;
const KNOWN = new WeakMap<readonly Letter[], readonly Letter[]>();

/** Letters of a page without those that are drawn across it. */
function withoutWatermark(letters: readonly Letter[]): readonly Letter[] {
  const known = KNOWN.get(letters);
  if (known !== undefined) return known;
  const sizes = letters.map(({ size }) => size).sort((one, other) => one - other);
  const most = TITLE * (sizes[sizes.length >> 1] ?? 0);
  const own = letters.filter(({ size }) => size <= most);
  KNOWN.set(letters, own);
  return own;
}

/** How much larger than a mark the letters are at the most that it is on. */
const LARGER = 2.5;

/** Words under a mark; of a note the whole line beside which it is pinned. */
function isIn({ x, y, size }: Letter, { left, right, low, high }: Box, isOnWords: boolean): boolean {
  // Letters far larger than a mark, such as those of a watermark, only lie across it.
  if (isOnWords && size > LARGER * (high - low)) return false;
  return y >= low && y <= high && (!isOnWords || (x >= left && x <= right));
}

function numbersOf(value: PdfValue | undefined, file: PdfFile): number[] {
  return file
    .array(value)
    .slice(0, 800)
    .map((one) => file.follow(one))
    .filter((one): one is number => typeof one === 'number');
}

function quadBoxes(numbers: readonly number[]): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= numbers.length; at += 8) boxes.push(...boxesOf(numbers.slice(at, at + 8)));
  return boxes;
}

/** The box around some points, given as x and y in turn. */
function boxesOf(numbers: readonly number[]): Box[] {
  if (numbers.length < 4) return [];
  const xs = numbers.filter((_, at) => at % 2 === 0);
  const ys = numbers.filter((_, at) => at % 2 === 1);
  return [{ left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }];
}

/** Letters as words: a gap or a new line is a space, and a word divided at the end of a line is one again. */
function lettersToWords(all: readonly Letter[]): string {
  const largest = all.reduce((most, { size }) => Math.max(most, size), 0);
  // Raised digits are marks of footnotes, and no words.
  const letters = all.filter(({ words, size }) => size > 0.75 * largest || !/^\p{N}+$/u.test(words));
  let words = '';
  let last: Letter | undefined;
  for (const letter of letters) {
    if (last !== undefined) {
      const isNewLine = Math.abs(letter.y - last.y) > 0.6 * Math.max(letter.size, last.size, 1);
      if (isNewLine && /\p{L}[-\u2010\u00ad]$/u.test(words) && /^\p{Ll}/u.test(letter.words))
        words = words.slice(0, -1);
      else if (isNewLine || letter.left - last.right > 0.2 * letter.size) words += ' ';
    }
    words += letter.words;
    last = letter;
  }
  return words.replace(/\s+/gu, ' ').trim();
}
