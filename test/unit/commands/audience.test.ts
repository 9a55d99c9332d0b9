import { expect, test } from 'vitest';
import { type MessageChoices, messageAudience } from '../../../src/commands/audience.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

interface Situation extends Partial<MessageChoices> {
  readonly screen?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

function audience({ screen = false, environment = {}, ...choices }: Situation): string {
  const { context } = memoryContext(memoryWorld(), { environment });
  const terminal = { ...context.terminal, outIsTerminal: screen, errorIsTerminal: screen };
  return messageAudience({ terminal }, { to: 'out', ...choices }).distribution;
}

test.each<[string, Situation, string]>([
  ['who sits at a terminal sees all', { screen: true }, 'custodian'],
  ['a file or a log is public', {}, 'public'],
  ['a service is public even where it says it is a terminal', { screen: true, environment: { CI: 'true' } }, 'public'],
  ['Azure is a service', { screen: true, environment: { TF_BUILD: 'True' } }, 'public'],
  ['CI=false is none', { screen: true, environment: { CI: 'false' } }, 'custodian'],
  ['annotations are public', { screen: true, format: 'github' }, 'public'],
  ['so is what code scanning shows', { screen: true, format: 'sarif' }, 'public'],
  ['a flag wins', { environment: { CI: '1' }, format: 'sarif', distribution: 'custodian' }, 'custodian'],
  ['a flag narrows too', { screen: true, distribution: 'core-group' }, 'core-group'],
  ['who named the files knows them', { given: true }, 'custodian'],
  ['but not who reads the log of a service', { given: true, environment: { CI: '1' } }, 'public'],
])('%s', (_, situation, expected) => {
  expect(audience(situation)).toBe(expected);
});
