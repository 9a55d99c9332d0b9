import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, fill, git, penholder, readText } from '../commands/program.ts';
import { brokenLinks, lostWords, textOfMarkdown, textOfPage } from './real/words.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;
const hasData = DATA !== undefined && existsSync(join(DATA, 'policy'));
if (!hasData) process.stderr.write('Real documents were not compiled: PENHOLDER_TEST_DATA names no folder of them.\n');
const hasPoppler = has('pdfinfo');
if (!hasPoppler) process.stderr.write('Pages of PDFs were not looked at: poppler (pdfinfo, pdftotext) is not here.\n');

interface RealDocument {
  readonly name: string;
  readonly text: readonly string[];
  /** The same in the words of git, for every stage. */
  readonly files: RegExp;
}

const NIST = 'cover sec1_2_introduction sec3_definitions sec4_ial sec5_proofing sec6_dc sec7_security sec8_privacy'
  .split(' ')
  .concat('sec9_usability', 'sec10_references', 'errata');

const DOCUMENTS: readonly RealDocument[] = [
  { name: 'nist-sp800-63a', text: NIST.map((name) => `${name}.md`), files: /^(?:cover|errata|sec\w+)\.md$/u },
  {
    name: 'standard-for-public-code',
    text: ['foreword.md', 'readers-guide.md', 'glossary.md', 'criteria'],
    files: /^(?:(?:foreword|readers-guide|glossary)\.md$|criteria\/.*\.md$)/u,
  },
  { name: 'us-public-trust-cp', text: ['certificate-policy.md'], files: /^certificate-policy\.md$/u },
  { name: 'whitehouse-source-code-policy', text: ['pages'], files: /^pages\/.*\.md$/u },
];

describe.skipIf(!hasData).each(DOCUMENTS)('$name (set PENHOLDER_TEST_DATA to run these)', ({ name, text, files }) => {
  const root = join(emptyFolder(), name);
  let stages: { id: string; tag: string }[] = [];

  beforeAll(async () => {
    git('/', 'clone', '-q', join(DATA ?? '', 'policy', name, 'stages.bundle'), root);
    const tags = git(root, 'tag', '--sort=creatordate').split('\n').filter(Boolean);
    stages = tags.map((tag, index) => ({ id: `s${index + 1}`, tag }));
    const flags = [
      ...text.flatMap((path) => ['--text', path]),
      ...stages.flatMap(({ id, tag }) => ['--stage', `${id}=${tag}`]),
    ];
    const adopted = await penholder(root, ['init', '.', '--name', name, ...flags, '--yes']);
    expect(adopted.status, adopted.stderr).toBe(0);
  });

  /** The Markdown of a stage, as git has it. */
  function sourcesOf(tag: string): string[] {
    const paths = git(root, 'ls-tree', '-r', '--name-only', tag).split('\n');
    return paths.filter((path) => files.test(path)).map((path) => git(root, 'show', `${tag}:${path}`));
  }

  it('compiles at every stage, clean and marked up, and no word of it is lost', async () => {
    const pages: string[] = [];
    for (const [index, { id, tag }] of stages.entries()) {
      const before = stages[index - 1]?.id;
      const since = before === undefined ? [] : ['--since', before];
      const { status, stderr } = await penholder(root, ['compile', id, ...since, '--to', 'pdf,html,md']);
      expect(status, `${id}: ${stderr}`).toBe(0);
      const stem = join(root, 'build', `${name}-${id}`);
      const sources = sourcesOf(tag);
      expect(lostWords(sources, textOfMarkdown(readText(`${stem}.md`))), `${id}, Markdown`).toEqual([]);
      const page = readText(`${stem}.html`);
      expect(lostWords(sources, textOfPage(page)), `${id}, HTML`).toEqual([]);
      expect(brokenLinks(page), `${id}, HTML`).toEqual([]);
      const written = [`${stem}.pdf`, ...(before === undefined ? [] : [`${stem}-since-${before}.pdf`])];
      pages.push(written.map(pagesOf).join(' / '));
    }
    process.stdout.write(`${name}: pages ${pages.join(', ')}\n`);
  });

  it('has a change log between all neighbouring stages', async () => {
    for (const [index, { id }] of stages.entries()) {
      const before = stages[index - 1]?.id;
      if (before === undefined) continue;
      const out = join(root, 'logs', id);
      const { status, stderr } = await penholder(root, ['changes', before, id, '--to', 'md,json', '--out', out]);
      expect(status, `${id}: ${stderr}`).toBe(0);
      const [json, md] = ['.json', '.md'].map((end) => readdirSync(out).find((file) => file.endsWith(end)) ?? '');
      const log = JSON.parse(readText(out, json ?? '')) as { changes: unknown[] };
      expect(log.changes.length, id).toBeGreaterThan(0);
      expect(readText(out, md ?? '').length, id).toBeGreaterThan(200);
    }
  });

  it('gives the same bytes from another folder', async () => {
    const stage = stages.at(-1)?.id ?? '';
    const copy = join(emptyFolder(), 'another name');
    git('/', 'clone', '-q', join(DATA ?? '', 'policy', name, 'stages.bundle'), copy);
    fill(copy, { 'penholder.yaml': readText(root, 'penholder.yaml') });
    expect((await penholder(copy, ['compile', stage, '--to', 'pdf,html,md'])).status).toBe(0);
    for (const extension of ['pdf', 'html', 'md']) {
      const file = `build/${name}-${stage}.${extension}`;
      expect(fingerprint(copy, file), file).toBe(fingerprint(root, file));
    }
  });
});

/** Number of pages of a tagged PDF. */
function pagesOf(file: string): string {
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  if (!hasPoppler) return '?';
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  expect(info, file).toMatch(/^Tagged:\s+yes$/mu);
  return /^Pages:\s+(\d+)$/mu.exec(info)?.[1] ?? '?';
}

function fingerprint(...path: readonly string[]): string {
  return createHash('sha256')
    .update(readFileSync(join(...path)))
    .digest('hex');
}

function has(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

interface IngestedFile {
  readonly name: string;
  readonly status: string;
  readonly path?: string;
}

describe.skipIf(!hasData)('353 real notes (set PENHOLDER_TEST_DATA to run these)', () => {
  const root = join(emptyFolder(), 'notes');
  const args = ['--round', 'first', '--group', 'civil-society', '--method', 'written-input', '--yes'];
  let given: string[] = [];

  beforeAll(async () => {
    const folder = join(DATA ?? '', 'notes');
    given = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('/') && path.endsWith('.md'))
      .sort()
      .map((path) => join(folder, path));
    expect((await penholder(join(root, '..'), ['init', 'notes', '--yes'])).status).toBe(0);
  });

  it('are taken in or held back, and no word of any is lost', async () => {
    expect(given.length).toBe(353);
    const { status, stdout, stderr } = await penholder(root, ['ingest', ...given, ...args, '--json']);
    expect(status, stderr.slice(0, 2000)).not.toBe(2);
    const { files } = JSON.parse(stdout) as { files: IngestedFile[] };
    expect(files.length).toBe(given.length);
    const counts = new Map<string, number>();
    for (const [index, file] of files.entries()) {
      counts.set(file.status, (counts.get(file.status) ?? 0) + 1);
      expect(file.path, `${file.name} ${file.status}`).toBeDefined();
      const kept = textOfMarkdown(readText(root, file.path ?? ''));
      expect(lostWords([readText(given[index] ?? '')], kept), file.name).toEqual([]);
    }
    process.stdout.write(`notes: ${[...counts].map(([status, count]) => `${count} ${status}`).join(', ')}\n`);
  });

  it('come a second time without changing a byte', async () => {
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'Take in the notes');
    const { status } = await penholder(root, ['ingest', ...given, ...args]);
    expect(status).not.toBe(2);
    expect(git(root, 'status', '--porcelain')).toBe('');
  });
});

const LANGUAGES = [
  { language: 'en', file: 'eng', words: /Human Rights/u },
  { language: 'fr', file: 'fra', words: /droits de l[’']homme/iu },
  { language: 'es', file: 'spa', words: /Derechos Humanos/iu },
  { language: 'ru', file: 'rus', words: /прав человека/iu },
  { language: 'ar', file: 'arb', words: /./u },
  { language: 'zh', file: 'cmn_hans', words: /世界人权宣言/u },
];

describe.skipIf(!hasData)('one declaration in six languages (set PENHOLDER_TEST_DATA to run these)', () => {
  it.each(LANGUAGES)('is typeset in $language without a character missing', async ({ language, file, words }) => {
    const root = join(emptyFolder(), language);
    const page = readText(DATA ?? '', 'i18n', `udhr-${file}.html`);
    const body = /<body>([\s\S]*)<\/body>/u.exec(page)?.[1] ?? '';
    const title = /<h1>([^<]*)<\/h1>/u.exec(body)?.[1] ?? '';
    const flags = ['--title', title, '--name', 'udhr', '--language', language, '--yes'];
    expect((await penholder(join(root, '..'), ['init', language, ...flags])).status).toBe(0);
    // An indented line would be code in Markdown.
    fill(root, { 'drafts/10-introduction.md': body.replaceAll(/^[ \t]+/gmu, '') });
    const { status, stderr } = await penholder(root, ['compile', 'working', '--to', 'pdf,html,md']);
    expect(status, stderr).toBe(0);
    expect(stderr).not.toContain('pdf/characters-missing');
    const shown = readText(root, 'build/udhr-working.html');
    expect(lostWords([textOfPage(body)], textOfPage(shown))).toEqual([]);
    expect(shown).toContain(`lang="${language}"`);
    expect(shown.includes('dir="rtl"')).toBe(language === 'ar');
    const pdf = join(root, 'build/udhr-working.pdf');
    const pages = pagesOf(pdf);
    if (hasPoppler)
      expect(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).normalize('NFKC')).toMatch(words);
    process.stdout.write(`udhr ${language}: ${pages} pages\n`);
  });
});
