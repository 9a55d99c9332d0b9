import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlDocument } from '../../../src/sources/html-document.ts';
import type { IngestFile, IngestPlan } from '../../../src/sources/ingest/ingest-types.ts';
import { markdownNote } from '../../../src/sources/markdown-note.ts';
import { planIngest } from '../../../src/sources/plan-ingest.ts';
import { readFrontMatter } from '../../../src/text/front-matter.ts';
import { PROCESS } from './sample.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function filesIn(folder: string, ending: RegExp): readonly IngestFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.name.startsWith('LICENSE'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
}

const ingest = (files: readonly IngestFile[], before?: IngestPlan): Promise<IngestPlan> => {
  const written = (before?.plan.writes ?? []).map(({ path, bytes }) => ({ name: path, bytes }));
  return planIngest({
    files,
    existing: written.filter(({ name }) => name.startsWith('consultations/')),
    held: written.filter(({ name }) => name.startsWith('.penholder/quarantine/')),
    responses: [],
    process: PROCESS,
    sources: [htmlDocument, markdownNote],
    options: { round: 'first', defaults: { group: 'civil-society', method: 'online-discussion' } },
  });
};
const withoutIds = (body: string): string => body.replaceAll(/ \^i[0-9a-hjkmnp-tv-z]{5}(?=[ \t|]*\r?$)/gmu, '');

describe.skipIf(DATA === undefined)('353 real notes (PENHOLDER_TEST_DATA)', async () => {
  const files = DATA === undefined ? [] : filesIn(join(DATA, 'notes'), /\.md$/u);
  const first = DATA === undefined ? undefined : await ingest(files);

  it('are all taken in or held, and none is lost', () => {
    expect(files).toHaveLength(353);
    expect(first?.summary).toMatchObject({ updated: 0, unchanged: 0, refused: 0 });
    expect((first?.summary.new ?? 0) + (first?.summary.held ?? 0)).toBe(353);
    const reasons = new Set(first?.findings.filter(({ severity }) => severity === 'error').map(({ check }) => check));
    expect([...reasons].sort()).toEqual(['notes/missing-date', 'safeguarding/personal-data']);
  });

  it('keep their bodies byte for byte, but for the ids', () => {
    first?.outcomes.forEach(({ path }, index) => {
      const written = first.plan.writes.find((write) => write.path === path);
      const source = text(files[index]?.bytes ?? new Uint8Array());
      const { body } = readFrontMatter(text(written?.bytes ?? new Uint8Array()), '');
      expect(withoutIds(body), path).toBe(readFrontMatter(source, '').body);
    });
  });

  it('keep every value of their front matter, in the note or out of git', () => {
    first?.outcomes.forEach(({ path = '' }, index) => {
      const before = readFrontMatter(text(files[index]?.bytes ?? new Uint8Array()), '').data;
      const written = first.plan.writes.find((write) => write.path === path);
      const after = readFrontMatter(text(written?.bytes ?? new Uint8Array()), '').data;
      const stem = basename(path, '.md');
      const out = first.plan.writes.find((write) =>
        write.path.startsWith(`.penholder/quarantine/kept-out/first/${stem}-`),
      );
      const keptOut = readFrontMatter(`---\n${text(out?.bytes ?? new Uint8Array())}---\n`, '').data;
      const kept = { ...after, ...(after.foreign as Record<string, unknown> | undefined), ...keptOut };
      for (const [key, value] of Object.entries(before)) expect(kept[key], `${path}: ${key}`).toEqual(value);
    });
  });

  it('come in a second time without changing anything', async () => {
    const second = await ingest(files, first);
    expect(second.plan).toEqual({ writes: [], renames: [], deletes: [], tags: [] });
    expect(second.summary).toEqual({
      new: 0,
      updated: 0,
      unchanged: first?.summary.new,
      held: first?.summary.held,
      refused: 0,
    });
  });
});

describe.skipIf(DATA === undefined)('real pages (PENHOLDER_TEST_DATA)', () => {
  const pages = DATA === undefined ? [] : filesIn(join(DATA, 'i18n'), /\.html$/u);

  it.each(pages.map((page) => [page.name, page] as const))('%s keeps its words', async (_, page) => {
    const { plan, findings } = await ingest([page]);
    const [written] = plan.writes.filter(({ path }) => path.endsWith('.md'));
    const words = (source: string): readonly string[] => source.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const body = new Set(words(text(written?.bytes ?? new Uint8Array())));
    const visible = text(page.bytes)
      .replaceAll(/<(script|style|head)\b[\s\S]*?<\/\1>/giu, ' ')
      .replaceAll(/<[^>]*>|&\w+;|&#\d+;/gu, ' ');
    expect(words(visible).filter((word) => !body.has(word))).toEqual([]);
    expect(findings.filter(({ check }) => check === 'ingest/empty')).toEqual([]);
  });
});
