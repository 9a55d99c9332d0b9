import { describe, expect, it } from 'vitest';
import type { Response } from '../../../src/model/response.ts';
import { duplicateIndex, identicalInputs, likelyDuplicates } from '../../../src/trace/likely-duplicates.ts';
import { nearWords, quotedPieces } from '../../../src/trace/near-words.ts';
import { recentReasons } from '../../../src/trace/recent-reasons.ts';
import { statedNumbers } from '../../../src/trace/stated-place.ts';

const LETTER =
  'We ask that every report be translated into the languages of the children who took part in the consultation.';
const INPUTS = [
  { ref: 'a#i1', text: LETTER },
  { ref: 'b#i1', text: `${LETTER} Thank you.` },
  { ref: 'c#i1', text: 'Reports should be translated into languages that children who took part can read.' },
  { ref: 'd#i1', text: 'Budgets for participation are too small.' },
];

describe('likely duplicates', () => {
  const index = duplicateIndex(INPUTS);

  it('are first those in nearly the same words, then those with the same telling ones', () => {
    expect(likelyDuplicates('a#i1', index).map(({ ref, identical }) => [ref, identical])).toEqual([
      ['b#i1', true],
      ['c#i1', false],
    ]);
    expect(likelyDuplicates('d#i1', index)).toEqual([]);
    expect(likelyDuplicates('nobody#i1', index)).toEqual([]);
  });

  it('in nearly the same words form a group', () => {
    expect(identicalInputs('b#i1', index)).toEqual(['a#i1']);
    expect(identicalInputs('c#i1', index)).toEqual([]);
  });
});

describe('recent reasons', () => {
  const said = (reason: string, date: string, decision: Response['entry']['decision'] = 'noted'): Response => ({
    entry: { input: 'i1', decision, reason, date },
    note: 'a',
    inputRef: 'a#i1',
    file: 'a',
    line: 1,
  });

  it('are those given to what is alike, then the latest; each once', () => {
    const responses = [
      said('Budgets are set by each entity.', '2022-10-01'),
      said('It is said in the introduction.', '2022-10-03'),
      said('It is said in the introduction.', '2022-10-02'),
      said('Another answer.', '2022-10-04'),
      said('The same point.', '2022-10-05', 'duplicate'),
    ];
    expect(recentReasons(responses, 'The budgets are too small.').map(({ reason, times }) => [reason, times])).toEqual([
      ['Budgets are set by each entity.', 1],
      ['Another answer.', 1],
      ['It is said in the introduction.', 2],
    ]);
  });
});

describe('words as they are compared', () => {
  it('lose endings that make no other word', () => {
    expect(nearWords("Entities' reports were Translated; the child’s policies")).toEqual(
      nearWords('entity report were translat the child policy'),
    );
  });

  it('tell what is quoted, in quotation marks of any script', () => {
    expect(quotedPieces('Change “must ask” to "should ask", «demander» or 「聞く」.')).toEqual([
      'must ask',
      'should ask',
      'demander',
      '聞く',
    ]);
  });

  it('tell numbers of sections and paragraphs', () => {
    expect(statedNumbers('See para. 12 (a), section 4.9.1.1 and §5.1; also 8.2.')).toEqual({
      paragraphs: ['12 (a)'],
      sections: ['4.9.1.1', '5.1', '8.2'],
    });
  });
});
