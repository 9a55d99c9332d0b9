import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/text/markdown.ts';
import { countWords, plainText, splitSentences, splitWords } from '../../../src/text/words.ts';

describe('splitWords', () => {
  it.each([
    ['The State’s duty, 12.5 per cent (art. 3).', ['The', "State's", 'duty', '12.5', 'per', 'cent', 'art', '3']],
    ['and/or child-friendly 1:30 e.g. 1,000', ['and', 'or', 'child-friendly', '1:30', 'e', 'g', '1,000']],
    ['l’enfant n’est', ["l'enfant", "n'est"]],
    ['مُحَمَّد رَسُول', ['مُحَمَّد', 'رَسُول']],
    ['हिन्दी भाषा', ['हिन्दी', 'भाषा']],
    ['Ελληνικά κείμενα', ['Ελληνικά', 'κείμενα']],
    ['', []],
    ['— … “ ”', []],
  ])('%j', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it('normalises how letters are made up', () => {
    expect(splitWords('cafe\u0301 soft\u00ADhyphen')).toEqual(splitWords('café softhyphen'));
  });

  it('segments scripts without spaces', () => {
    expect(splitWords('儿童权利公约', 'zh').length).toBeGreaterThan(1);
    expect(splitWords('儿童权利公约', 'zh').join('')).toBe('儿童权利公约');
    expect(splitWords('สิทธิเด็ก', 'th').join('')).toBe('สิทธิเด็ก');
    expect(splitWords('UN 联合国 2023', 'zh')).toEqual(expect.arrayContaining(['UN', '2023']));
    expect(splitWords('联合国', 'not a language').join('')).toBe('联合国');
  });

  it('takes long text without spaces in its stride', () => {
    const text = '儿童权利公约第十二条'.repeat(3000);
    expect(splitWords(text, 'zh').join('')).toBe(text);
  });

  it('counts', () => {
    expect(countWords('One two-three  four.\n')).toBe(3);
  });
});

describe('splitSentences', () => {
  it.each([
    ['en', 'See General Comment No. 25, e.g. para. 3. It holds (cf. art. 12). “Does it?” Yes!', 4],
    ['en', 'Mr. J. Smith of the U.N. spoke. He left at 5 p.m. on Monday.', 2],
    ['en', 'Version 2.0 is out. 3. Third point.', 2],
    ['en', 'One... and two? Three', 2],
    ['fr', "Voir l'art. 12 et p. ex. le chap. 3. Ensuite, M. Dupont parle.", 2],
    ['es', 'Véase el art. 12, párr. 3. La Sra. López habló.', 2],
    ['ru', 'См. п. 3 и т.д. в тексте. Второе.', 2],
    ['ar', 'ما هذا؟ هذا نص.', 2],
    ['zh', '第一句。第二句！第三句', 3],
  ])('%s: %j', (language, text, count) => {
    const sentences = splitSentences(text, language);
    expect(sentences).toHaveLength(count);
    expect(sentences.join(' ').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
  });
});

describe('plainText', () => {
  it('is what a reader sees', () => {
    const source =
      '# One {#a}\n\nText **two** [three](https://x.org)[^1] `four` ^p-1\n\n| a | b |\n|---|---|\n| c | d |\n\n![alt](p.png)\n\n- x\n- y\n\n[^1]: Note.\n';
    expect(plainText(parseMarkdown(source, { file: 'a.md' }).tree)).toBe(
      'One\nText two three four\na\tb\nc\td\nalt\nx\ny\nNote.',
    );
  });
});
