import { type ReviewSpan, spansOfAll } from './review-span.ts';
import { ARABIC_NAMES } from './tables/given-names.ts';

const WORD = String.raw`[\u0621-\u064a\u0670-\u06d3][\u0621-\u064a\u064b-\u0652\u0670-\u06d3]{1,14}`;
const NOT_AFTER = String.raw`(?!(?:و?(?:هو|هي|كان|كانت|قال|قالت|من|في|على|إلى|عن|مع|أن|إن|التي|الذي|الذين|لا|لم|لن|ما|هذا|هذه|ذلك|عمره|عمرها|عمري|تبلغ|يبلغ|أنا|أنت|سنة|سنوات|عند|بعد|قبل|كل|إنه|إنها|كثير|أكبر|أصغر|الكبير|الكبيرة|الصغير|الصغيرة|واحد|واحدة|لديها|لديه|تم|قد|ثم|حيث|بين|بسبب|لأن|جدا|أيضا|تعيش|يعيش|تدرس|يدرس|مات|ماتت|ذهب|ذهبت|يعمل|تعمل|تحدثت|تحدث|بها|به|لها|له|ليس|ليست|المدرسة|المخيم|الحكومة)) )`;
const NAME = String.raw`${NOT_AFTER}${WORD}(?: ${NOT_AFTER}(?:بن |بنت |ابن |أبو |عبد |آل )?${WORD}){0,1}`;
const START = String.raw`(?<![\p{L}\p{M}])[وفبل]?`;
/** Who stands after one of these is a person. */
const NAMED =
  'اسمي|اسمه|اسمها|اسم (?:الطفلة?|الطالبة?|الأم|الأب)|واسمه|واسمها|(?:و?[تي]دعى)|المدعوة?|الملقبة? ب|السيدة?|الدكتورة?|د\\.|الأستاذة?|الشيخ|المعلمة? |الآنسة|الطفلة?|الطالبة?|الخالة|العم|الحاجة?|الناشطة|الناشط|المشاركة|المشارك|الاسم[:：]?';
const KIN =
  'أخي|أختي|صديقي|صديقتي|ابني|ابنتي|والدتي|جارتنا|جارنا|ابن عمي|ابنة عمي|خالتي|عمتي|زميلتي|زميلي|معلمتي|معلمي|مديرة المدرسة|مدير المدرسة|أخوها|أختها|أخته|أخوه';
const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`${START}(?:${NAMED}) ?(?<datum>${NAME})(?![\p{L}\p{M}])`, 'gud'),
  new RegExp(String.raw`${START}(?:${KIN})،? (?<datum>${NAME})(?![\p{L}\p{M}])`, 'gud'),
  new RegExp(String.raw`${START}(?<datum>(?:عبد ال|أبو |أم )${WORD}(?: ${NOT_AFTER}${WORD})?)(?![\p{L}\p{M}])`, 'gud'),
  new RegExp(String.raw`${START}(?<datum>${WORD} (?:بن|بنت|ابن) ${WORD})(?![\p{L}\p{M}])`, 'gud'),
];
const ANY = new RegExp(String.raw`(?<![\p{L}\p{M}])${WORD}(?: (?:ال)?${WORD})?`, 'gu');
/** Words after a cue that are no names: the child's right, the student in general. */
const NO_NAME =
  /^(?:حق|حقوق|لا|أن|التي|الذي|هو|هي|في|من|على|إلى|عن|مع|أي|كل|غير|أو|إذا|عند|بعد|قبل|ذات|ذوي|ذو|المعني|المعنية|المشارك|والطفل|والأسرة|والمراهق|الأمين|الرئيس|الرئيسة|المدير|المديرة|الوزير|الوزيرة|المقرر|المقررة|العام|العامة|العزيز|ماجستير|و)/u;
/** Words of the language that are names too; alone they say nothing. */
const ALSO_WORDS = new Set([
  'نور',
  'منى',
  'هدى',
  'أمل',
  'امل',
  'حنان',
  'جنى',
  'سحر',
  'وفاء',
  'صلاح',
  'كمال',
  'جمال',
  'عادل',
  'كريم',
  'سعيد',
  'ماهر',
  'سلطان',
  'هادي',
  'دعاء',
  'إيمان',
  'ايمان',
  'صفاء',
  'هناء',
  'أسماء',
  'اسماء',
  'آية',
  'اية',
  'ملاك',
  'علي',
  'حسن',
  'سيف',
  'فهد',
  'منصور',
  'راشد',
  'رشيد',
  'الطيب',
  'البشير',
  'دينا',
  'رنا',
  'هبة',
  'نصر',
  'جميلة',
  'أمينة',
  'امينة',
  'مهدي',
  'ناصر',
  'خالد',
  'بلال',
  'قاسم',
  'حازم',
  'رائد',
  'وليد',
  'طارق',
  'باسل',
  'غادة',
  'رحاب',
  'سناء',
  'عمر',
  'حمد',
  'سعاد',
  'روان',
  'بتول',
  'شادي',
  'سامي',
  'سامية',
  'نادرة',
  'سميرة',
  'حليمة',
  'نبيل',
  'ياسر',
  'مازن',
  'وائل',
]);

/**
 * Possible names of people in Arabic letters.
 *
 * @param prose Text of which only prose is left.
 */
export function arabicNames(prose: string): readonly ReviewSpan[] {
  if (!/[\u0621-\u064a]/u.test(prose)) return [];
  const cued = spansOfAll(prose, PATTERNS, 'name').filter(({ start, end }) => !NO_NAME.test(prose.slice(start, end)));
  return [...cued, ...[...prose.matchAll(ANY)].flatMap(knownIn)];
}

/** A known given name, with the word after it where that may be a family name. */
function knownIn(match: RegExpExecArray): readonly ReviewSpan[] {
  const [first = '', second = ''] = match[0].split(' ');
  const bare = bareName(first);
  if (bare !== undefined && (!ALSO_WORDS.has(bare) || bareName(second) !== undefined || /^ال.{2,}ي$/u.test(second))) {
    const pair = bareName(second) !== undefined || /^ال.{2,}ي$/u.test(second);
    const start = match.index + first.length - bare.length;
    return [{ kind: 'name', start, end: match.index + (pair ? match[0].length : first.length) }];
  }
  const other = bareName(second);
  if (other === undefined || ALSO_WORDS.has(other)) return [];
  const start = match.index + match[0].length - other.length;
  return [{ kind: 'name', start, end: match.index + match[0].length }];
}

/** A given name without the letters that Arabic writes together with it. */
function bareName(word: string): string | undefined {
  const plain = word.replace(/[\u064b-\u0652]/gu, '');
  if (ARABIC_NAMES.has(plain)) return plain;
  const short = plain.replace(/^[وفبل]/u, '');
  return short !== plain && short.length > 2 && ARABIC_NAMES.has(short) && !ALSO_WORDS.has(short) ? short : undefined;
}
