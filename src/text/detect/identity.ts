import { isDate } from './contact.ts';
import { cued, type Span, spansOf } from './cued.ts';

const MONTH = String.raw`\p{L}[\p{L}\p{M}]{2,12}\.?`;
const DAY = [
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
  String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}`,
  String.raw`\d{1,2}(?:st|nd|rd|th|er|º)?(?: de| of)? ${MONTH},?(?: de| del)? \d{4}`,
  String.raw`${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}`,
  String.raw`\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?[日号]`,
].join('|');
// biome-ignore format: a table of words
const BIRTH_CUES = [
  'born on', 'born', 'was born', 'date of birth', 'birth date', 'birthdate', 'birthday', 'dob', 'd.o.b.', 'd.o.b', 'geboren am', 'geburtsdatum',
  'né le', 'née le', 'date de naissance', 'nacido el', 'nacida el', 'nació el', 'nací el', 'fecha de nacimiento', 'cumpleaños',
  'nascido em', 'nascida em', 'nasceu em', 'data de nascimento', 'tarehe ya kuzaliwa', 'alizaliwa', 'nato il', 'nata il',
  'дата рождения', 'родился', 'родилась', 'день рождения', 'д.р.', 'года рождения', 'дата народження', 'народилася', 'народився',
  'تاريخ الميلاد', 'تاريخ ميلاده', 'تاريخ ميلادها', 'تاريخ الولادة', 'تاريخ ولادته', 'تاريخ ولادتها', 'مواليد', 'ولد في', 'ولدت في', 'وُلد في', 'وُلدت في', 'ولدتُ في', 'ولد يوم', 'ولدت يوم', 'تاريخ تولد',
  '出生日期', '出生于', '出生於', '生日', '生于', '生於', '出生年月', '出生',
];
const CUED_BIRTH = cued({
  cues: BIRTH_CUES,
  between: '(?:(?:on|the|le|el|em|is|am|в|يوم|في|是|为|in) ){0,2}',
  datum: `(?:${DAY})`,
});
/** In Chinese the day comes first: 2010年3月12日出生. */
const BORN_AFTER =
  /(?<datum>\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?[日号]) ?(?:出生|生(?![产活意效]))|(?<![\d.])(?<datum2>\d{1,2}[./]\d{1,2}[./]\d{4}) ?(?:г\.? ?р\.?|года рождения)/dgu;

// biome-ignore format: a table of words
const IDENTITY_CUES = [
  'passport', 'passeport', 'pasaporte', 'passaporte', 'паспорт', 'паспорта', 'جواز السفر', 'جواز سفر', 'جواز سفره', 'جواز سفرها', '护照', '護照',
  'national id', 'his id', 'her id', 'my id', 'identity card', 'id card', 'id number', 'id no', 'social security', 'ssn', 'birth certificate', 'refugee card',
  'ration card', 'registration number', 'unhcr', 'case number', "driver's licence", "driver's license", 'student number', 'student id',
  'iban', 'bank account', 'account number', 'aadhaar', 'curp', 'nin', 'kitambulisho', 'personalausweis', 'national insurance', 'medical record', 'file number',
  "carte d'identité", 'carte d’identité', "numéro d'identité", 'acte de naissance', 'numéro de dossier', 'sécurité sociale', 'cédula', 'dni', 'documento de identidad', 'cpf', 'número de expediente',
  'снилс', 'инн', 'свидетельство о рождении', 'удостоверение', 'удостоверения', 'номер паспорта', 'номер дела',
  'رقم الهوية', 'رقم هويته', 'رقم هويتها', 'الرقم الوطني', 'الرقم القومي', 'رقم القيد', 'بطاقة الهوية', 'شهادة الميلاد', 'رقم الملف', 'رقم التسجيل', 'رقم اللاجئ',
  '身份证', '身份證', '学号', '學號', '户口本', '病历号', '准考证号', '护照号', '银行卡', '银行账号',
];
const CUED_IDENTITY = cued({
  cues: IDENTITY_CUES,
  between: String.raw`(?:(?:no|nr|num|nbr|number|card|id|registration|case|account|numéro|número|n°|nº|№|номер|серия|رقم|号码|號碼|号|號|is|is:|est|es|рег|код)\.? ?[:：#]? ?){0,3}`,
  datum: String.raw`(?=[\p{Lu}\d №/-]{6,30}(?![\p{L}\d]))(?:[\p{Lu}]{0,4}[ /-]?)?\d(?:[\d №-]{0,6}\d){4}[\d-]{0,12}(?:[\p{Lu}]\d{0,6})?`,
});
/** An identity number of China carries its own check digit. */
const CHINESE_ID = /(?<![\d.])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\d.])/gu;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu;

/** Dates of birth. */
export function birthSpans(text: string): readonly Span[] {
  const after = [...text.matchAll(BORN_AFTER)].flatMap(({ indices }) => {
    const at = indices?.groups?.datum ?? indices?.groups?.datum2;
    return at === undefined ? [] : [{ start: at[0], end: at[1] }];
  });
  return [...spansOf(text, CUED_BIRTH), ...after];
}

/** Numbers of identity papers, files and bank accounts. */
export function identitySpans(text: string): readonly Span[] {
  const cuedOnes = spansOf(text, CUED_IDENTITY).filter(({ start, end }) => !isDate(text.slice(start, end)));
  const chinese = spansOf(text, CHINESE_ID).filter(({ start, end }) => hasCheckDigit(text.slice(start, end)));
  const accounts = spansOf(text, IBAN).filter(({ start, end }) => isIban(text.slice(start, end)));
  return [...cuedOnes, ...chinese, ...accounts];
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** GB 11643: a weighted sum of the first 17 digits gives the last sign. */
function hasCheckDigit(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase();
}

/** ISO 13616: the number of a bank account leaves 1 when divided by 97. */
function isIban(written: string): boolean {
  const plain = written.replaceAll(' ', '');
  const turned = plain.slice(4) + plain.slice(0, 4);
  let rest = 0;
  for (const sign of turned) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97;
  return rest === 1;
}
