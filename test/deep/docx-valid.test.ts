import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareDocuments } from '../../src/changes/compare-documents.ts';
import { markUp } from '../../src/changes/mark-up/mark-up.ts';
import { writeDocx } from '../../src/formats/docx.ts';
import type { Document } from '../../src/model/document.ts';
import { directionOf } from '../../src/text/language.ts';
import { emptyFolder, penholder } from '../commands/program.ts';
import { policyFolder } from '../evaluation/sources.ts';
import { DRAFT, MARKED_UP } from '../unit/formats/sample-document.ts';
import { faultsOf, resolved } from './docx/oracle.ts';
import { draftOf, paragraphsWithNotes } from './docx/versions.ts';

const REFS = { from: { id: 'a', title: 'A' }, to: { id: 'b', title: 'B' } };

function write(document: Document): Uint8Array {
  return writeDocx(document, { media: new Map(), report: () => undefined });
}

describe('Word files are valid', () => {
  const looks = [
    {},
    { lineNumbers: true, watermark: 'ZERO DRAFT' },
    { reading: 'large-print' as const, paper: 'us-letter' as const },
    { reading: 'easy-read' as const, paper: 'a5' as const },
  ];

  it.each(['ar', 'en', 'es', 'fr', 'ru', 'zh'])(
    'drafts and marked-up versions in %s, in all looks',
    async (language) => {
      for (const [index, look] of looks.entries())
        for (const { root, meta } of [DRAFT, MARKED_UP]) {
          const style = { ...meta.style, ...look };
          const bytes = write({ root, meta: { ...meta, language, direction: directionOf(language), style } });
          expect(await faultsOf(bytes), `look ${index}`).toEqual([]);
        }
    },
  );

  it('with a reason at every change', async () => {
    const reasons = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`c${at}`, 'One <reason>.\nAnd another.']),
    );
    expect(await faultsOf(write({ ...MARKED_UP, meta: { ...MARKED_UP.meta, changeReasons: reasons } }))).toEqual([]);
  });
});

describe('the worked example', () => {
  const root = join(emptyFolder(), 'example');
  const out = join(root, 'build');
  const run = async (...args: string[]) => {
    const { status, stderr } = await penholder(root, args);
    expect(status, `${args.join(' ')}: ${stderr}`).toBe(0);
  };

  beforeAll(async () => {
    const { status, stderr } = await penholder('/', ['init', root, '--example', 'child-rights']);
    expect(status, stderr).toBe(0);
  });

  it('has valid Word files of every kind', async () => {
    await run('compile', 'zero', '--to', 'docx');
    await run('compile', 'second', '--since', 'zero', '--to', 'docx');
    await run('compile', 'advanced', '--since', 'second', '--to', 'docx', '--line-numbers', '--watermark');
    await run('changes', 'zero', 'second', '--to', 'docx', '--out', out);
    for (const report of ['coverage', 'matrix', 'synopsis', 'feedback', 'status'])
      await run('report', report, '--to', 'docx', '--out', join(out, report));
    for (const file of readdirSync(join(root, 'questionnaires')).filter((name) => /^[^.]+\.\w\w\.md$/u.test(name)))
      for (const kind of ['guide', 'questionnaire', 'form'])
        await run('guide', `questionnaires/${file}`, '--as', kind, '--to', 'docx', '--out', join(out, file, kind));
    const written = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.docx'));
    expect(written.length).toBeGreaterThan(10);
    for (const name of written.sort()) expect(await faultsOf(readFileSync(join(out, name))), name).toEqual([]);
  });
});

const folder = policyFolder();
if (folder === undefined)
  process.stderr.write('Real texts were not written as Word files: PENHOLDER_TEST_DATA names no folder of them.\n');

describe.skipIf(folder === undefined)('neighbouring versions of real texts (set PENHOLDER_TEST_DATA)', () => {
  const number = (file: string) => Number.parseInt(file.slice(1), 10);
  const pairs = readdirSync(folder ?? '.').flatMap((policy) => {
    const path = join(folder ?? '.', policy);
    if (folder === undefined) return [];
    const files = readdirSync(path).filter((file) => /^v\d+-.*\.md$/u.test(file));
    const ordered = files.sort((a, b) => number(a) - number(b)).map((file) => join(path, file));
    return ordered.slice(1).map((later, index) => [`${policy} ${index + 1}`, ordered[index] ?? '', later] as const);
  });

  it.each(pairs)(
    '%s: valid; rejected they give the earlier one, accepted the later, for two readers',
    async (_, before, after) => {
      const [from, to] = [draftOf(readFileSync(before, 'utf8')), draftOf(readFileSync(after, 'utf8'))];
      const marked = write({ ...markUp(from, to, compareDocuments(from, to, REFS)), meta: to.meta });
      expect(await faultsOf(marked)).toEqual([]);
      const words = (bytes: Uint8Array, view: 'accepted' | 'original') => paragraphsWithNotes(bytes, view);
      const [earlier, later] = [write({ ...from, meta: to.meta }), write(to)].map((bytes) => words(bytes, 'accepted'));
      expect(words(marked, 'accepted')).toEqual(later);
      expect(words(marked, 'original')).toEqual(earlier);
      const { accepted, rejected } = await resolved(marked);
      expect(words(accepted, 'accepted')).toEqual(later);
      expect(words(rejected, 'accepted')).toEqual(earlier);
    },
  );
});
