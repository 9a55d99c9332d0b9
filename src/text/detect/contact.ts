import { cued, type Span, spansOf } from './cued.ts';

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
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} ?[([{] ?(?:at|arobase|arroba) ?[)\]}] ?[\p{L}\p{N}-]{1,63}(?: ?(?:\.|[([{] ?(?:dot|point|punto) ?[)\]}]) ?[\p{L}\p{N}-]{1,63}){1,4}/giu;

const NUMBER = String.raw`\(?\d(?:[ \u00a0().\/‑–-]{0,3}\d){6,14}(?!\d)`;
const INTERNATIONAL =
  /(?<![\p{L}\p{N}+])(?:\+|00(?=[1-9]\d{0,2}[ \u00a0-]))[1-9](?:[ \u00a0()./‑–-]{0,3}\d){7,14}(?!\d)/gu;
// Words before a phone number, in the languages of the United Nations and some more.
// biome-ignore format: a table of words
const PHONE_CUES = [
  'tel', 'tél', 'telephone', 'téléphone', 'phone', 'mobile', 'whatsapp', 'viber', 'fax', 'sms', 'portable', 'telegram',
  'teléfono', 'móvil', 'celular', 'telefone', 'telemóvel', 'telefon', 'handy', 'hotline', 'call', 'ring', 'text',
  'my number', 'her number', 'his number', 'number is', 'mon numéro', 'son numéro', 'mi número', 'su número', 'тел', 'телефон', 'мой номер', 'её номер', 'его номер', 'телефону', 'мобильный', 'мобильному', 'моб', 'номер телефона', 'номеру', 'ватсап', 'звоните',
  'هاتف', 'الهاتف', 'هاتفه', 'هاتفها', 'هاتفي', 'جوال', 'الجوال', 'جواله', 'جوالها', 'موبايل', 'واتساب', 'واتس اب', 'تليفون', 'رقم الهاتف', 'رقمي', 'رقمها', 'رقمه', 'اتصل على', 'اتصلوا على',
  '电话', '電話', '手机', '手機', '手机号', '電話號碼', '微信', '联系电话', '联系方式', 'simu', 'namba ya simu', 'nambari',
];
const CUED_PHONE = cued({
  cues: PHONE_CUES,
  between: String.raw`(?:(?:号码|號碼|号|是|为|為)?(?:\p{L}{1,9}['’.]? ?){0,3})`,
  datum: NUMBER,
});
/** Numbers of mobile phones in China, which stand without any sign before them. */
const CHINESE_MOBILE = /(?<![\p{N}.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\p{N}.])/gu;

// biome-ignore format: a table of words
const HANDLE_CUES = [
  'instagram', 'insta', 'ig', 'twitter', 'tiktok', 'tik tok', 'snapchat', 'snap', 'telegram', 'facebook', 'messenger', 'discord',
  'skype', 'handle', 'username', 'user name', 'vk', 'wechat', 'qq', 'line id', 'linkedin', 'mastodon', 'roblox',
  'инстаграм', 'инстаграме', 'телеграм', 'телеграме', 'вконтакте', 'ник', 'إنستغرام', 'انستغرام', 'انستقرام', 'تيك توك', 'سناب شات', 'سناب', 'تويتر', 'تلغرام', 'فيسبوك', 'حسابها', 'حسابه', 'حسابي', '微信', '微信号', '微博', '抖音', 'qq号', '快手',
];
/** A name of an account begins with `@`, or has what no ordinary word has: a digit, a dot or an underscore inside. */
const ACCOUNT = String.raw`@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,38}[\p{L}\p{N}_])?|(?=[\p{L}_.]{0,30}[\d_])[A-Za-z](?:[A-Za-z0-9_]|\.(?=[A-Za-z0-9_])){3,38}`;
const CUED_HANDLE = cued({
  cues: HANDLE_CUES,
  whole: true,
  between: String.raw`(?:(?:号|号码|账号|帳號|是|为|username|account|handle|user|compte|cuenta|conta|аккаунт|حساب|على|is|under|as|at|id|her|his|my) ?[:：]? ?){0,3}`,
  datum: `${ACCOUNT}|\\d{5,11}(?!\\d)`,
});
/** `@name on Instagram`. */
const HANDLE_ON =
  /(?<![\p{L}\p{N}._@/])(?<datum>@[\p{L}\p{N}_][\p{L}\p{N}_.]{1,38}) ?(?:\(|,)? ?(?:on|sur|en|no|в|auf|على|في) (?:his |her |my )?(?:instagram|insta|twitter|x|tik ?tok|snapchat|snap|telegram|facebook|discord|инстаграме?|телеграме?|إنستغرام|انستغرام|تيك توك|سناب شات)(?![\p{L}])/dgiu;
/** A person's page, not a company's post or a group. */
const PROFILE =
  /(?:https?:\/\/)?(?:www\.|m\.)?(?:instagram\.com|tiktok\.com|t\.me|snapchat\.com\/add|vk\.com|facebook\.com\/(?:profile\.php\?id=)|wa\.me|x\.com|linkedin\.com\/in)\/?(?<datum>@?[\p{L}\p{N}_.+-]{3,40})(?![\p{L}\p{N}_/])/dgiu;
const NO_ACCOUNT = /^@?(?:explore|reels?|share|intent|hashtag|search|login|about|joinchat|home|status|p|tv|stories)$/iu;

/** Four decimals are about ten metres. */
const COORDINATES = /(?<![\d.])[-+]?(?:[0-8]?\d|90)\.\d{4,8}°? ?[NS]?[,;]? ?[-+]?(?:1[0-7]\d|0?\d?\d)\.\d{4,8}(?!\d)/gu;
const IP_ADDRESS = cued({
  cues: ['ip', 'ip address', 'adresse ip', 'ip-адрес', 'dirección ip', 'ip地址', 'عنوان ip'],
  between: '(?:(?:address|is) ?){0,2}',
  datum: String.raw`(?:\d{1,3}\.){3}\d{1,3}(?![\d.])`,
});

/** Looks at each `@` and outwards from it, so that long runs of letters cost nothing. */
export function emailSpans(text: string): readonly Span[] {
  const found: Span[] = [...spansOf(text, SPELT_OUT)];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const span = emailAround(text, at);
    if (span !== undefined) found.push(span);
  }
  return found;
}

function emailAround(text: string, at: number): Span | undefined {
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
  if (local === '' || domain === undefined || isNobody(local, domain)) return undefined;
  return { start: at - written.length, end: at + 1 + domain.length };
}

function isNobody(local: string, domain: string): boolean {
  return EXAMPLE_DOMAIN.test(domain) || FILE_ENDING.test(`.${domain}`) || PROGRAM_ACCOUNT.test(local);
}

/** Phone numbers with a plus sign, or with a word before them that announces one. */
export function phoneSpans(text: string): readonly Span[] {
  return [...spansOf(text, INTERNATIONAL), ...spansOf(text, CUED_PHONE), ...spansOf(text, CHINESE_MOBILE)]
    .filter(({ start, end }) => isPhone(text.slice(start, end)))
    .map((span) => withBracket(text, span));
}

/** An area code in brackets begins with the bracket. */
function withBracket(text: string, { start, end }: Span): Span {
  const opens = text[start - 1] === '(' && /^\d+\)/u.test(text.slice(start, end));
  return { start: opens ? start - 1 : start, end };
}

/** Round numbers (`+10 000 000`) and dates are no phone numbers. */
function isPhone(text: string): boolean {
  return !isDate(text) && !/(?:[ .,\u00a0]000)+$|0{5}/u.test(text);
}

/** A date, or a span of years. */
export function isDate(text: string): boolean {
  return /^\(?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-–/]\d{4})$/u.test(text);
}

/** Names of accounts on social networks. */
export function handleSpans(text: string): readonly Span[] {
  return [...spansOf(text, CUED_HANDLE), ...spansOf(text, HANDLE_ON), ...spansOf(text, PROFILE)].filter(
    ({ start, end }) => !NO_ACCOUNT.test(text.slice(start, end)),
  );
}

/** Coordinates so exact that they are an address. */
export function coordinateSpans(text: string): readonly Span[] {
  return spansOf(text, COORDINATES);
}

/** Addresses of machines. */
export function ipSpans(text: string): readonly Span[] {
  return spansOf(text, IP_ADDRESS);
}
