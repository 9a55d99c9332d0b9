import { isMap, isSeq, parseDocument } from 'yaml';
import type { ResponseEntry } from '../model/response.ts';

/** What is said in the place of the reason, which may hold words of who withdrew. */
const REASON = 'Withdrawn by its contributor.';
/** Keys that speak of an answer there is nobody to give to any more. */
const DROPPED = [
  'reason-child',
  'duplicate-of',
  'deferred-to',
  'by',
  'reaction',
  'text',
] as const satisfies readonly (keyof ResponseEntry)[];

/**
 * The responses to a note with those to some inputs marked withdrawn; inputs without a response get one.
 * Passages stay, so that it can be seen what rests on them. Other entries and comments stay as they are.
 *
 * @param source Text of the file; empty where there is none.
 * @param inputs Ids of the inputs.
 * @param date Day of the withdrawal.
 */
export function withdrawnResponses(source: string, inputs: readonly string[], date: string): string {
  const document = parseDocument(source.trim() === '' ? '[]' : source, { keepSourceTokens: false });
  const list: unknown = document.contents;
  if (!isSeq(list)) return source;
  // A list in brackets has no room for sentences.
  list.flow = false;
  const answered = new Set<string>();
  for (const item of list.items) {
    if (!isMap(item)) continue;
    const input = String(item.get('input') ?? '');
    if (!inputs.includes(input)) continue;
    answered.add(input);
    item.set('decision', 'withdrawn');
    item.set('reason', REASON);
    item.set('date', date);
    for (const key of DROPPED) item.delete(key);
  }
  for (const input of inputs.filter((one) => !answered.has(one))) {
    list.add(document.createNode({ input, decision: 'withdrawn', reason: REASON, date }));
  }
  return document.toString({ lineWidth: 0 });
}
