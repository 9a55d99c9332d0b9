import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Stakeholder } from '../model/stakeholder.ts';
import { readFiles } from './cached-reading.ts';
import { STAKEHOLDERS_FILE } from './layout.ts';

/** The stakeholders that hold, and what is wrong with the others. */
export interface StakeholdersReading {
  readonly stakeholders: readonly Stakeholder[];
  readonly findings: readonly Finding[];
}

/** Reads `stakeholders.yaml`; without one there are none. */
export async function loadStakeholders(world: World): Promise<StakeholdersReading> {
  const [reading] = await readFiles<StakeholdersReading>(world, [STAKEHOLDERS_FILE], {
    kind: 'stakeholders',
    load: async () => (await import('./parse-stakeholders.ts')).parseStakeholders,
    unread: (findings) => ({ stakeholders: [], findings }),
  });
  return reading ?? { stakeholders: [], findings: [] };
}
