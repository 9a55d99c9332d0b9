/** Which proposals of reviewers meet at the same passage: as a Document, and for programs. */
import type { BlockContent, Table } from 'mdast';
import type { MergedParagraph } from '../files/word-edit/merge-reviews.ts';
import type { TextEdit } from '../files/word-edit/review-types.ts';
import type { Document, DocumentMeta, Section } from '../model/document.ts';
import { changeRuns, plainWords, tableRow } from '../reports/competing/table.ts';

/** What one reviewer proposes for a passage. */
export interface CompetingProposal {
  readonly reviewer: string;
  /** The file it came in. */
  readonly copy: string;
  /** What is to go and to come, in order. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
  /** Whether another reviewer edits the same words. */
  readonly competes: boolean;
}

/** A passage for which more than one reviewer proposes something. */
export interface CompetingPassage {
  /** Id of the passage, where its mark is still there. */
  readonly passage?: string;
  readonly words: string;
  readonly proposals: readonly CompetingProposal[];
}

type Edit = MergedParagraph['edits'][number];

/** Passages with proposals of more than one reviewer. */
export function competingPassages(paragraphs: readonly MergedParagraph[]): readonly CompetingPassage[] {
  return paragraphs.flatMap(({ bookmarks, words, edits }) => {
    const byReviewer = new Map<string, Edit[]>();
    for (const edit of edits) {
      const key = `${edit.copy}\n${edit.author}`;
      const own = byReviewer.get(key);
      if (own === undefined) byReviewer.set(key, [edit]);
      else own.push(edit);
    }
    if (byReviewer.size < 2) return [];
    const passage = bookmarks.find((name) => !name.startsWith('_'));
    const proposals = [...byReviewer.values()].map((own) => proposalOf(own, { words, edits }));
    return [{ ...(passage !== undefined && { passage }), words: words.replace(/\s+/gu, ' ').trim(), proposals }];
  });
}

function proposalOf(
  own: readonly Edit[],
  { words, edits }: Pick<MergedParagraph, 'words' | 'edits'>,
): CompetingProposal {
  const [first] = own;
  const others = edits.filter(({ copy, author }) => copy !== first?.copy || author !== first.author);
  return {
    reviewer: first?.author ?? '',
    copy: first?.copy ?? '',
    changes: changesOf(own, words),
    competes: own.some((edit) => others.some((other) => other.from <= edit.to && other.to >= edit.from)),
  };
}

/** What goes and what comes at the same place is one change. */
function changesOf(own: readonly TextEdit[], words: string): CompetingProposal['changes'] {
  const changes: { from: string; to: string; end: number }[] = [];
  for (const edit of [...own].sort((one, other) => one.from - other.from || one.to - other.to)) {
    const gone = words.slice(edit.from, edit.to);
    const last = changes.at(-1);
    if (last !== undefined && last.end >= edit.from) {
      last.from += gone;
      last.to += edit.text;
      last.end = Math.max(last.end, edit.to);
    } else changes.push({ from: gone, to: edit.text, end: edit.to });
  }
  return changes.map(({ from, to }) => ({ from: from.trim(), to: to.trim() }));
}

const HEAD = ['Passage', 'As it was sent', 'Reviewer', 'Proposes', 'Same words as another'] as const;

/** The competing proposals as a table. */
export function competingDocument(passages: readonly CompetingPassage[], meta: DocumentMeta): Document {
  const rows = passages.flatMap(({ passage = '', words, proposals }) =>
    proposals.map((proposal, at) =>
      tableRow([
        plainWords(at === 0 ? passage : ''),
        plainWords(at === 0 ? words : ''),
        plainWords(proposal.reviewer),
        changeRuns(proposal.changes),
        plainWords(proposal.competes ? 'yes' : 'no'),
      ]),
    ),
  );
  const table: Table = {
    type: 'table',
    align: HEAD.map(() => null),
    children: [tableRow(HEAD.map((word) => plainWords(word))), ...rows],
  };
  const title: BlockContent = { type: 'heading', depth: 1, children: plainWords('Competing proposals') };
  const none: BlockContent = {
    type: 'paragraph',
    children: plainWords('No passage has proposals of more than one reviewer.'),
  };
  const section: Section = {
    type: 'section',
    part: 'body',
    numbered: false,
    children: [title, rows.length === 0 ? none : table],
  };
  return { root: { type: 'root', children: [section] }, meta: { ...meta, kind: 'Competing proposals' } };
}
