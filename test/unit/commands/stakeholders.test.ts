import { describe, expect, test } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/stakeholders.ts';
import { writeCsv } from '../../../src/files/csv-write.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const LIST = `# Whom to reach
- { id: ex-network, name: Example network, group: civil-society, region: africa, networks: [ex-coalition], invited: 2022-07-29 } # since the call

# Those without dates
- id: ex-club
  name: "Children's club: 'North'"
  group: children
`;

const FILES = { 'penholder.yaml': EXAMPLE_PROCESS, 'stakeholders.yaml': LIST };

function workspace(rows?: readonly (readonly string[])[], files: Readonly<Record<string, string>> = FILES) {
  const named = rows === undefined ? {} : { '/workspace/list.csv': writeCsv(rows) };
  const world = memoryWorld({ files, named });
  const called = memoryContext(world);
  return { world, ...called };
}

async function imported(rows: readonly (readonly string[])[], options: Readonly<Record<string, unknown>> = {}) {
  const { world, context, said, printed } = workspace(rows);
  const code = await run({ args: ['import', 'list.csv'], options }, context);
  return { code, said: said(), printed: printed(), list: world.text('stakeholders.yaml') ?? '' };
}

describe('export', () => {
  test.each(['csv', 'xlsx'])('and import again changes nothing: %s', async (format) => {
    const { world, context, said } = workspace();
    expect(await run({ args: ['export'], options: { to: [format], out: `build/list.${format}` } }, context)).toBe(0);
    const code = await run({ args: ['import', `build/list.${format}`], options: {} }, context);
    expect(said()).toContain('0 added, 0 changed, 2 as before.');
    expect(code).toBe(0);
    expect(world.text('stakeholders.yaml')).toBe(LIST);
  });

  test('keeps formulas from being run, and gives them back as they were', async () => {
    const files = { ...FILES, 'stakeholders.yaml': '- { id: sum, name: "=SUM(A1)", group: children }\n' };
    const { world, context } = workspace(undefined, files);
    await run({ args: ['export'], options: { to: ['csv'] } }, context);
    const csv = world.text(`build/draft-stakeholders.csv`) ?? world.text('build/example-stakeholders.csv') ?? '';
    expect(csv).toContain("'=SUM(A1)");
  });
});

describe('import', () => {
  test('merges by id: empty cells lose nothing, lists grow, comments and other entries stay', async () => {
    const { code, list, said } = await imported([
      ['Id', 'Name', 'Region', 'Networks', 'Reminded', 'Replied'],
      ['ex-network', '', '', 'ex-alliance', '2022-08-20; 2022-09-01', '2022-09-19'],
    ]);
    expect(code).toBe(0);
    expect(said).toContain('0 added, 1 changed, 0 as before. 1 that the file does not name stay as they are.');
    expect(list).toContain('# Whom to reach');
    expect(list).toContain('# since the call');
    expect(list).toContain('# Those without dates');
    expect(list).toContain('region: africa');
    expect(list).toMatch(/networks: \[ ?ex-coalition, ex-alliance ?\]/u);
    expect(list).toMatch(/reminded: \[ ?2022-08-20, 2022-09-01 ?\]/u);
    expect(list).toContain('replied: 2022-09-19');
  });

  test('adds new ones, with an id from the name where the file has none, and finds those listed by name', async () => {
    const { list, printed } = await imported([
      ['Name', 'Group', 'Invited'],
      ['Example network', '', '2022-08-01'],
      ['Réseau des enfants', 'Children', '2022-08-02'],
    ]);
    expect(printed).toContain('ex-network changed');
    expect(list).toMatch(/name: Réseau des enfants, group: children/u);
  });

  test('tells what it could not take, by row and column, and takes the rest', async () => {
    const { code, list, said } = await imported([
      ['Id', 'Name', 'Group', 'Invited', 'Contact', 'Favourite colour'],
      ['ex-late', 'Late', 'children', 'next week', '', ''],
      ['ex-lone', 'Lone', '', '', '', ''],
      ['ex-good', 'Good', 'children', '2022-08', 'held-by-focal-point', 'blue'],
      ['ex-mail', 'Mail', 'children', '2022-08', 'someone@child-network.org', ''],
      ['', '', '', '2022-08', '', ''],
    ]);
    expect(code).toBe(1);
    expect(said).toMatch(/list\.csv:2:4.*“Invited” says nothing that can be read/u);
    expect(said).toMatch(/list\.csv:3:1.*A new stakeholder needs Group/u);
    expect(said).toMatch(/list\.csv:1:6.*Column 6/u);
    expect(said).toMatch(/list\.csv:5:5/u);
    expect(said).toMatch(/list\.csv:6:1.*neither an id nor a name/u);
    expect(`${said}${list}`).not.toContain('someone@');
    expect(list).toMatch(/id: ex-good.*contact: held-by-focal-point/u);
    expect(list).toContain('ex-mail');
    expect(list).not.toContain('ex-late');
  });

  test('writes nothing on a dry run', async () => {
    const { list, printed } = await imported(
      [
        ['Id', 'Name', 'Group'],
        ['ex-new', 'New', 'children'],
      ],
      { dryRun: true },
    );
    expect(list).toBe(LIST);
    expect(printed).toContain('ex-new added');
  });

  test('refuses to touch a list that does not hold', async () => {
    const { world, context, said } = workspace(
      [
        ['Id', 'Name'],
        ['a', 'A'],
      ],
      { ...FILES, 'stakeholders.yaml': '- { id: x }\n' },
    );
    expect(await run({ args: ['import', 'list.csv'], options: {} }, context)).toBe(1);
    expect(said()).toContain('stakeholders.yaml has to be mended first');
    expect(world.text('stakeholders.yaml')).toBe('- { id: x }\n');
  });
});
