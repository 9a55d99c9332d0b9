import { type ReviewSpan, spansOfAll } from './review-span.ts';

const EN_PERSON =
  'girl|boy|child|student|pupil|participant|person|one|woman|man|refugee|family|member|delegate|survivor|mother|teenager|daughter|son|deaf|blind|wheelchair user|minor|resident|migrant|orphan|transgender|trans girl|trans boy';

/** What is true of one person only, or of few where the words stand. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}])(?<datum>(?:the|our|their|is the|as the|being the) (?:only|first ever|youngest|oldest|sole|last) (?:(?:\p{L}[\p{L}-]*) ){0,3}?(?:${EN_PERSON})(?![\p{L}]))`,
    'giud',
  ),
  /(?<![\p{L}])(?<datum>(?:the|a) (?:daughter|son|wife|niece|nephew|sister|brother|child|twin) of (?:the|a|our) (?:\p{L}+ )?(?:mayor|chief|imam|pastor|priest|headteacher|principal|governor|minister|president|judge|commander|doctor|teacher|director|king|senator|ambassador|shopkeeper|village head|sheikh))/dgiu,
  /(?<![\p{L}])(?<datum>(?:the|our) (?:mayor|chief|imam|pastor|headteacher|principal|governor|commander|village head|president|minister)['’]s (?:daughter|son|niece|nephew|child|wife))/dgiu,
  /(?<![\p{L}])(?<datum>(?:the|a|one) (?:deaf|blind|albino|intersex|transgender|trans|lesbian|gay|hiv-positive|wheelchair-using|pregnant|autistic) (?:girl|boy|child|student|pupil|teenager|participant|twin)(?![\p{L}])[^.\n]{0,60}?(?:from|in|of|at) \p{Lu}[\p{L}\p{M}-]+)/dgu,
  /(?<![\p{L}])(?<datum>(?:the|identical|conjoined) (?:twins|triplets|quadruplets)(?: (?:from|in|of|at) (?:the |our |my )?\p{L}+)?)(?![\p{L}])/dgiu,
  /(?<![\p{L}])(?<datum>(?:la|le|l['’]) ?(?:seule?|unique|plus jeune|première?) (?:\p{L}+ ){0,2}?(?:fille|garçon|enfant|élève|participante?|réfugiée?|famille|sourde?|aveugle|membre|fillette)|(?:la fille|le fils) (?:du|de la|de l['’]) ?(?:maire|chef|imam|pasteur|directeur|directrice|gouverneur|ministre|juge|commandant|préfet))/dgiu,
  /(?<![\p{L}])(?<datum>(?:la|el|o|a) (?:única|único|más joven|primera|primer|mais nov[oa]) (?:\p{L}+ ){0,2}?(?:niñ[oa]|chic[oa]|alumn[oa]|estudiante|participante|familia|sord[oa]|menin[oa]|criança|alun[oa]|persona|adolescente|refugiad[oa])|(?:la hija|el hijo|a filha|o filho) d(?:el|e la|o|a) (?:alcalde|jefe|cacique|pastor|director|directora|gobernador|ministro|juez|comandante|prefeito|chefe))/dgiu,
  /(?<![\p{L}])(?<datum>(?:единственн(?:ая|ый|ого|ую|ой|ое|ым|ому)|сам(?:ая|ый|ой|ого) (?:младш|юн|маленьк)(?:ая|ий|ей|его|ый|ой|ого)|перв(?:ая|ый)) (?:\p{L}+ ){0,2}?(?:девочк|мальчик|реб[её]н|учени|участни|девушк|семь|школьни|подрост|беженк|беженец|глух|слеп)\p{L}*|(?:дочь|сын|дочери|сына|дочка) (?:мэра|главы|имама|директора|губернатора|министра|судьи|командира|старосты|священника|вождя|председателя)(?: \p{L}+)?|(?:сестры-)?близнец\p{L}*)/dgiu,
  /(?<![\p{L}\p{M}])[وف]?(?<datum>(?:الفتاة|الطفلة?|الولد|الطالبة?|البنت|التلميذة?|المشاركة?|العائلة|الأسرة|الشخص|الصبي)(?: [\u0621-\u064a]{2,12}){0,2} (?:الوحيدة?|الأصغر|الأولى)|(?:أنا |هي |هو )?(?:الوحيدة?) (?:في|من|بين|التي|الذي) [\u0621-\u064a]+|أصغر (?:المشاركات|المشاركين|طفلة?|فتاة|الأطفال|الطالبات|الطلاب)|(?:ابنة?|بنت) (?:العمدة|رئيس (?:البلدية|القرية|القبيلة)|المختار|إمام (?:المسجد|القرية)|الإمام|المديرة?|مديرة? المدرسة|الوزير|القاضي|الشيخ|المحافظ|القائد)|التوأم(?:ان|ين|تان)?)(?![\p{L}\p{M}])/dgu,
  /(?<datum>(?:唯一(?:的)?|年纪最小的|最小的|最年轻的|第一个)(?:一?[名位个])?(?:[\u4e00-\u9fff]{0,6}?)(?:女孩|男孩|女生|男生|孩子|学生|儿童|参与者|参加者|女童|男童|家庭|难民|学员)|(?:村长|镇长|市长|校长|县长|书记|阿訇|牧师|局长|部长)的?(?:女儿|儿子|孙女|孙子|侄女|侄子|孩子|千金)|双胞胎(?:姐妹|兄弟|姐弟|兄妹)?)/dgu,
];

/**
 * Words that are true of so few people that they say who somebody is.
 *
 * @param prose Text of which only prose is left.
 */
export function rareSpans(prose: string): readonly ReviewSpan[] {
  return spansOfAll(prose, PATTERNS, 'rare-combination');
}
