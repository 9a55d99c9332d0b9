import type { World } from '../io/world.ts';
import { readFiles } from './cached-reading.ts';
import { VERDICTS_FILE } from './layout.ts';
import type { VerdictsReading } from './parse-verdicts.ts';

/** Reads the verdicts on changes that people overruled; most workspaces have none, and then nothing is loaded. */
export async function loadVerdicts(world: World): Promise<VerdictsReading> {
  const [reading] = await readFiles<VerdictsReading>(world, [VERDICTS_FILE], {
    kind: 'verdicts',
    load: async () => (await import('./parse-verdicts.ts')).parseVerdicts,
    unread: (findings) => ({ verdicts: [], findings }),
  });
  return reading ?? { verdicts: [], findings: [] };
}
