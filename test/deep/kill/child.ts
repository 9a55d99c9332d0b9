/** Applies plans until it is killed. Arguments: root, first plan, how many, and optionally the fault. */
import { countedSteps, type Fault, installFault } from './fault.ts';

const [root = '', first = '0', many = '1', fault] = process.argv.slice(2);

const chosen: Fault =
  fault === undefined ? { kind: 'kill', step: Number.POSITIVE_INFINITY } : (JSON.parse(fault) as Fault);
installFault(chosen);

const { nodeWorld } = await import('../../../src/io/node-world.ts');
const { planNumber } = await import('./plans.ts');

const world = nodeWorld({ root, callerFolder: root, env: process.env });
process.stdout.write('ready\n');
try {
  for (let count = Number(first); count < Number(first) + Number(many); count += 1)
    await world.apply(planNumber(count));
  process.stdout.write(`done ${countedSteps()}\n`);
} catch (error) {
  process.stdout.write(`failed ${error instanceof Error ? error.message : String(error)}\n`);
}
await world.close();
