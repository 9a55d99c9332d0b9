import { describe, expect, test } from 'vitest';
import { compare, kinds } from './documents.ts';

const WHEN = ['वर्षा से पहले', 'तीन महीने के भीतर', 'राज्य की नीति के अनुसार', 'खर्च घटाने के लिए', 'विशेषज्ञों की सलाह पर'];
const WHO = ['नगर परिषद', 'मछुआरा समिति', 'पर्यावरण मंत्रालय', 'जहाज़ मालिक', 'शिक्षक संघ', 'रेल कंपनी', 'संग्रहालय'];
const WHAT = ['पानी की जाँच के परिणाम', 'निकासी मार्ग का नक्शा', 'पुराने घाट', 'बच्चों की राय', 'शोर का अभिलेख', 'वन की सीमाएँ'];
const DO = ['की समीक्षा करनी चाहिए', 'का निरीक्षण करना होगा', 'को साझा करता है', 'को हर वर्ष प्रकाशित करेगा'];

const at = (list: readonly string[], index: number) => list[index % list.length] ?? '';

/** Sentences that are put together from the same few phrases, no two alike. */
function sentence(number: number): string {
  const [when, who, what] = [at(WHEN, number), at(WHO, number), at(WHAT, number)];
  return `${when} ${who} ${what} और ${at(WHAT, number * 3 + 1)} ${at(DO, Math.floor(number / 5))}।`;
}

const paragraph = (number: number) => `${sentence(number)} ${sentence(number + 71)}`;
const text = (numbers: readonly number[]) => numbers.map(paragraph).join('\n\n');
const range = (start: number, end: number) => Array.from({ length: end - start }, (_, index) => start + index);

describe('sentences that are put together from the same phrases', () => {
  test('what was taken out here and put in there has not moved, however many phrases the two share', () => {
    const numbers = range(0, 60);
    const from = text(numbers);
    for (const [gone, come] of [
      [10, 115],
      [12, 117],
      [23, 128],
    ] as const) {
      const to = text([...numbers.slice(0, gone), ...numbers.slice(gone + 1, 50), come, ...numbers.slice(50)]);
      expect(kinds(compare(from, to, 'hi'))).toEqual([`deleted(${gone}>)`, 'added(>49)']);
    }
  });

  test('two that were put together word for word are merged, whatever the passage after them is like', () => {
    const numbers = range(0, 60);
    const paragraphs = numbers.map(paragraph);
    const both = `${paragraphs[20]} ${paragraphs[21]}`;
    const to = [...paragraphs.slice(0, 20), both, paragraph(126), ...paragraphs.slice(22)];
    expect(kinds(compare(paragraphs.join('\n\n'), to.join('\n\n'), 'hi'))).toEqual(['merged(20+21>20)', 'added(>21)']);
  });
});

describe('a section with another title', () => {
  const first = 'States have the primary duty to respect the rights of every child within their territory.';
  const second = 'Budget lines for participation remain small, scattered and hard to trace across the system.';
  const before = 'Civil society reaches children whom public services fail, and its experience ought to be drawn upon.';

  test('is known by the text under it, though something was put in before that text', () => {
    const from = `# Report\n\n## Duties\n\n${first}\n\n${second}`;
    const to = `# Report\n\n## What comes next\n\n${before}\n\n${first}\n\n${second}`;
    expect(kinds(compare(from, to))).toEqual(['edited(1>1)', 'added(>2)']);
  });

  test('is another section where most of its text is another', () => {
    const from = `# Report\n\n## Duties\n\n${first}\n\n## Money\n\n${second}`;
    const to = `# Report\n\n## What comes next\n\n${before}\n\n${before.replace('reaches', 'also reaches')} ${before}\n\n## Money\n\n${second}\n\n${first}`;
    expect(kinds(compare(from, to))).not.toContain('edited(1>1)');
  });
});

describe('sentences of scripts that end them with a space', () => {
  test('a Thai sentence that went to another passage is found', () => {
    const a = 'สำนักเลขาธิการต้องเผยแพร่ผลการประเมินนโยบายทุกปี';
    const b = 'โรงเรียนควรบันทึกความคิดเห็นของเด็กพิการในทุกภูมิภาค';
    const c = 'ผู้ปกครองอาจทบทวนแผนการฝึกอบรมภายในงบประมาณที่กำหนด';
    const log = compare(`${a} ${b}\n\n${c}`, `${a}\n\n${c} ${b}`, 'th');
    expect(log.changes.flatMap(({ sentences = [] }) => sentences.map((moved) => moved.text))).toContain(b);
  });
});
