import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import type { Change, ChangeFlag } from '../../model/change-log.ts';
import { describeChange } from './describe.ts';
import { anchorOf } from './entries.ts';
import { placeOf, type Wording } from './places.ts';
import { glanceWords } from './words.ts';

// As many as a busy reader takes in.
const MOST_SHOWN = 10;
/** Many words are no graver than a shift from should to shall. */
const MOST_FOR_WORDS = 30;

/** How much a flag says about the substance of a change. */
const WEIGHTS: Readonly<Partial<Record<ChangeFlag, number>>> = {
  'agreed-language-altered': 60,
  'modal-strength': 40,
  negation: 35,
  'bracket-lifted': 35,
  'bracket-opened': 35,
  'alternative-chosen': 30,
  'alternative-added': 25,
  actor: 25,
  deadline: 25,
  amount: 25,
  percentage: 25,
  date: 20,
  metadata: 20,
  'defined-term': 15,
  number: 15,
  'link-target': 8,
  citation: 8,
};

function changedWords(change: Change): number {
  return change.words.reduce((sum, run) => (run.kind === 'kept' ? sum : sum + run.text.trim().split(/\s+/u).length), 0);
}

function weightOf(change: Change): number {
  const flags = change.flags.reduce((sum, flag) => sum + (WEIGHTS[flag] ?? 0), 0);
  return flags + Math.min(MOST_FOR_WORDS, changedWords(change));
}

/** The changes of most substance, gravest first; of those a reviewer has seen already, none. */
function gravest(changes: readonly Change[]): Change[] {
  const grave = changes.filter(
    ({ severity, kind, seen }) => severity === 'substantive' && kind !== 'unchanged' && seen !== 'as-now',
  );
  return grave
    .map((change, index) => ({ change, index, weight: weightOf(change) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, MOST_SHOWN)
    .map(({ change }) => change);
}

function listItem(change: Change, wording: Wording): ListItem {
  const place = placeOf([change], wording);
  const link: PhrasingContent = {
    type: 'link',
    url: `#${anchorOf(change)}`,
    children: [{ type: 'text', value: place === '' ? change.id : `${change.id}, ${place}` }],
  };
  const told: PhrasingContent = {
    type: 'text',
    value: ` — ${describeChange(change, wording, { withoutSeverity: true })}`,
  };
  const words = glanceWords(change);
  return {
    type: 'listItem',
    spread: false,
    children: [
      { type: 'paragraph', children: [link, told] },
      ...(words.length === 0
        ? []
        : [{ type: 'paragraph' as const, data: { role: 'words' as const }, children: words }]),
    ],
  };
}

/**
 * The ten changes of most substance, each with its words at a glance and a link to its entry; none where all are editorial.
 *
 * @param changes all that have an entry
 * @param wording language and words
 */
export function gravestList(changes: readonly Change[], wording: Wording): BlockContent[] {
  const chosen = gravest(changes);
  if (chosen.length === 0) return [];
  return [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: wording.words.mostSubstantive }] },
    {
      type: 'list',
      ordered: true,
      start: 1,
      spread: false,
      children: chosen.map((change) => listItem(change, wording)),
    },
  ];
}
