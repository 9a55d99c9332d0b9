/** A matrix through LibreOffice and back: what another program saves changes nothing, and what was typed there comes in. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/commands/matrix.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { memoryWorld } from '../../src/io/memory-world.ts';
import { MATRIX_NOTE, MATRIX_PROCESS } from '../unit/commands/matrix-workspace.ts';
import { memoryContext } from '../unit/commands/memory-context.ts';

const FILES = {
  'penholder.yaml': MATRIX_PROCESS,
  'consultations/first/coalition.md': `${MATRIX_NOTE}
- Budgets: =SUM(A1) and "quotes", 12/10/2022, ünïcode, العربية, 中文. #gap ^i1
- Two

  paragraphs. #comment ^i2
- Open. #gap ^i3
`,
  'consultations/first/coalition.responses.yaml': `- input: i1
  decision: accepted-in-part
  reason: |
    =HYPERLINK("https://example.org") is not run.

    A second paragraph; with "quotes", and 1.10.
  by: OHCHR
  date: 2022-10-12
  reaction: not-satisfied
- { input: i2, decision: noted, reason: "+1 for the annex", date: 2022-10 }
`,
} as const;
const PATH = 'consultations/first/coalition.responses.yaml';

/** The program may be there without the part that opens sheets. */
const hasOffice = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'penholder-office-'));
  try {
    writeFileSync(join(folder, 'm.csv'), 'a,b\n');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, join(folder, 'm.csv')];
    execFileSync('soffice', args, { stdio: 'ignore', timeout: 240_000 });
    return existsSync(join(folder, 'm.xlsx'));
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();

describe.skipIf(!hasOffice)('through LibreOffice (skipped where LibreOffice Calc is not installed)', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'penholder-office-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens a file and saves it in another format. */
  function converted(bytes: Uint8Array, from: string, to: string): Buffer {
    const out = join(folder, 'out');
    mkdirSync(out, { recursive: true });
    writeFileSync(join(folder, `m.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', to, '--outdir', out, join(folder, `m.${from}`)];
    execFileSync('soffice', args, { stdio: 'ignore', timeout: 240_000 });
    return readFileSync(join(out, `m.${to.split(':')[0]}`));
  }

  async function exported(shape: string): Promise<Uint8Array> {
    const world = memoryWorld({ files: FILES });
    const { context } = memoryContext(world);
    await run({ args: ['export'], options: { to: ['xlsx'], shape, out: 'build/m.xlsx' } }, context);
    return world.files()['/workspace/build/m.xlsx'] ?? new Uint8Array();
  }

  async function imported(bytes: Uint8Array, name: string) {
    const world = memoryWorld({ files: FILES, named: { [`/workspace/${name}`]: bytes } });
    const { context, said } = memoryContext(world);
    const code = await run({ args: ['import', name], options: {} }, context);
    return { code, said: said(), text: world.text(PATH) };
  }

  const CSV_UTF8 = 'csv:Text - txt - csv (StarCalc):44,34,76,1';

  test.each([
    ['penholder', 'xlsx', 'm.xlsx'],
    ['iso', 'xlsx', 'm.xlsx'],
    ['penholder', CSV_UTF8, 'm.csv'],
    ['w3c', CSV_UTF8, 'm.csv'],
  ])(
    '%s saved as %s changes nothing',
    async (shape, format, name) => {
      const saved = converted(await exported(shape), 'xlsx', format);
      const { code, said, text } = await imported(saved, name);
      expect(said).toContain('0 answered, 0 changed, 3 as before.');
      expect(code).toBe(0);
      expect(text).toBe(FILES[PATH]);
    },
    300_000,
  );

  test('keeps the choices, the hidden key and the widths', async () => {
    const flat = converted(await exported('penholder'), 'xlsx', 'fods').toString('utf8');
    expect(flat).toContain('accepted-in-part');
    expect(flat).toMatch(/table:content-validation /u);
    expect(flat).toMatch(/table:visibility="collapse"/u);
    expect(flat).not.toMatch(/table:formula="of:=(?:SUM|HYPERLINK)/u);
  }, 300_000);

  test('the old format is told from the new one', async () => {
    const saved = converted(await exported('penholder'), 'xlsx', 'xls');
    const { code, said } = await imported(saved, 'm.xls');
    expect(code).toBe(1);
    expect(said).toContain('save as .xlsx');
  }, 300_000);

  test('opens as a sheet whose first row is its head', async () => {
    const reading = readXlsx(converted(await exported('oasis'), 'xlsx', 'xlsx'));
    if ('problem' in reading) throw new Error(reading.problem.message);
    const [first] = reading.sheets;
    for await (const { cells } of first?.rows() ?? []) {
      expect(cells.slice(0, 3)).toEqual(['Item #', 'Date', 'Commenter']);
      break;
    }
  }, 300_000);
});
