/** A paragraph with the edits of several reviewers side by side, each under its author's name. */
import { xmlText } from '../xml-text.ts';
import type { BareRun, BaseParagraph, BaseRun, RunPart } from './base-paragraphs.ts';
import { ownProperties, partedProperties, propertiesEdit } from './merge-paragraph-properties.ts';
import {
  breaksOf,
  hasWords,
  inTextOrder,
  type MergeContext,
  newWords,
  type ParagraphWriter,
  trackTag,
} from './merge-words.ts';
import { ownersOf } from './owners.ts';
import { changed, inOrder, propertiesOf } from './properties.ts';
import type { LooksEdit, Moved, ObjectGone, ParagraphReview, TextEdit, Who } from './review-types.ts';
import { childOf } from './xml-blocks.ts';
import { atEnd, type XmlEdit, type XmlElement } from './xml-places.ts';

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
  readonly objects: readonly ObjectGone[];
  readonly looks: readonly LooksEdit[];
  readonly properties?: ParagraphReview['properties'] | undefined;
  /** That it is joined with the next one. */
  readonly joins?: ParagraphReview['joins'] | undefined;
}

interface Writer extends ParagraphWriter {
  /** Who takes out each character; of several the first. */
  readonly gone: readonly (TextEdit | undefined)[];
  /** Who changes how each character looks; of several the first. */
  readonly looks: readonly (LooksEdit | undefined)[];
  readonly at: ReadonlyMap<number, readonly string[]>;
  /** What stands behind runs without words. */
  readonly behind: ReadonlyMap<XmlElement, readonly string[]>;
  /** That all of it moves away. */
  readonly joins: Moved | undefined;
}

/** The edits of the part that write a paragraph anew where it is concerned; the first deletion of the same words counts. */
export function mergeParagraph(
  paragraph: BaseParagraph,
  wanted: ParagraphEdits,
  context: MergeContext,
): readonly XmlEdit[] {
  const { element } = paragraph;
  const plain: ParagraphWriter = { ...context, paragraph, prefix: element.prefix };
  const mayPart = breaksOf(wanted.edits).length > 0 && canPart(paragraph);
  const writer: Writer = {
    ...plain,
    gone: ownersOf({ edits: wanted.edits, paragraph }),
    looks: ownersOf({ edits: wanted.looks, paragraph }),
    joins: wanted.joins,
    ...placedAt(wanted, plain, mayPart),
  };
  const marks = mayPart ? breaksOf(wanted.edits) : [];
  const { joins, properties } = wanted;
  const change = properties !== undefined && { change: properties };
  const own = ownProperties(writer, { first: marks[0], joins: marks.length === 0 ? joins : undefined, ...change });
  // What stands before the paragraph comes first: one without a closing tag is written anew from its beginning.
  const moves = moveEdits(wanted, paragraph);
  if (element.inner === element.end) return [...moves, ...bareParagraph(writer, own ?? '')];
  return [
    ...moves,
    ...(own === undefined ? sectionEdit(writer) : [propertiesEdit(writer, own)]),
    ...runEdits(writer),
    ...bareEdits(writer, wanted.objects),
  ];
}

/** An empty paragraph that has no closing tag. */
function bareParagraph({ at, paragraph: { element }, source }: Writer, own: string): readonly XmlEdit[] {
  const inner = own + [...at.values()].flat().join('');
  return inner === '' ? [] : [atEnd(element, source, inner)];
}

function sectionEdit({ paragraph: { element }, sections }: Writer): readonly XmlEdit[] {
  const section = childOf(childOf(element, 'pPr'), 'sectPr');
  const text = section && sections.get(section);
  return section === undefined || text === undefined ? [] : [{ start: section.start, end: section.end, text }];
}

/** A paragraph is parted where its words stand in itself, and where it does not end a section. */
function canPart({ element, runs, fields }: BaseParagraph): boolean {
  const endsSection = childOf(childOf(element, 'pPr'), 'sectPr') !== undefined;
  return runs.every(({ isDirect }) => isDirect) && fields.length === 0 && !endsSection;
}

/** What stands at each place, in order, and what stands behind runs without words. */
function placedAt(
  { edits, marks, joins, properties }: ParagraphEdits,
  writer: ParagraphWriter,
  mayPart: boolean,
): Pick<Writer, 'at' | 'behind'> {
  const at = new Map<number, string[]>();
  const behind = new Map<XmlElement, string[]>();
  const push = <Key>(to: Map<Key, string[]>, key: Key, xml: string): void => {
    const there = to.get(key);
    if (there === undefined) to.set(key, [xml]);
    else there.push(xml);
  };
  const put = (place: number, xml: string): void => push(at, place, xml);
  for (const { at: place, xml, side } of marks) if (side === 'before') put(place, xml);
  // The mark behind each new paragraph is the one of the next break: they are told from the last to the first.
  const breaks = breaksOf(edits);
  const change = properties !== undefined && { change: properties };
  let part = 0;
  for (const edit of edits.filter(hasWords).sort(inTextOrder)) {
    const run = runBefore(edit, writer.paragraph);
    const add = (xml: string): void => {
      if (run === undefined) put(edit.from, xml);
      else push(behind, run, xml);
    };
    if (edit.moveStart !== undefined && !beginsParagraph(edit, breaks[0])) add(edit.moveStart);
    edit.text.split('\n').forEach((line, index) => {
      if (index > 0 && mayPart) {
        part += 1;
        const isLast = part === breaks.length;
        add(partedProperties(writer, { next: breaks[part], ...(isLast && { joins, ...change }) }));
      }
      const text = index > 0 && !mayPart ? ` ${line}` : line;
      if (text !== '' || (edit.note !== undefined && index === 0)) add(newWords(writer, edit, text));
    });
    if (edit.moveEnd !== undefined) add(edit.moveEnd);
  }
  for (const { at: place, xml, side } of marks) if (side === 'behind') put(place, xml);
  return { at, behind };
}

/** The mark of a note or the picture behind which something is put in. */
function runBefore({ from, after = 0 }: TextEdit, { bare }: BaseParagraph): XmlElement | undefined {
  return bare
    .filter(({ object }) => object !== undefined)
    .slice(0, after)
    .findLast(({ at }) => at === from)?.element;
}

/** Whether a move brings a whole paragraph before this one, or takes all of this one away: its mark stands before the paragraph. */
function beginsParagraph({ from, move, moveStart }: TextEdit, mark: Moved | undefined): boolean {
  return from === 0 && moveStart !== undefined && mark?.move === move;
}

function moveEdits({ edits, joins }: ParagraphEdits, { element }: BaseParagraph): readonly XmlEdit[] {
  const [first] = breaksOf(edits);
  const whole = edits.filter((edit) => beginsParagraph(edit, edit.text === '' ? joins : first));
  const start = { start: element.start, end: element.start, text: whole.map((edit) => edit.moveStart).join('') };
  const end = { start: element.end, end: element.end, text: joins?.moveEnd ?? '' };
  return [start, end].filter(({ text }) => text !== '');
}

/** Every run that is cut, taken out or followed by something, written anew. */
function runEdits(writer: Writer): readonly XmlEdit[] {
  const { paragraph, at, gone, looks } = writer;
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
    const { element, from, to } = run;
    // Only pieces of formulas stand in formulas: what comes to one stands before or behind all of it.
    const [start, last] = [run.formula?.start ?? element.start, lastOf(run, runs)];
    const lead = put(marked.filter((place) => place <= from));
    const inside = run.formula === undefined ? marked.filter((place) => place > from && place < to) : [];
    const cuts = new Set([from, to, ...inside]);
    for (let place = from + 1; place < to; place += 1)
      if (gone[place] !== gone[place - 1] || looks[place] !== looks[place - 1]) cuts.add(place);
    const places = [...cuts].sort((one, other) => one - other);
    const isCut = places.length > 2 || gone[from] !== undefined || looks[from] !== undefined;
    const behind = last && at.has(to);
    const before = lead === '' ? [] : [{ start, end: start, text: lead }];
    if (!isCut && !behind) return before;
    const pieces = places.slice(1).map((end, piece) => {
      const own = runPiece(writer, run, [places[piece] ?? from, end]);
      return end < to || (behind && run.formula === undefined) ? own + put([end]) : own;
    });
    const edit = { start: element.start, end: element.end, text: pieces.join('') };
    const end = run.formula?.end;
    const rest = end === undefined || !behind ? '' : put([...marked.filter((place) => place > from && place <= to)]);
    return [...before, edit, ...(rest === '' || end === undefined ? [] : [{ start: end, end, text: rest }])];
  });
  const rest = put(marked);
  const end = paragraph.element.innerEnd;
  return rest === '' ? edits : [...edits, { start: end, end, text: rest }];
}

/** Of a formula only behind its last piece something can stand. */
function lastOf({ formula, element }: BaseRun, runs: readonly BaseRun[]): boolean {
  return formula === undefined || runs.findLast((run) => run.formula === formula)?.element === element;
}

/** A paragraph without words. */
function emptyEdit({ at, paragraph: { element } }: Writer): readonly XmlEdit[] {
  const inner = [...at.values()].flat().join('');
  return inner === '' ? [] : [{ start: element.innerEnd, end: element.innerEnd, text: inner }];
}

/** A stretch of a run, taken out or not. */
function runPiece(writer: Writer, run: BaseRun, [from, to]: readonly [number, number]): string {
  const { source, gone, looks, prefix, joins } = writer;
  const { element } = run;
  const out = gone[from];
  const isLast = to === run.to;
  const parts = run.parts.filter((part) => {
    if (part.element.name === 'rPr') return false;
    if (part.from === part.to) return part.from >= from && (part.from < to || (isLast && part.from === to));
    return part.from < to && part.to > from;
  });
  const head = looks[from] === undefined ? headOf(element, source) : changedLooks(writer, element, looks[from]);
  const isOut = out !== undefined && run.formula === undefined;
  const inner = parts.map((part) => partXml(writer, part, { from, to, isOut })).join('');
  const open = source.slice(element.start, element.inner);
  const text = `${open}${head}${inner}</${element.prefix}r>`;
  if (out === undefined) return text;
  const name = out.move === undefined ? 'del' : 'moveFrom';
  const isFirst = out.from === from && !beginsParagraph(out, joins);
  const [start, end] = [isFirst ? out.moveStart : '', out.to === to ? out.moveEnd : ''];
  return `${start ?? ''}<${trackTag(writer, name, out)}>${text}</${prefix}${name}>${end ?? ''}`;
}

/** Looks of a run; a piece of a formula has those of formulas beside its own. */
function headOf(run: XmlElement, source: string): string {
  const own = run.children.filter(({ name }) => name === 'rPr');
  return own.map(({ start, end }) => source.slice(start, end)).join('');
}

function changedLooks(writer: Writer, run: XmlElement, looks: LooksEdit): string {
  const { source, prefix } = writer;
  const own = run.children.find((child) => child.name === 'rPr' && child.prefix === prefix);
  const others = run.children.filter((child) => child.name === 'rPr' && child !== own);
  const now = propertiesOf(own, 'rPr', { source, from: prefix, to: prefix });
  const foreign = own?.children.filter((child) => child.prefix !== prefix) ?? [];
  const kept = foreign.map(({ start, end }) => source.slice(start, end)).join('');
  const was = `<${prefix}rPr>${inOrder(now, 'rPr')}</${prefix}rPr>`;
  const told = `<${trackTag(writer, 'rPrChange', looks)}>${was}</${prefix}rPrChange>`;
  const written = `<${prefix}rPr>${inOrder(changed(now, looks.change), 'rPr')}${kept}${told}</${prefix}rPr>`;
  return others.map(({ start, end }) => source.slice(start, end)).join('') + written;
}

function partXml(
  { source, prefix }: Writer,
  { element, words, from: start }: RunPart,
  { from, to, isOut }: { readonly from: number; readonly to: number; readonly isOut: boolean },
): string {
  if (words === undefined) return source.slice(element.start, element.end);
  const text = words.slice(Math.max(0, from - start), to - start);
  const name = isOut ? `${prefix}delText` : `${element.prefix}t`;
  return `<${name} xml:space="preserve">${xmlText(text)}</${name}>`;
}

/** Runs without words go where a copy says so, or where all that a field shows goes. */
function bareEdits(writer: Writer, objects: readonly ObjectGone[]): readonly XmlEdit[] {
  const { paragraph, gone } = writer;
  const out = new Map<XmlElement, Who>();
  for (const { object, nth, ...who } of objects) {
    const run = paragraph.bare.filter((one: BareRun) => one.object === object)[nth];
    if (run !== undefined && !out.has(run.element)) out.set(run.element, who);
  }
  for (const { from, to, runs } of paragraph.fields) {
    const first = gone[from];
    const isGone = first !== undefined && gone.slice(from, to).every((one) => one?.author === first.author);
    if (to > from && isGone) for (const run of runs) if (!out.has(run)) out.set(run, first);
  }
  const put = [...writer.behind].map(([run, xml]) => ({ start: run.end, end: run.end, text: xml.join('') }));
  return [...[...out].map(([run, who]) => bareEdit(writer, run, who)), ...put];
}

function bareEdit(writer: Writer, run: XmlElement, who: Who): XmlEdit {
  const { source, prefix } = writer;
  const text = source.slice(run.start, run.end).replace(/(<\/?(?:[\w.-]+:)?)instrText(?=[\s/>])/gu, '$1delInstrText');
  return { start: run.start, end: run.end, text: `<${trackTag(writer, 'del', who)}>${text}</${prefix}del>` };
}
