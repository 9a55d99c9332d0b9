import { type ReviewSpan, spansOfAll } from './review-span.ts';
import { CYRILLIC_NAMES } from './tables/given-names.ts';

const CAPITAL = String.raw`[А-ЯЁІЇЄҐ][а-яёіїєґ'’]{1,24}(?:-[А-ЯЁІЇЄҐ][а-яёіїєґ'’]{1,24})?`;
const START = String.raw`(?<![\p{L}\p{N}])`;
const CUES =
  '[Мм]еня зовут|[Ее]го зовут|[Её]ё? зовут|[Ее]е зовут|зовут|звать|по имени|[Ии]мя:?|[Гг]-жа|[Гг]-н|[Гг]оспожа|[Гг]осподин|[Дд]иректор|[Дд]октор|[Уу]читель(?:ница)?|[Тт][её]тя|[Дд]ядя|[Бб]рат|[Сс]естра|[Дд]руг|[Пп]одруга|[Сс]ын|[Дд]очь|[Дд]евочка|[Мм]альчик|[Мм]ама|[Пп]апа|[Уу]ченица|[Уу]ченик|[Мм]ене звати|[Бб]абушка|[Дд]едушка|[Сс]оседка?|[Вв]оспитатель(?:ница)?';
const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`${START}(?:${CUES}) (?<datum>${CAPITAL}(?: ${CAPITAL}){0,2})`, 'gud'),
  // A patronymic makes a name of what stands around it.
  new RegExp(
    String.raw`${START}(?<datum>(?:${CAPITAL} ){1,2}[А-ЯЁ][а-яё]{2,20}(?:ович|евич|ич|овна|евна|ична|инична|овной|евной|овичем|евичем|овне|евне|овичу|евичу|овны|евны|овича|евича)(?: ${CAPITAL})?)(?![\p{L}])`,
    'gud',
  ),
  new RegExp(String.raw`${START}(?<datum>[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?[А-ЯЁ][а-яё]{2,24})`, 'gud'),
  new RegExp(String.raw`${START}(?<datum>[А-ЯЁ][а-яё]{2,24} [А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?)`, 'gud'),
];
const RUN = new RegExp(String.raw`${START}${CAPITAL}(?: ${CAPITAL}){0,2}`, 'gu');
/** Endings of surnames. */
const SURNAME =
  /(?:[оеё]в|[иы]н|ский|цкий|ская|цкая|[оеё]ва|[иы]на|енко|чук|юк|ян|дзе|швили|ов[аыу]|ев[аыу]|ой|ым|ову|ового|баев[аы]?|улы|кызы)$/u;
/** Countries, bodies, days and titles that look like surnames. */
const NO_NAME =
  /^(?:Росси|Украин|Казахстан|Кыргызстан|Узбекистан|Таджикистан|Беларус|Москв|Киев|Организац|Объедин|Наци|Комитет|Конвенц|Генеральн|Ассамбле|Совет|Права|Прав|Ребен|Ребён|Дет|Женев|Европ|Азии|Африк|Министерств|Республик|Федерац|Фонд|Государств|Росс|Центральн|Восточн|Западн|Северн|Южн|Ближн|Верховн|Специальн|Мы|Они|Она|Он|Это|Все|Наш|Наша|Когда|Если|Для|При|Как|Что|Нам|Некотор|Школ|Участник|Участниц|Групп|Многие|После|Перед|Там|Здесь|Иногда|Взросл)/u;

/**
 * Possible names of people in Cyrillic letters.
 *
 * @param prose Text of which only prose is left.
 */
export function cyrillicNames(prose: string): readonly ReviewSpan[] {
  if (!/[А-Яа-яЁёІіЇї]/u.test(prose)) return [];
  const cued = spansOfAll(prose, PATTERNS, 'name').filter(({ start, end }) => !NO_NAME.test(prose.slice(start, end)));
  return [...cued, ...[...prose.matchAll(RUN)].flatMap(nameIn)];
}

function nameIn(match: RegExpExecArray): readonly ReviewSpan[] {
  const words = [...match[0].matchAll(/\S+/gu)].filter(({ 0: word }) => !NO_NAME.test(word));
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const known = words.some(({ 0: word }) => isGiven(word));
  const pair = words.length > 1 && words.some(({ 0: word }) => SURNAME.test(word));
  if (!known && !pair) return [];
  const start = match.index + first.index;
  return [{ kind: 'name', start, end: match.index + last.index + last[0].length }];
}

/** A given name in any case: its ending may be another one. */
function isGiven(word: string): boolean {
  const name = word.toLowerCase();
  if (CYRILLIC_NAMES.has(name)) return true;
  const stem = name.replace(/(?:ой|ей|ою|ом|ем|ём|[аяуюыиеё])$/u, '');
  return stem.length > 2 && ['', 'а', 'я', 'й', 'ь', 'ия'].some((ending) => CYRILLIC_NAMES.has(stem + ending));
}
