/** How binding a word is. */
export type Strength = 'obligation' | 'recommendation' | 'permission' | 'possibility';

/** Words that say how binding a sentence is, per language. Sources: UN editorial practice and RFC 2119 usage. */
export const MODALS: Readonly<Record<string, Readonly<Record<string, Strength>>>> = {
  en: {
    shall: 'obligation',
    must: 'obligation',
    required: 'obligation',
    should: 'recommendation',
    ought: 'recommendation',
    encouraged: 'recommendation',
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
    следует: 'recommendation',
    рекомендуется: 'recommendation',
    может: 'permission',
    могут: 'permission',
  },
  ar: {
    يجب: 'obligation',
    يتعين: 'obligation',
    يلتزم: 'obligation',
    ينبغي: 'recommendation',
    يجوز: 'permission',
    يمكن: 'possibility',
  },
  zh: {
    必须: 'obligation',
    应当: 'obligation',
    须: 'obligation',
    应: 'recommendation',
    宜: 'recommendation',
    可以: 'permission',
    可: 'permission',
  },
};

/** Words that turn a sentence round or carve something out of it, per language. */
export const NEGATIONS: Readonly<Record<string, readonly string[]>> = {
  en: ['not', 'no', 'never', 'neither', 'nor', 'none', 'cannot', 'without', 'except', 'unless', 'excluding', "n't"],
  fr: ['ne', "n'", 'pas', 'aucun', 'aucune', 'jamais', 'ni', 'sans', 'sauf', 'excepté', 'non'],
  es: ['no', 'nunca', 'ningún', 'ninguna', 'ninguno', 'ni', 'sin', 'salvo', 'excepto', 'jamás'],
  ru: ['не', 'нет', 'ни', 'никогда', 'без', 'кроме', 'нельзя'],
  ar: ['لا', 'ليس', 'ليست', 'لم', 'لن', 'غير', 'دون', 'بدون', 'إلا', 'باستثناء'],
  zh: ['不', '未', '无', '非', '没有', '除外', '除非'],
};

/** Names of months, lower case, per language: a number beside one is a date. Arabic in both usual sets. */
export const MONTHS: readonly string[] = [
  ...'january february march april may june july august september october november december'.split(' '),
  ...'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  ...'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  ...'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  ...'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
];

/** Languages that are written without spaces, whose words are looked for inside the text. */
export const LANGUAGES_WITHOUT_SPACES: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);

/** Articles and the like: a change of these alone is no change of substance. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the le la les un une des de du el los las una unos unas of'.split(' '),
);
