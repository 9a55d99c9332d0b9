import type { BlockContent, Paragraph, PhrasingContent } from 'mdast';
import { nameFormer, namePassage } from '../../changes/name-passage.ts';
import type { Change } from '../../model/change-log.ts';
import { fill, labels } from '../../model/labels.ts';
import { describeChange } from './describe.ts';
import { type Entry, isPlainMove } from './gather.ts';
import { placeOf, type Wording } from './places.ts';
import { overruledLine, reasonsOf, whyBlocks } from './reasons.ts';
import type { Spot } from './sections.ts';
import { firstWords, phraseWords } from './words.ts';

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** By what a reader can choose entries on a screen. */
function filterValues(entry: Entry): Readonly<Record<string, string>> {
  const [first] = entry;
  const inputs = reasonsOf(entry).flatMap((reason) => (reason.kind === 'input' ? [reason.input] : []));
  const flags = [...new Set(entry.flatMap((change) => change.flags))];
  return {
    kind: first.kind,
    severity: entry.some(({ severity }) => severity === 'substantive') ? 'substantive' : 'editorial',
    ...(flags.length > 0 && { flags: flags.join('\n') }),
    ...(inputs.length > 0 && { inputs: [...new Set(inputs)].join('\n') }),
    ...(first.seen !== undefined && { seen: first.seen }),
  };
}

/** Anchor of a change, for links from the summary. */
export function anchorOf({ id }: Pick<Change, 'id'>): string {
  return `change-${id}`;
}

function headLine(entry: Entry, wording: Wording, within: Spot): Paragraph {
  const [first] = entry;
  const place = placeOf(entry, wording, { within });
  const ids = entry.length > 1 ? `${first.id} – ${entry.at(-1)?.id}` : first.id;
  return {
    type: 'paragraph',
    data: { id: anchorOf(first), role: 'change', attributes: filterValues(entry) },
    children: [
      { type: 'strong', children: [text(place === '' ? ids : `${ids}${labels(wording.language).colon}${place}`)] },
      text(` — ${describeChange(first, wording)}`),
    ],
  };
}

function sentenceLines(change: Change, wording: Wording): BlockContent[] {
  const own = new Set(change.from.map((ref) => ref.order));
  return (change.sentences ?? []).map((sentence) => {
    const gives = own.has(sentence.from.order);
    const other = gives ? sentence.to : sentence.from;
    const template = gives ? wording.words.sentenceTo : wording.words.sentenceFrom;
    const name = gives ? namePassage : nameFormer;
    const line = `${fill(template, { n: name(other, wording.language) })}${labels(wording.language).colon}`;
    return {
      type: 'paragraph',
      data: { role: 'sentence' },
      children: [text(line), { type: 'emphasis', children: [text(sentence.text)] }],
    };
  });
}

/** Links whose words stayed, or not, and that lead elsewhere now. */
function targetLines({ targets, kind }: Change, { words }: Wording): BlockContent[] {
  if (targets === undefined || kind === 'unchanged') return [];
  const told = (side: readonly string[]) => (side.length === 0 ? '–' : side.join(', '));
  const line = fill(words.linkLed, { from: told(targets.from), to: told(targets.to) });
  return [{ type: 'paragraph', data: { role: 'words' }, children: [text(line)] }];
}

/** Columns of a table that came, went or changed places, and what their cells say. */
function columnLines({ columns = [] }: Change, { words, language }: Wording): BlockContent[] {
  return columns.map(({ kind, title, cells = [] }): BlockContent => {
    const name = words.flags[`column-${kind}`];
    const line = `${name.charAt(0).toUpperCase()}${name.slice(1)}${labels(language).colon}${title}`;
    const said = cells.filter((cell) => cell !== '').join(' · ');
    const marks = { added: 'insertion', deleted: 'deletion', moved: undefined } as const;
    const mark = marks[kind];
    const shown: PhrasingContent[] =
      mark === undefined || said === '' ? [] : [text(' — '), { type: mark, children: [text(said)] }];
    return { type: 'paragraph', data: { role: 'words' }, children: [text(line), ...shown] };
  });
}

/** The words of each change of an entry; of what only moved, its first ones. The head line has the anchor of the first. */
function wordLines(entry: Entry): BlockContent[] {
  return entry.flatMap((change, index): BlockContent[] => {
    const phrases = isPlainMove(change) ? firstWords(change) : phraseWords(change);
    if (phrases.length === 0) return [];
    const anchor = index === 0 ? {} : { id: anchorOf(change) };
    return [{ type: 'paragraph', data: { role: 'words', ...anchor }, children: phrases }];
  });
}

/**
 * One entry of the change log: where, what, which words, and why.
 *
 * @param entry the changes told together
 * @param wording language and words
 * @param within the headings it is told under
 */
export function entryBlocks(entry: Entry, wording: Wording, within: Spot): BlockContent[] {
  const [first] = entry;
  return [
    headLine(entry, wording, within),
    ...wordLines(entry),
    ...sentenceLines(first, wording),
    ...entry.flatMap((change) => columnLines(change, wording)),
    ...entry.flatMap((change) => targetLines(change, wording)),
    ...entry.flatMap((change) => overruledLine(change, wording)),
    ...whyBlocks(entry, wording),
  ];
}
