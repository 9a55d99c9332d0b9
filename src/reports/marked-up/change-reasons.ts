import type { ChangeLog } from '../../model/change-log.ts';
import { changeWords } from '../../model/change-words.ts';
import { describeReason, sharedCommits } from '../change-log/reasons.ts';

/**
 * Why each change was made, by its id: what readers of a marked-up version are told at the change itself.
 *
 * @param log The changes, with the reasons that the readers may know; a commit behind all of them tells of none.
 * @param language Language of the marked-up version.
 */
export function changeReasons(log: ChangeLog, language: string): Readonly<Record<string, string>> {
  const shared = new Set(sharedCommits(log.changes).map((reason) => JSON.stringify(reason)));
  const wording = { words: changeWords(language), language };
  const told = log.changes.flatMap(({ id, kind, reasons }): [string, string][] => {
    const own = kind === 'unchanged' ? [] : reasons.filter((reason) => !shared.has(JSON.stringify(reason)));
    const lines = [...new Set(own.map((reason) => describeReason(reason, wording)))];
    return lines.length === 0 ? [] : [[id, lines.join('\n')]];
  });
  return Object.fromEntries(told);
}
