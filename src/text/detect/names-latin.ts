import type { Span } from './cued.ts';
import { fold, type ReviewSpan, spansOfAll } from './review-span.ts';
import { COMMON_WORDS } from './tables/common-words.ts';
import { AMBIGUOUS_NAMES, GIVEN_NAMES } from './tables/given-names.ts';
import { PROPER_WORDS } from './tables/proper-words.ts';

const CAPITAL = String.raw`\p{Lu}(?:['’]\p{Lu})?(?:\p{Ll}|\p{M})[\p{L}\p{M}'’]{0,30}(?:-\p{Lu}[\p{L}\p{M}'’]{0,30}){0,3}`;
const PARTICLE =
  "(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ten|bin|bint|ibn|binti|wa|ould|al|el|ap|y|al-|el-|O’|O')";
const INITIAL = String.raw`\p{Lu}\.`;
const LATIN_RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}_@/.-])(?:${CAPITAL}|${INITIAL})(?:[ \u00a0](?:${PARTICLE}[ \u00a0-]){0,2}(?:(?:al|el|Al|El)-)?(?:${CAPITAL}|${INITIAL}|\p{Lu}(?![\p{L}\p{N}'’]))){0,40}`,
  'gu',
);
const LATIN = /^[\p{Script=Latin}\p{M}\s.'’-]+$/u;

const NAME = String.raw`${CAPITAL}(?:[ -](?:${PARTICLE}[ -]?){0,2}${CAPITAL}){0,2}`;
/** Who is called so is a person; words before are in small letters or begin a sentence. */
// biome-ignore format: a table of words
const CUES = [
  '[Mm]rs?\\.?', '[Mm]s\\.?', '[Mm]iss', '[Dd]r\\.?', '[Pp]rof\\.?', '[Pp]rofessor', 'Sr\\.?', 'Sra\\.?', '[Mm]me\\.?', '[Mm]lle', 'M\\.', '[Mm]adame', '[Mm]onsieur', '[Ss]eñora?', '[Ss]enhora?', '[Dd]oña', 'Don', '[Hh]err', '[Ff]rau', 'Sheikh', 'Imam', 'Pastor', 'Father', 'Sister', 'Brother', 'Hajj[ai]?', 'Mwalimu', 'Mama', 'Ustadh?',
  '[Tt]eacher', '[Hh]eadteacher', '[Hh]eadmaster', '[Cc]oach', '[Uu]ncle', '[Aa]unt(?:ie)?', '[Cc]hief', '[Ss]ocial worker', '[Pp]rofesora?', '[Mm]aestra', '[Mm]aître(?:sse)?', '[Tt]ante', '[Oo]ncle', '[Tt]ía', '[Tt]ío', '[Tt]ia', '[Tt]io',
  'named', 'called', '[Nn]ame is', "[Nn]ame['’]s", '[Ii] am', "I['’]m", 'nicknamed', 'known as', 'prénommée?', 'nommée?', "s['’]appelle", "m['’]appelle", 'llamad[oa]', 'llama', 'llamo', 'chamad[oa]', 'chama', 'chamo', '[Nn]ombre es', '[Nn]ome é', 'heißt', 'heiße', 'anaitwa', 'naitwa', 'jina langu ni', 'adı', 'ismim',
  '(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur) (?:\\p{Ll}+ )?(?:brother|sister|friend|cousin|mother|father|son|daughter|aunt|uncle|classmate|neighbou?r|teacher|baby|twin|grandmother|grandfather|boyfriend|girlfriend|stepfather|stepmother|husband)s?,?',
  '(?:[Mm]a|[Mm]on|[Ss]a|[Ss]on) (?:sœur|soeur|frère|amie?|cousine?|fille|fils|mère|père|voisine?)', '(?:[Mm]i|[Ss]u) (?:herman[oa]|amig[oa]|prim[oa]|hij[oa]|madre|padre|vecin[oa])', '(?:[Mm]inha|[Mm]eu) (?:irmão|irmã|amig[oa]|prim[oa]|filh[oa]|mãe|pai)',
  '(?:girl|boy|child|pupil|student|participant|woman|man|refugee|mother|father|fille|garçon|niñ[oa]|menin[oa]|Mädchen|Junge),?', '[Ss]igned by', '[Ii]nterview(?:ed)? (?:with|by)', '[Rr]eported by', '[Nn]ote taker:', '[Ff]acilitator:', '[Cc]ontact(?: person)?:', '[Nn]ames?:', '[Nn]om:', '[Pp]rénom:', '[Nn]ombre:', '[Nn]ome:',
];
const CUED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${CUES.join('|')})[ \\u00a0]{1,2}["“«]?(?<datum>${NAME})`, 'gud');
const SPEECH =
  'said|says|told|explained|asked|added|replied|answered|shared|wrote|whispered|cried|lives|lived|died|disappeared|ran|attends|goes|went|wants|wanted|loves|likes|dreams|remembers|recalls|remembered|recounted|testified|a dit|a raconté|a expliqué|raconte|explique|dit|vit|habite|dijo|dice|contó|cuenta|explicó|vive|quiere|disse|contou|explicou|mora|sagte|erzählte|alisema|anasema';
const SPEAKING = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?<datum>${CAPITAL})(?:,? \\(?(?:aged? )?\\d{1,2}\\)?,?| who)? (?:(?:also|then|quietly|later|still|never|often) )?(?:${SPEECH})(?![\\p{L}])`,
  'gud',
);
const WITH_AGE = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?<datum>${CAPITAL}),? ?(?:\\(\\d{1,2}\\)|\\(?aged? \\d|, \\d{1,2} ?(?:,|ans|años|anos|years|\\)))`,
  'gud',
);
const POSSESSIVE = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?<datum>${CAPITAL}?)['’]s (?:mother|father|brother|sister|parents|family|house|home|teacher|aunt|uncle|friend|story|case|baby|diary|stepfather|grandmother)(?![\\p{L}])`,
  'gud',
);

/** What is known of the words of one text. */
interface Words {
  /** Words that stand in small letters somewhere in it: there a capital only begins a sentence. */
  readonly small: ReadonlySet<string>;
}

/**
 * Possible names of people in Latin letters.
 *
 * @param prose Text of which only prose is left.
 */
export function latinNames(prose: string): readonly ReviewSpan[] {
  const words: Words = { small: new Set((prose.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]+/gu) ?? []).map(fold)) };
  const runs = [...prose.matchAll(LATIN_RUN)].flatMap((match) => namesInRun(prose, match, words));
  const cues = spansOfAll(prose, [CUED], 'name').flatMap((span) => trimmed(prose, span, words));
  const singles = spansOfAll(prose, [SPEAKING, WITH_AGE, POSSESSIVE], 'name').filter(
    ({ start, end }) => isUnknown(prose.slice(start, end), words) && LATIN.test(prose.slice(start, end)),
  );
  return [...runs.map(({ start, end }): ReviewSpan => ({ kind: 'name', start, end })), ...cues, ...singles];
}

interface Token extends Span {
  readonly word: string;
  readonly folded: string;
}

/** Cuts a run of capitalised words where an ordinary one stands, and keeps what may be a name. */
function namesInRun(prose: string, match: RegExpExecArray, words: Words): readonly Span[] {
  if (!LATIN.test(match[0])) return [];
  const groups: Token[][] = [[]];
  for (const token of tokensOf(match)) {
    if (isOrdinary(token, words) && !(isGiven(token) && (groups.at(-1) ?? []).length === 0)) groups.push([]);
    else groups.at(-1)?.push(token);
  }
  const inTitle = isTitle(lineAround(prose, match.index));
  return groups.flatMap((group) => nameOf(group, inTitle));
}

function nameOf(group: readonly Token[], inTitle: boolean): readonly Span[] {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return [];
  const letters = group.filter(({ word }) => !/^\p{Lu}\.?$/u.test(word));
  const given = letters.some(isGiven);
  const strong = letters.some(({ folded }) => GIVEN_NAMES.has(folded) || GIVEN_NAMES.has(folded.split('-')[0] ?? ''));
  const span = { start: first.start, end: last.end };
  if (group.length === 1) return strong ? [span] : [];
  if (letters.length === 0) return [];
  if (letters.length === 1) return given || group.length > 2 ? [span] : [];
  return given || (!inTitle && group.length <= 4) ? [span] : [];
}

function tokensOf(match: RegExpExecArray): readonly Token[] {
  return [...match[0].matchAll(/[^\s]+/gu)].flatMap((found) => {
    const word = found[0].replace(/['’]s?$/u, '');
    if (!/^\p{Lu}|^(?:al|el)-\p{Lu}/u.test(word)) return [];
    const start = match.index + found.index;
    return [{ word, folded: fold(word), start, end: start + word.length }];
  });
}

function isGiven({ folded }: Pick<Token, 'folded'>): boolean {
  return [folded, folded.split('-')[0] ?? ''].some((one) => GIVEN_NAMES.has(one) || AMBIGUOUS_NAMES.has(one));
}

/** An ordinary word or the name of a country, a day or a body. */
function isOrdinary({ folded, word }: Pick<Token, 'folded' | 'word'>, { small }: Words): boolean {
  if (/^\p{Lu}\.?$/u.test(word)) return false;
  if (GIVEN_NAMES.has(folded)) return false;
  return folded
    .split('-')
    .some(
      (part) =>
        COMMON_WORDS.has(part) ||
        PROPER_WORDS.has(part) ||
        small.has(part) ||
        COMMON_WORDS.has(part.replace(/s$/u, '')),
    );
}

function isUnknown(word: string, words: Words): boolean {
  const folded = fold(word);
  return GIVEN_NAMES.has(folded) || !isOrdinary({ folded, word }, words);
}

/** What follows a cue, up to the first ordinary word. */
function trimmed(prose: string, { kind, start, end }: ReviewSpan, words: Words): readonly ReviewSpan[] {
  const text = prose.slice(start, end);
  let length = 0;
  for (const found of text.matchAll(/[^\s]+/gu)) {
    const word = found[0];
    const isName = !/^\p{Lu}/u.test(word) || isUnknown(word, words) || AMBIGUOUS_NAMES.has(fold(word));
    if (!isName) break;
    length = found.index + word.length;
  }
  return length === 0 ? [] : [{ kind, start, end: start + length }];
}

/** The words around a place, at most some hundreds of characters of its line. */
function lineAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 300), at);
  const after = text.slice(at, at + 300);
  return before.slice(before.lastIndexOf('\n') + 1) + (after.split('\n', 1)[0] ?? '');
}

/** A line most of whose words have capitals. */
function isTitle(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}\p{M}'’-]{3,}/gu) ?? [];
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length > 0.7;
}
