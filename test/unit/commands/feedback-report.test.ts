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

test('a letter to who said much shows each of their points, however many have the same answer', async () => {
  const points = Array.from({ length: 9 }, (_, at) => `- Point number ${at + 1} of ours. #comment ^i${at + 1}`).join(
    '\n',
  );
  const alpha = ANSWERED['consultations/first/alpha.md'] ?? '';
  const note = `${alpha.slice(0, alpha.indexOf('## '))}## What else?\n\n${points}\n`.replaceAll(
    'Alpha Union',
    'Omega Union',
  );
  const answers = Array.from(
    { length: 8 },
    (_, at) => `- { input: i${at + 1}, decision: noted, reason: The text says so already. }`,
  );
  const files = {
    'consultations/first/omega.md': note,
    'consultations/first/omega.responses.yaml': `${answers.join('\n')}\n`,
  };
  const { printed } = await call(['Omega Union'], {}, files);
  expect(printed.match(/Point number \d of ours/gu)).toHaveLength(9);
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

const ALPHA_ANSWERS = 'consultations/first/alpha.responses.yaml';
const ALPHA_NOTE = 'consultations/first/alpha.md';
const CHILDREN = 'consultations/first/africa-children.md';

/** One file of the sample, with some words put for others. */
function changed(path: string, from: string | RegExp, to: string): Readonly<Record<string, string>> {
  return { [path]: (ANSWERED[path] ?? '').replace(from, to) };
}

describe('who reads a letter is its contributor, whoever handles it', () => {
  test('a decision for the core group alone is named to no contributor', async () => {
    const files = changed(ALPHA_ANSWERS, 'A date is still to be named.', 'So the markersecret decision has it.');
    for (const distribution of ['core-group', 'custodian']) {
      const { printed, said } = await call(['Alpha Union'], { distribution }, files);
      expect(printed).not.toContain('markersecret decision');
      expect(said).toContain('feedback/reason-withheld');
    }
  });

  test('a whole group is told no name of a member that the public may not know', async () => {
    const files = changed(ALPHA_NOTE, 'attribution: organisation', 'attribution: group');
    const reasons = changed(ALPHA_ANSWERS, 'A date is still to be named.', 'Alpha Union asked for it.');
    const { printed } = await call(['civil-society'], { distribution: 'custodian' }, { ...files, ...reasons });
    expect(printed).toContain('Say should, not may.');
    expect(printed).not.toContain('Alpha Union');
  });

  test('a whole group is not told what a contributor said whose group may not be told', async () => {
    const files = changed(ALPHA_NOTE, 'attribution: organisation', 'attribution: none');
    const { printed } = await call(['civil-society'], { distribution: 'custodian' }, files);
    expect(printed).toContain('Reasons are missing.');
    expect(printed).not.toContain('Say should, not may.');
    expect(printed).toContain('are not in it.');
  });

  test('respondents of a survey are not told who sent it in, where the public may not know', async () => {
    const files = changed(ALPHA_NOTE, 'attribution: organisation', 'attribution: none');
    const survey = { [ALPHA_NOTE]: (files[ALPHA_NOTE] ?? '').replace('method: written-input', 'method: survey') };
    const { printed } = await call(['first/alpha'], { distribution: 'custodian' }, survey);
    expect(printed).toContain('How your input was used');
    expect(printed).not.toMatch(/alpha/iu);
  });

  test('a whole group is not told what a member said in confidence and another repeated', async () => {
    const { printed } = await call(['civil-society'], { distribution: 'custodian' });
    expect(printed).toContain('The same as somebody said in confidence.');
    expect(printed).not.toContain('markersecret');
    expect(printed.match(/The reason cannot be given/gu)?.length).toBeGreaterThan(0);
  });

  test('the title of a consultation that others may not know of is told to no contributor', async () => {
    const titled = changed('consultations/first/secret.md', 'from: ', 'title: Evening at the harbour\nfrom: ');
    const reasons = changed(ALPHA_ANSWERS, 'A date is still to be named.', 'As at the Evening at the harbour.');
    const { printed } = await call(['Alpha Union'], { distribution: 'custodian' }, { ...titled, ...reasons });
    expect(printed).toContain('Answers come too late.');
    expect(printed).not.toContain('harbour');
  });

  test('what only custodians may read is not told by repeating it, even to the one who said it', async () => {
    const said = changed(ALPHA_NOTE, '- The survey', '- For few. #gap {distribution="custodian"} ^i12\n- The survey');
    const answers = changed(ALPHA_ANSWERS, 'duplicate-of: first/secret#i1', 'duplicate-of: i12');
    const own = '- { input: i12, decision: noted, reason: A markerfew reason. }\n';
    const files = { ...said, [ALPHA_ANSWERS]: `${answers[ALPHA_ANSWERS]}${own}` };
    expect((await call(['Alpha Union'], { distribution: 'core-group' }, files)).printed).not.toContain('markerfew');
    expect((await call(['Alpha Union'], { distribution: 'custodian' }, files)).printed).toContain('markerfew');
  });

  test('the list tells neither language nor group of who may not be told apart', async () => {
    const { printed } = await call([], {}, changed(CHILDREN, /attribution: \S+/u, 'attribution: none'));
    expect(printed).toMatch(/\| first-withheld-\S+ +\| Contributors who are not named +\| \S+ +\| – +\|/u);
    expect(printed).not.toMatch(/Children, through|\| fr /u);
  });

  test('children are told in no letter to adults: an organisation that also spoke for children gets its own', async () => {
    const files = changed(CHILDREN, 'from: Children of a network', 'from: Alpha Union');
    const { printed } = await call(['Alpha Union'], { distribution: 'custodian' }, files);
    expect(printed).toContain('Say should, not may.');
    expect(printed).not.toContain('Adult reason');
    expect(printed).not.toContain('They never answer.');
  });

  test('a promised day is not told where it could say which consultation it was', async () => {
    const files = changed(CHILDREN, /attribution: \S+/u, 'attribution: none');
    const [own] = (await call([], { to: ['json'] }, files)).printed.match(/withheld-\w+/u) ?? [];
    const { printed } = await call([`first/${own}`], {}, files);
    expect(printed).toContain('Adults ask too late.');
    expect(printed).not.toMatch(/2022/u);
    const kept = await call(['first/africa-children'], { distribution: 'custodian' }, files);
    expect(kept.printed).toMatch(/15 décembre 2022/u);
  });
});

test('answers point at the text as it stands while no stage after their round is frozen', async () => {
  const world = memoryWorld({ files: ANSWERED });
  const { context, printed } = memoryContext(world);
  await run({ args: ['feedback', 'Beta League'], options: {} }, context);
  expect(printed()).toMatch(/Working draft/iu);
});
