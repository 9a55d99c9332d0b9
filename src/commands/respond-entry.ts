/** From what flags or a person said to the entry that is recorded. */
import type { ResponseEntry } from '../model/response.ts';
import { ACCEPTING } from '../trace/response-state.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, text, texts } from './command-spec.ts';

/** What was said of one answer; what was not said stays as it was. */
export type Answer = Partial<Omit<ResponseEntry, 'input' | 'text' | 'date'>>;

/** Reason of a duplicate for which none is given; its contributor gets the answer of the other input. */
const SAME_POINT = 'The same point is made by another input and answered there.';

/** Flags whose value goes into the entry as it is, with their keys. */
const PLAIN: readonly (readonly [flag: string, key: keyof Answer])[] = [
  ['decision', 'decision'],
  ['reason', 'reason'],
  ['reasonChild', 'reason-child'],
  ['asItStands', 'as-it-stands'],
  ['duplicateOf', 'duplicate-of'],
  ['deferredTo', 'deferred-to'],
  ['by', 'by'],
  ['reaction', 'reaction'],
  ['reactionDate', 'reaction-date'],
  ['reactionWords', 'reaction-words'],
];

/**
 * What flags say of the answer. Where one names what an input duplicates or is deferred to, the decision follows from it.
 *
 * @returns undefined where none of them was given.
 */
export function answerOfFlags(input: CommandInput): Answer | undefined {
  const given = PLAIN.flatMap(([name, key]) => {
    const value = text(input, name)?.trim();
    return value === undefined || value === '' ? [] : [[key, value] as const];
  });
  const passages = texts(input, 'passage');
  const decisions = texts(input, 'restsOn');
  const same = text(input, 'duplicatesOf');
  const said = {
    ...(Object.fromEntries(given) as Answer),
    ...(passages.length > 0 && { passages: passages.map((id) => id.replace(/^[#^]/u, '')) }),
    ...(decisions.length > 0 && { decisions }),
  };
  const answer = same !== undefined && said.decision === undefined ? { ...said, 'duplicate-of': same } : said;
  if (Object.keys(answer).length === 0) return undefined;
  if (answer.decision !== undefined) return answer;
  if (answer['duplicate-of'] !== undefined) return { ...answer, decision: 'duplicate' };
  return answer['deferred-to'] === undefined ? answer : { ...answer, decision: 'deferred' };
}

/** Keys that make sense with one decision only. */
const BELONGS: Readonly<Record<'duplicate-of' | 'deferred-to', ResponseEntry['decision']>> = {
  'duplicate-of': 'duplicate',
  'deferred-to': 'deferred',
};

/** What the contributor said of the answer that stood before. */
const REACTION: readonly (keyof ResponseEntry)[] = ['reaction', 'reaction-date', 'reaction-words'];

/**
 * The entry with what was said. Another decision ends what belonged to the earlier one: fingerprints of an edit that is
 * no longer promised, what it duplicated or waited for, and the reaction to it.
 *
 * @param before The entry as it stands.
 * @param answer What was said.
 * @param said The input's id, and today.
 * @throws CannotRun naming the flag where decision or reason is missing.
 */
export function entryWith(
  before: ResponseEntry | undefined,
  answer: Answer,
  { input, today }: { readonly input: string; readonly today: string },
): ResponseEntry {
  const merged = { ...kept(before, answer), ...answer };
  const { decision } = merged;
  const reason = merged.reason ?? (decision === 'duplicate' ? SAME_POINT : undefined);
  if (decision === undefined || reason === undefined || reason.trim() === '') {
    const flag = decision === undefined ? '--decision' : '--reason';
    throw new CannotRun(
      `The answer to "${input}" has no ${flag.slice(2)}.`,
      `Give one with ${flag}; a contributor is told what became of an input, and why.`,
    );
  }
  const says = Object.keys(answer).some((key) => !REACTION.includes(key as keyof ResponseEntry));
  const date = says ? today : (before?.date ?? today);
  return { ...merged, input, decision, reason, date };
}

function kept(before: ResponseEntry | undefined, answer: Answer): Partial<ResponseEntry> {
  if (before === undefined) return {};
  const rest: Partial<ResponseEntry> = { ...before };
  const decision = answer.decision ?? before.decision;
  for (const [key, own] of Object.entries(BELONGS)) if (own !== decision) delete rest[key as keyof typeof BELONGS];
  if (decision !== before.decision) for (const key of REACTION) delete rest[key];
  if (decision !== before.decision && !ACCEPTING.has(decision)) {
    delete rest.text;
    delete rest['as-it-stands'];
  }
  // The edit of a passage that the answer no longer names is not what was promised.
  if (answer.passages !== undefined && rest.text !== undefined) rest.text = namedOnly(rest.text, answer.passages);
  if (rest.text !== undefined && Object.keys(rest.text).length === 0) delete rest.text;
  return rest;
}

function namedOnly(text: Readonly<Record<string, string>>, passages: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(text).filter(([id]) => passages.includes(id)));
}
