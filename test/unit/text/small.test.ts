import { describe, expect, it } from 'vitest';
import { parseAttributes } from '../../../src/text/attributes.ts';
import { escapeTerminal } from '../../../src/text/escape-terminal.ts';
import { directionOf, scriptsOf } from '../../../src/text/language.ts';
import { nearest } from '../../../src/text/nearest.ts';
import { lineAt, lineEnding, lineText, pointAt, sourceLines } from '../../../src/text/source-lines.ts';

describe('escapeTerminal', () => {
  it.each([
    ['plain text\n\tstays — é 漢 عربي', 'plain text\n\tstays — é 漢 عربي'],
    ['\u001B[31mred\u001B[0m', '\\e[31mred\\e[0m'],
    ['\u001B]0;title\u0007', '\\e]0;title\\u{7}'],
    ['\u009D8;;x\u009C', '\\u{9d}8;;x\\u{9c}'],
    ['over\rwrite\b', 'over\\rwrite\\b'],
    ['evil\u202Etxt\u2066', 'evil\\u{202e}txt\\u{2066}'],
    ['\u0000\u007F', '\\u{0}\\u{7f}'],
  ])('%j', (text, escaped) => {
    expect(escapeTerminal(text)).toBe(escaped);
  });
});

describe('nearest', () => {
  const keys = ['title', 'core-group', 'facilitated-by', 'round', 'region'];
  it.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['core_group', 'core-group'],
    ['facilitatedby', 'facilitated-by'],
    ['ruond', 'round'],
    ['something', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%j', (word, candidate) => {
    expect(nearest(word, keys)).toBe(candidate);
  });
});

describe('language', () => {
  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['zh-Hans', 'ltr'],
    ['he', 'rtl'],
    ['fa', 'rtl'],
    ['ur-PK', 'rtl'],
    ['', 'ltr'],
  ])('%s runs %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });

  it('tells the scripts of a text', () => {
    expect(scriptsOf('Hello, 12 — “x”')).toEqual(['Latin']);
    expect(scriptsOf('12 + 3')).toEqual([]);
    expect(scriptsOf('Мир and السلام 和平')).toEqual(['Latin', 'Cyrillic', 'Arabic', 'Han']);
  });
});

describe('parseAttributes', () => {
  it.each([
    ['{#a .b c="d e" f=\'g\' h=i}', { id: 'a', classes: ['b'], values: { c: 'd e', f: 'g', h: 'i' } }],
    ['{}', { classes: [], values: {} }],
    ['{.bracket\nby="A\nB"}', { classes: ['bracket'], values: { by: 'A B' } }],
  ])('%j', (text, expected) => {
    expect(parseAttributes(text, 0)).toEqual({ ...expected, end: text.length });
  });

  it.each(['{a', '{a b}', '{#}', 'x', '{"a"}', '{a="b}', '{__proto__=x'])('reads nothing from %j', (text) => {
    expect(parseAttributes(text, 0)).toBeUndefined();
  });
});

describe('source lines', () => {
  it('counts LF, CRLF and CR', () => {
    const lines = sourceLines('a\nbc\r\n\rd');
    expect(lines.starts).toEqual([0, 2, 6, 7]);
    expect([1, 2, 3, 4, 5].map((line) => lineText(lines, line))).toEqual(['a', 'bc', '', 'd', '']);
    expect(pointAt(lines, 3)).toEqual({ line: 2, column: 2, offset: 3 });
    expect([0, 1, 2, 6, 7, 99].map((offset) => lineAt(lines, offset))).toEqual([1, 1, 2, 3, 4, 4]);
  });

  it('keeps to the line ending of the file', () => {
    expect(['a\r\nb\n', 'a', 'a\rb'].map(lineEnding)).toEqual(['\r\n', '\n', '\r']);
  });
});
