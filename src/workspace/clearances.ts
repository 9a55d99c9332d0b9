import type { World } from '../io/world.ts';
import type { ClearanceRecord } from '../model/clearance.ts';
import type { Finding } from '../model/finding.ts';
import { readFiles } from './cached-reading.ts';
import { FOLDERS } from './layout.ts';
import type { ClearanceReading } from './parse-clearance.ts';

/** Where the clearances of a stage are recorded. */
export function clearanceFile(stage: string): string {
  return `${FOLDERS.clearances}/${stage}.yaml`;
}

/** Reads who cleared which stage; most workspaces have nothing there, and then nothing is loaded. */
export async function loadClearances(
  world: World,
): Promise<{ clearances: readonly ClearanceRecord[]; findings: readonly Finding[] }> {
  const files = (await world.list(FOLDERS.clearances)).filter(({ path }) => /^[^/]+\/[^/]+\.ya?ml$/iu.test(path));
  const readings = await readFiles<ClearanceReading>(world, files, {
    kind: 'clearances',
    load: async () => (await import('./parse-clearance.ts')).parseClearance,
    unread: (findings) => ({ findings }),
  });
  return {
    clearances: readings.flatMap(({ record }) => (record === undefined ? [] : [record])),
    findings: readings.flatMap(({ findings }) => findings),
  };
}
