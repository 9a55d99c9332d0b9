/** The comments matrix as a spreadsheet: its columns, and the shapes other bodies know. */
import type { REACTIONS, ResponseDecision } from './vocabulary.ts';

/** What can be answered in a spreadsheet: the members of a response, but for what the program writes. */
export type MatrixField =
  | 'decision'
  | 'reason'
  | 'reason-child'
  | 'passages'
  | 'duplicate-of'
  | 'deferred-to'
  | 'decisions'
  | 'by'
  | 'date'
  | 'reaction'
  | 'reaction-date'
  | 'reaction-words';

/** What a column of the matrix holds. */
export type MatrixRole =
  | MatrixField
  | 'ref'
  | 'key'
  | 'contributor'
  | 'received'
  | 'acknowledged'
  | 'where'
  | 'number'
  | 'section'
  | 'paragraph'
  | 'page'
  | 'line'
  | 'kind'
  | 'type'
  | 'codes'
  | 'text'
  | 'change'
  | 'observation'
  | 'paragraphs'
  | 'state'
  | 'ignore';

/** How the cells of a field are read, and with which others it makes one answer. */
export interface MatrixFieldSpec {
  readonly id: MatrixField;
  /** Stands for the field in the key of a row; never used for another one. */
  readonly letter: string;
  readonly kind: 'decision' | 'reaction' | 'text' | 'list' | 'date' | 'input';
  /** Fields of one unit are taken together or not at all: a reason is that of its decision. */
  readonly unit: 'answer' | 'child' | 'reaction';
}

/** The fields that come back, in the order of a response. */
export const MATRIX_FIELDS: readonly MatrixFieldSpec[] = [
  { id: 'decision', letter: 'd', kind: 'decision', unit: 'answer' },
  { id: 'reason', letter: 'r', kind: 'text', unit: 'answer' },
  { id: 'reason-child', letter: 'c', kind: 'text', unit: 'child' },
  { id: 'passages', letter: 'p', kind: 'list', unit: 'answer' },
  { id: 'duplicate-of', letter: 'u', kind: 'input', unit: 'answer' },
  { id: 'deferred-to', letter: 'f', kind: 'text', unit: 'answer' },
  { id: 'decisions', letter: 'n', kind: 'list', unit: 'answer' },
  { id: 'by', letter: 'b', kind: 'text', unit: 'answer' },
  { id: 'date', letter: 't', kind: 'date', unit: 'answer' },
  { id: 'reaction', letter: 'a', kind: 'reaction', unit: 'reaction' },
  { id: 'reaction-date', letter: 'o', kind: 'date', unit: 'reaction' },
  { id: 'reaction-words', letter: 'w', kind: 'text', unit: 'reaction' },
];

/** One input with what became of it, as its readers may see it: the text of each cell by what it holds. */
export interface MatrixRow {
  readonly ref: string;
  readonly cells: Readonly<Partial<Record<MatrixRole, string>>>;
}

/** A column of a shape. */
export interface MatrixColumn {
  readonly role: MatrixRole;
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** Not shown by spreadsheet programs unless somebody asks. */
  readonly hidden?: true;
}

/** A way to lay out the matrix. */
export interface MatrixShape {
  readonly id: 'penholder' | 'iso' | 'w3c' | 'oasis';
  readonly sheet: string;
  readonly columns: readonly MatrixColumn[];
  /** Words that stand for decisions in it. */
  readonly decisions: Readonly<Record<ResponseDecision, string>>;
  readonly reactions: Readonly<Record<(typeof REACTIONS)[number], string>>;
}

/** What makes the files of an exported matrix. */
export interface MatrixSheet {
  readonly shape: MatrixShape;
  readonly rows: Iterable<MatrixRow>;
  /** What the second sheet says to whoever answers, a line each. */
  readonly guide: readonly (readonly [what: string, words: string])[];
}

/** Roles whose cells come back; all others are for reading. */
export const EDITABLE: ReadonlySet<MatrixRole> = new Set([...MATRIX_FIELDS.map(({ id }) => id), 'observation']);

const PLAIN_WORDS: MatrixShape['decisions'] = {
  accepted: 'Accepted',
  'accepted-in-part': 'Accepted in part',
  noted: 'Noted',
  'not-accepted': 'Not accepted',
  'out-of-scope': 'Out of scope',
  duplicate: 'Duplicate',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
};

const OWN_WORDS: MatrixShape['decisions'] = {
  accepted: 'accepted',
  'accepted-in-part': 'accepted-in-part',
  noted: 'noted',
  'not-accepted': 'not-accepted',
  'out-of-scope': 'out-of-scope',
  duplicate: 'duplicate',
  deferred: 'deferred',
  withdrawn: 'withdrawn',
};

/** Statuses of W3C dispositions of comments, and one for each decision they have no word for. */
const W3C_WORDS: MatrixShape['decisions'] = {
  accepted: 'Accepted',
  'accepted-in-part': 'AcceptedInPart',
  noted: 'Noted',
  'not-accepted': 'Rejected',
  'out-of-scope': 'OutOfScope',
  duplicate: 'Duplicate',
  deferred: 'Deferred',
  withdrawn: 'Retracted',
};

const REACTION_WORDS: MatrixShape['reactions'] = {
  satisfied: 'satisfied',
  'not-satisfied': 'not-satisfied',
  'no-reply': 'no-reply',
};

const KEY: MatrixColumn = { role: 'key', title: 'Key (leave as it is)', width: 12, hidden: true };

/** The shapes by name. */
export const MATRIX_SHAPES: Readonly<Record<MatrixShape['id'], MatrixShape>> = {
  penholder: {
    id: 'penholder',
    sheet: 'Comments matrix',
    columns: [
      { role: 'ref', title: 'Input', width: 24 },
      { role: 'contributor', title: 'Contributor', width: 22 },
      { role: 'where', title: 'About', width: 22 },
      { role: 'kind', title: 'Kind', width: 14 },
      { role: 'codes', title: 'Codes', width: 18 },
      { role: 'text', title: 'What was said', width: 60 },
      { role: 'change', title: 'Proposed change', width: 40 },
      { role: 'decision', title: 'Decision', width: 17 },
      { role: 'reason', title: 'Reason', width: 50 },
      { role: 'reason-child', title: 'Reason for children', width: 40 },
      { role: 'passages', title: 'Passages', width: 18 },
      { role: 'paragraphs', title: 'Paragraphs now', width: 18 },
      { role: 'duplicate-of', title: 'Duplicate of', width: 20 },
      { role: 'deferred-to', title: 'Deferred to', width: 14 },
      { role: 'decisions', title: 'Core-group decisions', width: 14 },
      { role: 'by', title: 'By', width: 14 },
      { role: 'date', title: 'Date', width: 12 },
      { role: 'reaction', title: 'Reaction', width: 14 },
      { role: 'reaction-date', title: 'Date of reaction', width: 12 },
      { role: 'reaction-words', title: 'Words of the reaction', width: 30 },
      { role: 'state', title: 'State', width: 12 },
      KEY,
    ],
    decisions: OWN_WORDS,
    reactions: REACTION_WORDS,
  },
  // ISO/IEC template for comments and secretariat observations: eight columns, and what brings it back behind them.
  iso: {
    id: 'iso',
    sheet: 'Comments',
    columns: [
      { role: 'contributor', title: 'MB/NC', width: 18 },
      { role: 'line', title: 'Line number', width: 10 },
      { role: 'section', title: 'Clause/Subclause', width: 16 },
      { role: 'paragraph', title: 'Paragraph/Figure/Table', width: 16 },
      { role: 'type', title: 'Type of comment', width: 10 },
      { role: 'text', title: 'Comments', width: 60 },
      { role: 'change', title: 'Proposed change', width: 40 },
      { role: 'observation', title: 'Observations of the secretariat', width: 50 },
      { role: 'ref', title: 'Input', width: 24, hidden: true },
      KEY,
    ],
    decisions: PLAIN_WORDS,
    reactions: REACTION_WORDS,
  },
  // Disposition of comments as W3C working groups keep it: what was decided, and whether the commenter is satisfied.
  w3c: {
    id: 'w3c',
    sheet: 'Disposition of comments',
    columns: [
      { role: 'ref', title: 'Issue', width: 24 },
      { role: 'received', title: 'Date of comment', width: 14 },
      { role: 'contributor', title: 'Commenter', width: 22 },
      { role: 'where', title: 'Section', width: 22 },
      { role: 'text', title: 'Comment', width: 60 },
      { role: 'change', title: 'Proposed change', width: 40 },
      { role: 'decision', title: 'Status', width: 16 },
      { role: 'reason', title: 'Resolution', width: 50 },
      { role: 'reaction', title: 'Commenter satisfied', width: 16 },
      KEY,
    ],
    decisions: W3C_WORDS,
    reactions: { satisfied: 'Satisfied', 'not-satisfied': 'Not satisfied', 'no-reply': 'Timed out' },
  },
  // Comment resolution log of OASIS technical committees.
  oasis: {
    id: 'oasis',
    sheet: 'Comment resolution log',
    columns: [
      { role: 'ref', title: 'Item #', width: 24 },
      { role: 'received', title: 'Date', width: 12 },
      { role: 'contributor', title: 'Commenter', width: 22 },
      { role: 'text', title: 'Description', width: 60 },
      { role: 'acknowledged', title: 'Date acknowledged', width: 14 },
      { role: 'reason', title: 'Resolution', width: 50 },
      { role: 'decision', title: 'Disposition', width: 16 },
      KEY,
    ],
    decisions: PLAIN_WORDS,
    reactions: REACTION_WORDS,
  },
};
