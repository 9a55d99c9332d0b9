import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { reporters } from '../../../../src/commands/reporters/reporters.ts';
import type { Finding } from '../../../../src/model/finding.ts';

const SOURCES: Readonly<Record<string, string>> = {
  'drafts/10-scope.md': '# Scope\r\n\r\nSee [](#p-lost) for more.\r\n',
  'drafts/20-儿童.md': '儿童的权利：见 [](#p-lost)。\n',
  'drafts/30-long.md': `${'words and '.repeat(60)}[](#p-lost)${' and words'.repeat(60)}\n`,
  'consultations/first/note.md': 'status: \u001b]0;owned\u0007\u202Etxt\n',
};

const FINDINGS: readonly Finding[] = [
  {
    check: 'text/broken-reference',
    severity: 'error',
    message: 'The cross-reference points at "#p-lost", and no passage has that id.',
    why: 'A reader would be sent to a place that does not exist.',
    hint: 'Give the id of a passage of the text.',
    place: { file: 'drafts/10-scope.md', line: 3, column: 5 },
  },
  {
    check: 'text/broken-reference',
    severity: 'error',
    message: 'The cross-reference points at "#p-lost", and no passage has that id.',
    place: { file: 'drafts/20-儿童.md', line: 1, column: 9 },
  },
  {
    check: 'text/broken-reference',
    severity: 'warning',
    message: 'Far to the right.',
    place: { file: 'drafts/30-long.md', line: 1, column: 601 },
  },
  {
    check: 'note/status',
    severity: 'info',
    message: 'The status "\u001b]0;owned\u0007" is unknown.\n::error::injected, 100%',
    place: { file: 'consultations/first/note.md', line: 1, column: 9 },
  },
  {
    check: 'process/missing',
    severity: 'warning',
    message: 'The file is not there.',
    place: { file: 'a,b:c.yaml', line: 1, column: 1 },
  },
];

const context = { read: (file: string) => SOURCES[file], chalk: new Chalk({ level: 0 }), width: 72 };

describe.each(Object.values(reporters))('the reporter $id', (reporter) => {
  test('prints findings as its case says', async () => {
    await expect(reporter.render(FINDINGS, context)).toMatchFileSnapshot(
      `../../../cases/reporters/findings/${reporter.id}.txt`,
    );
  });

  test('prints nothing a terminal would act on', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(reporter.render(FINDINGS, context)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
  });

  test('prints a clean run', async () => {
    await expect(reporter.render([], context)).toMatchFileSnapshot(`../../../cases/reporters/clean/${reporter.id}.txt`);
  });
});

test('the caret of the text reporter stands below the place, wide characters counted twice', () => {
  const lines = reporters.text.render(FINDINGS.slice(1, 2), context).split('\n');
  const framed = lines.findIndex((line) => line.includes('│'));
  // The eight characters before the place: seven wide ones and a space.
  expect(lines[framed + 1]).toBe(`    │ ${' '.repeat(15)}^`);
});

test('the text reporter colours only where colours are asked for', () => {
  expect(reporters.text.render(FINDINGS, { ...context, chalk: new Chalk({ level: 1 }) })).toContain('\u001b[');
});

test('the github reporter names files from the root of the repository, worst first', () => {
  const text = reporters.github.render([...FINDINGS].reverse(), { ...context, prefix: 'notes/child/' });
  expect(text.split('\n')[0]).toContain('::error file=notes/child/drafts/');
});

test('sarif names each rule once and points at it', () => {
  const log = JSON.parse(reporters.sarif.render(FINDINGS, context));
  const [run] = log.runs;
  expect(run.tool.driver.rules).toEqual([
    { id: 'note/status' },
    { id: 'process/missing' },
    { id: 'text/broken-reference' },
  ]);
  for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  expect(run.results[1].locations[0].physicalLocation.artifactLocation.uri).toBe('drafts/20-%E5%84%BF%E7%AB%A5.md');
});
