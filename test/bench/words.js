/** Words and sentences for made-up texts: the same seed gives the same text on every machine. */

const NOUNS =
  `access accountability agency agreement assessment assistance authority bulletin capacity care child children
  climate committee community complaint concern conduct consent consultation coordination country culture data decision
  department dignity disability draft education entity environment evidence family field finding framework freedom
  funding gender guidance guideline harm health hearing indicator information institution instrument issue justice
  language law leadership learning legislation level mandate measure member mission monitoring movement network note
  obligation office opinion opportunity organization outcome participation partner partnership peace person plan policy
  position practice prevention principle procedure process programme project protection purpose reason recommendation
  record region remedy report representation resource respect response responsibility result review right risk rule
  safeguarding safety school section security service session staff stage standard statement strategy support survey
  system team technology territory text time training treaty value view violence voice work youth`.split(/\s+/u);

const VERBS =
  `address adopt advance affect agree allocate apply assess assign assist build clarify collect comply consider
  consult contribute coordinate cover define develop disclose discuss document enable ensure establish evaluate examine
  explain facilitate follow fund guide hear identify implement improve include inform integrate involve keep learn
  limit maintain measure monitor note observe offer plan prevent promote protect provide publish raise reach recognize
  recommend record reduce reflect report request require respect respond review seek share strengthen study support
  sustain train translate understand update uphold use value welcome`.split(/\s+/u);

const ADJECTIVES =
  `accessible adequate affected annual appropriate available clear collective common competent confidential
  consistent digital direct early effective equal ethical existing external formal full general global good inclusive
  independent individual informed internal joint legal local long-term meaningful national necessary new open
  operational particular practical principal public regional regular relevant safe senior shared special specific
  structural sufficient systematic timely transparent urgent voluntary vulnerable young`.split(/\s+/u);

const LINKS = ['and', 'or', 'with', 'within', 'for', 'across', 'through', 'before', 'after', 'together with', 'under'];
const OPENERS = ['Entities should', 'The Organization should', 'Every office should', 'Partners may', 'Staff should'];

/**
 * A source of numbers and words that repeats itself for the same seed (mulberry32).
 *
 * @param {number} seed
 */
export function wordSource(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = (list) => list[Math.floor(next() * list.length)];
  const phrase = () => `${pick(ADJECTIVES)} ${pick(NOUNS)} ${pick(LINKS)} ${pick(ADJECTIVES)} ${pick(NOUNS)}`;
  const sentence = () => `${pick(OPENERS)} ${pick(VERBS)} ${phrase()}, and ${pick(VERBS)} the ${phrase()}.`;
  const sentences = (count) => Array.from({ length: count }, sentence).join(' ');
  const title = () => {
    const words = `${pick(NOUNS)} ${pick(LINKS)} ${pick(ADJECTIVES)} ${pick(NOUNS)}`;
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
  return { next, pick, phrase, sentence, sentences, title };
}

const BASE_32 = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The id of a passage, as `penholder ids` would stamp one: different for each number.
 *
 * @param {number} number
 */
export function passageId(number) {
  // An odd multiplier makes this one-to-one on 35 bits.
  let rest = (BigInt(number) * 22_695_477_373n + 7_919n) & 0x7_ffff_ffffn;
  let id = '';
  for (let place = 0; place < 7; place += 1) {
    id = BASE_32[Number(rest & 31n)] + id;
    rest >>= 5n;
  }
  return `p-${id}`;
}
