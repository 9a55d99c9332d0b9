import type { Place } from '../model/finding.ts';
import type { Response } from '../model/response.ts';
import type { Spot } from './say.ts';

/** Where a response stands. */
export function placeOfResponse({ file, line }: Response): Place {
  return { file, line, column: 1 };
}

/** The ref of an input that a response names: in full (`first/coalition#i3`), or by its id within the same note. */
export function refNamed(response: Response, name: string): string {
  return name.includes('#') ? name : `${response.note}#${name.replace(/^\^/u, '')}`;
}

/** The spot of some words of a response, such as one of its keys. */
export function wordsOfResponse({ line }: Response, words: string): Spot {
  return { words, from: line };
}
