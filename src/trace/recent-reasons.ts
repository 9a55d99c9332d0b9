import type { Response } from '../model/response.ts';
import { nearWords } from './near-words.ts';

/** A reason that was given before. */
export interface RecentReason {
  readonly reason: string;
  readonly decision: Response['entry']['decision'];
  /** How often it was given. */
  readonly times: number;
}

/** Words of reasons of answers that explain themselves; nobody wants to give them again. */
const OWN_WORDS: ReadonlySet<string> = new Set(['duplicate', 'withdrawn']);

/**
 * Reasons to reuse: first those given to inputs that say something alike, then the latest.
 *
 * @param responses In the order of the workspace; of equal dates the later ones are the more recent.
 * @param text Words of the input to be answered.
 * @param limit How many to give.
 */
export function recentReasons(responses: readonly Response[], text: string, limit = 8): readonly RecentReason[] {
  const words = new Set(nearWords(text).filter((word) => word.length > 3));
  const known = new Map<
    string,
    { reason: string; decision: RecentReason['decision']; times: number; last: string; place: number }
  >();
  for (const [place, { entry }] of responses.entries()) {
    if (OWN_WORDS.has(entry.decision)) continue;
    const key = `${entry.decision}\n${entry.reason}`;
    const before = known.get(key);
    const date = entry.date ?? '';
    if (before === undefined)
      known.set(key, { reason: entry.reason, decision: entry.decision, times: 1, last: date, place });
    else {
      before.times += 1;
      before.place = place;
      if (date > before.last) before.last = date;
    }
  }
  const common = (reason: string) => new Set(nearWords(reason).filter((word) => words.has(word))).size;
  const ranked = [...known.values()].map((one) => ({ ...one, alike: common(one.reason) }));
  ranked.sort((a, b) => b.alike - a.alike || (a.last < b.last ? 1 : a.last > b.last ? -1 : 0) || b.place - a.place);
  return ranked.slice(0, limit).map(({ reason, decision, times }) => ({ reason, decision, times }));
}
