/**
 * Runs all tests and ends with one line: `N passed, N failed`, skipped ones named before it.
 *
 * Type check, lint and format, dead code and the generated files count as one test each.
 *
 * Usage: node test/tools/run-tests.js [--deep]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const deep = process.argv.includes('--deep');
const bin = (name) => join(root, 'node_modules', '.bin', name);

const STEPS = [
  { name: 'type check', command: bin('tsc'), args: ['-p', '.'] },
  { name: 'type check of scripts of pages', command: bin('tsc'), args: ['-p', 'src/browser'] },
  { name: 'lint and format', command: bin('biome'), args: ['check', '--error-on-warnings', '.'] },
  { name: 'dead code', command: bin('knip'), args: [] },
];

const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, told once more at the end: what went before is long. */
const failures = [];

for (const step of deep ? [] : STEPS) {
  process.stdout.write(`\n== ${step.name}\n`);
  const { status } = spawnSync(step.command, step.args, { cwd: root, stdio: 'inherit' });
  total[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) failures.push(step.name);
}
runVitest(deep ? 'test/vitest.deep.config.ts' : 'test/vitest.config.ts');

if (total.skipped > 0) process.stdout.write(`\n${total.skipped} skipped; the reasons stand above.\n`);
for (const failure of failures) process.stdout.write(`\nFAILED ${failure}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function runVitest(config) {
  process.stdout.write(`\n== ${deep ? 'deep tests' : 'tests'}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'penholder-tests-'));
  const report = join(folder, 'report.json');
  const args = ['run', '-c', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(bin('vitest'), args, { cwd: root, stdio: 'inherit' });
  count(report, status);
  rmSync(folder, { recursive: true, force: true });
}

function count(report, status) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const brokenFiles = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    total.passed += numPassedTests;
    total.failed += numFailedTests + brokenFiles;
    total.skipped += numPendingTests + numTodoTests;
    // A runner that failed although every test passed has something to say as well.
    if (status !== 0 && numFailedTests + brokenFiles === 0) {
      total.failed += 1;
      failures.push('the runner itself, though every test passed: see above');
    }
    failures.push(...testResults.flatMap(failedIn));
  } catch {
    total.failed += 1;
    failures.push('the runner, which left no report: see above');
  }
}

/** The failed tests of a file, each with the beginning of what it said. */
function failedIn({ name, status, message, assertionResults }) {
  const file = relative(root, name);
  if (status === 'failed' && assertionResults.length === 0) return [`${file}\n${shortened(message)}`];
  return assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `${file} > ${test.fullName}\n${shortened(test.failureMessages.join('\n'))}`);
}

function shortened(text = '') {
  return text.split('\n').slice(0, 12).join('\n').slice(0, 2000);
}
