/** Names of months, lower case, per language: a number beside one is a date. Arabic in both usual sets. */
export const MONTHS: readonly string[] = [
  ...'january february march april may june july august september october november december'.split(' '),
  ...'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  ...'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  ...'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  ...'जनवरी फ़रवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर'.split(' '),
  ...'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(' '),
  ...'يناير فبراير مارس أبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
  // Of the names of two words, the first.
  ...'كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين'.split(' '),
];

/** Words that turn a number into an amount of money, lower case, and signs of currencies. */
export const CURRENCIES: ReadonlySet<string> = new Set(
  [
    '$ € £ ¥ ₽ ₹ ฿ usd eur gbp chf jpy cny rub inr thb us$ dollar dollars euro euros franc francs rupee rupees rouble roubles yen yuan',
    'dólar dólares peso pesos доллар доллара доллару долларов долларах евро рубль рубля рублей рублях دولار دولارا دولارات يورو',
    '美元 元 欧元 人民币 円 ドル ユーロ ルピー บาท ดอลลาร์ ยูโร रुपये रुपए रुपया रुपयों डॉलर यूरो',
  ].flatMap((words) => words.split(' ')),
);

/** Signs and words behind a number that make it a share of a hundred, lower case; those of several words by their second. */
export const PERCENTS: ReadonlySet<string> = new Set(
  '% ٪ ％ percent percentage cent pourcent ciento процент процента процентов المائة المئة بالمائة प्रतिशत फ़ीसदी パーセント เปอร์เซ็นต์'.split(
    ' ',
  ),
);

/** The same before a number. */
export const PERCENTS_BEFORE: ReadonlySet<string> = new Set(['百分之', 'ร้อยละ']);

/** What makes a larger number of the one before it: the unit stands behind both, as in `2 million dollars`. */
export const MULTIPLIERS: ReadonlySet<string> = new Set(
  [
    'hundred thousand million billion mille million millions milliard milliards mil millón millones',
    'тысяч тысяча тысячи млн миллион миллиона миллионов млрд миллиард миллиарда миллиардов',
    'ألف آلاف مليون ملايين مليار مليارات 千 万 百万 千万 亿 億 พัน หมื่น แสน ล้าน सौ हज़ार हजार लाख करोड़',
  ].flatMap((words) => words.split(' ')),
);

/** Numbers written as words, lower case, per language; one is left out, which is an article in many. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  [
    'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty hundred thousand million billion half third quarter double twice',
    'deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente cinquante cent cents mille millions milliard milliards',
    'dos tres cuatro cinco seis siete ocho nueve diez doce quince veinte treinta cincuenta cien ciento mil millón millones',
    'два две три четыре пять шесть семь восемь девять десять двенадцать двадцать тридцать пятьдесят сто тысяча миллион миллионов',
    'दो तीन चार पाँच पांच छह सात आठ नौ दस बारह पंद्रह बीस तीस पचास सौ हज़ार हजार लाख करोड़',
    'สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ร้อย พัน หมื่น แสน ล้าน',
    'اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية تسعة عشرة عشر مائة ألف مليون مليار',
  ].flatMap((words) => words.split(' ')),
);

/** Words that say until when something has to be done, lower case, before a date or a length of time. */
export const DEADLINE_MARKS: ReadonlySet<string> = new Set(
  [
    'by before until within deadline later due',
    'avant délai tard ici échéance sous dans',
    'antes plazo dentro tardar hasta',
    'до срок позднее течение',
    'قبل موعد غضون خلال حتى',
    'ภายใน ก่อน',
    '迟于 早于',
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
    '天 日 周 星期 个月 月 年 小时 天内 日内 周内 个月内 月内 年内 小时内 間 日間 週間 か月 ヶ月 カ月 年間 時間',
    'दिन दिनों सप्ताह महीने महीनों माह वर्ष वर्षों साल घंटे',
  ].flatMap((words) => words.split(' ')),
);

/** Signs behind the parts of a date in Chinese and Japanese. */
export const DATE_SIGNS: ReadonlySet<string> = new Set(['年', '月', '日', '月份', '年度']);

/** Words behind a length of time which tell that it is one, so that 日 before them ends no date. */
export const LENGTH_MARKS: ReadonlySet<string> = new Set('内 之内 以内 以内に 間 间'.split(' '));

/** Words of Chinese, Japanese and Hindi that make a deadline of the time before them. */
export const MARKS_BEHIND: ReadonlySet<string> = new Set(
  '前 之前 以前 内 之内 以内 天内 日内 周内 个月内 月内 年内 小时内 までに まで 以内に तक भीतर अंदर'.split(' '),
);
