import { MODALS, SMALL_WORDS } from './flag-tables.ts';
import { foldWord } from './fold-word.ts';
import { strengthAt } from './modal-words.ts';
import { stemsOf } from './stems.ts';
import { type Token, tokenText } from './tokens.ts';

// The name of whoever must act rarely has more words than this before its verb.
const MOST_WORDS = 5;
/** Where the search for the beginning of a name ends: at words that join clauses. */
const JOINTS: ReadonlySet<string> = new Set(
  'that which who and or but if when where while as than que qui et ou si lorsque dont y o pero cuando cual если когда который которые и или но أن التي الذي'.split(
    ' ',
  ),
);
/** Languages whose verb stands first: whoever must act stands behind it. */
const VERB_FIRST: ReadonlySet<string> = new Set(['ar']);

/** What marks whoever must act as such, in some languages only beside some verbs. */
const PARTICLES: ReadonlySet<string> = new Set(['على', 'को', 'ने']);
// A Russian verb decides in which case it has whoever must act: Муниципалитетам следует, Муниципалитеты должны.
const CASES = /(?:[аяыиуюео]|ам|ям|ов|ев|ой|ей|ам|ами|ями|ый|ие|ые|ым|ому|ыми)$/u;

function withoutCase(stem: string): string {
  return /^\p{Script=Cyrillic}{4}/u.test(stem) ? stem.replace(CASES, '') : stem;
}

function isEnd(token: Token | undefined): boolean {
  return token?.kind !== 'word' || JOINTS.has(foldWord(token.key));
}

/** What stands before a name and says where, when or at which level: At IAL2 the provider shall, En 2027 la commission doit. */
const PREPOSITIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('at in on for during under upon within by from after before throughout'.split(' ')),
  fr: new Set('à au aux en dans pour sous lors dès après avant'.split(' ')),
  es: new Set('en a al para durante bajo desde tras antes después'.split(' ')),
  ru: new Set('в во на для при после до с со'.split(' ')),
};
const DETERMINERS: ReadonlySet<string> = new Set([
  ...SMALL_WORDS,
  ...'each every all any no such this these chaque tout tous toute toutes cada todo todos toda todas'.split(' '),
]);
// Where a clause begins is looked for this far from its verb.
const FARTHEST_BEGINNING = 12;

/** The words of a clause before its verb, as far as they belong together. */
function clauseBefore(tokens: readonly Token[], index: number): string[] {
  const found: string[] = [];
  for (let place = index - 1; found.length < FARTHEST_BEGINNING && !isEnd(tokens[place]); place -= 1)
    found.unshift(foldWord(tokens[place]?.key ?? ''));
  return found;
}

/** A clause without what stands before the name in it, or behind it: at which level, where, when. */
function withoutAdjuncts(clause: readonly string[], language: string): readonly string[] {
  const prepositions = PREPOSITIONS[language];
  if (!prepositions) return clause;
  // Behind a name: CSPs at IAL2.
  const levelled = clause.filter((word, place) => {
    const isLevel = (at: number) => prepositions.has(clause[at] ?? '') && /\p{N}/u.test(clause[at + 1] ?? '');
    return !(place > 0 && isLevel(place)) && !(place > 1 && isLevel(place - 1)) && word !== '';
  });
  if (!prepositions.has(levelled[0] ?? '')) return levelled;
  const name = levelled.findLastIndex((word) => DETERMINERS.has(word));
  return levelled.slice(name > 1 ? name : 2);
}

function keyOf(words: readonly string[]): string {
  const telling = words.filter((word) => !PARTICLES.has(word) && !DETERMINERS.has(word));
  return telling.map((word) => stemsOf(word).map(withoutCase).join('-')).join(' ');
}

/** What Hindi puts behind whoever must act or has acted. */
const MARKERS: ReadonlySet<string> = new Set(['को', 'ने', 'द्वारा']);

/** In Hindi the verb stands last, and the marker of whoever must act nearest to the beginning. */
function beforeMarker(tokens: readonly Token[], index: number): string[] {
  let start = index;
  while (start > 0 && tokens[start - 1]?.kind === 'word') start -= 1;
  const clause = tokens.slice(start, index).map(({ key }) => foldWord(key));
  const marker = clause.findIndex((word) => MARKERS.has(word));
  return marker < 0 ? [] : clause.slice(Math.max(0, marker - MOST_WORDS), marker);
}

function behind(tokens: readonly Token[], index: number): string[] {
  const found: string[] = [];
  for (let place = index + 1; found.length < MOST_WORDS && !isEnd(tokens[place]); place += 1) {
    const word = foldWord(tokens[place]?.key ?? '');
    if (!PARTICLES.has(word)) found.push(word);
  }
  return found;
}

function wordsOfActor(tokens: readonly Token[], index: number, language: string): readonly string[] {
  if (VERB_FIRST.has(language)) return behind(tokens, index);
  if (language === 'hi') return beforeMarker(tokens, index);
  return withoutAdjuncts(clauseBefore(tokens, index), language).slice(-MOST_WORDS);
}

/**
 * Who must act, as far as the words beside a modal verb tell; undefined where the word is none, or nobody is named.
 *
 * @param tokens tokens of a passage
 * @param index the word
 * @param language base language of the text
 */
export function actorAt(tokens: readonly Token[], index: number, language: string): string | undefined {
  if (strengthAt(tokens, index, language) === undefined) return undefined;
  const actor = keyOf(wordsOfActor(tokens, index, language));
  return actor === '' ? undefined : actor;
}

const TOPIC = 'は';
const SENTENCE_END = /^[。！？.!?]$/u;

function topicOf(sentence: readonly Token[]): string | undefined {
  const text = tokenText(sentence);
  if (!Object.keys(MODALS.ja ?? {}).some((modal) => text.includes(modal))) return undefined;
  const topic = sentence.findLastIndex(({ key }) => key === TOPIC);
  let start = topic;
  while (start > 0 && topic - start < MOST_WORDS && sentence[start - 1]?.kind === 'word') start -= 1;
  const actor = sentence.slice(start, Math.max(start, topic)).map(({ key }) => key);
  return actor.length === 0 ? undefined : actor.join('');
}

/**
 * Who must act in the sentences of a Japanese passage that bind anybody: what the last は before the verb stands behind.
 *
 * @param tokens tokens of a passage
 */
export function topicsOf(tokens: readonly Token[]): string[] {
  const ends = [...tokens.flatMap(({ key }, index) => (SENTENCE_END.test(key) ? [index + 1] : [])), tokens.length];
  return ends.flatMap((end, index) => topicOf(tokens.slice(ends[index - 1] ?? 0, end)) ?? []);
}
