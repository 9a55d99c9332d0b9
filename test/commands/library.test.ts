import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emptyFolder } from './program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const FLAGS = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom', '--types', ''];

/** A program of somebody else, who has only the package. */
const CONSUMER = `
import { type Change, type ChangeLog, changeLog, compareDocuments, html, markUp, packageAssets, readMarkdown } from 'penholder';

const before = readMarkdown('# Duties\\n\\nEntities should consult children.\\n');
const after = readMarkdown('# Duties\\n\\nEntities shall consult children.\\n');
const log: ChangeLog = compareDocuments(before, after, { from: { id: 'v1', title: 'First' }, to: { id: 'v2', title: 'Second' } });
const first: Change | undefined = log.changes.find(({ kind }) => kind !== 'unchanged');
// @ts-expect-error there is no such kind
if (first?.kind === 'rewritten') throw new Error('never');
const page: Uint8Array = await html.render(markUp(before, after, log), packageAssets());
const report = changeLog.build({ log, meta: after.meta }, { reasons: false });
console.log(
  JSON.stringify({
    kind: first?.kind,
    ground: first?.ground,
    marked: new TextDecoder().decode(page).includes('shall</ins>'),
    styled: new TextDecoder().decode(page).includes('<style>'),
    report: report.document.meta.kind,
  }),
);
`;

/** A folder with the built package installed in it. */
function consumer(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'penholder'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'index.ts'), CONSUMER);
  return folder;
}

test('the built package is imported with its types, and compares, marks up and reports', () => {
  const folder = consumer();
  execFileSync(process.execPath, [TSC, ...FLAGS, '--outDir', 'out', 'index.ts'], { cwd: folder, stdio: 'inherit' });
  const out = execFileSync(process.execPath, ['out/index.js'], { cwd: folder, encoding: 'utf8' });
  expect(JSON.parse(out)).toEqual({
    kind: 'edited',
    ground: 'modal-strength',
    marked: true,
    styled: true,
    report: 'Change log',
  });
});
