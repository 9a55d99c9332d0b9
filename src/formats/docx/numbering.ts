/** Automatic numbers: lists of the file that count as the labels of a Document do. */
import { decimal, letter, readLetter, readRoman, roman } from '../../text/counters.ts';
import { STEP } from './standing.ts';
import { element, value } from './xml.ts';

type Style = 'decimal' | 'upperRoman' | 'lowerRoman' | 'upperLetter' | 'lowerLetter' | 'bullet';

interface Level {
  readonly style: Style;
  /** `%1` stands for the number of the first level. */
  readonly text: string;
}

/** Lists of several levels, each of which begins anew under the one above it. */
const LISTS = {
  headings: [
    { style: 'upperRoman', text: '%1.' },
    { style: 'upperLetter', text: '%2.' },
    { style: 'decimal', text: '%3.' },
  ],
  paragraphs: [
    { style: 'decimal', text: '%1.' },
    { style: 'lowerLetter', text: '(%2)' },
    { style: 'lowerRoman', text: '(%3)' },
    { style: 'upperLetter', text: '(%4)' },
  ],
  marked: [
    { style: 'decimal', text: '%1.' },
    { style: 'lowerLetter', text: '%2)' },
    { style: 'lowerRoman', text: '%3)' },
    { style: 'upperLetter', text: '%4)' },
  ],
  nested: [1, 2, 3, 4, 5, 6].map(
    (depth): Level => ({
      style: 'decimal',
      text: Array.from({ length: depth }, (_, at) => `%${at + 1}`).join('.'),
    }),
  ),
  'nested-dot': [1, 2, 3, 4, 5, 6].map(
    (depth): Level => ({
      style: 'decimal',
      text: `${Array.from({ length: depth }, (_, at) => `%${at + 1}`).join('.')}.`,
    }),
  ),
  bullets: ['•', '–', '▪', '•', '–', '▪'].map((text): Level => ({ style: 'bullet', text })),
  plain: ['decimal', 'lowerLetter', 'lowerRoman', 'decimal', 'lowerLetter', 'lowerRoman'].map(
    (style, at): Level => ({
      style: style as Style,
      text: `%${at + 1}.`,
    }),
  ),
} as const satisfies Record<string, readonly Level[]>;

type ListName = keyof typeof LISTS;

/** Lists in which the label of a kind of block is looked for, the likeliest first. */
const CANDIDATES: Readonly<Record<'heading' | 'paragraph' | 'item', readonly ListName[]>> = {
  heading: ['headings', 'nested', 'nested-dot'],
  paragraph: ['paragraphs', 'nested', 'nested-dot'],
  item: ['paragraphs', 'marked', 'nested'],
};

const READ: Readonly<Record<Style, (text: string) => number>> = {
  decimal: (text) => Number.parseInt(text, 10),
  upperRoman: readRoman,
  lowerRoman: readRoman,
  upperLetter: readLetter,
  lowerLetter: readLetter,
  bullet: () => 0,
};

const WRITTEN: Readonly<Record<Style, (count: number) => string>> = {
  decimal,
  upperRoman: (count) => roman(count).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (count) => letter(count).toUpperCase(),
  lowerLetter: letter,
  bullet: () => '',
};

/** A number that Word counts itself. */
export interface AutoNumber {
  readonly list: number;
  readonly level: number;
}

interface Instance {
  /** Number of the list in the file. */
  readonly id: number;
  readonly name: ListName;
  /** Where a level begins, if not at one. */
  readonly start?: { readonly level: number; readonly at: number };
}

/** A level of a list, with the counts of all levels above it where a label is one of its numbers. */
interface Place {
  readonly name: ListName;
  readonly level: number;
  readonly counts: number[];
  /** Whether the label is the next number. */
  readonly goesOn: boolean;
}

/** Counts along as Word will, so that each label is met, begun anew, or written as words. */
export class Counters {
  readonly #counts = new Map<ListName, number[]>();
  readonly #instances: Instance[] = [];
  readonly #current = new Map<ListName, number>();

  /**
   * The number Word is to count for a label; undefined where no list counts so (12 bis).
   *
   * @param label As printed: `12.`, `(a)`, `IV.`
   * @param kind What carries it.
   */
  numberFor(label: string, kind: 'heading' | 'paragraph' | 'item'): AutoNumber | undefined {
    const found = this.#placeFor(label, kind);
    if (found === undefined) return undefined;
    const { name, level, counts, goesOn } = found;
    this.#counts.set(name, counts);
    if (!goesOn || !this.#current.has(name)) this.#begin(name, { level, at: counts[level] ?? 1 });
    return { list: this.#current.get(name) ?? 0, level };
  }

  /** The level whose next number a label is; where there is none, the first one whose number it could be. */
  #placeFor(label: string, kind: 'heading' | 'paragraph' | 'item'): Place | undefined {
    let first: Place | undefined;
    for (const name of CANDIDATES[kind]) {
      const had = this.#of(name);
      for (let level = 0; level < LISTS[name].length; level += 1) {
        const counts = this.#ask(name, level, label);
        if (counts === undefined) continue;
        const place = { name, level, counts, goesOn: counts[level] === (had[level] ?? 0) + 1 };
        if (place.goesOn) return place;
        first ??= place;
      }
    }
    return first;
  }

  /**
   * The number of a block that is gone: it counts in the earlier version, not in the later one.
   *
   * @param label As it was printed in the earlier version.
   * @param kind What carries it.
   */
  goneNumberFor(label: string, kind: 'heading' | 'paragraph' | 'item'): AutoNumber | undefined {
    for (const name of CANDIDATES[kind]) {
      const level = LISTS[name].findIndex((_, at) => readLabel(name, at, label) !== undefined);
      if (level === -1) continue;
      if (!this.#current.has(name)) this.#begin(name, { level: 0, at: 1 });
      return { list: this.#current.get(name) ?? 0, level };
    }
    return undefined;
  }

  /** A list of its own: bullets, or numbers that begin at one or where their author says. */
  listFor(ordered: boolean, level: number, start = 1): number {
    const name = ordered ? 'plain' : 'bullets';
    if (ordered || !this.#current.has(name)) this.#begin(name, { level, at: start });
    return this.#current.get(name) ?? 0;
  }

  #of(name: ListName): number[] {
    return this.#counts.get(name) ?? [];
  }

  #begin(name: ListName, start: { level: number; at: number }): void {
    const instance = {
      id: this.#instances.length + 1,
      name,
      ...((start.at !== 1 || start.level > 0 || this.#current.has(name)) && { start }),
    };
    this.#instances.push(instance);
    this.#current.set(name, instance.id);
  }

  /** The counts of all levels where a label is a number of this level; undefined where it is none. */
  #ask(name: ListName, level: number, label: string): number[] | undefined {
    const own = readLabel(name, level, label);
    if (own === undefined) return undefined;
    const counts = this.#of(name);
    return Array.from({ length: level + 1 }, (_, at) => own.get(at) ?? counts[at] ?? 1);
  }

  /** The part of the file with all lists. */
  part(namespaces: Readonly<Record<string, string>>): string {
    const names = Object.keys(LISTS) as ListName[];
    const abstracts = names.map((name, at) => abstractList(name, at));
    const instances = this.#instances.map(({ id, name, start }) =>
      element(
        'w:num',
        { 'w:numId': id },
        value('w:abstractNumId', names.indexOf(name)),
        start === undefined
          ? ''
          : element('w:lvlOverride', { 'w:ilvl': start.level }, value('w:startOverride', start.at)),
      ),
    );
    return element('w:numbering', namespaces, ...abstracts, ...instances);
  }
}

/** The number of each level that a label names, by level; undefined where it is no label of this level. */
function readLabel(name: ListName, level: number, label: string): ReadonlyMap<number, number> | undefined {
  const levels: readonly Level[] = LISTS[name];
  const { pattern, named } = readerOf(name, level);
  const match = named.length === 0 ? null : pattern.exec(label);
  if (match === null) return undefined;
  const counts = new Map<number, number>();
  for (const [index, at] of named.entries()) {
    const written = match[index + 1] ?? '';
    const style = levels[at]?.style ?? 'decimal';
    const count = READ[style](written);
    // What is no number of this kind is read as some other, or as none.
    if (!(count > 0)) return undefined;
    if (WRITTEN[style](count) !== written) return undefined;
    counts.set(at, count);
  }
  return counts;
}

/** How labels of a level look. */
interface LabelReader {
  readonly pattern: RegExp;
  /** The levels whose numbers stand in it, in order. */
  readonly named: readonly number[];
}

const READERS = new Map<ListName, LabelReader[]>();

function readerOf(name: ListName, level: number): LabelReader {
  const known = READERS.get(name) ?? LISTS[name].map(({ text }) => labelReader(text));
  READERS.set(name, known);
  return known[level] ?? labelReader('');
}

function labelReader(text: string): LabelReader {
  const source = text.replace(/[.()]/gu, '\\$&').replace(/%\d/gu, '([0-9A-Za-z]{1,12})');
  const named = [...text.matchAll(/%(\d)/gu)].map(([, digit]) => Number(digit) - 1);
  return { pattern: new RegExp(`^${source}$`, 'u'), named };
}

/** How far numbers stand from the margin, in twentieths of a point. */
function leftOf(name: ListName, level: number): number {
  return name === 'headings' || name.startsWith('nested') ? STEP : level * STEP;
}

function abstractList(name: ListName, at: number): string {
  const levels: readonly Level[] = LISTS[name];
  const hanging = name === 'bullets' || name === 'plain';
  const written = levels.map(({ style, text }, level) => {
    const left = hanging || (name === 'paragraphs' && level > 0) ? STEP * (level + 1) : leftOf(name, level);
    const indent =
      hanging || level > 0 || name === 'headings'
        ? { 'w:left': left, 'w:hanging': hanging ? 340 : STEP }
        : { 'w:left': 0, 'w:firstLine': 0 };
    return element(
      'w:lvl',
      { 'w:ilvl': level },
      value('w:start', 1),
      value('w:numFmt', style),
      value('w:suff', 'tab'),
      value('w:lvlText', text),
      value('w:lvlJc', 'left'),
      element(
        'w:pPr',
        {},
        element('w:tabs', {}, element('w:tab', { 'w:val': 'num', 'w:pos': Math.max(left, STEP) })),
        element('w:ind', indent),
      ),
    );
  });
  return element('w:abstractNum', { 'w:abstractNumId': at }, value('w:multiLevelType', 'multilevel'), ...written);
}
