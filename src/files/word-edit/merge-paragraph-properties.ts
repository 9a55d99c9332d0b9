/** The properties of a paragraph with what becomes of its mark and of its looks. */
import { type ParagraphWriter, trackTag } from './merge-words.ts';
import { changed, inOrder, type Properties, propertiesOf } from './properties.ts';
import type { Moved, ParagraphReview, TextEdit, Who } from './review-types.ts';
import { childOf } from './xml-blocks.ts';
import type { XmlEdit, XmlElement } from './xml-places.ts';

/** What becomes of a paragraph. */
export interface ParagraphChange {
  /** The break that ends it, where it is new; absent where it keeps the mark it had. */
  readonly next?: TextEdit | undefined;
  /** That it is joined with the next one. */
  readonly joins?: (Who & Moved) | undefined;
  readonly change?: ParagraphReview['properties'];
}

/** The properties that a paragraph gets; where breaks part it, these are those of the first part. Undefined where it keeps its own. */
export function ownProperties(
  writer: ParagraphWriter,
  { first, ...rest }: Omit<ParagraphChange, 'next'> & { readonly first: TextEdit | undefined },
): string | undefined {
  if (first === undefined && rest.joins === undefined && rest.change === undefined) return undefined;
  return written(writer, { next: first, ...(first === undefined && rest) });
}

/** Puts the properties of a paragraph in the place of those it has. */
export function propertiesEdit({ paragraph: { element } }: ParagraphWriter, text: string): XmlEdit {
  const own = childOf(element, 'pPr');
  return own === undefined
    ? { start: element.inner, end: element.inner, text }
    : { start: own.start, end: own.end, text };
}

/** The end of a paragraph, and the beginning of the next one with its properties. */
export function partedProperties(writer: ParagraphWriter, change: ParagraphChange): string {
  const { prefix } = writer;
  return `</${prefix}p><${prefix}p>${written(writer, change)}`;
}

function written(writer: ParagraphWriter, { next, joins, change }: ParagraphChange): string {
  const { paragraph, source, prefix } = writer;
  const own = childOf(paragraph.element, 'pPr');
  const now = propertiesOf(own, 'pPr', { source, from: prefix, to: prefix });
  const marks = [
    ...(next === undefined ? [] : [`<${trackTag(writer, next.move === undefined ? 'ins' : 'moveTo', next)}/>`]),
    ...(joins === undefined ? [] : [`<${trackTag(writer, joins.move === undefined ? 'del' : 'moveFrom', joins)}/>`]),
  ].join('');
  const looks = childOf(own, 'rPr');
  const rest = marks + (looks === undefined ? '' : source.slice(looks.inner, looks.innerEnd));
  const behind = rest === '' ? '' : `<${prefix}rPr>${rest}</${prefix}rPr>`;
  if (next?.properties !== undefined) return wrapped(inOrder(next.properties, 'pPr') + behind, prefix);
  const after = change === undefined ? now : changed(now, change.change);
  const section = next === undefined ? sectionOf(own, writer) : '';
  const known = childOf(own, 'pPrChange');
  const kept = known === undefined || next !== undefined ? '' : source.slice(known.start, known.end);
  const told = kept !== '' || change === undefined ? kept : changeMark(writer, now, change);
  return wrapped(inOrder(after, 'pPr') + foreign(own, writer) + behind + section + told, prefix);
}

function wrapped(inner: string, prefix: string): string {
  return inner === '' ? '' : `<${prefix}pPr>${inner}</${prefix}pPr>`;
}

function sectionOf(own: XmlElement | undefined, { source, sections }: ParagraphWriter): string {
  const section = childOf(own, 'sectPr');
  return section === undefined ? '' : (sections.get(section) ?? source.slice(section.start, section.end));
}

/** What other programs keep there. */
function foreign(own: XmlElement | undefined, { source, prefix }: ParagraphWriter): string {
  const others = own?.children.filter((child) => child.prefix !== prefix) ?? [];
  return others.map(({ start, end }) => source.slice(start, end)).join('');
}

function changeMark(writer: ParagraphWriter, now: Properties, change: Who): string {
  const { prefix } = writer;
  const inner = inOrder(now, 'pPr');
  const was = inner === '' ? `<${prefix}pPr/>` : `<${prefix}pPr>${inner}</${prefix}pPr>`;
  return `<${trackTag(writer, 'pPrChange', change)}>${was}</${prefix}pPrChange>`;
}
