import type { World } from '../io/world.ts';
import type { Circulation } from '../model/circulation.ts';
import type { Finding } from '../model/finding.ts';
import { readFiles } from './cached-reading.ts';
import { FOLDERS } from './layout.ts';
import type { CirculationsReading } from './parse-circulations.ts';

/** Where it is recorded who received a stage. */
export function circulationFile(stage: string): string {
  return `${FOLDERS.circulations}/${stage}.yaml`;
}

/** Reads what went to whom; most workspaces have nothing there, and then nothing is loaded. */
export async function loadCirculations(
  world: World,
): Promise<{ circulations: readonly Circulation[]; findings: readonly Finding[] }> {
  const files = (await world.list(FOLDERS.circulations)).filter(({ path }) => /^[^/]+\/[^/]+\.ya?ml$/iu.test(path));
  const readings = await readFiles<CirculationsReading>(world, files, {
    kind: 'circulations',
    load: async () => (await import('./parse-circulations.ts')).parseCirculations,
    unread: (findings) => ({ circulations: [], findings }),
  });
  return {
    circulations: readings.flatMap(({ circulations }) => circulations),
    findings: readings.flatMap(({ findings }) => findings),
  };
}
