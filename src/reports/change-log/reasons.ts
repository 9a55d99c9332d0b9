import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import type { Change, Reason } from '../../model/change-log.ts';
import { fill, formatDate, labels } from '../../model/labels.ts';
import { RESPONSE_DECISIONS, type ResponseDecision } from '../../model/vocabulary.ts';
import type { Entry } from './gather.ts';
import type { Wording } from './places.ts';

/** As many changes as have to share a commit for it to be told once, above them all. */
const SHARED_BY = 3;

/** The language of a log, and its words. */
type Tongue = Pick<Wording, 'words' | 'language'>;

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function isDecision(value: string): value is ResponseDecision {
  return (RESPONSE_DECISIONS as readonly string[]).includes(value);
}

function describeCommit(
  { commit, date, subject }: Extract<Reason, { kind: 'commit' }>,
  { words, language }: Tongue,
): string {
  const told = fill(words.commit, {
    commit: commit.slice(0, 10),
    date: formatDate(date.slice(0, 10), language),
  });
  return subject === undefined ? told : `${told}${labels(language).colon}${subject}`;
}

/** A reason in the language of the log. */
export function describeReason(reason: Reason, wording: Tongue): string {
  const { words, language } = wording;
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
    case 'commit':
      return describeCommit(reason, wording);
    case 'input': {
      const decision = isDecision(reason.decision) ? words.responses[reason.decision] : reason.decision;
      const template = reason.from === undefined ? words.input : words.inputFrom;
      return `${fill(template, { input: reason.input, from: reason.from ?? '', decision })}${colon}${reason.reason}`;
    }
  }
}

function keyOf(reason: Reason): string {
  return JSON.stringify(reason);
}

/** Reasons of all changes of an entry, each once. */
export function reasonsOf(entry: readonly Change[]): Reason[] {
  const known = new Map(entry.flatMap((change) => change.reasons).map((reason) => [keyOf(reason), reason]));
  return [...known.values()];
}

/** Commits behind all changes: they tell of no one change why it was made. */
export function sharedCommits(changes: readonly Change[]): Reason[] {
  const [first, ...rest] = changes.filter(({ kind }) => kind !== 'unchanged');
  if (first === undefined || rest.length + 1 < SHARED_BY) return [];
  const known = rest.map(({ reasons }) => new Set(reasons.map(keyOf)));
  return first.reasons.filter((reason) => reason.kind === 'commit' && known.every((keys) => keys.has(keyOf(reason))));
}

/** What is told of an entry: a commit behind all changes only where nothing else is known of one on which people were consulted. */
function toldOf(entry: Entry, { shared, reasons }: Wording): Reason[] {
  const all = reasonsOf(entry);
  const common = new Set(shared.map(keyOf));
  const own = all.filter((reason) => !common.has(keyOf(reason)));
  return own.length === 0 && reasons ? all : own;
}

/**
 * Why the changes of an entry were made, and plainly that nothing is recorded where that is so.
 *
 * @returns nothing where nobody was consulted and nothing is known
 */
export function whyBlocks(entry: Entry, wording: Wording): BlockContent[] {
  const { words, language } = wording;
  const told = toldOf(entry, wording).map((reason) => describeReason(reason, wording));
  if (told.length === 0 && !wording.reasons) return [];
  const lead = text(`${words.why}${labels(language).colon}`);
  const [only] = told;
  if (told.length < 2)
    return [{ type: 'paragraph', data: { role: 'reason' }, children: [lead, text(only ?? words.noReason)] }];
  const items = told.map(
    (line, index): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: index === 0 ? [lead, text(line)] : [text(line)] }],
    }),
  );
  return [{ type: 'list', ordered: false, spread: false, data: { role: 'reason' }, children: items }];
}

/** Who judged otherwise than the program, and why, as far as the reader may know. */
export function overruledLine({ overruled }: Change, { words, language }: Wording): BlockContent[] {
  if (overruled === undefined) return [];
  const { was, by, reason } = overruled;
  const values = { was: words[was], by: by ?? '' };
  const told = fill(by === undefined ? words.overruled : words.overruledBy, values);
  const value = reason === undefined ? `${told}.` : `${told}${labels(language).colon}${reason}`;
  return [{ type: 'paragraph', data: { role: 'reason' }, children: [text(value)] }];
}
