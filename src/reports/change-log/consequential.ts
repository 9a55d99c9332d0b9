import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import type { Change } from '../../model/change-log.ts';
import type { Section } from '../../model/document.ts';
import { fill, labels } from '../../model/labels.ts';
import { anchorOf } from './entries.ts';
import { placeOf, type Wording } from './places.ts';

/** As many places as are listed of one kind; the rest is counted. */
const MOST_LISTED = 40;

type Sort = 'renumbered' | 'references' | 'typography' | 'generated';

/** In the order in which they are told. */
const SORTS: readonly Sort[] = ['renumbered', 'references', 'typography', 'generated'];

/** What follows from other changes, or touches no word: nobody needs to read it one by one. */
function sortOf({ kind, flags, ground, reasons, overruled, seen, sentences }: Change): Sort | undefined {
  if (kind === 'unchanged' && seen === undefined)
    return (['renumbered', 'typography'] as const).find((flag) => flags.includes(flag));
  if (ground === 'generated' && kind !== 'unchanged' && !overruled) return 'generated';
  // What somebody asked for, judged or was shown otherwise stands where it can be found.
  const asked = reasons.some((reason) => reason.kind !== 'commit');
  if (kind !== 'edited' || asked || overruled || seen !== undefined || sentences) return undefined;
  if (ground === 'references') return 'references';
  return ground === 'typed-number' ? 'renumbered' : undefined;
}

/** Whether a change is told among the consequential ones, and not in an entry of its own. */
export function isConsequential(change: Change): boolean {
  return sortOf(change) !== undefined;
}

/** How far the number of a passage shifted, where both are counted; passages that shifted alike are told as one run. */
function shiftOf({ from, to }: Change): number | undefined {
  const [before, after] = [from[0]?.number, to[0]?.number].map((number) => /^\p{Nd}+/u.exec(number ?? '')?.[0]);
  return before === undefined || after === undefined ? undefined : Number(after) - Number(before);
}

type Run = readonly [Change, ...Change[]];

function runsOf(changes: readonly Change[]): Run[] {
  const runs: [Change, ...Change[]][] = [];
  for (const change of changes) {
    const open = runs.at(-1);
    const shift = shiftOf(change);
    const goesOn = open && shift !== undefined && shiftOf(open[0]) === shift && open[0].kind === change.kind;
    if (goesOn && change.kind === 'unchanged') open.push(change);
    else runs.push([change]);
  }
  return runs;
}

/** What has a number in the log can be linked to, so it has its anchor here. */
function runItem(run: Run, wording: Wording): ListItem {
  const [first] = run;
  const named = first.kind !== 'unchanged';
  const happened = first.ground === 'generated' ? ` — ${wording.words.kinds[first.kind]}` : '';
  const lead = named ? `${first.id}${labels(wording.language).colon}` : '';
  const children: PhrasingContent[] = [
    { type: 'text', value: `${lead}${placeOf(run, wording, { former: true })}${happened}` },
  ];
  const anchor = named ? { data: { id: anchorOf(first) } } : {};
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', ...anchor, children }] };
}

function sortBlocks(sort: Sort, changes: readonly Change[], wording: Wording): BlockContent[] {
  const { consequential } = wording.words;
  if (changes.length === 0) return [];
  const runs = sort === 'renumbered' ? runsOf(changes) : changes.map((change): Run => [change]);
  // Those with a number in the log are linked to and always stand here.
  const listed = runs.filter(([first], index) => index < MOST_LISTED || first.kind !== 'unchanged');
  const items = listed.map((run) => runItem(run, wording));
  const left = runs.length - listed.length;
  const rest: ListItem[] =
    left === 0
      ? []
      : [
          {
            type: 'listItem',
            spread: false,
            children: [
              { type: 'paragraph', children: [{ type: 'text', value: fill(consequential.more, { n: String(left) }) }] },
            ],
          },
        ];
  return [
    {
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ type: 'text', value: titleOf(sort, changes, wording) }] }],
    },
    { type: 'list', ordered: false, spread: false, data: { role: 'reason' }, children: [...items, ...rest] },
  ];
}

function titleOf(sort: Sort, { length }: readonly Change[], { words }: Wording): string {
  return `${words.consequential[sort]} (${length})`;
}

/**
 * The last section of a change log: passages that were only renumbered, whose references follow others, or of which only
 * the typography differs, each sort in one place; none where there are none.
 *
 * @param changes all changes, those of kind `unchanged` included
 * @param wording language and words
 */
export function consequentialSection(changes: readonly Change[], wording: Wording): Section[] {
  const blocks = SORTS.flatMap((sort) =>
    sortBlocks(
      sort,
      changes.filter((change) => sortOf(change) === sort),
      wording,
    ),
  );
  if (blocks.length === 0) return [];
  const title: BlockContent = {
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: wording.words.consequential.title }],
  };
  return [{ type: 'section', part: 'body', numbered: false, children: [title, ...blocks] }];
}
