import type { BlockContent, ListItem, PhrasingContent, TableRow } from 'mdast';
import { CHANGE_KINDS, type Change, type ChangeLog, type StageRef } from '../../model/change-log.ts';
import type { Section } from '../../model/document.ts';
import { fill, formatDate, labels } from '../../model/labels.ts';
import { anchorOf } from './entries.ts';
import { gravestList } from './gravest.ts';
import type { Wording } from './places.ts';
import { describeReason } from './reasons.ts';

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function row(cells: readonly string[]): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })) };
}

function countTable(log: ChangeLog, { words }: Wording): BlockContent {
  const rows = CHANGE_KINDS.map((kind) => row([words.kinds[kind], String(log.counts[kind])]));
  return { type: 'table', align: [null, 'right'], children: [row([words.passages, words.count]), ...rows] };
}

function item(children: PhrasingContent[]): ListItem {
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
}

function systematicList({ systematic = [] }: ChangeLog, { words, language }: Wording): BlockContent[] {
  if (systematic.length === 0) return [];
  const items = systematic.map(({ id, from, to, count, changes }) => {
    const template = from === '' ? words.putIn : to === '' ? words.takenOut : words.replaced;
    const told = fill(template, { from, to, n: String(count) });
    const links = changes.flatMap((change, index): PhrasingContent[] => [
      text(index === 0 ? labels(language).colon : ', '),
      { type: 'link', url: `#${anchorOf({ id: change })}`, children: [text(change)] },
    ]);
    return item([text(`${id} ${told}`), ...links]);
  });
  return [
    { type: 'heading', depth: 2, children: [text(words.systematic)] },
    { type: 'list', ordered: false, spread: false, children: items },
  ];
}

/** What files say of themselves, key by key. */
function frontMatterList({ frontMatter = [] }: ChangeLog, { words, language }: Wording): BlockContent[] {
  if (frontMatter.length === 0) return [];
  const items = frontMatter.map(({ id, key, from, to }) => {
    const place = to ?? from;
    const gone: PhrasingContent[] = from ? [{ type: 'deletion', children: [text(from.value)] }] : [];
    const came: PhrasingContent[] = to ? [{ type: 'insertion', children: [text(to.value)] }] : [];
    const between = from && to ? [text(' ')] : [];
    return item([
      text(`${id} ${place?.file}:${place?.line}, ${key}${labels(language).colon}`),
      ...gone,
      ...between,
      ...came,
    ]);
  });
  return [
    { type: 'heading', depth: 2, children: [text(words.frontMatter)] },
    { type: 'list', ordered: false, spread: false, children: items },
  ];
}

/** How many changes there are of each weight. */
function weightsLine(changes: readonly Change[], { words }: Wording): BlockContent[] {
  const counted = changes.filter(({ kind }) => kind !== 'unchanged');
  if (counted.length === 0) return [];
  const of = (severity: Change['severity']) => String(counted.filter((one) => one.severity === severity).length);
  const values = { n: String(counted.length), substantive: of('substantive'), editorial: of('editorial') };
  return [{ type: 'paragraph', children: [text(fill(words.weights, values))] }];
}

/** Commits that are behind every change are told here and not with each. */
function sharedLine(wording: Wording): BlockContent[] {
  const { shared, words, language } = wording;
  if (shared.length === 0) return [];
  const told = shared.map((reason) => describeReason(reason, wording)).join('; ');
  return [{ type: 'paragraph', children: [text(`${words.behindAll}${labels(language).colon}${told}`)] }];
}

/** How many changes a reviewer has and has not seen. */
function seenTable(shown: readonly Change[], { words, seen }: Wording): BlockContent[] {
  if (seen === undefined) return [];
  const stateOf = ({ kind, seen: state }: Change) => (kind === 'unchanged' ? 'back' : state);
  const rows = SIGHTS.map((state) =>
    row([fill(words.seen[state], { stage: seen }), String(shown.filter((one) => stateOf(one) === state).length)]),
  );
  return [{ type: 'table', align: [null, 'right'], children: [row([words.filters.seen, words.count]), ...rows] }];
}

const SIGHTS = ['as-before', 'otherwise', 'back', 'as-now'] as const;

/** How to read the words of the entries, in the looks they have there. */
function legend(language: string): BlockContent {
  const { inserted, deleted } = labels(language).legendText;
  return {
    type: 'paragraph',
    data: { role: 'legend' },
    children: [
      { type: 'insertion', children: [text(inserted)] },
      text(' '),
      { type: 'deletion', children: [text(deleted)] },
    ],
  };
}

function nameStage(stage: StageRef, language: string): string {
  const parts = [stage.commit?.slice(0, 10), stage.date && formatDate(stage.date.slice(0, 10), language)];
  const known = parts.filter((part) => part !== undefined && part !== '');
  return known.length === 0 ? stage.title : `${stage.title} (${known.join(', ')})`;
}

/**
 * The first section of a change log: between what, how many, and what matters most.
 *
 * @param log all changes
 * @param shown the changes that have an entry
 * @param wording language and words
 */
export function summarySection(log: ChangeLog, shown: readonly Change[], wording: Wording): Section {
  const { words, language } = wording;
  const stages = { from: nameStage(log.from, language), to: nameStage(log.to, language) };
  const nothing =
    shown.length === 0 && log.frontMatter === undefined
      ? [{ type: 'paragraph' as const, children: [text(words.noChanges)] }]
      : [];
  const limits: BlockContent[] =
    log.limits.length === 0
      ? []
      : [
          { type: 'heading', depth: 2, children: [text(words.limits)] },
          { type: 'list', ordered: false, spread: false, children: log.limits.map((limit) => item([text(limit)])) },
        ];
  return {
    type: 'section',
    part: 'summary',
    numbered: false,
    children: [
      { type: 'heading', depth: 1, children: [text(words.summary)] },
      { type: 'paragraph', children: [text(`${fill(words.between, stages)}${words.stop.trimEnd()}`)] },
      ...(shown.length === 0 ? [] : [legend(language)]),
      ...nothing,
      countTable(log, wording),
      ...weightsLine(log.changes, wording),
      ...sharedLine(wording),
      ...seenTable(shown, wording),
      ...limits,
      ...gravestList(shown, wording),
      ...systematicList(log, wording),
      ...frontMatterList(log, wording),
    ],
  };
}
