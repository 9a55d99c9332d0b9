import { nameFormer, namePassage } from '../../changes/name-passage.ts';
import type { Change, ChangeLog, PassageRef, Reason, WordRun } from '../../model/change-log.ts';
import type { ExplorerChange, ExplorerReason, ExplorerRedline } from '../../model/explorer.ts';
import type { ExplorerWords } from '../../model/explorer-words.ts';
import { fill, formatDate, labels } from '../../model/labels.ts';

/** Words that are kept once, however many comparisons they stand in. */
export class Texts {
  readonly all: string[] = [];
  readonly #places = new Map<string, number>();

  /** The place of a text, which is added where it is new. */
  placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.all.length);
    this.all.push(text);
    return this.all.length - 1;
  }
}

/** Language of the page, its words, and where texts are kept. */
export interface RedlineContext {
  readonly language: string;
  readonly words: ExplorerWords;
  readonly texts: Texts;
  /** Reasons of the responses to inputs, by the ref under which these are told. */
  readonly told: ReadonlyMap<string, string | undefined>;
  /** Whether no reason is known for a change of substance. */
  readonly isUnexplained: (change: Change) => boolean;
}

/** A change log as the explorer keeps it. */
export function explorerRedline(log: ChangeLog, context: RedlineContext): ExplorerRedline {
  return { from: log.from.id, to: log.to.id, changes: log.changes.map((change) => changeOf(change, context)) };
}

const SIGNS: Readonly<Record<WordRun['kind'], string>> = { kept: ' ', inserted: '+', deleted: '-' };

function changeOf(change: Change, context: RedlineContext): ExplorerChange {
  const { kind, severity, from, to, words } = change;
  const substantive = severity === 'substantive' && kind !== 'unchanged';
  return {
    kind,
    ...(substantive && { substantive: true as const }),
    place: placeOf(change, context.language),
    section: to[0]?.section ?? from[0]?.section ?? '',
    ids: [...new Set([...to, ...from].flatMap(idsOf))],
    runs: words.every((run) => run.kind === 'kept')
      ? context.texts.placeOf(words.map(({ text }) => text).join(''))
      : words.map(({ kind: sign, text }) => SIGNS[sign] + text),
    reasons: change.reasons.map((reason) => reasonOf(reason, context)),
    ...(context.isUnexplained(change) && { unexplained: true as const }),
  };
}

function idsOf({ id, within = [] }: PassageRef): readonly string[] {
  return id === undefined ? within : [id, ...within];
}

function placeOf({ from, to }: Change, language: string): string {
  const names =
    to.length > 0 ? to.map((ref) => namePassage(ref, language)) : from.map((ref) => nameFormer(ref, language));
  const [first = '', ...others] = [...new Set(names)];
  const last = others.at(-1);
  return last === undefined ? first : `${first} – ${last}`;
}

function reasonOf(reason: Reason, { words, language, told }: RedlineContext): ExplorerReason {
  switch (reason.kind) {
    case 'not-public':
      return { words: words.reasonNotPublic };
    case 'decision': {
      const { decision, title } = reason;
      return {
        words:
          title === undefined
            ? fill(words.decisionAlone, { decision })
            : fill(words.decisionTitled, { decision, title }),
      };
    }
    case 'commit': {
      const values = { commit: reason.commit.slice(0, 10), date: formatDate(reason.date.slice(0, 10), language) };
      const subject = reason.subject === undefined ? '' : `${labels(language).colon}${reason.subject}`;
      return { words: `${fill(words.commit, values)}${subject}` };
    }
    case 'input':
      // Hundreds of inputs may stand behind one passage, and it is compared again and again.
      return told.get(reason.input) === reason.reason
        ? { input: reason.input }
        : { words: reason.reason, input: reason.input };
  }
}
