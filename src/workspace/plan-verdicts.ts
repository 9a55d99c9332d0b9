import { isSeq, parseDocument, stringify } from 'yaml';
import type { VerdictEntry } from '../model/verdict.ts';

/**
 * Puts verdicts into the text of `changes.yaml`: one on a change that was judged before takes its place, the others
 * come at the end. Comments and the other entries stay as they are written.
 *
 * @param source the file as it stands; empty where there is none
 * @param entries the verdicts
 */
export function withVerdictEntries(source: string, entries: readonly VerdictEntry[]): string {
  const document = parseDocument(source);
  if (!isSeq(document.contents)) return stringify(entries, { lineWidth: 0 });
  const list = document.contents;
  for (const entry of entries) {
    const index = list.items.findIndex((_, at) => document.getIn([at, 'change']) === entry.change);
    if (index < 0) document.add(document.createNode(entry));
    else document.setIn([index], document.createNode(entry));
  }
  list.flow = false;
  return document.toString({ lineWidth: 0 });
}
