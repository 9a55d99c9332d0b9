import { describe, expect, it } from 'vitest';
import { letter, readLetter, readRoman, roman } from '../../../src/text/counters.ts';
import { compose, labelsOf } from './support.ts';

const LIST = 'Lead-in:\n\n1. first\n2. second\n   1. inner\n\nNext paragraph';

describe('numbering as in UN documents', () => {
  it('counts paragraphs through the body and letters their items', () => {
    const draft = compose({
      sections: [
        [{ title: 'One' }, LIST],
        [{ title: 'Two' }, '## Sub\n\nLast one'],
      ],
    });
    expect(labelsOf(draft)).toEqual([
      'I. One',
      '1. Lead-in:',
      '(a) first',
      '(b) secondinner',
      '(i) inner',
      '2. Next paragraph',
      'II. Two',
      'A. Sub',
      '3. Last one',
    ]);
  });

  it('leaves front parts and the summary without numbers and puts them first', () => {
    const draft = compose({
      sections: [
        [{ title: 'Body' }, 'Numbered one'],
        [{ title: 'Summary', part: 'summary' }, 'Not numbered'],
        [{ title: 'Foreword', part: 'front' }, 'Not either'],
      ],
    });
    expect(labelsOf(draft)).toEqual(['I. Body', '1. Numbered one']);
    expect(draft.document.root.children.map((section) => (section.type === 'section' ? section.part : ''))).toEqual([
      'front',
      'summary',
      'body',
    ]);
  });

  it('begins again in each annex', () => {
    const draft = compose({
      sections: [
        [{ title: 'Body' }, 'Text'],
        [{ title: 'Checklist', part: 'annex' }, 'First thing'],
        [{ title: 'Places', part: 'annex' }, 'Other thing'],
      ],
    });
    expect(labelsOf(draft)).toEqual([
      'I. Body',
      '1. Text',
      'Annex I. Checklist',
      '1. First thing',
      'Annex II. Places',
      '1. Other thing',
    ]);
  });

  it('follows French and Spanish conventions for items', () => {
    const draft = compose({ sections: [[{ title: 'Un' }, LIST]], process: { language: 'fr' } });
    expect(labelsOf(draft)).toContain('a) first');
  });

  it('calls alternatives bis and ter', () => {
    const draft = compose({
      sections: [
        [{ title: 'One' }, 'Before\n\n:::alternatives\nFirst way\n\nSecond way\n\nThird way\n:::\n\nAfter it'],
      ],
    });
    expect(labelsOf(draft)).toEqual([
      'I. One',
      '1. Before',
      '2. First way',
      '2 bis. Second way',
      '2 ter. Third way',
      '3. After it',
    ]);
  });
});

describe('other schemes', () => {
  it('nests headings and paragraphs in the decimal scheme without using a number twice', () => {
    const draft = compose({
      sections: [[{ title: 'One' }, 'Direct\n\n## Sub\n\nBelow it\n\nBelow too\n\n## Second\n\nThere']],
      process: { style: { numbering: 'decimal' } },
    });
    const numbers = labelsOf(draft).map((label) => label.split(' ')[0]);
    expect(numbers).toEqual(['1.', '1.1.', '1.2.', '1.2.1.', '1.2.2.', '1.3.', '1.3.1.']);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('numbers headings only, or nothing', () => {
    const sections = [[{ title: 'One' }, '## Sub\n\nText']] as const;
    expect(labelsOf(compose({ sections, process: { style: { numbering: 'sections' } } }))).toEqual([
      '1. One',
      '1.1. Sub',
    ]);
    expect(labelsOf(compose({ sections, process: { style: { numbering: 'none' } } }))).toEqual([]);
  });
});

describe('counters', () => {
  it('go on after z and write Roman numerals', () => {
    expect([1, 26, 27, 28, 53].map(letter)).toEqual(['a', 'z', 'aa', 'bb', 'aaa']);
    expect([1, 4, 9, 14, 40, 1994].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'mcmxciv']);
    for (const count of [1, 4, 26, 27, 28, 53, 1994])
      expect([readLetter(letter(count)), readRoman(roman(count))]).toEqual([count, count]);
  });
});
