import { describe, expect, test } from 'vitest';
import { run } from '../../../src/commands/report.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { ANSWERED, HISTORY, SECRETS } from '../reports/sample-answers.ts';
import { memoryContext } from './memory-context.ts';

type Options = Readonly<Record<string, unknown>>;

async function call(args: readonly string[], options: Options = {}, files: Readonly<Record<string, string>> = {}) {
  const all = { ...ANSWERED, ...files };
  const world = memoryWorld({ files: all, git: { commits: HISTORY } });
  const { context, printed, said } = memoryContext(world);
  const outcome = await run({ args: ['feedback', ...args], options }, context).catch((error: Error) => error.message);
  return { outcome, printed: printed(), said: said(), world };
}

describe('a letter to an organisation', () => {
  test('tells every input with its answer, its reason and its place', async () => {
    const { printed } = await call(['Alpha Union'], { contact: 'the secretariat' });
    await expect(printed).toMatchFileSnapshot('../../cases/reports/feedback-organisation.md');
  });

  test('names no other contributor, and says so to who drafts', async () => {
    const { printed, said } = await call(['Alpha Union'], { distribution: 'core-group' });
    for (const secret of SECRETS.filter((word) => word !== 'markerquote')) expect(printed).not.toContain(secret);
    expect(said).toContain('feedback/reason-withheld');
    expect(said).not.toContain('markersecret');
  });

  test('tells what a repeated input was answered, and never that it was called a duplicate', async () => {
    const { printed } = await call(['Alpha Union']);
    expect(printed).not.toMatch(/duplicate/iu);
    expect(printed).toMatch(/The same as the others said\.[^#]*Reasons are given in plain words\.[^#]*Others made/u);
    expect(printed).toMatch(/somebody said in confidence\.\s+\*\*Why:\*\* The reason cannot be given/u);
  });

  test('repeats words that were withheld from the public only where those who handle the letter may read them', async () => {
    expect((await call(['Alpha Union'])).printed).not.toContain('markerquote');
    expect((await call(['Alpha Union'])).printed).toContain('It is point i10 of your contribution.');
    const own = await call(['Alpha Union'], { distribution: 'core-group' });
    expect(own.printed).toContain('markerquote said.');
    expect(own.printed).toContain('markerquote is why.');
    expect(own.printed).toContain('It is not for publication.');
  });

  test('is found by the beginning of a name, and by the name of its file', async () => {
    const [whole, begun, key] = [await call(['Alpha Union']), await call(['alpha']), await call(['alpha-union'])];
    expect(begun.printed).toBe(whole.printed);
    expect(key.printed).toBe(whole.printed);
  });
});

describe('a letter to children', () => {
  test('is in their language and in words written for them', async () => {
    const { printed, said } = await call(['first/africa-children']);
    await expect(printed).toMatchFileSnapshot('../../cases/reports/feedback-children.md');
    expect(printed).not.toContain('Adult reason');
    expect(said).toContain('feedback/no-child-reason');
  });

  test('says of words that are missing where they belong', async () => {
    const { said } = await call(['first/africa-children']);
    expect(said).toContain('africa-children.responses.yaml:2');
    expect(said).toContain('reason-child');
  });
});

describe('who gets a letter', () => {
  test('is listed without any name that may not be told', async () => {
    const { printed } = await call([]);
    expect(printed).toContain('alpha-union');
    expect(printed).toContain('first-africa-children');
    expect(printed).not.toMatch(/markersecret|markerhouse/u);
  });

  test('is everybody whom those who handle the letters may know of', async () => {
    const letters = async (distribution: string) => {
      const { world, outcome } = await call([], { all: true, to: ['md'], distribution });
      expect(outcome).toBe(0);
      return Object.keys(world.files()).filter((path) => path.startsWith('build/'));
    };
    const open = await letters('public');
    expect(open).toEqual([
      'build/draft-feedback-alpha-union.md',
      'build/draft-feedback-beta-league.md',
      'build/draft-feedback-first-africa-children.md',
      'build/draft-feedback-letters.md',
    ]);
    const inner = await letters('core-group');
    expect(inner).toHaveLength(5);
    expect(inner.join(' ')).not.toMatch(/house|secret/u);
    expect(await letters('custodian')).toHaveLength(6);
  });

  test('is told to each alone: nothing of one stands in the letter to another', async () => {
    const { world } = await call([], { all: true, to: ['md'], distribution: 'custodian' });
    const letters = Object.keys(world.files()).filter((path) => /build\/.*feedback-(?!letters)/u.test(path));
    for (const path of letters) {
      const own = world.text(path) ?? '';
      const named = SECRETS.filter((word) => own.includes(word) && word !== 'markerquote');
      expect(named.length, path).toBeLessThanOrEqual(1);
    }
  });

  test('can be a whole group, which reads what everybody may', async () => {
    const { printed } = await call(['civil-society'], { distribution: 'core-group' });
    expect(printed).toContain('Say should, not may.');
    expect(printed).not.toMatch(/markerquote|markersecret/u);
  });

  test('is not told by who is not: no such contributor, and one that nobody may know of, read the same', async () => {
    const [none, hidden] = [await call(['first/nobody']), await call(['first/secret'])];
    expect(none.outcome).toMatch(/^There is no consultation note, organisation or group/u);
    expect(String(hidden.outcome).replace('secret', 'nobody')).toBe(none.outcome);
  });
});

test('answers point at the text as it stands while no stage after their round is frozen', async () => {
  const world = memoryWorld({ files: ANSWERED });
  const { context, printed } = memoryContext(world);
  await run({ args: ['feedback', 'Beta League'], options: {} }, context);
  expect(printed()).toMatch(/Working draft/iu);
});
