/** What kind of personal data was found. */
export type PersonalDataKind = 'e-mail' | 'phone' | 'birth-date' | 'identity-number';

/** Where personal data stands in a text; what it is stays in the text. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  /** Offset of its first character. */
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
}

/** Domains set aside for examples (RFC 2606); an address there belongs to nobody. */
const EXAMPLE_DOMAIN = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)$/iu;
/** Names that look like addresses and are none: pictures for dense screens (`logo@2x.png`). */
const FILE_ENDING = /\.(?:png|jpe?g|gif|svg|webp|avif|css|m?js|json|html?)$/iu;
/** Accounts of programs, as in `git@github.com:owner/name`. */
const PROGRAM_ACCOUNT = /^git$/iu;

/** A backslash is no part of an address, but of how Markdown writes one: `name\\@example.org`. */
const LOCAL = /[\\\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}/u;
/** `name (at) example (dot) org`, which people write to escape collectors of addresses. */
const SPELT_OUT =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} ?[([{] ?at ?[)\]}] ?[\p{L}\p{N}-]{1,63}(?: ?(?:\.|[([{] ?dot ?[)\]}]) ?[\p{L}\p{N}-]{1,63}){1,4}/giu;

const NUMBER = String.raw`\(?\d(?:[ \u00a0().\/‑–-]{0,3}\d){6,14}(?!\d)`;
const INTERNATIONAL = /(?<![\p{L}\p{N}+])\+[1-9](?:[ \u00a0()./‑–-]{0,3}\d){7,14}(?!\d)/gu;
// Words before a phone number, in the languages of the United Nations and some more.
// biome-ignore format: a table of words
const PHONE_CUES = [
  'tel', 'tél', 'telephone', 'téléphone', 'phone', 'mobile', 'whatsapp', 'viber', 'fax', 'sms', 'portable',
  'teléfono', 'móvil', 'celular', 'telefone', 'telemóvel', 'telefon', 'тел', 'телефон', 'мобильный',
  'هاتف', 'الهاتف', 'جوال', 'واتساب', '电话', '電話', '手机', '手機', 'simu',
];
const CUED_PHONE = cued(PHONE_CUES, String.raw`(?:\p{L}{1,8}\.? ?){0,2}`, NUMBER);

const MONTH = String.raw`\p{L}{3,12}\.?`;
const DAY = [
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
  String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}`,
  String.raw`\d{1,2}(?:st|nd|rd|th|er)?(?: de| of)? ${MONTH},?(?: de)? \d{4}`,
  String.raw`${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}`,
  String.raw`\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日`,
].join('|');
// biome-ignore format: a table of words
const BIRTH_CUES = [
  'born on', 'born', 'date of birth', 'birth date', 'birthdate', 'birthday', 'dob', 'd.o.b.',
  'né le', 'née le', 'date de naissance', 'nacido el', 'nacida el', 'nació el', 'fecha de nacimiento',
  'nascido em', 'nascida em', 'data de nascimento', 'дата рождения', 'родился', 'родилась',
  'تاريخ الميلاد', 'تاريخ الولادة', 'مواليد', '出生日期', '出生于', '生日',
];
const CUED_BIRTH = cued(BIRTH_CUES, '', `(?:${DAY})`);

// biome-ignore format: a table of words
const IDENTITY_CUES = [
  'passport', 'passeport', 'pasaporte', 'passaporte', 'паспорт', 'جواز السفر', '护照',
  'national id', 'identity card', 'id card', 'id number', 'social security', 'ssn', 'birth certificate',
  "carte d'identité", 'carte d’identité', 'cédula', 'documento de identidad', 'رقم الهوية', '身份证',
];
const CUED_IDENTITY = cued(
  IDENTITY_CUES,
  String.raw`(?:(?:no|nr|num|number|numéro|número|n°|nº|№)\.? ?){0,2}`,
  String.raw`(?=[\p{Lu}\d-]{6,20}(?![\p{L}\d]))[\p{Lu}]{0,4}-?\d(?:[\d-]*\d){4}[\d-]{0,12}[\p{Lu}]{0,2}`,
);

/** A cue word, what may stand between, and the datum, which is the named group. */
function cued(words: readonly string[], between: string, datum: string): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const cue = `(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})`;
  return new RegExp(`${cue}[ \\u00a0.:：#*_()=–-]{0,6}${between}[ \\u00a0.:：#*_(=–-]{0,4}(?<datum>${datum})`, 'giud');
}

/**
 * Finds the personal data that rules find surely: e-mail addresses, phone numbers with a plus or a word that announces
 * them, dates of birth, numbers of identity papers. Names it does not find: no program finds them surely.
 *
 * @param text Any text; the time needed grows in line with its length.
 * @returns What was found, in order, without overlaps.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  const found = [
    ...emails(text),
    ...spans(text, SPELT_OUT, 'e-mail'),
    ...spans(text, INTERNATIONAL, 'phone').filter((one) => isPhone(text.slice(one.start, one.end))),
    ...spans(text, CUED_PHONE, 'phone').filter((one) => isPhone(text.slice(one.start, one.end))),
    ...spans(text, CUED_BIRTH, 'birth-date'),
    ...spans(text, CUED_IDENTITY, 'identity-number').filter((one) => !isDate(text.slice(one.start, one.end))),
  ].sort((one, other) => one.start - other.start || other.end - one.end);
  return withoutOverlaps(found);
}

/** Looks at each `@` and outwards from it, so that long runs of letters cost nothing. */
function emails(text: string): readonly PersonalData[] {
  const found: PersonalData[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && LOCAL.test(text.charAt(start - 1))) start -= 1;
    const written =
      text
        .slice(start, at)
        .replace(/^[^\p{L}\p{N}]+/u, '')
        .split(/[/=]/u)
        .at(-1) ?? '';
    const local = written.replaceAll('\\', '');
    const domain = DOMAIN.exec(text.slice(at + 1, at + 256))?.[0];
    if (local === '' || domain === undefined || isNobody(local, domain)) continue;
    found.push({ kind: 'e-mail', start: at - written.length, end: at + 1 + domain.length });
  }
  return found;
}

function isNobody(local: string, domain: string): boolean {
  return EXAMPLE_DOMAIN.test(domain) || FILE_ENDING.test(`.${domain}`) || PROGRAM_ACCOUNT.test(local);
}

function spans(text: string, pattern: RegExp, kind: PersonalDataKind): readonly PersonalData[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices?.groups?.datum ?? [match.index, match.index + match[0].length];
    // An area code in brackets begins with the bracket.
    const opens = text[start - 1] === '(' && /^\d+\)/u.test(text.slice(start, end));
    return { kind, start: opens ? start - 1 : start, end };
  });
}

/** Round numbers (`+10 000 000`) and dates are no phone numbers. */
function isPhone(text: string): boolean {
  return !isDate(text) && !/(?:[ .,\u00a0]000)+$/u.test(text);
}

/** A date, or a span of years. */
function isDate(text: string): boolean {
  return /^\(?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-–/]\d{4})$/u.test(text);
}

function withoutOverlaps(found: readonly PersonalData[]): readonly PersonalData[] {
  const kept: PersonalData[] = [];
  for (const one of found) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
