import { describe, expect, it } from 'vitest';
import { call, literal } from '../../../../src/formats/pdf/source.ts';
import { typstString } from '../../../../src/formats/pdf/typst-string.ts';

describe('typstString', () => {
  it.each([
    ['plain words', '"plain words"'],
    ['say "no"', '"say \\"no\\""'],
    ['a\\b', '"a\\\\b"'],
    ['#import "x.typ": *', '"#import \\"x.typ\\": *"'],
    ['$x$ and `raw`', '"$x$ and `raw`"'],
    ['two\nlines', '"two\\nlines"'],
    ['\u0000\u001b[31m', '"\\u{0}\\u{1b}[31m"'],
    ['\u2028\u202e\ufeff', '"\\u{2028}\\u{202e}\\u{feff}"'],
    ['half \ud800 pair', '"half \ufffd pair"'],
    ['\ud83d\ude00', '"\ud83d\ude00"'],
    ['\\u{41}', '"\\\\u{41}"'],
  ])('writes %j as one literal on one line', (text, expected) => {
    expect(typstString(text)).toBe(expected);
  });
});

describe('literal', () => {
  it('writes lists and dictionaries, leaving out what is undefined', () => {
    expect(literal({ id: 'a', label: undefined, level: 2, on: true, none: null })).toBe(
      '(id:"a",level:2,on:true,none:none)',
    );
    expect(literal(['a'])).toBe('("a",)');
    expect(literal({})).toBe('(:)');
  });

  it('leaves empty arguments out of a call', () => {
    expect(call('p', '(:)', '', '"x"')).toBe('p((:),"x")');
  });
});
