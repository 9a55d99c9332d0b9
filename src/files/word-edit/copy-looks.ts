/** How a reviewed copy says that things look otherwise: tracked changes of properties, and the looks of what is new. */
import { allRelations } from '../office-relations.ts';
import type { ZipArchive } from '../zip-read.ts';
import { wordsOf } from './base-paragraphs.ts';
import { mainPartName, partText } from './edit-package.ts';
import {
  changeOf,
  type Properties,
  type PropertyChange,
  type PropertyKind,
  propertiesOf,
  type Transplant,
} from './properties.ts';
import { childOf, type XmlBlocks, xmlBlocks } from './xml-blocks.ts';
import { everyElement, type XmlElement, xmlPlaces } from './xml-places.ts';

/** Who changed something, as far as the file says. */
export interface Change {
  readonly author?: string;
  readonly date?: string;
}

/** Properties of something that were changed with tracking. */
export interface LooksChange extends Change {
  readonly change: PropertyChange;
}

/** Words of a paragraph that look otherwise, counted in all words of the paragraph, new and old. */
export interface WordsLooks extends LooksChange {
  readonly from: number;
  readonly to: number;
}

/** A part of a copy as elements. */
export interface CopyPart {
  readonly root: XmlElement;
  readonly source: string;
  readonly blocks: XmlBlocks;
  /** Number of its first paragraph in the copy. */
  readonly first: number;
  readonly transplant: Transplant;
}

/** The element of a paragraph of a copy. */
export function paragraphAt({ blocks, first }: CopyPart, index: number): XmlElement | undefined {
  return blocks.paragraphs[index - first]?.element;
}

/** Number of the last paragraph that begins before or at an element; one less than the first where there is none. */
export function paragraphBefore({ blocks: { paragraphs }, first }: CopyPart, { start }: XmlElement): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.element.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return first + low - 1;
}

/** The text of a copy as elements, to be written into the base. */
export function copyPart(
  archive: ZipArchive,
  base: { readonly archive: ZipArchive; readonly prefix: string },
): CopyPart {
  const source = partText(archive, mainPartName(archive)) ?? '';
  const root = xmlPlaces(source);
  const value = namesHere(archive, base.archive);
  return {
    root,
    source,
    first: 0,
    blocks: xmlBlocks(root),
    transplant: { source, from: root.prefix, to: base.prefix, value },
  };
}

/** Styles by their names, lists by how their levels count: ids mean something in one file alone. */
function namesHere(copy: ZipArchive, base: ZipArchive): (name: string, value: string) => string | undefined {
  const styles = pairedIds(stylesOf(copy), stylesOf(base));
  const lists = pairedIds(listsOf(copy), listsOf(base));
  return (name, value) => (name === 'numId' && value === '0' ? value : (name === 'numId' ? lists : styles).get(value));
}

function pairedIds(there: ReadonlyMap<string, string>, here: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const byWhat = new Map([...here].reverse().map(([id, what]) => [what, id]));
  return new Map(
    [...there].flatMap(([id, what]) => {
      const own = here.get(id) === what ? id : byWhat.get(what);
      return own === undefined ? [] : [[id, own] as const];
    }),
  );
}

function relatedPart(archive: ZipArchive, type: string): XmlElement | undefined {
  const found = allRelations(archive, mainPartName(archive)).find((one) => one.type === type && !one.external);
  const text = partText(archive, found?.target ?? '');
  return text === undefined ? undefined : xmlPlaces(text);
}

function stylesOf(archive: ZipArchive): ReadonlyMap<string, string> {
  const root = relatedPart(archive, 'styles');
  const styles = root?.children.filter(({ name }) => name === 'style') ?? [];
  return new Map(
    styles.map((style) => [
      style.attributes.get('styleId') ?? '',
      `${style.attributes.get('type')} ${childOf(style, 'name')?.attributes.get('val')?.toLowerCase()}`,
    ]),
  );
}

function listsOf(archive: ZipArchive): ReadonlyMap<string, string> {
  const root = relatedPart(archive, 'numbering');
  const children = root?.children ?? [];
  const value = (element: XmlElement, name: string) => childOf(element, name)?.attributes.get('val') ?? '';
  const counts = new Map(
    children.flatMap((one) => {
      if (one.name !== 'abstractNum') return [];
      const levels = one.children.filter(({ name }) => name === 'lvl');
      const told = levels.map((level) => `${value(level, 'numFmt')} ${value(level, 'lvlText')}`).join('\n');
      return [[one.attributes.get('abstractNumId') ?? '', told] as const];
    }),
  );
  const lists = children.filter(({ name }) => name === 'num');
  return new Map(
    lists.flatMap((one) => {
      const told = counts.get(value(one, 'abstractNumId'));
      return told === undefined ? [] : [[one.attributes.get('numId') ?? '', told] as const];
    }),
  );
}

/** The tracked change of an element's properties; undefined where there is none. */
export function changeIn(
  properties: XmlElement | undefined,
  kind: PropertyKind,
  transplant: Transplant,
): LooksChange | undefined {
  const mark = childOf(properties, `${kind}Change`);
  const inserted = kind === 'pPr' ? childOf(childOf(properties, 'numPr'), 'ins') : undefined;
  const told = mark ?? inserted;
  if (told === undefined) return undefined;
  const after = propertiesOf(properties, kind, transplant);
  const before = mark === undefined ? withoutList(after) : propertiesOf(childOf(mark, kind), kind, transplant);
  return { change: changeOf(before, after), ...whoIn(told) };
}

/** A paragraph that was put into a list had none. */
function withoutList(properties: Properties): Properties {
  return new Map([...properties].filter(([name]) => name !== 'numPr'));
}

/** Who made the change that an element says. */
export function whoIn(element: XmlElement | undefined): Change {
  const [author, date] = [element?.attributes.get('author'), element?.attributes.get('date')];
  return { ...(author ? { author } : {}), ...(date ? { date } : {}) };
}

/** Words of a paragraph whose looks were changed with tracking. */
export function changedWords(paragraph: XmlElement, { source, transplant }: CopyPart): readonly WordsLooks[] {
  const found: WordsLooks[] = [];
  let length = 0;
  const visit = (element: XmlElement): void => {
    if (NO_WORDS.has(element.name)) return;
    if (element.name !== 'r') {
      for (const child of element.children) visit(child);
      return;
    }
    const from = length;
    for (const part of element.children) length += wordsOf(part, source).length;
    const looks = changeIn(childOf(element, 'rPr'), 'rPr', transplant);
    if (looks !== undefined && length > from) found.push({ ...looks, from, to: length });
  };
  for (const child of paragraph.children) visit(child);
  return found;
}

/** What holds no words of the paragraph itself. */
const NO_WORDS: ReadonlySet<string> = new Set(['pPr', 'p', 'Fallback', 'instrText', 'delInstrText', 'rt']);

/** Elements that say a tracked change of which nothing is read elsewhere, with what they mean. */
const MARKS: Readonly<Record<string, string>> = {
  customXmlInsRangeStart: 'puts a content control around words here',
  customXmlDelRangeStart: 'takes away a content control around words here',
  customXmlMoveFromRangeStart: 'moves a content control away from here',
  customXmlMoveToRangeStart: 'moves a content control here',
  numberingChange: 'changes how this list is numbered',
};

/** Something that a copy marks as changed. */
export interface MarkedElsewhere extends Change {
  readonly what: string;
  readonly at: XmlElement;
}

/** Tracked changes that have no place in another text, with the element they stand at. */
export function markedElsewhere({ root }: CopyPart): readonly MarkedElsewhere[] {
  const found: MarkedElsewhere[] = [];
  for (const parent of everyElement(root))
    parent.children.forEach((element, at) => {
      const what = Object.hasOwn(MARKS, element.name) ? MARKS[element.name] : undefined;
      // A control is marked where it begins, and once more where it ends.
      const isEnd = element.name.startsWith('customXml') && parent.children[at + 1]?.name !== 'sdt';
      if (what !== undefined && !isEnd) found.push({ what, at: element, ...whoIn(element) });
    });
  return found;
}
