/** Puts replies into the threads of a Word file; every part that is not concerned keeps its bytes. */
import type { FileProblem } from '../file-problem.ts';
import { allRelations } from '../office-relations.ts';
import { FIRST_COMMENT_ID } from '../word/comment-ids.ts';
import { xmlAttribute, xmlText } from '../xml-text.ts';
import { patchZip } from '../zip-patch.ts';
import { problemOf, readZip, type ZipArchive } from '../zip-read.ts';
import type { ZipPart } from '../zip-write.ts';
import { mainPartName, partText, textPart, withParts } from './edit-package.ts';
import { attributePrefix, type ReplyPlace, withAnchors } from './reply-anchors.ts';
import { atEnd, editXml, everyElement, type XmlEdit, type XmlElement, xmlPlaces } from './xml-places.ts';

/** Something said in answer. */
export interface Reply {
  readonly author: string;
  /** ISO date. */
  readonly date?: string;
  /** Paragraphs. */
  readonly text: readonly string[];
  /** Whether the thread is settled with it. */
  readonly resolved: boolean;
}

/** A reply to a comment. */
export interface ThreadReply extends Reply {
  /** Id of the comment that began the thread. */
  readonly comment: string;
}

/** A comment in answer to what stands in the text. */
export interface PlacedReply extends Reply, ReplyPlace {}

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
 * Writes replies into threads and as comments of their own, and marks threads as resolved.
 *
 * @param bytes The file.
 * @param replies In order; those to comments that are not there are left out.
 * @param placed Comments on what stands in the text.
 */
export function addReplies(
  bytes: Uint8Array,
  replies: readonly ThreadReply[],
  placed: readonly PlacedReply[] = [],
): Replied {
  const zip = readZip(bytes);
  if ('problem' in zip) return zip;
  try {
    const { parts, added } = replyParts(zip.archive, replies, placed);
    if (parts.length === 0) return { bytes, added };
    const patched = patchZip(bytes, parts);
    return 'problem' in patched ? patched : { bytes: patched.bytes, added };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

interface Thread {
  readonly reply: Reply;
  /** The comment that it replies to; absent where it begins a thread. */
  readonly parent?: {
    readonly id: string;
    readonly element: XmlElement;
    /** Id of its last paragraph, by which threads are told. */
    readonly key: string;
    readonly hasKey: boolean;
  };
  /** Where in the text it stands, where it begins a thread. */
  readonly place?: PlacedReply;
  readonly id: string;
  readonly key: string;
}

const COMMENTS = {
  name: 'word/comments.xml',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
  relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
};

function replyParts(archive: ZipArchive, replies: readonly ThreadReply[], placed: readonly PlacedReply[]) {
  const main = mainPartName(archive);
  const relations = allRelations(archive, main);
  const partOf = (type: string) => relations.find((one) => one.type === type && !one.external)?.target ?? '';
  const [commentsName, extendedName] = [partOf('comments'), partOf('commentsExtended')];
  const text = partText(archive, main);
  const source = partText(archive, commentsName) ?? (placed.length > 0 ? emptyComments(text ?? '') : undefined);
  if (source === undefined || text === undefined) return { parts: [], added: 0 };
  const root = xmlPlaces(source);
  const extended = partText(archive, extendedName) ?? `<w15:commentsEx xmlns:w15="${W15}"></w15:commentsEx>`;
  const threads = threadsOf(root, replies, placed);
  if (threads.length === 0) return { parts: [], added: 0 };
  const people = partOf('people');
  const comments = withComments(source, root, threads);
  const told = withThreads(extended, threads);
  const fresh = [
    ...(commentsName === '' ? [{ ...COMMENTS, xml: comments }] : []),
    ...(extendedName === '' ? [{ ...EXTENDED, xml: told }] : []),
  ];
  const parts: ZipPart[] = [
    ...(commentsName === '' ? [] : [textPart(commentsName, comments)]),
    textPart(main, withAnchors(text, threads)),
    ...(extendedName === '' ? [] : [textPart(extendedName, told)]),
    ...(fresh.length === 0 ? [] : withParts(archive, fresh)),
    ...peopleParts(archive, people, threads),
  ];
  return { parts, added: threads.length };
}

/** A part for comments in the namespace of the text. */
function emptyComments(text: string): string {
  const { prefix } = xmlPlaces(text);
  const declared = new RegExp(`xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}\\s*=\\s*["']([^"']+)["']`, 'u');
  const namespace = declared.exec(text)?.[1] ?? 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<w:comments xmlns:w="${xmlAttribute(namespace)}"></w:comments>`;
}

function threadsOf(
  root: XmlElement,
  replies: readonly ThreadReply[],
  placed: readonly PlacedReply[],
): readonly Thread[] {
  const comments = root.children.filter(({ name }) => name === 'comment');
  const byId = new Map(comments.map((one) => [one.attributes.get('id') ?? '', one]));
  const keys = new Set<string>();
  for (const one of everyElement(root)) keys.add((one.attributes.get('paraId') ?? '').toUpperCase());
  let next = comments.reduce(
    (most, one) => Math.max(most, Number(one.attributes.get('id') ?? 0) || 0),
    FIRST_COMMENT_ID - 1,
  );
  const newId = (): string => {
    next += 1;
    return String(next);
  };
  const inThreads = replies.flatMap((reply): Thread[] => {
    const element = byId.get(reply.comment);
    if (element === undefined) return [];
    const own = lastParagraph(element)?.attributes.get('paraId')?.toUpperCase();
    const parent = { id: reply.comment, element, key: own ?? freeKey(keys), hasKey: own !== undefined };
    return [{ reply, parent, id: newId(), key: freeKey(keys) }];
  });
  return [...inThreads, ...placed.map((place) => ({ reply: place, place, id: newId(), key: freeKey(keys) }))];
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
  const edits: XmlEdit[] = threads.flatMap(({ parent }) => {
    const last = parent === undefined ? undefined : lastParagraph(parent.element);
    if (parent === undefined || parent.hasKey || last === undefined) return [];
    const at = last.start + 1 + last.prefix.length + last.name.length;
    return [{ start: at, end: at, text: ` xmlns:w14="${W14}" w14:paraId="${parent.key}"` }];
  });
  const own = attributePrefix(source, root.children[0]);
  const added = threads.map((thread) => commentXml(thread, prefix, own)).join('');
  return editXml(source, [...edits, atEnd(root, source, added)]);
}

function commentXml({ reply, id, key: replyKey }: Thread, prefix: string, own: string): string {
  const tag = (name: string) => `${prefix}${name}`;
  const paragraphs = reply.text.map((words, at) => {
    const key = at === reply.text.length - 1 ? ` xmlns:w14="${W14}" w14:paraId="${replyKey}"` : '';
    return `<${tag('p')}${key}><${tag('r')}><${tag('t')} xml:space="preserve">${xmlText(words)}</${tag('t')}></${tag('r')}></${tag('p')}>`;
  });
  const date = reply.date === undefined ? '' : ` ${own}date="${reply.date.slice(0, 10)}T00:00:00Z"`;
  const initials = initialsOf(reply.author);
  return `<${tag('comment')} ${own}id="${id}" ${own}author="${xmlAttribute(reply.author)}"${date} ${own}initials="${xmlAttribute(initials)}">${paragraphs.join('')}</${tag('comment')}>`;
}

function initialsOf(author: string): string {
  return author
    .split(/\s+/u)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 8);
}

/** Who replies to whom, and which threads are settled. */
function withThreads(extended: string, threads: readonly Thread[]): string {
  const root = xmlPlaces(extended);
  const known = new Map(root.children.map((one) => [(one.attributes.get('paraId') ?? '').toUpperCase(), one] as const));
  const edits: XmlEdit[] = [];
  const added: string[] = [];
  const entry = (attributes: string) => `<w15:commentEx xmlns:w15="${W15}" ${attributes}/>`;
  for (const { parent: above, key: replyKey, reply } of threads) {
    const done = reply.resolved ? '1' : '0';
    if (above === undefined) {
      added.push(entry(`w15:paraId="${replyKey}" w15:done="${done}"`));
      continue;
    }
    const { key } = above;
    const parent = known.get(key);
    if (parent === undefined) added.push(entry(`w15:paraId="${key}" w15:done="${done}"`));
    else if (reply.resolved) edits.push(...doneEdit(extended, parent));
    added.push(entry(`w15:paraId="${replyKey}" w15:paraIdParent="${key}" w15:done="${done}"`));
  }
  return editXml(extended, [...edits, atEnd(root, extended, added.join(''))]);
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
  if (authors.length === 0) return [];
  const added = authors.map(
    (author) =>
      `<w15:person xmlns:w15="${W15}" w15:author="${xmlAttribute(author)}"><w15:presenceInfo w15:providerId="None" w15:userId="${xmlAttribute(author)}"/></w15:person>`,
  );
  return [textPart(name, editXml(people, [atEnd(root, people, added.join(''))]))];
}
