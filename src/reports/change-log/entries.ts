import type { BlockContent, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { nameFormer, namePassage } from '../../changes/name-passage.ts';
import type { Change, Reason } from '../../model/change-log.ts';
import { fill, formatDate, labels } from '../../model/labels.ts';
import { RESPONSE_DECISIONS, type ResponseDecision } from '../../model/vocabulary.ts';
import { placeOf, type Wording } from './places.ts';
import { phraseWords } from './words.ts';

/** Changes that are told in one entry: one, or neighbours that moved together without a word changed. */
export type Entry = readonly [Change, ...Change[]];

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function isPlainMove(change: Change): boolean {
  return change.group !== undefined && change.words.every(({ kind }) => kind === 'kept');
}

/** Gathers what is told together. */
export function gatherEntries(changes: readonly Change[]): Entry[] {
  const entries: Entry[] = [];
  for (const change of changes) {
    const last = entries.at(-1);
    const joins = last && isPlainMove(change) && isPlainMove(last[0]) && last[0].group === change.group;
    if (joins) entries[entries.length - 1] = [...last, change];
    else entries.push([change]);
  }
  return entries;
}

/** Kind, flags and severity of a change in words, and whether a reviewer saw it. */
export function describeChange(change: Change, { words, seen }: Wording): string {
  const flags = change.flags.map((flag) => words.flags[flag]);
  const state = change.kind === 'unchanged' ? 'back' : change.seen;
  const sight = seen === undefined || state === undefined ? [] : [fill(words.seen[state], { stage: seen })];
  return [words.kinds[change.kind], ...flags, words[change.severity], ...sight].join(', ');
}

/** By what a reader can choose entries on a screen. */
function filterValues(entry: Entry): Readonly<Record<string, string>> {
  const [first] = entry;
  const inputs = reasonsOf(entry).flatMap((reason) => (reason.kind === 'input' ? [reason.input] : []));
  return {
    kind: first.kind,
    severity: entry.some(({ severity }) => severity === 'substantive') ? 'substantive' : 'editorial',
    ...(inputs.length > 0 && { inputs: [...new Set(inputs)].join('\n') }),
    ...(first.seen !== undefined && { seen: first.seen }),
  };
}

/** Anchor of an entry, for links from the summary. */
export function anchorOf(change: Change): string {
  return `change-${change.id}`;
}

function headLine(entry: Entry, wording: Wording): Paragraph {
  const [first] = entry;
  const place = placeOf(entry, wording);
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

function isDecision(value: string): value is ResponseDecision {
  return (RESPONSE_DECISIONS as readonly string[]).includes(value);
}

function describeReason(reason: Reason, { words, language }: Wording): string {
  const { colon } = labels(language);
  switch (reason.kind) {
    case 'not-public':
      return words.reasonNotPublic;
    case 'decision': {
      const { decision, title } = reason;
      return title === undefined
        ? fill(words.decisionAlone, { decision })
        : `${fill(words.decision, { decision })}${colon}${title}`;
    }
    case 'commit': {
      const values = { commit: reason.commit.slice(0, 10), date: formatDate(reason.date.slice(0, 10), language) };
      return reason.subject === undefined
        ? fill(words.commit, values)
        : `${fill(words.commit, values)}${colon}${reason.subject}`;
    }
    case 'input': {
      const decision = isDecision(reason.decision) ? words.responses[reason.decision] : reason.decision;
      const template = reason.from === undefined ? words.input : words.inputFrom;
      return `${fill(template, { input: reason.input, from: reason.from ?? '', decision })}${colon}${reason.reason}`;
    }
  }
}

function reasonsOf(entry: Entry): Reason[] {
  const known = new Map(entry.flatMap((change) => change.reasons).map((reason) => [JSON.stringify(reason), reason]));
  return [...known.values()];
}

function whyBlock(entry: Entry, wording: Wording): BlockContent {
  const { words, language } = wording;
  const told = reasonsOf(entry).map((reason) => describeReason(reason, wording));
  const lead = text(`${words.why}${labels(language).colon}`);
  const [only] = told;
  if (told.length < 2)
    return { type: 'paragraph', data: { role: 'reason' }, children: [lead, text(only ?? words.noReason)] };
  const items = told.map(
    (line, index): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: index === 0 ? [lead, text(line)] : [text(line)] }],
    }),
  );
  return { type: 'list', ordered: false, spread: false, data: { role: 'reason' }, children: items };
}

/** Who judged otherwise than the program, and why, as far as the reader may know. */
function overruledLine({ overruled }: Change, { words, language }: Wording): BlockContent[] {
  if (overruled === undefined) return [];
  const { was, by, reason } = overruled;
  const values = { was: words[was], by: by ?? '' };
  const told = fill(by === undefined ? words.overruled : words.overruledBy, values);
  const value = reason === undefined ? `${told}.` : `${told}${labels(language).colon}${reason}`;
  return [{ type: 'paragraph', data: { role: 'reason' }, children: [text(value)] }];
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

/**
 * One entry of the change log: where, what, which words, and why.
 *
 * @param entry the changes told together
 * @param wording language and words
 */
export function entryBlocks(entry: Entry, wording: Wording): BlockContent[] {
  const [first] = entry;
  const phrases = phraseWords(first);
  const shown: BlockContent[] =
    phrases.length === 0 ? [] : [{ type: 'paragraph', data: { role: 'words' }, children: phrases }];
  const why = wording.reasons || reasonsOf(entry).length > 0 ? [whyBlock(entry, wording)] : [];
  const judged = entry.flatMap((change) => overruledLine(change, wording));
  return [headLine(entry, wording), ...shown, ...sentenceLines(first, wording), ...judged, ...why];
}
