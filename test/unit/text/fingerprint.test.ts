import { describe, expect, it } from 'vitest';
import { contentHash, fingerprintWords } from '../../../src/text/fingerprint.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';

const print = (source: string) => fingerprintWords(parseMarkdown(source, { file: 'a.md' }).tree);
const base = print('The child\'s right to be "heard" in 2022 – always.');

describe('fingerprintWords', () => {
  it.each([
    ['wrapping', 'The child\'s right\nto be "heard"\nin 2022 – always.'],
    ['typographic quotes', 'The child’s right to be “heard” in 2022 – always.'],
    ['dashes and spaces', 'The child\'s  right to be "heard" in\u00A02022 -- always.'],
    ['formatting', 'The **child**\'s *right* to be "heard" in 20**22** – always.'],
    ['an id', 'The child\'s right to be "heard" in 2022 – always. ^p-1'],
    ['a hard break', 'The child\'s right  \nto be "heard" in 2022 – always.'],
  ])('does not change with %s', (_name, source) => {
    expect(print(source)).toBe(base);
  });

  it.each([
    ['a word', 'The child\'s right to be "seen" in 2022 – always.'],
    ['a number', 'The child\'s right to be "heard" in 2023 – always.'],
    ['a link', 'The child\'s [right](https://x.org) to be "heard" in 2022 – always.'],
    ['a citation', 'The child\'s right [@crc] to be "heard" in 2022 – always.'],
    ['order', 'The right child\'s to be "heard" in 2022 – always.'],
    ['a joint', 'The child\'s right to be "heard" in 2022 – al ways.'],
  ])('changes with %s', (_name, source) => {
    expect(print(source)).not.toBe(base);
  });

  it('tells link targets and citations apart', () => {
    expect(print('[a](https://x.org)')).not.toBe(print('[a](https://y.org)'));
    expect(print('a [@x, art. 1]')).not.toBe(print('a [@x, art. 2]'));
    expect(print('a [b](#c)')).not.toBe(print('a [b](#d)'));
  });

  it('is sixteen hexadecimal characters, of text and of trees alike', () => {
    expect(base).toMatch(/^[0-9a-f]{16}$/u);
    expect(fingerprintWords("The child's right to be heard in 2022 always")).toBe(base);
  });

  it('takes a passage of hundreds of thousands of words', () => {
    const words = 'so '.repeat(400_000);
    const paragraph = { type: 'paragraph', children: [{ type: 'text', value: words }] };
    expect(fingerprintWords(paragraph)).toBe(fingerprintWords(words));
  });
});

describe('contentHash', () => {
  it('is SHA-256', () => {
    expect(contentHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(contentHash(new TextEncoder().encode('é'))).toBe(contentHash('é'));
  });
});
