/** What the `type` column of an XLSForm can say. */

/** A type, taken apart. */
export interface RowType {
  /** Standard name: `select_one`, `begin_group`, `text` …; as written where no survey program knows it. */
  readonly base: string;
  /** List of choices, or file, of a select. */
  readonly list?: string;
  /** Whether a free answer can be given beside the choices. */
  readonly orOther: boolean;
}

/** What a type is in an XForm. */
export interface TypeFacts {
  /** Data type of the bind. */
  readonly data: string;
  /** Element of the body; none for what nobody sees. */
  readonly control?: 'input' | 'select1' | 'select' | 'rank' | 'upload' | 'trigger' | 'range';
  readonly mediatype?: string;
  /** What the program fills in by itself: `jr:preload` and its parameter. */
  readonly preload?: readonly [preload: string, params: string];
  readonly readonly?: true;
  /** It names or traces the person who answers, or the device in their hand. */
  readonly identifies?: string;
}

const input = (data: string): TypeFacts => ({ data, control: 'input' });
const upload = (mediatype: string): TypeFacts => ({ data: 'binary', control: 'upload', mediatype });
const property = (name: string, identifies: string): TypeFacts => ({
  data: 'string',
  preload: ['property', name],
  identifies,
});

/** Every type that is one row with one answer. */
export const TYPES: Readonly<Record<string, TypeFacts>> = {
  text: input('string'),
  integer: input('int'),
  decimal: input('decimal'),
  date: input('date'),
  time: input('time'),
  dateTime: input('dateTime'),
  barcode: input('barcode'),
  geopoint: { ...input('geopoint'), identifies: 'the place where somebody stands' },
  geotrace: { ...input('geotrace'), identifies: 'the way somebody went' },
  geoshape: { ...input('geoshape'), identifies: 'the ground around somebody' },
  range: { data: 'int', control: 'range' },
  note: { data: 'string', control: 'input', readonly: true },
  acknowledge: { data: 'string', control: 'trigger' },
  calculate: { data: 'string' },
  hidden: { data: 'string' },
  image: { ...upload('image/*'), identifies: 'a picture, which can show a face' },
  audio: { ...upload('audio/*'), identifies: 'a recording of a voice' },
  'background-audio': { data: 'binary', identifies: 'a recording of a voice' },
  video: { ...upload('video/*'), identifies: 'a film, which can show a face' },
  file: upload('application/*'),
  select_one: { data: 'string', control: 'select1' },
  select_multiple: { data: 'string', control: 'select' },
  select_one_from_file: { data: 'string', control: 'select1' },
  select_multiple_from_file: { data: 'string', control: 'select' },
  select_one_external: input('string'),
  rank: { data: 'odk:rank', control: 'rank' },
  osm: { ...upload('osm/*'), identifies: 'a place on the map' },
  start: { data: 'dateTime', preload: ['timestamp', 'start'] },
  end: { data: 'dateTime', preload: ['timestamp', 'end'] },
  today: { data: 'date', preload: ['date', 'today'] },
  deviceid: property('deviceid', 'the device'),
  simserial: property('simserial', 'the SIM card'),
  subscriberid: property('subscriberid', 'the SIM card'),
  phonenumber: property('phonenumber', 'the phone number'),
  username: property('username', 'the account of the person'),
  email: property('email', 'the e-mail address'),
  'start-geopoint': { data: 'geopoint', identifies: 'the place where somebody stands' },
  audit: { data: 'binary', identifies: 'every step in the form, and the place where told to' },
  'xml-external': { data: 'string' },
  'csv-external': { data: 'string' },
};

/** Types that begin or end a group. */
export const GROUP_TYPES: readonly string[] = [
  'begin_group',
  'end_group',
  'begin_repeat',
  'end_repeat',
  'begin_loop',
  'end_loop',
];

/** Types with a list of choices, or a file that holds them. */
export const SELECT_TYPES: readonly string[] = [
  'select_one',
  'select_multiple',
  'rank',
  'select_one_external',
  'osm',
  'select_one_from_file',
  'select_multiple_from_file',
];

/** Other names of types, in lower case with spaces. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'integer',
  'add text prompt': 'text',
  'add integer prompt': 'integer',
  'add decimal prompt': 'decimal',
  'add date prompt': 'date',
  'add note prompt': 'note',
  gps: 'geopoint',
  location: 'geopoint',
  'q geopoint': 'geopoint',
  datetime: 'dateTime',
  'date time': 'dateTime',
  trigger: 'acknowledge',
  photo: 'image',
  picture: 'image',
  'start time': 'start',
  'end time': 'end',
  'get today': 'today',
  imei: 'deviceid',
  'device id': 'deviceid',
  'sim serial': 'simserial',
  'subscriber id': 'subscriberid',
  'phone number': 'phonenumber',
  'get phone number': 'phonenumber',
  'get start time': 'start',
  'get end time': 'end',
  'background audio': 'background-audio',
  'start geopoint': 'start-geopoint',
  'begin lgroup': 'begin_repeat',
  'end lgroup': 'end_repeat',
  'begin looped group': 'begin_repeat',
  'end looped group': 'end_repeat',
};

const SELECTS: readonly (readonly [pattern: RegExp, base: string])[] = [
  [/^select[_ ]one[_ ]from[_ ]file\s+/iu, 'select_one_from_file'],
  [/^select[_ ]multiple[_ ]from[_ ]file\s+/iu, 'select_multiple_from_file'],
  [/^select[_ ]one[_ ]external(?:\s+from)?\s+/iu, 'select_one_external'],
  [/^(?:select[_ ]one|select1|add select one prompt using)(?:\s+from)?(?:\s+|$)/iu, 'select_one'],
  [
    /^(?:select[_ ]multiple|select all that apply|select|add select multiple prompt using)(?:\s+from)?(?:\s+|$)/iu,
    'select_multiple',
  ],
  [/^rank(?:\s+|$)/iu, 'rank'],
  [/^osm(?:\s+|$)/iu, 'osm'],
];

/**
 * Reads a cell of the `type` column.
 *
 * @param cell As written: `select one from colours or specify other`, `begin group`.
 */
export function parseRowType(cell: string): RowType {
  const text = cell.trim().replace(/\s+/gu, ' ');
  for (const [pattern, base] of SELECTS) {
    const match = pattern.exec(`${text} `);
    if (match === null) continue;
    const rest = `${text} `.slice(match[0].length).trim();
    const list = rest.replace(/\s*\bor[_ ](?:specify[_ ])?other$/iu, '').trim();
    return { base, ...(list === '' ? {} : { list }), orOther: list !== rest };
  }
  const loop = /^begin[_ ]loop over (.+)$/iu.exec(text)?.[1];
  if (loop !== undefined) return { base: 'begin_loop', list: loop, orOther: false };
  return { base: standardType(text), orOther: false };
}

function standardType(text: string): string {
  const lower = text.toLowerCase();
  const other = OTHER_NAMES[lower.replaceAll('_', ' ')];
  if (other !== undefined) return other;
  const group = lower.replaceAll(' ', '_');
  if (GROUP_TYPES.includes(group)) return group;
  return Object.keys(TYPES).find((name) => name.toLowerCase() === lower) ?? text;
}

/**
 * Writes a type in its standard form: `select_one colours or_other`.
 *
 * @param type A type.
 */
export function printRowType({ base, list, orOther }: RowType): string {
  const name =
    base === 'begin_loop' && list !== undefined ? `begin_loop over ${list}` : [base, list].filter(Boolean).join(' ');
  return orOther ? `${name} or_other` : name;
}
