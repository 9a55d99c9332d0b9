/** Why changes were made, as comments on them. */
import { FIRST_COMMENT_ID } from '../../files/word/comment-ids.ts';
import type { AnyNode } from '../tree.ts';
import type { DocxContext } from './context.ts';
import { fixedPiece, type Piece, trackAttributes, writePieces } from './runs.ts';
import { element, value, words } from './xml.ts';

/** The words of a paragraph between the ends of the comments on its changes, each change commented on once. */
export function withComments(node: AnyNode, pieces: readonly Piece[], context: DocxContext): string {
  const inner = writePieces(pieces, context);
  const ids = newComments(node, pieces, context);
  if (ids.length === 0) return inner;
  const starts = ids.map((id) => element('w:commentRangeStart', { 'w:id': id }));
  const ends = ids.map((id) => {
    const mark = fixedPiece(element('w:commentReference', { 'w:id': id }), { style: 'CommentReference' }, context);
    return element('w:commentRangeEnd', { 'w:id': id }) + writePieces([mark], context);
  });
  return `${starts.join('')}${inner}${ends.join('')}`;
}

function newComments(node: AnyNode, pieces: readonly Piece[], context: DocxContext): number[] {
  const { changeReasons } = context.meta;
  if (changeReasons === undefined || context.inNote) return [];
  const { comments, commented } = context.gathered;
  const changes = new Set([
    node.data?.change?.change,
    context.change,
    ...pieces.flatMap(({ change, inside = [] }) => [change, ...inside]),
  ]);
  const ids: number[] = [];
  for (const change of changes) {
    if (change === undefined || commented.has(change) || !Object.hasOwn(changeReasons, change)) continue;
    commented.add(change);
    const id = FIRST_COMMENT_ID + comments.length;
    ids.push(id);
    comments.push(comment(id, changeReasons[change] ?? '', context));
  }
  return ids;
}

function comment(id: number, reason: string, context: DocxContext): string {
  const { 'w:author': author, 'w:date': date } = trackAttributes(context);
  const initials = String(author).slice(0, 2).toUpperCase();
  const lines = reason.split('\n').map((line, at) => {
    const mark = `<w:r><w:rPr>${value('w:rStyle', 'CommentReference')}</w:rPr><w:annotationRef/></w:r>`;
    return element(
      'w:p',
      {},
      element('w:pPr', {}, value('w:pStyle', 'CommentText')),
      at === 0 ? mark : '',
      `<w:r><w:t xml:space="preserve">${words(line)}</w:t></w:r>`,
    );
  });
  const attributes = { 'w:id': id, 'w:author': author, 'w:date': date, 'w:initials': initials };
  return element('w:comment', attributes, ...lines);
}
