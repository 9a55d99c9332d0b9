import { type ReviewSpan, spansOfAll } from './review-span.ts';
import { COMMON_WORDS } from './tables/common-words.ts';

const C = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,40}`;
const NAME = String.raw`(?:${C}|\d{1,4})(?:[ -](?:(?:de|del|du|la|el|al|of|St\.?|bin) )?${C}){0,3}`;
const START = String.raw`(?<![\p{L}\p{N}])`;
/** What is small enough to say where somebody lives or learns. */
const EN =
  "(?:(?:[Pp]rimary|[Ss]econdary|[Mm]iddle|[Hh]igh|[Ee]lementary|[Bb]oarding|[Nn]ursery|[Pp]ublic|[Gg]irls|[Bb]oys|[Cc]ommunity)[’']? )?(?:[Ss]chool|[Aa]cademy|[Kk]indergarten|[Mm]adrasa|[Oo]rphanage|[Ss]helter|[Cc]hildren[’']s [Hh]ome|[Ss]afe [Hh]ouse|[Rr]efugee [Cc]amp|IDP [Cc]amp|[Cc]amp|[Vv]illage|[Ss]ettlement|[Cc]ollective [Ss]ite|[Rr]eception [Cc]entre|[Tt]ransit [Cc]entre|[Dd]etention [Cc]entre|[Ss]lum|[Hh]amlet|[Nn]eighbou?rhood|[Cc]linic|[Hh]ospital|[Mm]osque|[Cc]hurch|[Pp]arish|[Yy]outh [Cc]lub|[Dd]rop-in [Cc]entre)";
const ROMANCE =
  "(?:[ÉEée]cole(?: primaire| maternelle| secondaire)?|[Cc]ollège|[Ll]ycée|[Cc]amp(?: de réfugiés)?|[Vv]illage|[Oo]rphelinat|[Ff]oyer|[Hh]ameau|[Qq]uartier|[Cc]entre d['’]accueil|[Ee]scuela(?: primaria)?|[Cc]olegio|[Ii]nstituto|[Cc]ampamento|[Aa]lbergue|[Oo]rfanato|[Aa]ldea|[Pp]ueblo|[Bb]arrio|[Vv]ereda|[Cc]omunidad|[Cc]aserío|[Cc]olonia|[Uu]rbanización|[Ee]scola|[Cc]reche|[Aa]brigo|[Aa]ldeia|[Bb]airro|[Ff]avela|[Ss]hule ya(?: msingi)?|[Kk]ijiji cha|[Kk]ambi ya|[Dd]orf|[Gg]rundschule|[Ff]lüchtlingslager)";

const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`${START}(?<datum>(?:St\.? )?${C}(?: ${C}){0,3} ${EN})(?![\p{L}])`, 'gud'),
  new RegExp(
    String.raw`${START}(?<datum>${EN}(?: (?:of|in|at|near|called|named|No\.?|number|nr\.?|#))? ${NAME})`,
    'gud',
  ),
  new RegExp(
    String.raw`${START}(?<datum>${ROMANCE}(?: (?:de la|de los|de las|de|del|du|des|d['’]|d[oa]|di|n[°º]|à|en|von|in|llamado|nommé))? ?${NAME})`,
    'gud',
  ),
  new RegExp(
    String.raw`${START}(?<datum>${C}(?: ${C}){0,2} (?:Primary|Secondary|Elementary|High))(?=[ ]*(?:[.,;)\n]|$))`,
    'gud',
  ),
  // School No. 5, the village of …, the camp …
  new RegExp(
    String.raw`${START}(?<datum>(?:[Шш]кол[аеуы]|[Гг]имнази[яиюей]+|[Лл]ице[йея]|[Дд]етск(?:ий|ого|ом) (?:сад|сада|саду|дом|дома|доме)|[Ии]нтернат[аеу]?|[Пп]риют[аеу]?|[Дд]етдом[аеу]?|[Пп]оликлиник[аеуи]) ?(?:-интернат[е]? )?(?:№ ?\d{1,4}|номер \d{1,4}|имени [А-ЯЁ][а-яё]+|(?:в |«)?[А-ЯЁІЇЄ][а-яёіїє-]+»?))`,
    'gud',
  ),
  new RegExp(
    String.raw`${START}(?<datum>(?:сел[оаеу]|деревн[яеию]+|пос[её]л(?:ок|ка|ке)|аул[аеу]?|кишлак[аеу]?|хутор[аеу]?|станиц[аеуы]|лагер[ьяеь]+(?: беженцев| для беженцев)?|микрорайон[аеу]?|улиц[аеуы]|с\.|дер\.) «?[А-ЯЁІЇЄ][а-яёіїє-]+(?: [А-ЯЁ][а-яё-]+)?»?)`,
    'gud',
  ),
  new RegExp(
    String.raw`${START}(?<datum>[А-ЯЁ][а-яё]+(?:ск(?:ая|ой|ую|ий|ого|ом)|цк(?:ая|ой|ий)) (?:школ[аеуы]|деревн[яеи]|лагер[ьяе]|приют[аеу]?|интернат[аеу]?|гимнази[яи]))`,
    'gud',
  ),
  // A camp, a school, a village, with the words that name it.
  /(?<![\p{L}\p{M}])[وفبل]?(?<datum>(?:ال)?(?:مخيم|مدرسة|روضة|قرية|حي|ملجأ|مأوى|دار أيتام|دار الأيتام|مركز إيواء|ثانوية|إعدادية|مسجد|عزبة|ضيعة|بلدة|مستشفى|ميتم|كفر) (?!(?:من|في|على|التي|الذي|ال?لاجئين(?! في)|ال?لاجئات|ابتدائية|حكومية|خاصة|آمنة?|جديدة?|أخرى|قريبة|بعيدة|بلا|بدون|لا|هي|هو|أو|كان|كانت|حيث|واحدة?|صغيرة|كبيرة|ليس|مجاور|مجاورة)(?![\p{L}]))(?:اللاجئين في |(?:الابتدائية|الثانوية|الإعدادية) )?[\u0621-\u064a]{3,14}(?: (?:ال[\u0621-\u064a]{3,12}|بن [\u0621-\u064a]{2,12}))?)/dgu,
  // In Chinese the name stands before: 杨柳村, 第三小学.
  /(?<datum>(?:第[一二三四五六七八九十\d]{1,3}|(?![这那每各本该某所在我他她你们的个到去从是一两几了住读上学和有为来边近大小老新同全整])[\u4e00-\u9fff](?![们的个到去从是在了住读上学和有为来全整])[\u4e00-\u9fff]?[\u4e00-\u9fff]?)(?:村|难民营|難民營|小学|小學|中学|中學|高中|初中|学校|學校|幼儿园|幼兒園|孤儿院|孤兒院|福利院|收容所|庇护所|庇護所|安置点|安置點|社区|小区|镇|屯|寨|街道))(?![\u4e00-\u9fff]?(?:民|生|长))/dgu,
];
/** Before the kind of place these say of none which one it is. */
const GENERAL_ZH =
  /^(?:我们|他们|她们|农|山|乡|城|偏远|许多|很多|所有|有些|当地|附近|特殊|公立|私立|寄宿|职业|国际|普通|全国|不同|几个|一个|每个|这个|那个|整个|难民|进入|离开|没有|建立|关闭|返回|回到|住在|贫困|自己|参加|上|读|在|从|去|到|离|的|因为|虽然|如果|以及|或者|包括|需要|必须|应该|可以|通过)/u;

/**
 * Names of places small enough to say who somebody is: camps, shelters, schools, villages.
 *
 * @param prose Text of which only prose is left.
 */
export function placeSpans(prose: string): readonly ReviewSpan[] {
  return spansOfAll(prose, PATTERNS, 'place').filter(({ start, end }) => isNamed(prose.slice(start, end)));
}

/** Whether a word beside the kind of place names it: "High School" and "The School" name none. */
function isNamed(text: string): boolean {
  if (/^\p{Script=Han}/u.test(text)) return !GENERAL_ZH.test(text);
  if (!/\p{Script=Latin}/u.test(text)) return true;
  const words = text.match(/\p{Lu}[\p{L}\p{M}'’-]+|\d+/gu) ?? [];
  return words.some((word) => isOwn(word));
}

/** Kinds of place and words of their titles, which name none. */
const KINDS =
  /^(?:Schools?|Academy|Camps?|Villages?|Shelters?|Hospitals?|Clinics?|Church|Mosque|Centre|Center|Settlements?|Neighbou?rhood|École|Ecole|Collège|Lycée|Quartier|Foyer|Orphelinat|Escuela|Colegio|Instituto|Barrio|Pueblo|Aldea|Comunidad|Escola|Dorf|Grundschule|Orphanage|IDP|Parish|Primary|Secondary|Our|Their|Les|Des|Une|Los|Las|Niñas?|Niños?|Enfants?|Droits?|Unies|Internacional|Internationale?)$/u;

function isOwn(word: string): boolean {
  if (/^\d+$/u.test(word)) return word.length < 4;
  return !KINDS.test(word) && !COMMON_WORDS.has(word.toLowerCase());
}
