import type { Check } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import type { Workspace } from '../model/workspace.ts';
import { nearest } from '../text/nearest.ts';
import { sayAt } from './say.ts';
import { meant } from './words.ts';

const DECLARED = { group: 'groups', region: 'regions', level: 'levels' } as const;

/**
 * Finds stakeholders whose group, region or level the process does not declare.
 *
 * @param check In whose name.
 * @param key What of each stakeholder is looked at.
 */
export function stakeholderFindings(check: Check, workspace: Workspace, key: keyof typeof DECLARED): Finding[] {
  const known = (workspace.process[DECLARED[key]] ?? []).map(({ id }) => id);
  return workspace.stakeholders.flatMap((stakeholder, index) => {
    const value = stakeholder[key];
    if (value === undefined || known.includes(value)) return [];
    const message = `The stakeholder "${stakeholder.id}" has the ${key} "${value}", which the process does not declare.`;
    const hint = meant(nearest(value, known), known);
    return [sayAt(check, 'stakeholders.yaml', { key: [index, key] }, { message, hint })];
  });
}
