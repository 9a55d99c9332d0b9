import { expect, test } from 'vitest';
import { fill, penholder, readText, workspace } from './program.ts';

const LIBRARIES = {
  'library.bib':
    '@article{lundy2007, title={{Voice} is not enough}, author={Lundy, Laura}, year={2007}, doi={10.1/abc}}\n',
  'export.ris': 'TY  - JOUR\nTI  - Voice\nDO  - 10.1/ABC\nVL  - 33\nER  - \n',
};

test('the built program reads libraries of references, which come with packages of their own', async () => {
  const folder = await workspace(LIBRARIES);
  expect(await penholder(folder, ['resources', 'import', 'library.bib'])).toMatchObject({ status: 0 });
  const second = await penholder(folder, ['ingest', 'export.ris']);
  expect(second).toMatchObject({ status: 0, stdout: 'lundy2007 completed\n' });
  expect(readText(folder, 'resources/library.yaml')).toMatch(/title: Voice is not enough[\s\S]*volume: "?33"?/u);
});

test('the built program writes and reads the list of stakeholders as a workbook', async () => {
  const folder = await workspace();
  fill(folder, { 'list.csv': 'Id,Name,Group\r\nex-network,Example network,civil-society\r\n' });
  const imported = await penholder(folder, ['stakeholders', 'import', 'list.csv']);
  expect(imported.stdout).toBe('ex-network added\n');
  await penholder(folder, ['stakeholders', 'export', '--to', 'xlsx', '--out', 'list.xlsx']);
  const again = await penholder(folder, ['stakeholders', 'import', 'list.xlsx']);
  expect(again.stderr).toContain('0 added, 0 changed, 1 as before.');
});
