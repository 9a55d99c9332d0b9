import { type ReviewSpan, spansOfAll } from './review-span.ts';

const START = String.raw`(?<![\p{L}\p{N}])`;
const WHO_DID =
  '(?:my|his|her|their|the|a|an|our) (?:\\p{L}+ )?(?:uncle|father|dad|stepfather|step-father|stepdad|mother|mum|mom|stepmother|brother|cousin|grandfather|teacher|headteacher|principal|coach|neighbou?r|boss|employer|guard|guards|soldier|soldiers|policeman|police|officer|officers|husband|boyfriend|pastor|priest|imam|caregiver|caretaker|landlord|aunt|man|men|boys|relative|driver|staff member)';

/** In each language: somebody harmed "me", "her" or "him", somebody who did it, and the wish to die. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    String.raw`${START}(?<datum>(?:${WHO_DID}|he|she|they|someone|somebody|who|and|which) (?:also |often |always |sometimes |regularly |then |had |has |have |used to |would |is |was |kept |keeps |once |started |tried to ){0,3}(?:hits?|hitting|beats?|beat up|beating|slaps?|slapped|slapping|kicks?|kicked|burns?|burned|burnt|rapes?|rape|raped|abuses?|abused|abusing|molests?|molested|touche?s?|touched|touching|hurts?|hurting|harass(?:es|ed)?|threatens?|threatened|locks?|locked|sells?|sold|traffick(?:s|ed)|starves?|starved|choked|strangled|stabbed|undressed|grabbed|groomed|blackmail(?:s|ed)?|forces?|forced) (?:me|her|him|us|his son|her son|his daughter|her daughter|my (?:sister|brother|mother|friend|cousin)|a girl|a boy|the girl|the boy|one of (?:us|the (?:girls|boys|children))))`,
    'giud',
  ),
  new RegExp(
    String.raw`${START}(?<datum>(?:i|she|he|s/he|we|my (?:sister|brother|friend|cousin|mother)|one (?:girl|boy|child|participant)|a (?:girl|boy|child)|the (?:girl|boy|child)) (?:was|were|am|is|have been|has been|had been|got|gets?|being) (?:also |often |repeatedly |sexually |badly |being |once |then |regularly |physically |first ){0,2}(?:beaten|hit|raped|gang-raped|abused|molested|assaulted|touched|trafficked|sold|tortured|exploited|kidnapped|abducted|groomed|harassed|stabbed|burned|burnt|strangled|circumcised|cut|mutilated|forced (?:to|into)|locked|chained|recruited|married off|given in marriage|whipped|caned|starved|threatened|pregnant))(?![\p{L}])`,
    'giud',
  ),
  /(?<![\p{L}])(?<datum>(?:i|she|he|we) (?:also |often |sometimes |really |just |only )?(?:wants?|wanted|wish(?:es|ed)?|tried|tries|try|thinks?|thought|plans?|planned|going) (?:to |about |of |i |she |he )?(?:die|kill(?:ing)? (?:myself|herself|himself|ourselves)|commit(?:ting)? suicide|end(?:ing)? (?:my|her|his) life|hurt(?:ing)? (?:myself|herself|himself)|was dead|were dead|wasn['’]t alive|suicide))/dgiu,
  /(?<![\p{L}])(?<datum>(?:i|she|he) (?:cuts?|cutting|harms?|hurts?|burns?|starves?|poisoned|hanged) (?:myself|herself|himself))/dgiu,
  /(?<![\p{L}])(?<datum>(?:comes|came|gets|got) into (?:my|her|his|our) (?:bed|room) at night|showed? (?:me|her|him|us) (?:his private|porn\p{L}*|naked)|(?:asked|asks|made|makes|forced|forces) (?:me|her|him|us) (?:to |for )?(?:send |take |do )?(?:nude|naked|undress|sexual|sex|touch|have sex|take off)|don['’]?t tell (?:anyone|anybody|my (?:mother|mum|mom|parents|father))|i(?:['’]m| am) (?:afraid|scared) (?:to go home|of (?:my|him|going home))|never told anyone|(?:sleeps?|slept) with (?:the |a )?(?:teacher|soldiers?|men) for)/dgiu,
  // French
  /(?<![\p{L}])(?<datum>(?:(?:mon|ma|son|sa|le|la|un|notre) (?:\p{L}+ )?(?:oncle|père|beau-père|mère|frère|cousin|grand-père|professeur|maître|enseignant|voisin|patron|mari|soldat|policier|tante|belle-mère|instituteur)|il|elle|ils|on|qui) (?:me|m['’]|la|le|l['’]|nous|lui|les)(?: ?(?:a|ont|avait|avaient))? ?(?:souvent |toujours |parfois )?(?:frapp|batt|bat |bat$|tap|viol|touch|abus|agress|harcel|harcèl|menac|enferm|forc|vend|brûl|oblig|mariée?|gifl))/dgimu,
  /(?<![\p{L}])(?<datum>(?:j['’]ai été|je suis|elle a été|il a été|elle est|il est|nous avons été|une (?:fille|fillette) a été|un (?:garçon|enfant) a été) (?:souvent |sexuellement )?(?:frappée?|battue?s?|violée?s?|abusée?|agressée?|maltraitée?|vendue?|forcée?|mariée? de force|torturée?|enlevée?|exploitée?|touchée?|enceinte|recrutée?|excisée?|harcelée?)|(?:je veux|je voulais|elle veut|elle voulait|il veut|il voulait|j['’]ai voulu|j['’]ai pensé à) (?:mourir|me suicider|se suicider|me tuer|se tuer|en finir)|(?:me|se) scarifi\p{L}+|attouchements?)/dgiu,
  // Spanish and Portuguese
  /(?<![\p{L}])(?<datum>(?:(?:mi|su|el|la|un|nuestro|meu|o|seu|minha) (?:\p{L}+ )?(?:tío|padre|papá|padrastro|madre|madrastra|hermano|primo|abuelo|profesor|maestro|vecino|patrón|jefe|marido|soldado|policía|novio|tio|pai|padrasto|irmão|avô|professor|vizinho|patrão)|él|ella|ellos|ele|eles|que|quien) (?:me|la|lo|le|nos|las|los|a) ?(?:ha |había |han )?(?:peg|golpe|viol|toc|abus|manose|acos|amenaz|encerr|oblig|vend|quem|maltrat|forz|bat|espanc|estupr|ameaç|trancou|forçou))/dgiu,
  /(?<![\p{L}])(?<datum>(?:me|nos|la|lo) (?:violaron|golpearon|pegaron|tocaron|vendieron|secuestraron|forzaron|obligaron|violó|golpeó|pegó|tocó|estupraram|bateram|espancaram)|(?:fui|fue|he sido|ha sido|soy|es|foi|era|sou|una niña fue|un niño fue) (?:sexualmente )?(?:golpead[oa]|violad[oa]|abusad[oa]|maltratad[oa]|vendid[oa]|forzad[oa]|obligad[oa]|secuestrad[oa]|explotad[oa]|torturad[oa]|agredid[oa]|acosad[oa]|reclutad[oa]|estuprad[oa]|espancad[oa]|forçad[oa]|tocad[oa])|(?:quiero|quería|quiere|quise|pensé en|quero|queria) (?:morir|morirme|matarme|matarse|suicidarme|suicidarse|morrer|me matar)|(?:me|se) (?:corto|corta|cortaba|lastimo|autolesion\p{L}+))/dgiu,
  // Swahili and German
  /(?<![\p{L}])(?<datum>(?:ananipiga|alinipiga|alinibaka|amebakwa|nilibakwa|anampiga|alinigusa|nataka kufa|nilitaka kujiua|wananipiga)|(?:er|sie|mein (?:Vater|Onkel|Stiefvater|Lehrer)|meine Mutter) (?:schlägt|schlug|vergewaltigte|missbrauchte?|berührt|berührte) (?:mich|sie|ihn)|ich (?:will|wollte) (?:sterben|nicht mehr leben))/dgiu,
  // Russian and Ukrainian
  /(?<![\p{L}])(?<datum>(?:(?:меня|е[её]|его|нас|мою (?:сестру|подругу|маму)|моего (?:брата|друга)|девочку|мальчика|мене|її) (?:часто |постоянно |всегда |регулярно |дома |один раз |там |иногда |сильно |потом ){0,2}(?:бь[её]т|бьют|били|бил|била|избил|избивал|избива|насилов|изнасил|трогал|трога|домога|продал|похитил|пытал|ударил|угрожа|заставля|заставил|запира|запер|выдали замуж|б'є|били|ґвалтува|зґвалтува))|(?:бь[её]т|бьют|бил|били|избивает|избивал|изнасиловал|насиловал|трогал|продал|ударил|запирал|запирает|заставлял|заставляет|принуждал) (?:меня|е[её]|его|нас|девочку|мальчика|мою))/dgiu,
  /(?<![\p{L}])(?<datum>(?:я )?(?:хочу|хотел[аи]?|хочет|думала?|пытал(?:ась|ся)) (?:о том, чтобы )?(?:умереть|покончить с собой|убить себя|о самоубийстве|о суициде)|(?:режу|режет|резала) себя|(?:была|был) (?:изнасилован|избит|похищен|продан)[а]?|(?:подвергал(?:ась|ся|ась)|подверглась|подвергся) (?:насили|изби|сексуальн|домогат)\p{L}*|(?:приставал|домогался) (?:ко мне|к ней|к нему)|насильно (?:выдали|отдали) замуж|никому не (?:говори|рассказывала?))/dgiu,
  // Arabic
  /(?<![\p{L}\p{M}])[وف]?(?<datum>(?:كان |كانت |كانوا )?(?:[يت]ضرب(?:ني|ها|ه|نا|ون|ونني)|ضرب(?:ني|ها|ه|تني|وني|نا|وها|تها)|اغتصب(?:ني|ها|ه|وني|وها|ت)|[يت]غتصب\p{L}*|[تي]حرش (?:بي|بها|به|بنا)|تحرش (?:بي|بها|به)|لمس(?:ني|ها|ه)|يلمس(?:ني|ها|ه)|[يت]لمسني|هدد(?:ني|ها|ه|وني)|يهدد(?:ني|ها|ه)|باع(?:ني|ها|ه|وني|وها)|خطف(?:ني|ها|وني|وها|ه)|حبس(?:ني|ها|ه|وني)|يحبس(?:ني|ها|ه)|عذب(?:ني|ها|ه|وني)|أجبر(?:ني|ها|ه|وني|وها|تني)|زوج(?:وني|وها|ني|ها) (?:غصبا|قسرا|رغم|وأنا|وهي|من|و)|يعتدي علي(?:ها|ه)?|اعتدى علي(?:ها|ه)?|اعتدوا علي(?:ها|ه)?|[تي]عرض(?:ت)? (?:للضرب|للاغتصاب|للتحرش|لاعتداء|للاعتداء|للعنف|للتعذيب|للخطف|للاستغلال)|تعرضتُ? ل(?:لضرب|لاغتصاب|لتحرش|لاعتداء)|أريد أن أموت|أرادت أن تموت|تريد أن تموت|حاول(?:ت)? (?:الانتحار|أن (?:أ|ت|ي)?قتل نفس\p{L}+)|أفكر في الانتحار|[تيأ]ؤذي نفس(?:ها|ه|ي)|أجرح نفسي|لا تخبر(?:ي)? أحدا?|حامل من|تزوجت وعمرها))(?![\p{L}\p{M}])/dgu,
  // Chinese
  /(?<datum>(?:(?:爸爸|父亲|妈妈|母亲|继父|继母|叔叔|舅舅|爷爷|哥哥|老师|教练|邻居|老板|男友|校长|他|她|他们|有人)(?:经常|总是|常常|每天|曾经|曾|有时|就|还|又|会|一直|喝醉后|喝酒后|晚上)?(?:打|殴打|毒打|强奸|侵犯|性侵|猥亵|摸|虐待|骚扰|威胁|强迫|卖掉?|关|锁|伤害|踢|烫)了?过?(?:我|她|他|妹妹|弟弟|姐姐|孩子|女儿|儿子))|(?:我|她|他|妹妹|弟弟|女孩|男孩|同学|朋友)(?:经常|常常|总是|曾经|曾|也)?(?:被|遭到?|受到)(?:[\u4e00-\u9fff]{0,6})?(?:打|殴打|强奸|性侵|侵犯|猥亵|虐待|拐卖|绑架|骚扰|卖|强迫|摸|家暴|欺负|体罚|囚禁|逼婚)|(?:我|她|他)(?:曾经|曾|常常|经常|也|甚至|真的|不)?(?:想死|想自杀|不想活|想结束生命|割腕|自残|自杀|想过自杀)|把(?:我|她|他)(?:卖|关|锁|打)|(?:不要|别)告诉(?:别人|任何人|妈妈)|怀孕了|被迫(?:结婚|嫁|卖淫|当兵))/dgu,
];

/**
 * Passages in which somebody may disclose harm done to them or to another person.
 *
 * @param prose Text of which only prose is left.
 */
export function disclosureSpans(prose: string): readonly ReviewSpan[] {
  return spansOfAll(prose, PATTERNS, 'disclosure');
}
