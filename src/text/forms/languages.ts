/** Languages as survey forms name them: `English (en)`. */
import { nearest } from '../nearest.ts';

/** English names of the languages forms are most often written in. */
const NAMES: Readonly<Record<string, string>> = {
  aa: 'Afar',
  af: 'Afrikaans',
  am: 'Amharic',
  ar: 'Arabic',
  az: 'Azerbaijani',
  bg: 'Bulgarian',
  bn: 'Bengali',
  bs: 'Bosnian',
  ckb: 'Sorani',
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  el: 'Greek',
  en: 'English',
  es: 'Spanish',
  et: 'Estonian',
  fa: 'Persian',
  ff: 'Fulah',
  fi: 'Finnish',
  fr: 'French',
  ha: 'Hausa',
  he: 'Hebrew',
  hi: 'Hindi',
  hr: 'Croatian',
  ht: 'Haitian Creole',
  hu: 'Hungarian',
  hy: 'Armenian',
  id: 'Indonesian',
  ig: 'Igbo',
  it: 'Italian',
  ja: 'Japanese',
  ka: 'Georgian',
  kk: 'Kazakh',
  km: 'Khmer',
  ko: 'Korean',
  ku: 'Kurdish',
  ky: 'Kyrgyz',
  ln: 'Lingala',
  lo: 'Lao',
  mg: 'Malagasy',
  mn: 'Mongolian',
  ms: 'Malay',
  my: 'Burmese',
  ne: 'Nepali',
  nl: 'Dutch',
  no: 'Norwegian',
  ny: 'Chichewa',
  om: 'Oromo',
  pa: 'Punjabi',
  pl: 'Polish',
  prs: 'Dari',
  ps: 'Pashto',
  pt: 'Portuguese',
  qu: 'Quechua',
  rn: 'Kirundi',
  ro: 'Romanian',
  ru: 'Russian',
  rw: 'Kinyarwanda',
  si: 'Sinhala',
  sk: 'Slovak',
  sn: 'Shona',
  so: 'Somali',
  sq: 'Albanian',
  sr: 'Serbian',
  st: 'Sotho',
  sv: 'Swedish',
  sw: 'Swahili',
  ta: 'Tamil',
  te: 'Telugu',
  tg: 'Tajik',
  th: 'Thai',
  ti: 'Tigrinya',
  tk: 'Turkmen',
  tl: 'Tagalog',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  uz: 'Uzbek',
  vi: 'Vietnamese',
  wo: 'Wolof',
  xh: 'Xhosa',
  yo: 'Yoruba',
  zh: 'Chinese',
  zu: 'Zulu',
};

/** Names that forms use beside them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  afaan: 'om',
  castellano: 'es',
  creole: 'ht',
  deutsch: 'de',
  español: 'es',
  espanol: 'es',
  farsi: 'fa',
  filipino: 'tl',
  francais: 'fr',
  français: 'fr',
  fula: 'ff',
  kiswahili: 'sw',
  mandarin: 'zh',
  oromifa: 'om',
  oromiffa: 'om',
  'afaan oromo': 'om',
  'afaan oromoo': 'om',
  portugues: 'pt',
  português: 'pt',
  tigrigna: 'ti',
  русский: 'ru',
  العربية: 'ar',
  中文: 'zh',
  አማርኛ: 'am',
  ትግርኛ: 'ti',
};

/** A language as a column names it. */
export interface ColumnLanguage {
  /** BCP 47; `und` where nobody can tell. */
  readonly code: string;
  /** Whether the column gives the code itself, as survey programs want it. */
  readonly coded: boolean;
}

const CODE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu;

/**
 * Tells which language a column means.
 *
 * @param name What stands behind `label::`, such as `English (en)`, `English`, `fr`.
 */
export function columnLanguage(name: string): ColumnLanguage {
  const inside = /\(([^()]+)\)\s*$/u.exec(name)?.[1]?.trim();
  if (inside !== undefined && CODE.test(inside)) return { code: inside, coded: true };
  const text = name.trim();
  if (CODE.test(text) && isCode(text)) return { code: text.toLowerCase(), coded: true };
  const lower = text.toLowerCase();
  const exact = CODES.get(lower);
  const near = exact === undefined ? nearest(lower, CODES.keys()) : undefined;
  return { code: exact ?? (near === undefined ? 'und' : (CODES.get(near) ?? 'und')), coded: false };
}

const CODES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(NAMES).map(([code, name]) => [name.toLowerCase(), code] as const),
  ...Object.entries(OTHER_NAMES),
]);

function isCode(text: string): boolean {
  return text.toLowerCase().split('-')[0] !== undefined && Object.hasOwn(NAMES, text.toLowerCase().split('-')[0] ?? '');
}

/**
 * A language as a column of a new form names it: `French (fr)`; survey programs choose the keyboard and the direction by the code.
 *
 * @param code BCP 47.
 */
export function languageColumn(code: string): string {
  const name = NAMES[code.toLowerCase().split('-')[0] ?? ''];
  return `${name ?? code} (${code})`;
}
