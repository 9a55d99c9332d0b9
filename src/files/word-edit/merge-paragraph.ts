/** A paragraph with the edits of several reviewers side by side, each under its author's name. */
import { xmlAttribute, xmlText } from '../xml-text.ts';
import type { BaseParagraph, BaseRun, RunPart } from './base-paragraphs.ts';
import type { TextEdit } from './review-edits.ts';
import type { XmlEdit, XmlElement } from './xml-places.ts';

/** Something that stands between two characters, as XML. */
export interface Mark {
  readonly at: number;
  readonly xml: string;
  /** Whether it stands before or behind what is put in at the same place. */
  readonly side: 'before' | 'behind';
}

/** What is done to a paragraph. */
export interface ParagraphEdits {
  readonly edits: readonly TextEdit[];
  readonly marks: readonly Mark[];
  /** That it is joined with the next one. */
  readonly joins?: { readonly author: string; readonly date?: string };
}

/** What a paragraph is written with. */
export interface MergeContext {
  readonly source: string;
  /** A number that no other tracked change or bookmark has. */
  readonly nextId: () => number;
}

interface Writer extends MergeContext {
  readonly paragraph: BaseParagraph;
  readonly prefix: string;
  /** Who takes out each character; of several the first. */
  readonly gone: readonly (TextEdit | undefined)[];
  readonly at: ReadonlyMap<number, readonly string[]>;
}

/** The edits of the part that write a paragraph anew where it is concerned; the first deletion of the same words counts. */
export function mergeParagraph(
  paragraph: BaseParagraph,
  wanted: ParagraphEdits,
  context: MergeContext,
): readonly XmlEdit[] {
  const { element } = paragraph;
  const { prefix } = element;
  const gone: (TextEdit | undefined)[] = Array.from({ length: paragraph.words.length });
  for (const edit of wanted.edits) for (let at = edit.from; at < edit.to; at += 1) gone[at] = gone[at] ?? edit;
  const breaks = wanted.edits.filter(({ text }) => text.includes('\n'));
  const mayPart = breaks.length > 0 && canPart(paragraph);
  const writer: Writer = { ...context, paragraph, prefix, gone, at: new Map() };
  const placed = placedAt(wanted, writer, mayPart);
  const whole = { ...writer, at: placed };
  const marks = mayPart ? breaks.flatMap((edit) => [...edit.text.matchAll(/\n/gu)].map(() => edit)) : [];
  marks.sort((one, other) => one.from - other.from);
  return [...ownProperties({ writer: whole, first: marks[0], joins: wanted.joins }), ...runEdits(whole)];
}

/** A paragraph is parted where its words stand in itself, and where it does not end a section. */
function canPart({ element, runs }: BaseParagraph): boolean {
  const properties = element.children.find(({ name }) => name === 'pPr');
  return runs.every(({ isDirect }) => isDirect) && !properties?.children.some(({ name }) => name === 'sectPr');
}

/** What stands at each place, in order. */
function placedAt(
  { edits, marks, joins }: ParagraphEdits,
  writer: Writer,
  mayPart: boolean,
): ReadonlyMap<number, readonly string[]> {
  const at = new Map<number, string[]>();
  const put = (place: number, xml: string): void => {
    at.set(place, [...(at.get(place) ?? []), xml]);
  };
  for (const { at: place, xml, side } of marks) if (side === 'before') put(place, xml);
  // The mark behind each new paragraph is the one of the next break: they are told from the last to the first.
  const inserted = edits.filter(({ text }) => text !== '').sort((one, other) => one.from - other.from);
  const breaks = inserted.flatMap((edit) => [...edit.text.matchAll(/\n/gu)].map(() => edit));
  let part = 0;
  for (const edit of inserted) {
    edit.text.split('\n').forEach((line, index) => {
      if (index > 0 && mayPart) {
        part += 1;
        put(edit.from, parted(writer, { next: breaks[part], joins: part === breaks.length ? joins : undefined }));
      }
      const text = index > 0 && !mayPart ? ` ${line}` : line;
      if (text !== '') put(edit.from, insertion(writer, edit, text));
    });
  }
  for (const { at: place, xml, side } of marks) if (side === 'behind') put(place, xml);
  return at;
}

interface Who {
  readonly author: string;
  readonly date?: string;
}

function track(name: string, { prefix, nextId }: Writer, { author, date }: Who): string {
  const when = date === undefined ? '' : ` ${prefix}date="${xmlAttribute(date)}"`;
  return `${prefix}${name} ${prefix}id="${nextId()}" ${prefix}author="${xmlAttribute(author)}"${when}`;
}

function insertion(writer: Writer, edit: TextEdit, text: string): string {
  const { prefix } = writer;
  const looks = looksAt(writer, edit.from);
  const words = `<${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t>`;
  return `<${track('ins', writer, edit)}><${prefix}r>${looks}${words}</${prefix}r></${prefix}ins>`;
}

/** New words look as those before them, but are no link and no mark of a note. */
function looksAt({ paragraph, source, prefix }: Writer, at: number): string {
  const run = paragraph.runs.findLast(({ from }) => from < at) ?? paragraph.runs[0];
  const looks = run?.element.children.find(({ name }) => name === 'rPr');
  if (looks === undefined) return '';
  const kept = looks.children.filter(({ name }) => name !== 'rStyle' && name !== 'rPrChange');
  const inner = kept.map(({ start, end }) => source.slice(start, end)).join('');
  return inner === '' ? '' : `<${prefix}rPr>${inner}</${prefix}rPr>`;
}

interface Parting {
  /** The break that ends the new paragraph; absent for the last, which keeps the mark it had. */
  readonly next: Who | undefined;
  readonly joins: Who | undefined;
}

function parted(writer: Writer, { next, joins }: Parting): string {
  const { prefix } = writer;
  return `</${prefix}p><${prefix}p>${properties(writer, { next, joins })}`;
}

/** Properties of a paragraph with what happens to its mark. */
function properties(writer: Writer, { next, joins }: Parting): string {
  const { paragraph, source, prefix } = writer;
  const own = paragraph.element.children.find(({ name }) => name === 'pPr');
  const marks = [
    ...(next === undefined ? [] : [`<${track('ins', writer, next)}/>`]),
    ...(joins === undefined ? [] : [`<${track('del', writer, joins)}/>`]),
  ].join('');
  if (own === undefined)
    return marks === '' ? '' : `<${prefix}pPr><${prefix}rPr>${marks}</${prefix}rPr></${prefix}pPr>`;
  if (marks === '') return source.slice(own.start, own.end);
  return propertiesWith(own, { marks, source, prefix });
}

function propertiesWith(
  own: XmlElement,
  { marks, source, prefix }: { readonly marks: string; readonly source: string; readonly prefix: string },
): string {
  const looks = own.children.find(({ name }) => name === 'rPr');
  const text = (one: XmlElement) => source.slice(one.start, one.end);
  const inner = looks === undefined ? '' : looks.children.map(text).join('');
  const written = `<${prefix}rPr>${marks}${inner}</${prefix}rPr>`;
  const behind = own.children.filter(({ name }) => name === 'sectPr' || name === 'pPrChange');
  const before = own.children.filter((one) => one !== looks && !behind.includes(one));
  return `<${prefix}pPr>${before.map(text).join('')}${written}${behind.map(text).join('')}</${prefix}pPr>`;
}

interface OwnProperties {
  readonly writer: Writer;
  /** The break that ends what was the whole paragraph. */
  readonly first: Who | undefined;
  readonly joins: Who | undefined;
}

function ownProperties({ writer, first, joins }: OwnProperties): readonly XmlEdit[] {
  const { element } = writer.paragraph;
  const joined = first === undefined ? joins : undefined;
  if (first === undefined && joined === undefined) return [];
  const text = properties(writer, { next: first, joins: joined });
  const own = element.children.find(({ name }) => name === 'pPr');
  if (own !== undefined) return [{ start: own.start, end: own.end, text }];
  // An empty paragraph without a closing tag is opened where its words are written.
  return element.inner === element.end ? [] : [{ start: element.inner, end: element.inner, text }];
}

/** Every run that is cut, taken out or followed by something, written anew. */
function runEdits(writer: Writer): readonly XmlEdit[] {
  const { paragraph, at, gone } = writer;
  const { runs } = paragraph;
  if (runs.length === 0) return emptyEdit(writer);
  const used = new Set<number>();
  const put = (places: readonly number[]): string =>
    places
      .filter((place) => at.has(place) && !used.has(place))
      .map((place) => {
        used.add(place);
        return (at.get(place) ?? []).join('');
      })
      .join('');
  const marked = [...at.keys()].sort((one, other) => one - other);
  const edits = runs.flatMap((run): readonly XmlEdit[] => {
    // What stands at the end of a run was put there; what stands in a formula goes before the next run.
    const lead = put(marked.filter((place) => place <= run.from));
    const cuts = new Set([run.from, run.to, ...marked.filter((place) => place > run.from && place < run.to)]);
    for (let place = run.from + 1; place < run.to; place += 1) if (gone[place] !== gone[place - 1]) cuts.add(place);
    const places = [...cuts].sort((one, other) => one - other);
    const isCut = places.length > 2 || gone[run.from] !== undefined || at.has(run.to);
    if (!isCut) return lead === '' ? [] : [{ start: run.element.start, end: run.element.start, text: lead }];
    const pieces = places
      .slice(1)
      .map((to, piece) => runPiece(writer, run, [places[piece] ?? run.from, to]) + put([to]));
    return [{ start: run.element.start, end: run.element.end, text: lead + pieces.join('') }];
  });
  const rest = put(marked);
  const end = paragraph.element.innerEnd;
  return rest === '' ? edits : [...edits, { start: end, end, text: rest }];
}

/** A paragraph without words. */
function emptyEdit({ at, paragraph: { element }, source, prefix }: Writer): readonly XmlEdit[] {
  const inner = [...at.values()].flat().join('');
  if (inner === '') return [];
  if (element.inner < element.end) return [{ start: element.innerEnd, end: element.innerEnd, text: inner }];
  const open = source.slice(element.start, element.inner).replace(/\s*\/>$/u, '>');
  return [{ start: element.start, end: element.end, text: `${open}${inner}</${prefix}p>` }];
}

/** A stretch of a run, taken out or not. */
function runPiece(writer: Writer, run: BaseRun, [from, to]: readonly [number, number]): string {
  const { source, gone, prefix } = writer;
  const out = gone[from];
  const isLast = to === run.to;
  const parts = run.parts.filter((part) => {
    if (part.element.name === 'rPr') return false;
    if (part.from === part.to) return part.from >= from && (part.from < to || (isLast && part.from === to));
    return part.from < to && part.to > from;
  });
  const looks = run.element.children.find(({ name }) => name === 'rPr');
  const head = looks === undefined ? '' : source.slice(looks.start, looks.end);
  const inner = parts.map((part) => partXml(writer, part, { from, to, isOut: out !== undefined })).join('');
  const open = source.slice(run.element.start, run.element.inner);
  const text = `${open}${head}${inner}</${prefix}r>`;
  return out === undefined ? text : `<${track('del', writer, out)}>${text}</${prefix}del>`;
}

function partXml(
  { source, prefix }: Writer,
  { element, words, from: start }: RunPart,
  { from, to, isOut }: { readonly from: number; readonly to: number; readonly isOut: boolean },
): string {
  if (words === undefined) return source.slice(element.start, element.end);
  const text = words.slice(Math.max(0, from - start), to - start);
  const name = `${prefix}${isOut ? 'delText' : 't'}`;
  return `<${name} xml:space="preserve">${xmlText(text)}</${name}>`;
}
