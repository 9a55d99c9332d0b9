/** Makes a folder until it is killed. Arguments: target, folder of the call, and the fault. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, installFault } from './fault.ts';

const [target = '', caller = '', fault = ''] = process.argv.slice(2);
installFault(JSON.parse(fault) as Fault);

const { makeWhole } = await import('../../../src/io/whole-folder.ts');
process.stdout.write('ready\n');
try {
  const made = await makeWhole(target, {
    caller,
    label: 'sample',
    build: async (folder) => {
      for (const name of ['drafts', '.git', '.penholder']) mkdirSync(join(folder, name));
      for (const name of ['a.md', 'drafts/b.md', '.git/HEAD']) writeFileSync(join(folder, name), name);
    },
  });
  process.stdout.write(`done ${made}\n`);
} catch (error) {
  process.stdout.write(`failed ${error instanceof Error ? error.message : String(error)}\n`);
}
