import type { Piece } from './pieces.ts';
import { type Random, randomFrom } from './random.ts';

const NOUNS =
  `access action adolescent advice agency arrangement assessment audit authority barrier benefit capacity care
  child coalition commitment community complaint consent consultation country data decision delivery design dialogue
  disability education effect entity evaluation evidence family field finance framework guidance guardian harm hearing
  identity impact inclusion indicator inquiry interest interview justice law leadership mandate mechanism method mission
  monitoring network note obligation office outcome participation partner peace plan policy practice prevention
  principle procedure programme protection recommendation record region remedy report resource response review right risk
  safeguarding school section security service staff standard strategy survey territory training treaty voice youth`.split(
    /\s+/u,
  );
const VERBS =
  `address adopt advance allocate apply assess build clarify consider consult coordinate define develop disclose
  document enable ensure establish examine explain facilitate follow guide identify improve include involve maintain
  measure monitor note prevent promote protect provide publish recommend record reduce reflect report respect review
  share strengthen support sustain train translate uphold`.split(/\s+/u);
const ADJECTIVES = `accessible adequate annual appropriate collective competent confidential consistent digital early
  effective equal ethical existing external formal global inclusive independent individual internal joint legal local
  meaningful national operational particular practical public regional safe shared specific structural timely transparent
  voluntary young`.split(/\s+/u);
const OPENERS = [
  'Entities should',
  'The Organization shall',
  'Every office must',
  'Partners may',
  'Staff should',
  'In every region they',
];
const JOINTS = ['and', 'or', 'with', 'within', 'for', 'across', 'through', 'before', 'together with'];

function word(random: Random, list: readonly string[]): string {
  return random.pick(list) ?? '';
}

function phrase(random: Random): string {
  return `${word(random, ADJECTIVES)} ${word(random, NOUNS)} ${word(random, JOINTS)} ${word(random, ADJECTIVES)} ${word(random, NOUNS)}`;
}

function sentence(random: Random): string {
  const end = random.chance(0.2) ? ` by ${2020 + random.below(12)}` : '';
  const more = random.chance(0.5) ? `, and ${word(random, VERBS)} the ${phrase(random)}` : '';
  return `${word(random, OPENERS)} ${word(random, VERBS)} ${phrase(random)}${more}${end}.`;
}

function textOf(random: Random, kind: string): string {
  if (kind === 'heading')
    return `${word(random, ADJECTIVES)} ${word(random, NOUNS)} ${word(random, JOINTS)} ${word(random, NOUNS)}`;
  if (kind === 'item') return phrase(random) + (random.chance(0.5) ? ` ${word(random, JOINTS)} ${phrase(random)}` : '');
  if (kind === 'row') return `| ${phrase(random)} | ${word(random, NOUNS)} | ${sentence(random)} |`;
  return Array.from({ length: 1 + random.below(5) }, () => sentence(random)).join(' ');
}

/** What follows what: headings, paragraphs, lists and tables as a policy has them. */
function kinds(random: Random, count: number): Piece['kind'][] {
  const made: Piece['kind'][] = [];
  while (made.length < count) {
    made.push('heading');
    for (let block = 2 + random.below(6); block > 0; block -= 1) {
      made.push('paragraph');
      const run = random.chance(0.2) ? 3 + random.below(5) : 0;
      made.push(
        ...Array.from({ length: run }, () => (random.chance(0.25) && run > 4 ? 'row' : 'item') as Piece['kind']).sort(),
      );
    }
  }
  return made.slice(0, count);
}

/**
 * A made-up policy text.
 *
 * @param count of its pieces
 * @param seed the same text for the same seed
 */
export function ownText(count: number, seed: number): Piece[] {
  const random = randomFrom(seed);
  let before: Piece['kind'] | undefined;
  return kinds(random, count).map((kind, key) => {
    const head = kind === 'row' && before !== 'row';
    before = kind;
    const depth = kind === 'heading' ? 1 + random.below(3) : 0;
    return { key, kind, text: textOf(random, kind), depth, ordered: false, head, origins: [], moved: false };
  });
}
