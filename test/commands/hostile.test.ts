import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, fill, git, penholder, readText, workspace } from './program.ts';

const FRONT = ['---', 'title: Scope', '---', ''];
const NOTE_FRONT = ['---', 'round: first', 'date: 2025-02-03', 'method: interview', 'group: civil-society', '---', ''];

function section(...lines: readonly string[]): string {
  return [...FRONT, ...lines, ''].join('\n');
}

/** A file that a shell command would make; it must never appear. */
function sentinel(): { path: string; script: string } {
  const path = join(emptyFolder(), 'it-ran');
  return { path, script: `touch ${path}` };
}

describe('input from a stranger', () => {
  it('in front matter runs no code', async () => {
    const { path, script } = sentinel();
    const code = `---js\n{ title: require('node:child_process').execSync('${script}').toString() }\n---\n`;
    const root = await workspace({
      'drafts/20-scope.md': `${code}\nWords of the section.\n`,
      'consultations/first/a.md': `${code}\n## What was said\n\n- Words of the note.\n`,
    });
    const checked = await penholder(root, ['check', '--format', 'json']);
    const compiled = await penholder(root, ['compile', 'working', '--to', 'md']);
    fill(root, { '../given.md': `${code}\n## What was said\n\n- Words of a submission.\n` });
    const taken = await penholder(root, ['ingest', '../given.md', '--round', 'first', '--yes']);
    expect([checked.status, compiled.status, taken.status].every((status) => status !== 2)).toBe(true);
    expect(readText(root, 'build/note-working.md')).toContain('Words of the section.');
    expect(existsSync(path)).toBe(false);
  });

  it('leads to no file outside the workspace', async () => {
    const outside = emptyFolder();
    writeFileSync(join(outside, 'secret.md'), '# Secret words\n');
    writeFileSync(join(outside, 'secret.png'), 'Secret bytes');
    const root = await workspace({
      'drafts/20-scope.md': section('![A picture](../../../secret.png) and ![b](link.png)'),
    });
    symlinkSync(join(outside, 'secret.md'), join(root, 'drafts/30-linked.md'));
    symlinkSync(outside, join(root, 'consultations'));
    symlinkSync(join(outside, 'secret.png'), join(root, 'drafts/link.png'));
    const { status, stdout, stderr } = await penholder(root, ['compile', 'working', '--to', 'md,html']);
    expect(status).not.toBe(2);
    const checked = await penholder(root, ['check']);
    const all = [stdout, stderr, checked.stdout, checked.stderr];
    for (const extension of ['md', 'html']) all.push(readText(root, `build/note-working.${extension}`));
    for (const text of all) expect(text).not.toMatch(/Secret (?:words|bytes)/u);
  });

  it.each(['../outside', '/etc', 'drafts/../../outside'])('cannot name %s as its text or its logo', async (path) => {
    const root = await workspace();
    fill(root, { '../outside/secret.md': '# Secret words\n' });
    const process = readText(root, 'penholder.yaml');
    fill(root, { 'penholder.yaml': `${process}\ntext: ${path}\nstyle: { logo: ${path}/secret.md }\n` });
    const { status, stdout, stderr } = await penholder(root, ['compile', 'working', '--to', 'md']);
    expect(status).toBe(1);
    expect(stderr + stdout).toContain('penholder.yaml');
    expect(stderr + stdout).not.toMatch(/Secret words|^\s+at /mu);
  });

  it('cannot steer the terminal', async () => {
    const attack = '\u001B]0;owned\u0007\u001B[2J\u009B31m\u202Etxt.exe\r\b';
    const root = await workspace({
      'consultations/first/a.md': [...NOTE_FRONT, `## Said ${attack}`, '', `- Words ${attack} #bariers`, ''].join('\n'),
      [`drafts/20-${'\u001B[31m'}.md`]: section(`See [](#gone${attack}).`, '', ':::box', 'unclosed'),
    });
    for (const args of [['inputs'], ['check'], ['check', '--format', 'concise'], ['status'], ['changes', 'HEAD']]) {
      const { stdout, stderr, status } = await penholder(root, args);
      expect(status, stderr).not.toBe(2);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come out
      const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;
      expect(stdout + stderr, args.join(' ')).not.toMatch(control);
    }
  });

  it('cannot hide an option in a tag', async () => {
    const root = await workspace();
    git(root, 'update-ref', 'refs/tags/--output=stolen', 'HEAD');
    for (const args of [
      ['compile', '--to', 'md', '--', '--output=stolen'],
      ['changes', '--', '--output=stolen'],
    ]) {
      const { stderr, status } = await penholder(root, args);
      expect(stderr).not.toMatch(/should not have happened/u);
      expect([0, 1, 2]).toContain(status);
    }
    expect(existsSync(join(root, 'stolen'))).toBe(false);
  });

  it('cannot run code through the settings of its repository', async () => {
    const { path, script } = sentinel();
    const root = await workspace({ '.gitattributes': '*.md diff=evil filter=evil\n' });
    git(root, 'tag', '-a', 'zero-draft', '-m', 'Zero');
    const hook = join(root, '.git/hooks/post-index-change');
    fill(root, { '.git/evil.sh': `#!/bin/sh\n${script}\ncat\n` });
    writeFileSync(hook, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    for (const key of ['core.fsmonitor', 'diff.evil.textconv', 'diff.external', 'gpg.program', 'core.sshCommand']) {
      git(root, 'config', key, `sh ${root}/.git/evil.sh`);
    }
    git(root, 'config', 'diff.evil.command', `sh ${root}/.git/evil.sh`);
    git(root, 'config', 'core.pager', `sh ${root}/.git/evil.sh`);
    git(root, 'config', 'alias.rev-parse', `!${script}`);
    for (const args of [['status'], ['check'], ['compile', 'zero', '--to', 'md'], ['changes', 'zero'], ['doctor']]) {
      const { stderr, status } = await penholder(root, args);
      expect(status, `${args.join(' ')}: ${stderr}`).not.toBe(2);
      expect(existsSync(path), args.join(' ')).toBe(false);
    }
  });

  it('cannot put a script into a page or code into the PDF', async () => {
    const prose =
      'Prose #import "/etc/passwd": * and #eval("1+1") and $x$ and #panic() and `#read("/etc/passwd")` \\ #set.';
    const root = await workspace({
      'drafts/20-scope.md': section(
        prose,
        '',
        '[a](javascript:alert(1)) <a href="JaVaScRiPt:alert(2)">b</a> [c](data:text/html,x) <img src=x onerror=alert(3)>',
        '',
        '<script>alert(4)</script><iframe src="https://example.org"></iframe><style>body{display:none}</style>',
        '',
        '![d](https://example.org/track.png) <svg onload=alert(5)></svg>',
      ),
    });
    const { status, stderr } = await penholder(root, ['compile', 'working', '--to', 'pdf,html,md']);
    expect(status, stderr).toBe(0);
    const page = readText(root, 'build/note-working.html');
    expect(page).not.toMatch(/javascript:|<script|<iframe|onerror=|onload=|data:text\/html|src="https?:/iu);
    expect(page).toContain('#import');
    expect(readText(root, 'build/note-working.md')).not.toMatch(/\]\(javascript:/iu);
    expect(stderr).toMatch(/text\/unsafe-link/u);
  });

  it('with a bomb in it holds up nobody', async () => {
    const root = await workspace({
      'drafts/20-scope.md': section('- '.repeat(4000), '', '*a '.repeat(9000), '', 'The words after it.'),
      'penholder-extra.yaml': 'a: 1\n',
    });
    const began = performance.now();
    const { status, stderr } = await penholder(root, ['compile', 'working', '--to', 'md']);
    expect(status).toBe(0);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(stderr).toContain('text/literal-block');
    expect(readText(root, 'build/note-working.md')).toContain('The words after it.');
  });
});
