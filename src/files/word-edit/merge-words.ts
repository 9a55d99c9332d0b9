/** What reviewers put into a paragraph, as XML. */
import { xmlAttribute, xmlText } from '../xml-text.ts';
import type { BaseParagraph } from './base-paragraphs.ts';
import { inOrder, propertiesOf } from './properties.ts';
import type { TextEdit, Who } from './review-types.ts';
import { childOf } from './xml-blocks.ts';
import type { XmlElement } from './xml-places.ts';

/** What a part is written with. */
export interface MergeContext {
  readonly source: string;
  /** A number that no other tracked change or bookmark has. */
  readonly nextId: () => number;
  /** Properties of sections that are written anew. */
  readonly sections: ReadonlyMap<XmlElement, string>;
}

/** What a paragraph is written with. */
export interface ParagraphWriter extends MergeContext {
  readonly paragraph: BaseParagraph;
  readonly prefix: string;
}

/** What a tag is written with. */
export interface Tagging {
  readonly prefix: string;
  readonly nextId: () => number;
}

/** The inside of the tag of a tracked change. */
export function trackTag({ prefix, nextId }: Tagging, name: string, { author, date }: Who): string {
  const when = date === undefined ? '' : ` ${prefix}date="${xmlAttribute(date)}"`;
  return `${prefix}${name} ${prefix}id="${nextId()}" ${prefix}author="${xmlAttribute(author)}"${when}`;
}

/** Whether an edit puts something in. */
export function hasWords({ text, note }: TextEdit): boolean {
  return text !== '' || note !== undefined;
}

/** Edits in the order of the text. */
export function inTextOrder(one: TextEdit, other: TextEdit): number {
  return one.from - other.from || (one.after ?? 0) - (other.after ?? 0);
}

/** For each new paragraph mark the edit that puts it in, in the order of the text. */
export function breaksOf(edits: readonly TextEdit[]): readonly TextEdit[] {
  const parting = edits.filter(({ text }) => text.includes('\n')).sort(inTextOrder);
  return parting.flatMap((edit) => [...edit.text.matchAll(/\n/gu)].map(() => edit));
}

/** Words that somebody puts in, with the looks they have in the copy, or a note. */
export function newWords(writer: ParagraphWriter, edit: TextEdit, text: string): string {
  const { prefix } = writer;
  const looks = looksAt(writer, edit);
  const tag = edit.move === undefined ? 'ins' : 'moveTo';
  const wrap = (inner: string): string => `<${trackTag(writer, tag, edit)}>${inner}</${prefix}${tag}>`;
  if (edit.note !== undefined) return wrap(noteRun(writer, edit.note));
  const [name, out] = edit.again === undefined ? ['t', undefined] : ['delText', edit.again];
  const words = `<${prefix}${name} xml:space="preserve">${xmlText(text)}</${prefix}${name}>`;
  const run = `<${prefix}r>${looks}${words}</${prefix}r>`;
  const inner = out === undefined ? run : `<${trackTag(writer, 'del', out)}>${run}</${prefix}del>`;
  return wrap(linked(writer, edit.link, inner));
}

/** The mark of a note; styles of other files are not relied on. */
function noteRun({ prefix }: ParagraphWriter, { kind, id }: NonNullable<TextEdit['note']>): string {
  const looks = `<${prefix}rPr><${prefix}vertAlign ${prefix}val="superscript"/></${prefix}rPr>`;
  return `<${prefix}r>${looks}<${prefix}${kind}Reference ${prefix}id="${id}"/></${prefix}r>`;
}

/** A link is written as a field, which needs no relation; addresses that lead elsewhere than to pages and mail are left out. */
export function linked({ prefix }: Pick<Tagging, 'prefix'>, link: string | undefined, inner: string): string {
  if (link === undefined || !/^(?:https?:|mailto:)/iu.test(link) || /["\\]/u.test(link)) return inner;
  const run = (text: string) => `<${prefix}r>${text}</${prefix}r>`;
  const mark = (type: string) => run(`<${prefix}fldChar ${prefix}fldCharType="${type}"/>`);
  const code = run(`<${prefix}instrText xml:space="preserve"> HYPERLINK "${xmlText(link)}" </${prefix}instrText>`);
  return `${mark('begin')}${code}${mark('separate')}${inner}${mark('end')}`;
}

/** Looks that words have by themselves, in the place of those of the words before them. */
const DIRECT = ['rStyle', 'b', 'bCs', 'i', 'iCs', 'strike', 'dstrike', 'vertAlign'] as const;

/** New words look as those before them, save what the copy says of them; they are no link and no mark of a note. */
function looksAt({ paragraph, source, prefix }: ParagraphWriter, { from: at, style }: TextEdit): string {
  const run = paragraph.runs.findLast((one) => one.from < at && one.formula === undefined) ?? paragraph.runs[0];
  const own = childOf(run?.element, 'rPr');
  const looks = propertiesOf(own, 'rPr', { source, from: prefix, to: prefix });
  looks.delete('rStyle');
  if (style !== undefined) {
    for (const name of DIRECT) looks.delete(name);
    for (const name of ['bold', 'italic', 'strike'] as const)
      if (style[name]) looks.set(FLAGS[name], `<${prefix}${FLAGS[name]}/>`);
    if (style.raised !== undefined) looks.set('vertAlign', `<${prefix}vertAlign ${prefix}val="${style.raised}"/>`);
  }
  const inner = inOrder(looks, 'rPr');
  return inner === '' ? '' : `<${prefix}rPr>${inner}</${prefix}rPr>`;
}

const FLAGS = { bold: 'b', italic: 'i', strike: 'strike' } as const;
