/** How binding a word is. */
export type Strength = 'obligation' | 'recommendation' | 'permission' | 'possibility';

/** Words that say how binding a sentence is, per language. Sources: UN editorial practice and RFC 2119 usage, and for
 * Japanese, Thai and Hindi the words by which statutes are translated. */
export const MODALS: Readonly<Record<string, Readonly<Record<string, Strength>>>> = {
  en: {
    shall: 'obligation',
    must: 'obligation',
    required: 'obligation',
    should: 'recommendation',
    ought: 'recommendation',
    encouraged: 'recommendation',
    encourages: 'recommendation',
    recommends: 'recommendation',
    requires: 'obligation',
    requested: 'recommendation',
    requests: 'recommendation',
    urges: 'recommendation',
    mandatory: 'obligation',
    optional: 'permission',
    recommended: 'recommendation',
    may: 'permission',
    can: 'possibility',
    could: 'possibility',
    might: 'possibility',
  },
  fr: {
    doit: 'obligation',
    doivent: 'obligation',
    devra: 'obligation',
    devront: 'obligation',
    faut: 'obligation',
    convient: 'recommendation',
    recommandé: 'recommendation',
    devrait: 'recommendation',
    devraient: 'recommendation',
    peut: 'permission',
    peuvent: 'permission',
    pourra: 'permission',
    pourront: 'permission',
    pourrait: 'possibility',
    pourraient: 'possibility',
  },
  es: {
    debe: 'obligation',
    deben: 'obligation',
    deberá: 'obligation',
    deberán: 'obligation',
    conviene: 'recommendation',
    recomienda: 'recommendation',
    debería: 'recommendation',
    deberían: 'recommendation',
    puede: 'permission',
    pueden: 'permission',
    podrá: 'permission',
    podrán: 'permission',
    podría: 'possibility',
    podrían: 'possibility',
  },
  ru: {
    должен: 'obligation',
    должна: 'obligation',
    должно: 'obligation',
    должны: 'obligation',
    обязан: 'obligation',
    обязана: 'obligation',
    обязаны: 'obligation',
    необходимо: 'obligation',
    надлежит: 'obligation',
    обязано: 'obligation',
    следует: 'recommendation',
    следовало: 'recommendation',
    рекомендуется: 'recommendation',
    вправе: 'permission',
    можно: 'permission',
    может: 'permission',
    могут: 'permission',
  },
  ar: {
    يجب: 'obligation',
    يتعين: 'obligation',
    يلتزم: 'obligation',
    تلتزم: 'obligation',
    يوصى: 'recommendation',
    يشجع: 'recommendation',
    تشجع: 'recommendation',
    ينبغي: 'recommendation',
    يجوز: 'permission',
    يمكن: 'possibility',
  },
  zh: {
    必须: 'obligation',
    应当: 'obligation',
    须: 'obligation',
    应: 'recommendation',
    应该: 'recommendation',
    建议: 'recommendation',
    鼓励: 'recommendation',
    宜: 'recommendation',
    能够: 'possibility',
    可能: 'possibility',
    能: 'possibility',
    可以: 'permission',
    可: 'permission',
  },
  ja: {
    なければならない: 'obligation',
    なければなりません: 'obligation',
    しなければ: 'obligation',
    ものとする: 'obligation',
    義務を負う: 'obligation',
    必要がある: 'obligation',
    べきである: 'recommendation',
    べき: 'recommendation',
    望ましい: 'recommendation',
    勧告する: 'recommendation',
    奨励する: 'recommendation',
    努める: 'recommendation',
    ことができる: 'permission',
    ことができます: 'permission',
    してもよい: 'permission',
    かもしれない: 'possibility',
  },
  th: {
    จะต้อง: 'obligation',
    ต้อง: 'obligation',
    พึง: 'recommendation',
    ควร: 'recommendation',
    แนะนำ: 'recommendation',
    ส่งเสริมให้: 'recommendation',
    สามารถ: 'possibility',
    อาจ: 'permission',
  },
  hi: {
    होगा: 'obligation',
    होगी: 'obligation',
    होंगे: 'obligation',
    अनिवार्य: 'obligation',
    आवश्यक: 'obligation',
    बाध्य: 'obligation',
    चाहिए: 'recommendation',
    चाहिये: 'recommendation',
    अनुशंसित: 'recommendation',
    प्रोत्साहित: 'recommendation',
    वैकल्पिक: 'permission',
    अनुमति: 'permission',
    सकता: 'possibility',
    सकती: 'possibility',
    सकते: 'possibility',
  },
};

/** Words that turn a sentence round or carve something out of it, per language. */
export const NEGATIONS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'not',
    'no',
    'never',
    'neither',
    'nor',
    'none',
    'cannot',
    'without',
    'except',
    'unless',
    'excluding',
    'only',
    'save',
    'notwithstanding',
    "n't",
  ],
  fr: [
    'ne',
    "n'",
    'pas',
    'aucun',
    'aucune',
    'jamais',
    'ni',
    'sans',
    'sauf',
    'excepté',
    'hormis',
    'seulement',
    'uniquement',
    'non',
  ],
  es: [
    'no',
    'nunca',
    'ningún',
    'ninguna',
    'ninguno',
    'ni',
    'sin',
    'salvo',
    'excepto',
    'solo',
    'solamente',
    'únicamente',
    'jamás',
  ],
  ru: ['не', 'нет', 'ни', 'никогда', 'без', 'кроме', 'исключением', 'только', 'нельзя'],
  ar: ['لا', 'ليس', 'ليست', 'لم', 'لن', 'غير', 'دون', 'بدون', 'إلا', 'باستثناء', 'عدا', 'سوى', 'فقط', 'ليسوا'],
  zh: ['不', '未', '无', '非', '没有', '不得', '除外', '除非', '仅', '只'],
  ja: [
    'ではない',
    'しない',
    'されない',
    'できない',
    'ならない',
    'いない',
    'ません',
    'なく',
    'ずに',
    '禁止',
    '除き',
    '除く',
    'のみ',
    '以外',
    'に限り',
  ],
  th: ['ไม่', 'มิ', 'ห้าม', 'ปราศจาก', 'ยกเว้น', 'เว้นแต่', 'เท่านั้น', 'เฉพาะ'],
  hi: ['नहीं', 'न', 'ना', 'मत', 'बिना', 'सिवाय', 'छोड़कर', 'अतिरिक्त', 'केवल', 'सिर्फ'],
};

/** Names of months, lower case, per language: a number beside one is a date. Arabic in both usual sets. */
export const MONTHS: readonly string[] = [
  ...'january february march april may june july august september october november december'.split(' '),
  ...'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  ...'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  ...'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  ...'जनवरी फ़रवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर'.split(' '),
  ...'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(' '),
  ...'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
];

/** Languages that are written without spaces, whose words are looked for inside the text. */
export const LANGUAGES_WITHOUT_SPACES: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);

/** Articles and the like: a change of these alone is no change of substance. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the le la les un une des de du el los las una unos unas of'.split(' '),
);

/** Words that turn a number into an amount of money, lower case, and signs of currencies. */
export const CURRENCIES: ReadonlySet<string> = new Set(
  '$ € £ ¥ ₽ ₹ usd eur gbp chf jpy cny rub us$ dollar dollars euro euros dólar dólares доллар долларов евро рублей دولار دولارا دولارات يورو 美元 元 欧元'.split(
    ' ',
  ),
);

/** Signs and words that turn a number into a share of a hundred, lower case; those of several words by their second. */
export const PERCENTS: ReadonlySet<string> = new Set(
  '% ٪ ％ percent percentage cent pourcent ciento процент процента процентов المائة المئة بالمائة प्रतिशत パーセント เปอร์เซ็นต์'.split(
    ' ',
  ),
);

/** Numbers written as words, lower case, per language; one is left out, which is an article in many. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  [
    'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty hundred thousand million billion half third quarter double twice',
    'deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente cinquante cent cents mille millions milliard milliards',
    'dos tres cuatro cinco seis siete ocho nueve diez doce quince veinte treinta cincuenta cien ciento mil millón millones',
    'два две три четыре пять шесть семь восемь девять десять двенадцать двадцать тридцать пятьдесят сто тысяча миллион миллионов',
    'اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية تسعة عشرة عشر مائة ألف مليون مليار',
  ].flatMap((words) => words.split(' ')),
);

/** Words that say until when something has to be done, lower case, before a date or a length of time. */
export const DEADLINE_MARKS: ReadonlySet<string> = new Set(
  [
    'by before until within deadline later due',
    'avant délai plus-tard ici échéance sous',
    'antes plazo dentro tardar hasta',
    'до срок позднее течение',
    'قبل موعد غضون خلال حتى',
    'ภายใน ก่อน',
  ].flatMap((words) => words.split(' ')),
);

/** Lengths of time, lower case. */
export const TIME_UNITS: ReadonlySet<string> = new Set(
  [
    'day days week weeks month months year years hour hours',
    'jour jours semaine semaines mois an ans année années heure heures',
    'día días semana semanas mes meses año años hora horas',
    'день дня дней неделя недели недель месяц месяца месяцев год года лет час часа часов',
    'يوم يوما أيام أسبوع أسابيع شهر شهرا أشهر سنة سنوات عام أعوام ساعة ساعات',
    'วัน สัปดาห์ เดือน ปี ชั่วโมง',
    'दिन दिनों सप्ताह महीने महीनों माह वर्ष वर्षों साल घंटे',
  ].flatMap((words) => words.split(' ')),
);
