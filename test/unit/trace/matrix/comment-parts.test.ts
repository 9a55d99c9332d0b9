import { describe, expect, test } from 'vitest';
import { commentParts } from '../../../../src/trace/matrix/comment-parts.ts';

describe('a comment from a matrix', () => {
  test.each([
    [
      'No. 23, section 1.1.1, 1.4.1, 3.2.2,, page 10, 13, 27,, line 12-13,: It is not clear.\nProposed change: Say so.',
      {
        number: '23',
        section: '1.1.1, 1.4.1, 3.2.2',
        page: '10, 13, 27',
        line: '12-13',
        comment: 'It is not clear.',
        change: 'Say so.',
      },
    ],
    [
      'Section 4.9.1.1 #14, 4.9.1.2 #9.: Two lists.\nType: ed',
      { section: '4.9.1.1 #14, 4.9.1.2 #9.', comment: 'Two lists.', type: 'ed' },
    ],
    [
      'No. 3, section Table of contents, page 2: Missing.\nProposed change: Add it.\nAnd number it.\nIssue: 12',
      {
        number: '3',
        section: 'Table of contents',
        page: '2',
        comment: 'Missing.\nIssue: 12',
        change: 'Add it.\nAnd number it.',
      },
    ],
    ['No. 9, section 5\nProposed change: Delete.', { number: '9', section: '5', comment: '', change: 'Delete.' }],
    ['Section 3 is unclear: it names nobody.', { comment: 'Section 3 is unclear: it names nobody.' }],
    ['Page after page of figures: nobody reads it.', { comment: 'Page after page of figures: nobody reads it.' }],
    ['The draft is good.', { comment: 'The draft is good.' }],
    ['', { comment: '' }],
  ])('%s', (text, parts) => {
    expect(commentParts(text)).toEqual(parts);
  });
});
