import { contentHash } from '../../text/fingerprint.ts';

/** Longest name of a note: what an id may have, with room for `-12` where two are alike. */
const LONGEST = 56;

/** File names that say nothing about what is in the file. */
const SAYS_NOTHING =
  /^(?:index|readme|note|notes|minutes|document|doc|untitled|new|scan|file|submission|input|inputs|response|reply|final|draft|copy|consultation|unnamed|\d{1,3})$/u;

/**
 * A name for a note's file: lower case, letters and digits of any script joined by `-`, 56 characters at most.
 *
 * @param text Any text.
 * @param longest Most characters.
 * @returns The empty string where the text has neither letters nor digits.
 */
export function slug(text: string, longest: number = LONGEST): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word : `${name}-${word}`;
    if ([...longer].length > longest) return name === '' ? [...word].slice(0, longest).join('') : name;
    name = longer;
  }
  return name;
}

/** What a name can be made of. */
export interface Nameable {
  /** Name of the file as given. */
  readonly name: string;
  readonly title?: string;
  readonly date?: string;
  /** Text of the file, for a name of last resort. */
  readonly text: string;
}

/**
 * Name for a note's file: from the name of the file it came in, or from date and title where that says nothing.
 *
 * @param nameable What is known of the file.
 */
export function proposeName({ name, title, date, text }: Nameable): string {
  const stem = slug(name.replace(/\.[\p{L}\p{N}]{1,8}$/u, ''));
  if (stem !== '' && !SAYS_NOTHING.test(stem)) return stem;
  const made = slug([date, title].filter((part) => part !== undefined).join(' '));
  if (made !== '') return made;
  // A README in a folder is taken for a page about the folder.
  return stem === '' || stem === 'readme' ? `note-${contentHash(text).slice(0, 8)}` : stem;
}
