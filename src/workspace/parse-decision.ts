import { type Decision, decisionFrontMatterSchema } from '../model/decision.ts';
import type { Finding } from '../model/finding.ts';
import { readFrontMatter } from '../text/front-matter.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { placeIn } from './key-place.ts';

/** A decision, or what is wrong with it. */
export interface DecisionReading {
  readonly decision?: Decision;
  readonly findings: readonly Finding[];
}

/**
 * Reads a decision of the core group.
 *
 * @param source Text of the file.
 * @param file Workspace-relative path.
 */
export function parseDecision(source: string, file: string): DecisionReading {
  const { data, body, keyPlaces, findings } = readFrontMatter(source, file);
  const placeOf = (path: readonly PropertyKey[]) => placeIn(keyPlaces, path, file);
  const checked = checkSchema(decisionFrontMatterSchema, data, { file, placeOf, check: 'decisions/front-matter' });
  const all = [...findings, ...checked.findings];
  if (checked.value === undefined) return { findings: all };
  return { decision: { file, frontMatter: checked.value, body }, findings: all };
}
