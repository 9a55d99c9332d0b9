/** Puts replies into the threads of a Word file; every part that is not concerned keeps its bytes. */
import type { FileProblem } from '../file-problem.ts';
import { allRelations } from '../office-relations.ts';
import { xmlAttribute, xmlText } from '../xml-text.ts';
import { patchZip } from '../zip-patch.ts';
import { problemOf, readZip, type ZipArchive } from '../zip-read.ts';
import type { ZipPart } from '../zip-write.ts';
import { mainPartName, partText, textPart, withParts } from './edit-package.ts';
import { editXml, everyElement, type XmlEdit, type XmlElement, xmlPlaces } from './xml-places.ts';

/** A reply to a comment. */
export interface ThreadReply {
  /** Id of the comment that began the thread. */
  readonly comment: string;
  readonly author: string;
  /** ISO date. */
  readonly date?: string;
  /** Paragraphs. */
  readonly text: readonly string[];
  /** Whether the thread is settled with it. */
  readonly resolved: boolean;
}

/** The file with its replies, or why it can't be read. */
export type Replied = { readonly bytes: Uint8Array; readonly added: number } | { readonly problem: FileProblem };

const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const EXTENDED = {
  name: 'word/commentsExtended.xml',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml',
  relation: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
};

/**
 * Writes replies into threads and marks threads as resolved.
 *
 * @param bytes The file.
 * @param replies In order; those to comments that are not there are left out.
 */
export function addReplies(bytes: Uint8Array, replies: readonly ThreadReply[]): Replied {
  const zip = readZip(bytes);
  if ('problem' in zip) return zip;
  try {
    const { parts, added } = replyParts(zip.archive, replies);
    if (parts.length === 0) return { bytes, added };
    const patched = patchZip(bytes, parts);
    return 'problem' in patched ? patched : { bytes: patched.bytes, added };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

interface Thread {
  readonly reply: ThreadReply;
  readonly comment: XmlElement;
  /** Id of its last paragraph, by which threads are told. */
  readonly key: string;
  readonly hasKey: boolean;
  readonly id: string;
  readonly replyKey: string;
}

function replyParts(archive: ZipArchive, replies: readonly ThreadReply[]) {
  const main = mainPartName(archive);
  const relations = allRelations(archive, main);
  const partOf = (type: string) => relations.find((one) => one.type === type && !one.external)?.target ?? '';
  const [commentsName, extendedName] = [partOf('comments'), partOf('commentsExtended')];
  const source = partText(archive, commentsName);
  const text = partText(archive, main);
  if (source === undefined || text === undefined) return { parts: [], added: 0 };
  const root = xmlPlaces(source);
  const extended = partText(archive, extendedName) ?? `<w15:commentsEx xmlns:w15="${W15}"></w15:commentsEx>`;
  const threads = threadsOf(root, replies);
  if (threads.length === 0) return { parts: [], added: 0 };
  const people = partOf('people');
  const parts: ZipPart[] = [
    textPart(commentsName, withComments(source, root, threads)),
    textPart(main, withAnchors(text, threads)),
    ...extendedParts(archive, extendedName, withThreads(extended, threads)),
    ...peopleParts(archive, people, threads),
  ];
  return { parts, added: threads.length };
}

function extendedParts(archive: ZipArchive, name: string, xml: string): readonly ZipPart[] {
  return name === '' ? withParts(archive, [{ ...EXTENDED, xml }]) : [textPart(name, xml)];
}

function threadsOf(root: XmlElement, replies: readonly ThreadReply[]): readonly Thread[] {
  const comments = root.children.filter(({ name }) => name === 'comment');
  const byId = new Map(comments.map((one) => [one.attributes.get('id') ?? '', one]));
  const keys = new Set<string>();
  for (const one of everyElement(root)) keys.add((one.attributes.get('paraId') ?? '').toUpperCase());
  let next = comments.reduce((most, one) => Math.max(most, Number(one.attributes.get('id') ?? 0) || 0), 0);
  return replies.flatMap((reply) => {
    const comment = byId.get(reply.comment);
    if (comment === undefined) return [];
    const own = lastParagraph(comment)?.attributes.get('paraId')?.toUpperCase();
    next += 1;
    return [
      {
        reply,
        comment,
        key: own ?? freeKey(keys),
        hasKey: own !== undefined,
        id: String(next),
        replyKey: freeKey(keys),
      },
    ];
  });
}

function lastParagraph(comment: XmlElement): XmlElement | undefined {
  return comment.children.findLast(({ name }) => name === 'p');
}

/** Ids of paragraphs are below 80000000; those of replies are counted up from a place that programs seldom reach. */
function freeKey(taken: Set<string>): string {
  let number = 0x70000001;
  let key = number.toString(16).toUpperCase();
  while (taken.has(key)) {
    number += 1;
    key = number.toString(16).toUpperCase();
  }
  taken.add(key);
  return key;
}

function withComments(source: string, root: XmlElement, threads: readonly Thread[]): string {
  const { prefix } = root;
  const edits: XmlEdit[] = threads.flatMap(({ comment, key, hasKey }) => {
    const last = lastParagraph(comment);
    if (hasKey || last === undefined) return [];
    const at = last.start + 1 + last.prefix.length + last.name.length;
    return [{ start: at, end: at, text: ` xmlns:w14="${W14}" w14:paraId="${key}"` }];
  });
  const own = attributePrefix(source, root.children[0]);
  const added = threads.map((thread) => commentXml(thread, prefix, own)).join('');
  return editXml(source, [...edits, { start: root.innerEnd, end: root.innerEnd, text: added }]);
}

function commentXml({ reply, id, replyKey }: Thread, prefix: string, own: string): string {
  const tag = (name: string) => `${prefix}${name}`;
  const paragraphs = reply.text.map((words, at) => {
    const key = at === reply.text.length - 1 ? ` xmlns:w14="${W14}" w14:paraId="${replyKey}"` : '';
    return `<${tag('p')}${key}><${tag('r')}><${tag('t')} xml:space="preserve">${xmlText(words)}</${tag('t')}></${tag('r')}></${tag('p')}>`;
  });
  const date = reply.date === undefined ? '' : ` ${own}date="${reply.date.slice(0, 10)}T00:00:00Z"`;
  const initials = initialsOf(reply.author);
  return `<${tag('comment')} ${own}id="${id}" ${own}author="${xmlAttribute(reply.author)}"${date} ${own}initials="${xmlAttribute(initials)}">${paragraphs.join('')}</${tag('comment')}>`;
}

/** Prefix of the attributes of an element: it may differ from that of elements, which can have none. */
function attributePrefix(text: string, element: XmlElement | undefined): string {
  if (element === undefined) return 'w:';
  return /\s([\w.-]+:)id\s*=/u.exec(text.slice(element.start, element.inner))?.[1] ?? element.prefix;
}

function initialsOf(author: string): string {
  return author
    .split(/\s+/u)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 8);
}

/** A reply stands on the words that its thread stands on. */
function withAnchors(text: string, threads: readonly Thread[]): string {
  const root = xmlPlaces(text);
  const byComment = new Map<string, Thread[]>();
  for (const thread of threads)
    byComment.set(thread.reply.comment, [...(byComment.get(thread.reply.comment) ?? []), thread]);
  const edits: XmlEdit[] = [];
  const visit = (element: XmlElement, run: XmlElement | undefined): void => {
    const answered = byComment.get(element.attributes.get('id') ?? '') ?? [];
    if (answered.length > 0 && /^comment(?:RangeStart|RangeEnd|Reference)$/u.test(element.name))
      edits.push(...answered.map(({ id }) => anchorEdit(element, run, { id, own: attributePrefix(text, element) })));
    for (const child of element.children) visit(child, child.name === 'r' ? child : run);
  };
  visit(root, undefined);
  return editXml(text, edits);
}

function anchorEdit(
  element: XmlElement,
  run: XmlElement | undefined,
  { id, own: prefixOwn }: { readonly id: string; readonly own: string },
): XmlEdit {
  const { name, prefix } = element;
  const tag = `<${prefix}${name} ${prefixOwn}id="${id}"/>`;
  if (name !== 'commentReference') return { start: element.end, end: element.end, text: tag };
  const at = run?.end ?? element.end;
  const text = run === undefined ? tag : `<${run.prefix}r>${tag}</${run.prefix}r>`;
  return { start: at, end: at, text };
}

/** Who replies to whom, and which threads are settled. */
function withThreads(extended: string, threads: readonly Thread[]): string {
  const root = xmlPlaces(extended);
  const known = new Map(root.children.map((one) => [(one.attributes.get('paraId') ?? '').toUpperCase(), one] as const));
  const edits: XmlEdit[] = [];
  const added: string[] = [];
  const entry = (attributes: string) => `<w15:commentEx xmlns:w15="${W15}" ${attributes}/>`;
  for (const { key, replyKey, reply } of threads) {
    const parent = known.get(key);
    const done = reply.resolved ? '1' : '0';
    if (parent === undefined) added.push(entry(`w15:paraId="${key}" w15:done="${done}"`));
    else if (reply.resolved) edits.push(...doneEdit(extended, parent));
    added.push(entry(`w15:paraId="${replyKey}" w15:paraIdParent="${key}" w15:done="${done}"`));
  }
  const at = root.innerEnd;
  if (root.innerEnd === root.end && extended[root.inner - 2] === '/') {
    const head = extended.slice(root.start, root.inner - 2);
    const text = `${head}>${added.join('')}</${root.prefix}${root.name}>`;
    return editXml(extended, [{ start: root.start, end: root.end, text }]);
  }
  return editXml(extended, [...edits, { start: at, end: at, text: added.join('') }]);
}

function doneEdit(extended: string, parent: XmlElement): readonly XmlEdit[] {
  const tag = extended.slice(parent.start, parent.inner);
  const marked = /(\bdone=["'])[^"']*/u.test(tag)
    ? tag.replace(/(\bdone=["'])[^"']*/u, (_, before: string) => `${before}1`)
    : tag.replace(/\/?>$/u, (end) => ` ${parent.prefix}done="1"${end}`);
  return [{ start: parent.start, end: parent.inner, text: marked }];
}

function peopleParts(archive: ZipArchive, name: string, threads: readonly Thread[]): readonly ZipPart[] {
  const people = partText(archive, name);
  if (people === undefined) return [];
  const root = xmlPlaces(people);
  const known = new Set(root.children.map((one) => one.attributes.get('author')));
  const authors = [...new Set(threads.map(({ reply }) => reply.author))].filter((author) => !known.has(author));
  if (authors.length === 0 || root.inner === root.end) return [];
  const added = authors.map(
    (author) =>
      `<w15:person xmlns:w15="${W15}" w15:author="${xmlAttribute(author)}"><w15:presenceInfo w15:providerId="None" w15:userId="${xmlAttribute(author)}"/></w15:person>`,
  );
  return [textPart(name, editXml(people, [{ start: root.innerEnd, end: root.innerEnd, text: added.join('') }]))];
}
