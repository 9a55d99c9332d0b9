import { isSeq, parseDocument, stringify } from 'yaml';
import type { CirculationEntry } from '../model/circulation.ts';

/**
 * The text of `circulations/<stage>.yaml` with one circulation more; comments and the other entries stay as they are.
 *
 * @param source The file as it stands; empty where there is none. It must hold: a broken one is never written over.
 * @param entry What went to whom.
 */
export function withCirculation(source: string, entry: CirculationEntry): string {
  const document = parseDocument(source);
  if (!isSeq(document.contents)) return stringify([entry], { lineWidth: 0 });
  document.add(document.createNode(entry));
  document.contents.flow = false;
  return document.toString({ lineWidth: 0 });
}
