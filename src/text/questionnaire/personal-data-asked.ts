import type { Question } from '../../model/questionnaire.ts';

/** What a question may ask for that identifies a person. */
export type AskedFor = keyof typeof WORDS;

/** Words by which a question asks for it, in the six official languages of the United Nations. */
const WORDS = {
  'a name': [
    /\b(?:your|full|first|last|family|given|middle)\s+(?:full\s+|first\s+|last\s+)?names?\b/iu,
    /\bnames? of (?:the |your |each |this )?(?:child|respondent|participant|person|interviewee|parent|carer|caregiver|guardian|head of (?:the )?household)/iu,
    /\b(?:child|respondent|participant|interviewee|parent|carer|caregiver|guardian)['’]s\s+(?:full\s+|first\s+)?name/iu,
    /^(?:full\s+)?name\s*[:?]?$|\bsurname\b|\bwhat are you called/iu,
    /\b(?:votre|ton)\s+(?:pré)?nom\b(?! d['’])|\bnom (?:complet|de famille|et prénom)|\bcomment (?:vous appelez-vous|t['’]appelles|tu t['’]appelles)/iu,
    /\bnom (?:du|de la|de l['’])\s*(?:répondante?|participante?|enfant|personne|mère|père)/iu,
    /\b(?:su|tu)\s+nombre\b|\bnombre (?:completo|y apellido)|\bapellidos?\b|\bcómo (?:se llama usted|te llamas)/iu,
    /\bnombre (?:del|de la)\s+(?:niñ[oa]|participante|persona|encuestad[oa]|madre|padre)/iu,
    /اسمك|الاسم الكامل|اسم (?:ال)?(?:طفل|مشارك|شخص)|姓名|[你您]的名字|叫什么名字|фамили[яюи]|\bФИО\b|как (?:вас|тебя) зовут|(?:ваше|твоё|твое) имя/iu,
  ],
  'a phone number': [
    /\b(?:(?:tele)?phone|mobile|cell(?:phone)?|whatsapp|contact)\s+(?:number|no\b)|^(?:your )?(?:(?:mobile|cell)\s*)?(?:tele)?phone\s*[:?]?$/iu,
    /\bnuméro (?:de )?(?:téléphone|portable|mobile|gsm|whatsapp)|\bnúmero de (?:teléfono|celular|móvil|contacto|whatsapp)|^(?:téléphone|teléfono)\s*[:?]?$/iu,
    /رقم (?:ال)?(?:هاتف|جوال|موبايل)|رقم هاتفك|(?:电话|手机)(?:号码|号)|联系电话|номер[а-яё]* (?:мобильного |вашего |твоего )?телефона/iu,
  ],
  'an e-mail address': [
    /\byour e-?mail\b|\be-?mail address|^e-?mail\s*[:?]?$|\b(?:votre|ton) (?:e-?mail|courriel)|\badresse (?:e-?mail|électronique|de courriel)/iu,
    /\bcorreo electrónico\b|البريد الإلكتروني|بريدك|电子邮[件箱]|邮箱|электронн\p{L}+ (?:почт|адрес)/iu,
  ],
  'an address': [
    /\b(?:home|street|postal|residential|your) address\b|\badresse (?:postale|personnelle|du domicile)|\bvotre domicile|\bdirección (?:postal|de (?:su|tu) (?:casa|domicilio))|\bsu domicilio/iu,
    /عنوان (?:السكن|المنزل|بيتك)|عنوانك|住址|家庭地址|домашн\p{L}+ адрес|адрес проживания/iu,
  ],
  'a position on the map': [
    /\bGPS\b|\bgeo-?location\b|\b(?:latitude|longitude)\b|\bcoordonnées géographiques|\bcoordenadas (?:geográficas|gps)|إحداثيات|坐标|定位|координат/iu,
  ],
  'an exact age': [
    /\bhow old (?:are|is|was|were)\b|\b(?:your|exact|child['’]s|respondent['’]s) age\b|\bage in years\b|^age\s*[:?]?$/iu,
    /\bquel âge\b|\b(?:votre|ton) âge\b|^âge\s*[:?]?$|\bcuántos años (?:tiene|tienes)|\b(?:su|tu) edad\b|^edad\s*[:?]?$/iu,
    /كم عمرك|عمرك|年龄|几岁|多大年纪|сколько (?:вам|тебе) лет|(?:ваш|твой) возраст/iu,
  ],
  'a date of birth': [
    /\bdate of birth\b|\bbirth ?da(?:te|y)\b|\b(?:when|what year) were you born\b|\byear of birth\b|\b(?:date|année) de naissance\b|\b(?:fecha|año) de nacimiento\b/iu,
    /تاريخ (?:ال)?(?:ميلاد|ولادة)|出生(?:日期|年月|年份)|(?:дата|год) рождения/iu,
  ],
  'a school': [
    /\b(?:which|what) school\b|\bschool(?:['’]s)? name\b|\bname of (?:your|the|his|her|their) school\b|\bquelle école\b|\bnom de (?:ton|votre|l['’])\s*école/iu,
    /\bqué escuela\b|\bnombre de (?:tu|su|la) escuela|اسم (?:ال)?مدرس|学校名称|哪所学校|(?:назван\p{L}+|номер) (?:вашей |твоей )?школы|в какой школе/iu,
  ],
  'a number of an identity document': [
    /\bpassport (?:number|no)|\bnational id\b|\bidentity (?:card|number)|\bid number\b|\bsocial security\b|\b(?:refugee|registration|case) (?:id|number)\b/iu,
    /\bnuméro (?:de passeport|d['’]identité|de sécurité sociale)|\bnúmero de (?:identidad|identificación|pasaporte|documento)|رقم (?:ال)?(?:هوية|جواز)|身份证|护照号|номер паспорта/iu,
  ],
  'an account': [
    /\byour (?:user ?name|handle|(?:facebook|instagram|telegram|tiktok|x|twitter) (?:name|account|profile))\b/iu,
  ],
  'the device': [],
  'a recording': [],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;

/** Questions of survey programs that ask for it without words. */
const FORM_TYPES: Readonly<Record<string, AskedFor>> = {
  ...{ geopoint: 'a position on the map', geotrace: 'a position on the map', geoshape: 'a position on the map' },
  ...{ 'start-geopoint': 'a position on the map', username: 'an account', email: 'an e-mail address' },
  ...{ phonenumber: 'a phone number', deviceid: 'the device', simserial: 'the device', subscriberid: 'the device' },
  ...{ image: 'a recording', audio: 'a recording', video: 'a recording', 'background-audio': 'a recording' },
};

/** Rows of survey forms that nobody answers: what they say is no question. */
const UNASKED: ReadonlySet<string> = new Set(['note', 'calculate', 'hidden']);

/** Ages asked in bands identify nobody. */
const FINE_IN_BANDS: ReadonlySet<string> = new Set(['an exact age']);

/**
 * What a question asks for that identifies a person, as far as its own words and its type in a survey form say.
 *
 * @param question In any of the six official languages; its hint is not looked at, since hints warn of such things.
 */
export function personalDataAsked({
  text,
  choices,
  form,
}: Pick<Question, 'text' | 'choices' | 'form'>): readonly AskedFor[] {
  const asked = new Set<AskedFor>();
  const type = (form.type ?? '').trim().toLowerCase();
  const byType = FORM_TYPES[type];
  if (byType !== undefined) asked.add(byType);
  if (/\blocation-/iu.test(form.parameters ?? '')) asked.add('a position on the map');
  const words = UNASKED.has(type) ? '' : text.slice(0, 2000);
  for (const [what, patterns] of Object.entries(WORDS) as [AskedFor, readonly RegExp[]][]) {
    if (choices.length > 0 && FINE_IN_BANDS.has(what)) continue;
    if (patterns.some((pattern) => pattern.test(words))) asked.add(what);
  }
  return [...asked];
}
