/** The parts that hold comments and their threads. */
import { allRelations } from '../office-relations.ts';
import type { WordComment } from '../word/word-types.ts';
import { xmlAttribute, xmlText } from '../xml-text.ts';
import type { ZipArchive } from '../zip-read.ts';
import { mainPartName, type NewPart, partText } from './edit-package.ts';
import { atEnd, editXml, xmlPlaces } from './xml-places.ts';

/** A comment with the id it has in the merged file. */
export interface MergedComment {
  readonly comment: WordComment;
  readonly id: string;
  /** New id of the comment it replies to. */
  readonly parent?: string;
  /** True once it is known what it replies to. */
  readonly settled: boolean;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Keys of paragraphs by which threads are told; those of other programs are seldom so low. */
const FIRST_KEY = 0x0050e000;

/** The parts that hold comments; none where there are none. */
export function commentParts(archive: ZipArchive, comments: readonly MergedComment[]): readonly NewPart[] {
  if (comments.length === 0) return [];
  const relations = allRelations(archive, mainPartName(archive));
  const there = (type: string) => partText(archive, relations.find((one) => one.type === type)?.target ?? '');
  const own = there('comments') ?? `<w:comments xmlns:w="${W}"></w:comments>`;
  const extended = there('commentsExtended') ?? `<w15:commentsEx xmlns:w15="${W15}"></w15:commentsEx>`;
  return [
    {
      name: 'word/comments.xml',
      xml: withInner(own, comments.map(commentXml).join('')),
      contentType: `${WORD}.comments+xml`,
      relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
    },
    {
      name: 'word/commentsExtended.xml',
      xml: withInner(extended, comments.map(threadXml).join('')),
      contentType: `${WORD}.commentsExtended+xml`,
      relation: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
    },
  ];
}

function withInner(xml: string, inner: string): string {
  return editXml(xml, [atEnd(xmlPlaces(xml), xml, inner)]);
}

function keyOf(id: string): string {
  return (FIRST_KEY + Number(id)).toString(16).toUpperCase().padStart(8, '0');
}

function commentXml({ comment, id }: MergedComment): string {
  const { author = '', date, initials, text } = comment;
  const lines = text.split('\n');
  const paragraphs = lines.map((line, at) => {
    const key = at === lines.length - 1 ? ` xmlns:w14="${W14}" w14:paraId="${keyOf(id)}"` : '';
    return `<w:p${key}><w:r><w:t xml:space="preserve">${xmlText(line)}</w:t></w:r></w:p>`;
  });
  const facts = [
    `w:id="${id}" w:author="${xmlAttribute(author)}"`,
    ...(date === undefined ? [] : [`w:date="${xmlAttribute(date)}"`]),
    ...(initials === undefined ? [] : [`w:initials="${xmlAttribute(initials)}"`]),
  ];
  return `<w:comment xmlns:w="${W}" ${facts.join(' ')}>${paragraphs.join('')}</w:comment>`;
}

function threadXml({ comment, id, parent }: MergedComment): string {
  const above = parent === undefined ? '' : ` w15:paraIdParent="${keyOf(parent)}"`;
  return `<w15:commentEx xmlns:w15="${W15}" w15:paraId="${keyOf(id)}"${above} w15:done="${comment.resolved ? 1 : 0}"/>`;
}
