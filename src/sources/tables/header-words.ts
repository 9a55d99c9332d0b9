import type { CommentRole, SurveyRole } from '../../model/mapping.ts';

/** What a column is that everybody's forms have, by the words of its heading. */
interface KnownColumn {
  readonly pattern: RegExp;
  readonly as: SurveyRole;
  /** What it tells, for the report that it was left out. */
  readonly about: 'device' | 'contact' | 'name' | 'place' | 'time' | 'technical';
}

const known = (about: KnownColumn['about'], as: SurveyRole, ...patterns: readonly RegExp[]): readonly KnownColumn[] =>
  patterns.map((pattern) => ({ pattern, as, about }));

/**
 * Columns that Kobo, ODK, SurveyCTO, LimeSurvey, Google, Microsoft and SurveyMonkey add to what was asked, and questions
 * for what identifies a person. Headings are compared in lower case, without groups; the first that fits counts.
 */
const KNOWN: readonly KnownColumn[] = [
  ...known('technical', 'id', /^_uuid$/u, /^(?:meta\/)?instance ?id$/u, /^key$/u, /^uuid$/u),
  ...known('technical', 'id', /^(?:_id|id|response ?id|respondent ?id|submission ?id|entry ?id|record ?id)$/u),
  ...known('time', 'received', /^_submission_time$/u, /^submission ?(?:date|time)$/u, /^(?:timestamp|horodateur)$/u),
  ...known(
    'time',
    'received',
    /^marca temporal$/u,
    /^submitdate$/u,
    /^(?:end|completion) ?(?:date|time)$/u,
    /^date submitted$/u,
  ),
  ...known(
    'time',
    'drop',
    /^(?:start|end|today|starttime|endtime|startdate|enddate|datestamp)$/u,
    /^start ?(?:date|time)$/u,
  ),
  ...known(
    'time',
    'drop',
    /^(?:last ?page|seed|duration|total ?time|time taken|interviewtime)/u,
    /^date (?:created|modified|last action)$/u,
  ),
  ...known(
    'device',
    'drop',
    /^(?:device ?id|imei|simserial|sim ?serial|subscriber ?id|subscriberid|phonenumber|username|user ?agent)$/u,
  ),
  ...known(
    'device',
    'drop',
    /^(?:_submitted_by|submitter ?(?:id|name)|ip|ip[ _-]?addr(?:ess)?|adresse ip|browser|refurl|referrer(?: url)?|network id|collector ?id|device)$/u,
  ),
  ...known(
    'contact',
    'drop',
    /(?:^|[^\p{L}])e-?mail(?:$|[^\p{L}])/u,
    /^(?:correo electrónico|courriel|adresse électronique|البريد الإلكتروني)$/u,
  ),
  ...known(
    'contact',
    'drop',
    /^(?:your )?(?:tele)?phone(?: number)?$/u,
    /^(?:mobile|mobile (?:phone|number)|whatsapp(?: number)?|téléphone|teléfono|contact(?: details| number| information)?|رقم الهاتف)$/u,
  ),
  ...known('contact', 'drop', /^(?:postal |home |street )?address(?: line)?(?: ?\d)?$/u),
  ...known(
    'name',
    'drop',
    /^(?:your |respondent'?s? |first |last |full |given |family |sur|middle )?name$/u,
    /^(?:nom|prénom|nombre|apellidos?|الاسم|姓名|имя|фамилия)$/u,
  ),
  ...known(
    'name',
    'drop',
    /^(?:name of (?:the )?(?:respondent|child|participant|interviewer|enumerator|facilitator)|enumerator|interviewer|signature|photo|picture|image|audio|video|recording)/u,
  ),
  ...known(
    'place',
    'drop',
    /^_?(?:gps|geo ?location|geopoint|geotrace|geoshape|location|coordinates)(?:$|[_/-])/u,
    /(?:^|[_-])(?:latitude|longitude|altitude|precision|accuracy)$/u,
  ),
  ...known(
    'technical',
    'drop',
    /^(?:__version__|_version_|_version|_xform_id_string|_xform_id|_bamboo_dataset_id|formhub\/uuid|form ?id|formdef_version|form_?version)$/u,
  ),
  ...known(
    'technical',
    'drop',
    /^(?:_status|_notes|_tags|_validation_status|_attachments|_attachment|_geolocation|_media_count|_media_all_received|review ?state|edits|attachmentsexpected|attachmentspresent|status|devicemodel)$/u,
  ),
  ...known(
    'technical',
    'drop',
    /^(?:_index|_parent_index|_parent_table_name|parent_key|set-of-.*|_submission__.*)$/u,
    /^meta\//u,
    /^(?:audit|token|custom data.*|consent_log)$/u,
  ),
];

/** Part of a heading behind its groups, in lower case: `About you/How old are you?` is `how old are you?`. */
function bareHeading(heading: string): string {
  return heading.trim().toLowerCase().replace(/\s+/gu, ' ');
}

/**
 * What a column is, where its heading is one everybody's forms have.
 *
 * @param heading As it stands in the file.
 */
export function knownColumn(heading: string): KnownColumn | undefined {
  const bare = bareHeading(heading);
  // A long heading is a question, which may well speak of e-mail or of names.
  if (bare.length > 60) return undefined;
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  return KNOWN.find(({ pattern }) => pattern.test(bare) || pattern.test(last));
}

/** Headings of questions for consent, assent or agreement to take part. */
export const CONSENT =
  /(?:^|[^\p{L}])(?:consent|assent|agree to (?:take part|participate)|willing to (?:take part|participate)|consentement|consentimiento|согласие)(?:$|[^\p{L}])|الموافقة|同意/iu;

/** Headings that tell in which language somebody answered. */
export const LANGUAGE = /^(?:language|_language|startlanguage|start language|langue|idioma|lang|اللغة|语言)$/iu;

/** Words of headings of comment matrices; the first role that fits counts, each role once. */
export const COMMENT_HEADINGS: readonly (readonly [RegExp, CommentRole])[] = [
  [
    /^(?:name|reviewer(?:'s)? name|commenter(?:'s)? name|author|point of contact|contact|poc|e-?mail.*|phone.*|first name|last name|full name)$/u,
    'drop',
  ],
  [
    /organi[sz]ation|organisme|organización|agency|(?:^|\W)entit(?:y|é)|member body|(?:^|\W)mb(?:\W|$)|(?:^|\W)nc(?:\W|$)|company|institution|affiliation|submitted by|commenter|stakeholder|member state|country|department|ministry|المنظمة|组织|организаци/u,
    'organisation',
  ],
  [
    /^(?:proposed|suggested|recommended|proposition|propuesta)|(?:proposed|suggested|recommended) (?:change|text|wording|revision|resolution|language|edit)|replacement text|changement proposé|cambio propuesto|التغيير المقترح|修改建议|предлагаем/u,
    'change',
  ],
  [
    /issue (?:number|url)|(?:^|\W)url|link|disposition|resolution|observations?|response|status|decision|secretariat|remarks? of|date|priority|accepted|الأمانة|秘书处|секретариат/u,
    'keep',
  ],
  [/type|tipo|category|(?:^|\W)kind|nature of|نوع|类型|^(?:вид|тип) /u, 'kind'],
  [
    /^(?:#|no\.?|nr\.?|n°|№|number|item(?: no\.?| number| #)?|id|ref(?:erence)?(?: no\.?)?|comment (?:no\.?|number|#|id)|s\/n)$/u,
    'number',
  ],
  [/page|^pg|^p\.?$/u, 'page'],
  [/line|ligne|línea|^ln|السطر|行号|строк/u, 'line'],
  [/paragraph|figure|(?:^|\W)table|paragraphe|párrafo|^para|الفقرة|段落|пункт/u, 'paragraph'],
  [/section|clause|chapter|article|annex|heading|sección|part of|الفرع|القسم|^节$|章节|раздел/u, 'section'],
  [
    /comment|rationale|feedback|remark|observation|issue|concern|commentaire|comentario|تعليق|ملاحظات|意见|замечани/u,
    'comment',
  ],
];
