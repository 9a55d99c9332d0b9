/** What the second sheet of an exported matrix says to whoever answers in it. */
export const MATRIX_GUIDE: readonly (readonly [what: string, words: string])[] = [
  [
    'What to fill in',
    'The columns with a coloured head. All others are for reading, and changes in them are not taken back.',
  ],
  [
    'Decision',
    'What became of the input: accepted, accepted-in-part, noted, not-accepted, out-of-scope, duplicate, deferred or withdrawn. Every decision has a reason.',
  ],
  ['Reason', 'Why, in a sentence that the contributor can read. It names nobody else.'],
  ['Reason for children', 'The same in words for children, where they are the ones who said it; written by a person.'],
  ['Passages', 'Ids of the passages changed, with semicolons between them: what stands after "^" in the text.'],
  ['Duplicate of', 'The Input that is answered in place of this one.'],
  ['Deferred to', 'The stage or round that will take it up.'],
  ['Date', 'The year first: 2022-10-28. Left empty, it is the day of the import.'],
  ['Reaction', 'What the contributor said to the answer: satisfied, not-satisfied or no-reply.'],
  [
    'Sorting and filtering',
    'Rows may be sorted, filtered and deleted, columns moved. Sort whole rows only: the hidden last column tells what was changed.',
  ],
  [
    'Sending it back',
    'Save as .xlsx or .csv. Only changed cells are taken; where somebody else has changed the same answer meanwhile, both are shown and neither is overwritten.',
  ],
];
