/** Properties of tables, rows, cells and sections as reviewers change them, and marks of what goes. */
import { type CopyPart, changeIn } from './copy-looks.ts';
import { type Tagging, trackTag } from './merge-words.ts';
import type { NewBlocks } from './new-blocks.ts';
import { changed, changeWords, inOrder, type PropertyChange, type PropertyKind, propertiesOf } from './properties.ts';
import type { Who } from './review-types.ts';
import { childOf } from './xml-blocks.ts';
import type { XmlEdit, XmlElement } from './xml-places.ts';

/** What is done to the properties of one element of the base. */
interface Done {
  readonly kind: PropertyKind;
  readonly parent: XmlElement;
  /** Marks of rows and cells that go. */
  readonly marks: string[];
  change?: Who & { readonly change: PropertyChange };
  /** Who takes it out. */
  gone?: Who;
}

/** What is done to tables and sections of the base by all copies. */
export interface TableEdits {
  readonly edits: XmlEdit[];
  readonly done: Map<string, Done>;
}

/** Nothing done yet. */
export function noTableEdits(): TableEdits {
  return { edits: [], done: new Map() };
}

/** What carries changes of properties. */
export interface PropertyCall {
  readonly part: CopyPart;
  readonly writer: NewBlocks;
  readonly edits: TableEdits;
  /** Tells what can't be carried, near a paragraph of the base. */
  readonly tell: (author: string, what: string, near: number) => void;
}

/** Marks a row or cell as taken out; the first who does it counts. */
export function takeOut(element: XmlElement, who: Who, kind: 'trPr' | 'tcPr', call: PropertyCall): void {
  const done = doneTo(element, kind, call.edits);
  if (done.gone !== undefined) return;
  done.gone = who;
  done.marks.push(`<${trackTag(call.writer, kind === 'trPr' ? 'del' : 'cellDel', who)}/>`);
}

/** What is done to an element so far. */
export function doneTo(parent: XmlElement, kind: PropertyKind, { done }: TableEdits): Done {
  const key = `${parent.start} ${kind}`;
  const own = done.get(key) ?? { kind, parent, marks: [] };
  done.set(key, own);
  return own;
}

/** Carries a tracked change of properties; of several the first counts, and the others are told. */
export function propertyChange(
  { kind, here, there }: { readonly kind: PropertyKind; readonly here: XmlElement; readonly there: XmlElement },
  at: number,
  call: PropertyCall,
): void {
  const properties = kind === 'sectPr' ? there : childOf(there, kind);
  const found = changeIn(properties, kind, call.part.transplant);
  if (found === undefined) return;
  const own = { author: call.writer.name, ...found };
  const done = doneTo(here, kind, call.edits);
  if (done.change === undefined) done.change = own;
  else if (done.change.author !== own.author)
    call.tell(own.author, `changes ${THINGS[kind]} as well: ${changeWords(own.change)}`, at);
}

const THINGS: Readonly<Record<PropertyKind, string>> = {
  ...{ rPr: 'how these words look', pPr: 'how this paragraph looks', sectPr: 'the pages of this section' },
  ...{ tblPr: 'how this table looks', tblPrEx: 'how this row looks', trPr: 'how this row looks' },
  tcPr: 'how this cell looks',
};

/** What a change of properties concerns, in words. */
export function thingChanged(kind: PropertyKind): string {
  return THINGS[kind];
}

/** Where properties stand that an element has not yet: behind what comes first in it. */
const BEHIND: Readonly<Partial<Record<PropertyKind, string>>> = { trPr: 'tblPrEx' };

/** The edits that write the properties of tables, rows and cells anew; those of sections by their elements. */
export function propertyEdits(
  { done }: TableEdits,
  writer: Tagging & { readonly source: string },
): { readonly edits: readonly XmlEdit[]; readonly sections: ReadonlyMap<XmlElement, string> } {
  const edits: XmlEdit[] = [];
  const sections = new Map<XmlElement, string>();
  const isFirst = ({ kind }: Done) => (kind === 'tblPrEx' ? 0 : 1);
  for (const one of [...done.values()].sort((a, b) => isFirst(a) - isFirst(b))) {
    if (one.kind === 'sectPr') {
      sections.set(one.parent, written(one, one.parent, writer));
      continue;
    }
    const own = childOf(one.parent, one.kind);
    const first = childOf(one.parent, BEHIND[one.kind] ?? '')?.end ?? one.parent.inner;
    const [start, end] = own === undefined ? [first, first] : [own.start, own.end];
    edits.push({ start, end, text: written(one, own, writer) });
  }
  return { edits, sections };
}

function written(
  { kind, marks, change }: Done,
  own: XmlElement | undefined,
  writer: Tagging & { readonly source: string },
): string {
  const { source, prefix } = writer;
  const now = propertiesOf(own, kind, { source, from: prefix, to: prefix });
  const known = new Set([...now.keys(), `${kind}Change`]);
  const text = ({ start, end }: XmlElement) => source.slice(start, end);
  const rest = own?.children.filter(({ name }) => !known.has(name)) ?? [];
  // Headers and footers come first in a section; what else is not known comes behind what is.
  const [first, last] = kind === 'sectPr' ? [rest.map(text).join(''), ''] : ['', rest.map(text).join('')];
  const after = inOrder(change === undefined ? now : changed(now, change.change), kind);
  const before = `<${prefix}${kind}>${inOrder(now, kind)}</${prefix}${kind}>`;
  const kept = own?.children.find(({ name }) => name === `${kind}Change`);
  const told =
    change === undefined
      ? kept === undefined
        ? ''
        : text(kept)
      : `<${trackTag(writer, `${kind}Change`, change)}>${before}</${prefix}${kind}Change>`;
  const open = own === undefined ? `<${prefix}${kind}>` : source.slice(own.start, own.inner).replace(/\s*\/>$/u, '>');
  return `${open}${first}${after}${last}${marks.join('')}${told}</${prefix}${kind}>`;
}
