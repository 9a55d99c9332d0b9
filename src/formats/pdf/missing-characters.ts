import type { Finding, Place } from '../../model/finding.ts';
import type { Characters } from './characters.ts';
import { CHINESE_FACES } from './faces.ts';

interface Group {
  readonly name: string;
  readonly pattern: RegExp;
  readonly hint: string;
}

const OWN_FONT = 'Name a font that has them under “style: fonts:” in penholder.yaml (a static .ttf or .otf file).';

/** Scripts a reader would know by name, with the way to get a font for them. */
const GROUPS: readonly Group[] = [
  {
    name: 'Chinese characters',
    pattern: /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
    hint: `Install the fonts for Chinese beside penholder: npm install ${CHINESE_FACES.package}. Or name a font under “style: fonts:” in penholder.yaml.`,
  },
  { name: 'Japanese characters', pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, hint: OWN_FONT },
  { name: 'Korean characters', pattern: /\p{Script=Hangul}/u, hint: OWN_FONT },
  { name: 'pictographs', pattern: /\p{Extended_Pictographic}/u, hint: `Write the word instead. ${OWN_FONT}` },
  { name: 'characters', pattern: /[\s\S]/u, hint: OWN_FONT },
];

/** How many characters a message names. */
const NAMED = 8;

/**
 * Says which characters no font has, one finding a script, at the place of the first.
 * @param missing characters with the place where each first occurs
 */
export function missingCharacters(missing: Characters): Finding[] {
  const groups = new Map<Group, [number, Place][]>();
  for (const [code, place] of missing) {
    const group = GROUPS.find(({ pattern }) => pattern.test(String.fromCodePoint(code)));
    if (group === undefined) continue;
    const members = groups.get(group) ?? [];
    members.push([code, place]);
    groups.set(group, members);
  }
  return [...groups].map(([group, members]) => finding(group, members));
}

function finding(group: Group, members: readonly [number, Place][]): Finding {
  const named = members.slice(0, NAMED).map(([code]) => nameOf(code));
  const more = members.length > NAMED ? ` and ${members.length - NAMED} more` : '';
  const [, place = { file: '', line: 1, column: 1 }] = members[0] ?? [];
  return {
    check: 'pdf/characters-missing',
    severity: 'warning',
    message: `No font has these ${group.name}: ${named.join(', ')}${more}. The PDF shows a replacement mark in their place.`,
    why: 'Readers would see a mark where a word should be.',
    hint: group.hint,
    place,
  };
}

function nameOf(code: number): string {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const character = String.fromCodePoint(code);
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(character) ? `${character} (${name})` : name;
}
