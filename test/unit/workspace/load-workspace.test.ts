import { describe, expect, it } from 'vitest';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';
import { loadWorkspace, type WorkspaceNeed } from '../../../src/workspace/load-workspace.ts';

const PROCESS = `penholder: 1
title: Guidance note
language: en
stages: [{ id: zero, title: Zero draft }]
rounds: [{ id: first }]
groups: [{ id: civil-society, title: Civil society }]
`;
const NOTE = `---
round: first
date: 2022-09-14
method: interview
group: civil-society
---
## What gets in the way?
- Nobody asks us. #barrier ^i1
- Asking comes late. #gap ^i2
`;
const RESPONSES = `- input: i1
  decision: accepted
  reason: It is asked now.
- input: i9
  decision: noted
  reason: Seen.
- input: i1
  decision: noted
  reason: Twice.
- input: i2
  decision: maybe
  reason: x
`;
const ALL: readonly WorkspaceNeed[] = ['notes', 'responses', 'decisions', 'questionnaires', 'stakeholders'];

async function load(
  files: Record<string, string>,
  needs = ALL,
  world = memoryWorld({ files: { 'penholder.yaml': PROCESS, ...files } }),
) {
  const { process } = await loadProcess(world);
  if (process === undefined) throw new Error('no process');
  return loadWorkspace(world, { needs: new Set(needs), process });
}

describe('a workspace', () => {
  it('joins responses with the note beside them and keeps what holds', async () => {
    const workspace = await load({
      'consultations/first/a.md': NOTE,
      'consultations/first/a.responses.yaml': RESPONSES,
    });
    expect(workspace.notes.map(({ id }) => id)).toEqual(['first/a']);
    expect(workspace.responses.map(({ inputRef, line, entry }) => [inputRef, line, entry.decision])).toEqual([
      ['first/a#i1', 1, 'accepted'],
      ['first/a#i9', 4, 'noted'],
      ['first/a#i1', 7, 'noted'],
    ]);
    const about = workspace.findings.filter(({ check }) => check.startsWith('responses/'));
    expect(about.map(({ check, place }) => `${place.line} ${check}`)).toEqual([
      '11 responses/schema',
      '4 responses/unknown-input',
      '7 responses/duplicate',
    ]);
  });

  it('says which responses have lost their note, and which notes have one identity', async () => {
    const workspace = await load({
      'consultations/first/a.md': NOTE,
      'consultations/first/b.md': NOTE.replace('round: first', 'id: a\nround: first'),
      'consultations/first/gone.responses.yaml': RESPONSES,
      'consultations/first/list.responses.yaml': 'a: b\n',
      'consultations/README.md': 'For people.',
    });
    const checks = workspace.findings.map(({ check, place }) => `${place.file} ${check}`);
    expect(checks).toContain('consultations/first/b.md notes/duplicate-id');
    expect(checks).toContain('consultations/first/gone.responses.yaml responses/no-note');
    expect(checks).toContain('consultations/first/list.responses.yaml responses/schema');
    expect(checks.filter((one) => one.includes('README'))).toEqual([]);
  });

  it('reads decisions, questionnaires and stakeholders, entry by entry', async () => {
    const workspace = await load({
      'decisions/d1.md': '---\nid: d1\ntitle: One\ndate: 2022-11-01\n---\nBecause.\n',
      'decisions/d2.md': '---\nid: d1\ntitle: Two\ndate: 2022-11-01\n---\n',
      'decisions/d3.md': '---\nid: d3\ntitel: Three\n---\n',
      'stakeholders.yaml': '- { id: a, name: A, group: civil-society }\n- { id: b }\n',
      'questionnaires/civil-society-first.en.md': '---\ngroup: civil-society\nround: first\n---\n## What? {#q1}\n',
    });
    expect(workspace.decisions.map(({ frontMatter }) => frontMatter.title)).toEqual(['One', 'Two']);
    expect(workspace.stakeholders.map(({ id }) => id)).toEqual(['a']);
    expect(workspace.questionnaires.map(({ questions }) => questions.map(({ id }) => id))).toEqual([['q1']]);
    const checks = new Set(workspace.findings.map(({ check, place }) => `${place.file} ${check}`));
    expect(checks).toContain('decisions/d2.md decisions/duplicate-id');
    expect(checks).toContain('decisions/d3.md decisions/front-matter');
    expect(checks).toContain('stakeholders.yaml stakeholders/schema');
  });

  it('loads only what is needed, and the same from the cache', async () => {
    const files = {
      'penholder.yaml': PROCESS,
      'consultations/first/a.md': NOTE,
      'consultations/first/a.responses.yaml': RESPONSES,
    };
    expect((await load(files, ['decisions'])).notes).toEqual([]);
    const world = memoryWorld({ files });
    const first = await load({}, ALL, world);
    expect(await load({}, ALL, world)).toEqual(first);
  });

  it('reads a note again when the process changes', async () => {
    const files = { 'consultations/first/a.md': NOTE };
    const world = memoryWorld({ files: { 'penholder.yaml': PROCESS, ...files } });
    expect((await load({}, ALL, world)).findings).toEqual([]);
    const bytes = Buffer.from(PROCESS.replaceAll('civil-society', 'unions'));
    await world.apply({
      writes: [{ path: 'penholder.yaml', bytes, mode: 'replace' }],
      renames: [],
      deletes: [],
      tags: [],
    });
    expect((await load({}, ALL, world)).findings.map(({ message }) => message).join()).toContain('civil-society');
  });
});
