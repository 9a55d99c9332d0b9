import type { Span } from './cued.ts';

/** Years in digits or in words, under eighteen. */
const EN_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen';
const EN = String.raw`(?<age>1[0-7]|[1-9]|${EN_WORDS})(?!\d|\.\d)`;
const N = String.raw`(?<age>1[0-7]|[1-9])(?!\d|\.\d)`;
const ZH = String.raw`(?<age>1[0-7]|[1-9]|十[一二三四五六七]?|[一二三四五六七八九两])`;
/** What makes a single year the end of a range or a threshold, which say of nobody who they are. */
const NO_RANGE = String.raw`(?! ?(?:[-–—‑~～至到]|to |and (?:above|over|under|older|younger|up|below|\d)|or (?:above|over|under|older|younger|more|less)|à |a \d|y \d|et \d|ou plus|o más|до |и (?:старше|младше)|(?:years? )?(?:and|or) (?:above|over|under|older|younger|up)|إلى |حتى |فما |فأكثر|以[上下]))`;

/** One child, in the singular. */
const PERSON_EN =
  'girl|boy|child|kid|pupil|student|participant|daughter|son|brother|sister|cousin|nephew|niece|friend|respondent|refugee|orphan|mother|father|teenager|toddler|baby|victim|survivor|classmate|member|delegate|activist|minor|infant|adolescent|twin|grandson|granddaughter';

/** Words with a capital that stand for many. */
const MANY =
  '(?!(?:Children|Girls|Boys|Those|Youth|Youths|Participants|Pupils|Students|People|Persons|Adolescents|Everyone|Anyone|All|Kids|Teenagers|Minors|Members|Respondents|Learners|Refugees|Groups?|Age|Aged)(?![\\p{L}]))';

const SURE: readonly RegExp[] = [
  // "a 9-year-old girl", "the nine year old"; never "9-year-old girls", "a 10-year-old programme".
  new RegExp(
    String.raw`(?<![\p{L}\p{N}-])(?:an?|the|this|that|one|our|my|his|her|their|another|whose) (?:(?:\p{L}[\p{L}-]{0,15}) ){0,2}?(?<datum>${EN}[- ](?:years?|yrs?)[- ]old)(?: (?:\p{L}[\p{L}-]{1,15})){0,2}? (?:${PERSON_EN})(?![\p{L}s])`,
    'giud',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:an?|the|one|my|our|his|her) (?:\p{L}[\p{L}-]{0,15} ){0,2}?(?:${PERSON_EN}),? ?\(?(?:who is )?(?:now )?(?:just |only )?(?<datum>aged? ${EN}${NO_RANGE})`,
    'giud',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${MANY}\p{Lu}[\p{L}\p{M}'’-]{1,20},? \(?(?:who is )?(?:now )?(?<datum>aged? ${EN}${NO_RANGE})`,
    'gud',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:i am|i['’]m|i was|(?:s?he|she) (?:is|was)|(?:s?he|she)['’]s|my (?:${PERSON_EN}) is) (?:now |only |just |already )?(?<datum>${EN} (?:years?|yrs?)(?:[- ]old| of age))`,
    'giud',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:age|âge|edad|idade|alter|umri)(?: is)?[:：] ?(?<datum>${N}${NO_RANGE})(?! ?(?:groups?|bands?|[,;] ?\d|/))`,
    'giud',
  ),
  // Romance languages.
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:j['’]ai|il a|elle a|j['’]avais|(?:ma|mon|sa|son) (?:fille|fils|frère|sœur|soeur|ami|amie|cousine?) a|(?:fille|garçon|enfant|élève|fillette|fils|participante?|adolescente?|jeune|frère|sœur|amie?|cousine?|réfugiée?)[,]? (?:âgée? )?(?:de|d['’])|\p{Lu}[\p{L}\p{M}]{1,20},? (?:âgée? de )?) ?(?<datum>${N} ans)${NO_RANGE}(?! (?:ou|et) (?:plus|moins))(?! (?:de (?:prison|guerre|travail|service|conflit)))`,
    'gud',
  ),
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?<datum>âgée? (?:seulement )?de ${N} ans)${NO_RANGE}`, 'giud'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:(?:yo )?tengo|tiene|tenía|(?:niñ[oa]|chic[oa]|muchach[oa]|estudiante|alumn[oa]|hij[oa]|herman[oa]|amig[oa]|adolescente|participante|prim[oa]),? de|\p{Lu}[\p{L}\p{M}]{1,20}, (?:de )?|tem|tenho|tinha|(?:menin[oa]|criança|alun[oa]|filh[oa]|irmã|irmão|jovem),? (?:de|com)) ?(?<datum>${N} (?:años|anos)(?: de (?:edad|idade))?)${NO_RANGE}(?! (?:o|ou) (?:más|mais))(?! de (?:prisión|guerra|trabajo|experiencia|servicio|conflicto))`,
    'gud',
  ),
  // Cyrillic: a dative or a name before, or the adjective with one child in the singular.
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:мне|ей|ему|(?:девочк[еи]|мальчику|реб[её]нку|дочери|сыну|сестре|брату|подруге|другу|внучке|внуку)|(?:девочк[аи]|мальчик|реб[её]нок|ученик|ученица|дочь|сын|школьник|школьница|подросток|участница|участник|племянница|племянник),?|в возрасте|\p{Lu}\p{Ll}{1,20},) (?:сейчас |уже |только |было |исполнилось |всего )?(?<datum>${N} (?:лет|года?|рок[иів]+))(?! (?:и (?:старше|младше)|назад|подряд|войны|лишения|до ))${NO_RANGE}`,
    'gud',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<datum>${N}-?(?:ти|и)?[- ]?летн(?:яя|ий|ей|его|юю|ему|им)) (?:\p{Ll}{1,20} )?(?:девочк|мальчик|реб[её]н|учени|доч|сын|школьни|подрост|участни|сестр|брат|племянни|внуч|внук|подруг|друг|\p{Lu})`,
    'gud',
  ),
  // Arabic: "my age is", "of the age of", a girl or a boy of that age.
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:و?عمر(?:ي|ها|ه|ُها|ُه)|و?سن(?:ها|ه|ي)|(?:و?[تيأ]?بلغ(?:ت)?) من العمر|(?:في|ب)(?:سن|\u0020سن)|العمر[:：]?|عمر (?:الطفلة?|ابنتي|ابني|أختي|أخي)) ?(?:الآن |حوالي )?(?<datum>${N})(?! ?(?:[-–—]|إلى|حتى|و ?\d|فما|فأكثر|أو أكثر|عامًا فما))`,
    'gud',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:طفلة?|فتاة|فتى|ولد|بنت|صبي|صبية|تلميذة?|طالبة?|ابنة|ابن|لاجئة?)(?: \p{L}{2,12}){0,2},? ?،? ?(?:عمر(?:ها|ه)|تبلغ|يبلغ|في)? ?(?<datum>${N} ?(?:سنوات|سنة|عام[ًا]{0,2}|أعوام))(?! ?(?:فما|فأكثر|أو أكثر))`,
    'gud',
  ),
  // Chinese: a person before or after; "6岁以下", "12岁至17岁" say of nobody who they are.
  new RegExp(
    String.raw`(?:我|她|他|今年|现年|年仅|刚满|才|女儿|儿子|妹妹|弟弟|姐姐|哥哥|年龄|[，,（(])(?:今年|现在|是|已经|只有|才|：|:)? ?(?<datum>${ZH} ?[岁歲])(?![以之至到\d~～-])(?!儿童|的(?:儿童|孩子们))`,
    'gud',
  ),
  new RegExp(
    String.raw`(?<![\d至到~～-])(?<datum>${ZH} ?[岁歲])的?(?:小)?(?:女孩|男孩|女童|男童|女生|男生|学生|孩子(?!们)|小朋友(?!们)|女儿|儿子|少女|少年|\p{Script=Han}{1,3}(?:说|告诉|表示))`,
    'gud',
  ),
  // An age between commas or brackets after whoever says something: "Aisha, 9 years, said", "Айгерим (9 лет) сказала".
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${MANY}\p{Lu}\p{Ll}{1,20}(?:, | \()(?<datum>${EN} (?:years?|yrs?)(?: old)?)(?:,|\)) (?:said|says|told|asked|added|explained|wants|lives|wrote)(?!\p{L})`,
    'gud',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{1,20} \((?<datum>${N} (?:лет|года?|рок[иів]+))\),? (?:сказал|говор|рассказал|ответил|спросил|добавил|написал|казал|розпов)`,
    'gud',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:قالت?|تقول|يقول|ذكرت?|أضافت?|روت|أخبرتنا|أخبرنا) (?:\p{L}{2,12} ?){1,3}(?:، ?|, ?| ?\()(?<datum>${N} ?(?:سنوات|سنة|عام[ًا]{0,2}|أعوام))(?:[،,)])`,
    'gud',
  ),
];

/** What follows a year of age and makes it one of many: "aged 9 and 10" are still two children, "aged 9 and over" none. */
const THRESHOLD =
  /^ ?(?:and|or|et|y|ou|o|e|и|أو|و|或) (?:over|above|older|under|younger|up|more|less|plus|más|mais|старше|младше|أكثر|أقل)/iu;

/** Exact ages of single children, under eighteen. */
export function ageSpans(text: string): readonly Span[] {
  return SURE.flatMap((pattern) => agesOf(text, pattern));
}

function agesOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = match.indices?.groups?.datum ?? [match.index, match.index];
    return end === start || THRESHOLD.test(text.slice(end, end + 24)) ? [] : [{ start, end }];
  });
}
