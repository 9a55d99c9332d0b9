import { describe, expect, it } from 'vitest';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';

const GOOD = `penholder: 1
title: Guidance note
language: en
stages:
  - { id: zero, title: Zero draft, after: [first] }
  - { id: second, title: Second draft, after: [second] }
rounds:
  - { id: first }
  - { id: second, on: zero }
groups:
  - { id: children, title: Children }
`;

async function load(source: string) {
  return loadProcess(memoryWorld({ files: { 'penholder.yaml': source } }));
}

function lines(findings: readonly { check: string; place: { line: number }; message: string }[]) {
  return findings.map(({ check, place, message }) => `${place.line} ${check}: ${message}`);
}

describe('the process', () => {
  it('is read, and comes from the cache the second time', async () => {
    const world = memoryWorld({ files: { 'penholder.yaml': GOOD } });
    const first = await loadProcess(world);
    expect(first.findings).toEqual([]);
    expect(first.process?.stages.map(({ id }) => id)).toEqual(['zero', 'second']);
    expect(await loadProcess(world)).toEqual(first);
  });

  it('says what is missing', async () => {
    expect((await loadProcess(memoryWorld())).findings[0]?.check).toBe('workspace/no-process');
    const { process, findings } = await load('');
    expect(process).toBeUndefined();
    expect(findings.length).toBeGreaterThanOrEqual(4);
  });

  it('reports all broken rules at once, each on its line, and suggests what was meant', async () => {
    const source = `penholder: 1
title: Guidance note
language: en
text: ../secret
stages:
  - { id: zero, title: Zero, after: [frist] }
  - { id: zero, title: Again, tag: "bad..tag" }
  - { id: second, title: Second, tag: second~1, planned: { from: 2023-02-01, to: 2023-01-01 } }
rounds:
  - { id: first, on: zreo }
groups:
  - { id: children, title: Children }
coverage:
  targets:
    - { group: childern }
`;
    const { process, findings } = await load(source);
    expect(process).toBeUndefined();
    expect(lines(findings)).toEqual([
      '4 workspace/text-path: The text can\'t be at "../secret": it leads out of the workspace.',
      '6 workspace/unknown-reference: There is no round "frist" in this process.',
      '7 workspace/duplicate-id: The id "zero" stands twice under `stages`; the first is on line 6.',
      '7 workspace/tag-name: "bad..tag" can\'t be the name of a git tag.',
      '8 workspace/tag-name: "second~1" can\'t be the name of a git tag.',
      '8 workspace/period: The planned dates of "second" end before they begin.',
      '10 workspace/unknown-reference: There is no stage "zreo" in this process.',
      '15 workspace/unknown-reference: There is no group "childern" in this process.',
    ]);
    expect(findings.map(({ hint }) => hint).join('\n')).toMatch(
      /Did you mean "first"\?[\s\S]*Did you mean "zero"\?[\s\S]*Did you mean "children"\?/u,
    );
  });

  it('refuses a stage that waits for a round on itself or on a later stage', async () => {
    const { findings } = await load(GOOD.replace('on: zero', 'on: second'));
    expect(lines(findings)).toEqual([
      '6 workspace/cycle: The stage "second" waits for the round "second", which consults on the stage "second", and that is not an earlier one.',
    ]);
  });

  it('names merge conflicts as such', async () => {
    const source = GOOD.replace('title: Guidance note\n', '<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n');
    expect((await load(source)).findings[0]?.check).toBe('workspace/merge-conflict');
  });

  it('reads UTF-16 with a warning, and refuses binary data', async () => {
    const utf16 = Buffer.from(`\ufeff${GOOD}`, 'utf16le');
    const read = await loadProcess(memoryWorld({ files: { 'penholder.yaml': utf16 } }));
    expect(read.process).toBeDefined();
    expect(read.findings.map(({ check }) => check)).toEqual(['workspace/encoding']);
    const binary = await loadProcess(memoryWorld({ files: { 'penholder.yaml': Buffer.from([1, 0, 2]) } }));
    expect(binary.findings.map(({ check }) => check)).toEqual(['workspace/not-text']);
  });
});
