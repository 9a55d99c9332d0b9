import { describe, expect, test } from 'vitest';
import { run } from '../../../src/commands/report.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { SAMPLE } from '../reports/sample-consultation.ts';
import { memoryContext } from './memory-context.ts';

/** Without the consultation with children, whose safeguarding record is not whole. */
const FILES = Object.fromEntries(Object.entries(SAMPLE).filter(([path]) => !path.includes('children')));

async function call(
  args: readonly string[],
  options: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, string>> = {},
) {
  const world = memoryWorld({ files: { ...FILES, ...more } });
  const { context, printed, said } = memoryContext(world);
  const outcome = await run({ args, options }, context).catch((error: Error) => error.message);
  return { outcome, printed: printed(), said: said(), world };
}

describe('penholder report', () => {
  test('prints one text format where no place is named', async () => {
    const { outcome, printed, world } = await call(['coverage', 'first']);
    expect(outcome).toBe(0);
    expect(printed).toContain('## Coverage: First round');
    expect(Object.keys(world.files()).filter((path) => path.startsWith('build/'))).toEqual([]);
  });

  test('writes files for several formats, or where a place is named', async () => {
    const { world, printed } = await call(['coverage', 'first'], { to: ['md', 'json', 'html'] });
    expect(Object.keys(world.files()).filter((path) => path.startsWith('build/'))).toEqual([
      'build/draft-coverage-first.html',
      'build/draft-coverage-first.json',
      'build/draft-coverage-first.md',
    ]);
    expect(printed).toContain('build/draft-coverage-first.json');
    const page = world.text('build/draft-coverage-first.html') ?? '';
    expect(page).toContain('src="data:image/svg+xml;base64,');
    expect(page).toContain('alt="Planned against reached');
    expect((await call(['mapping'], { to: ['md'], out: 'out.md' })).world.text('/workspace/out.md')).toContain(
      'Mapping',
    );
  });

  test('prints data alone as JSON', async () => {
    const { printed } = await call(['consultation', 'first'], { to: ['json'] });
    expect(JSON.parse(printed).round).toEqual({ id: 'first', title: 'First round' });
  });

  test('says what is wrong with the consultation notes, and reports on the others all the same', async () => {
    const { outcome, printed, said } = await call(
      ['coverage'],
      {},
      { 'consultations/first/broken.md': 'No front matter.\n' },
    );
    expect(outcome).toBe(1);
    expect(said).toContain('notes/');
    expect(printed).toContain('## Coverage of all rounds');
  });

  test.each(['status', 'mapping'])('gives %s, which is of the whole process', async (name) => {
    expect((await call([name])).outcome).toBe(0);
    expect((await call([name, 'first'])).outcome).toContain('is of the whole process');
  });

  test.each([
    [['coverge'], {}, /no report called "coverge"/u],
    [['coverage', 'third'], {}, /no round "third"/u],
    [['consultation'], {}, /is of one round, and none was named/u],
    [['coverage'], { to: ['docm'] }, /no output format called "docm"/u],
    [['constructor'], {}, /no report called "constructor"/u],
  ])('says what is wrong with %j %j', async (args, options, message) => {
    expect((await call(args, options)).outcome).toMatch(message);
  });
});
