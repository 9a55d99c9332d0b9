/** Marks over and under one letter, and more of them than any language puts there. */
const HEAPED = /(?<=\p{M}{32})\p{M}+/gu;

/** Letters joined by their marks, as consonants of Indian scripts are, and more of them than any word has. */
const JOINED = /(?:\p{L}[\p{M}\u200c\u200d]{1,3}){24}(?=\p{L})/gu;

/** Spaces at which no line breaks, and more of them than any page is wide. */
const BLANK = /(?<=[\u00a0\u2000-\u200a\u202f\u205f\u3000]{128})[\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu;

/** Most characters without a place to break a line. */
const UNBROKEN = /[^\t\n ]{2048}(?=[^\t\n ])/gu;

/**
 * Bounds what no text of any language holds and the typesetter cannot bear: heaps of marks on one letter fill all
 * memory; a hundred joined letters, or tens of thousands of characters without a space, end the whole program. What is
 * left of a heap is replaced visibly, long blanks are shortened, and long rows get places to break the line.
 * @param text any text
 * @param substitute what stands for what is not shown
 */
export function breakLongRuns(text: string, substitute: string): string {
  if (text.length <= 32) return text;
  return text.replace(HEAPED, substitute).replace(BLANK, '').replace(JOINED, '$&\u200b').replace(UNBROKEN, '$&\u200b');
}
