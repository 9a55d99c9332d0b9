import type { ChangedTargets } from '../model/change-log.ts';
import { type Census, takeCensus } from './features.ts';
import type { Passage } from './passages.ts';

/** Targets of which one side has more than the other. */
function surplus(of: Census, over: Census): string[] {
  const [own, other] = [of.get('link'), over.get('link')];
  return [...(own ?? [])].flatMap(([target, count]) => (count > (other?.get(target) ?? 0) ? [target] : []));
}

/**
 * Where links led before and where they lead now, as far as the two differ.
 *
 * @param from passages of the earlier stage
 * @param to passages of the later stage
 * @param language of the later stage
 */
export function changedTargets(from: readonly Passage[], to: readonly Passage[], language: string): ChangedTargets {
  const [before, after] = [takeCensus(from, language), takeCensus(to, language)];
  return { from: surplus(before, after), to: surplus(after, before) };
}
