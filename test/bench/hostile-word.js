import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSource } from '../evaluation/load.js';
import { readPeak, timed, withUsage } from './measure.js';
import { valueRow } from './table.js';
import { inTemporaryFolder, penholder } from './workspaces.js';

/** What the costliest hostile file may take, of the whole program. */
const SECONDS = 3;
const MEMORY = 300;

/** What hostile Word files cost whoever reads them: the worst of all. */
export function hostileWord() {
  return inTemporaryFolder(async (folder) => {
    const { HOSTILE_FILES } = await loadSource('test/unit/files/word/hostile-files.ts');
    const costs = HOSTILE_FILES.map((file) => costOf(file, folder));
    return {
      rows: [
        worstRow(costs, { of: 'cpu', unit: 's CPU', limit: SECONDS }),
        worstRow(costs, { of: 'peak', unit: 'MB', limit: MEMORY }),
      ],
    };
  });
}

function costOf({ name, make }, folder) {
  const file = join(folder, 'hostile.docx');
  const usage = join(folder, 'usage');
  writeFileSync(file, make());
  writeFileSync(usage, '');
  const show = penholder(folder, ['review', 'show', file, '--view', 'tracked', '--to', 'json']);
  const { cpu } = timed(withUsage({ ...show, exits: [0, 2] }, usage));
  return { name, cpu, peak: Math.round(readPeak(usage)) };
}

function worstRow(costs, { of, unit, limit }) {
  const [worst] = costs.toSorted((a, b) => b[of] - a[of]);
  return valueRow(`hostile Word files, the worst of ${costs.length}`, {
    measured: worst[of],
    unit,
    limit,
    reference: worst.name,
  });
}
