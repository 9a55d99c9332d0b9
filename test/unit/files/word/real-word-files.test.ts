import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWord } from '../../../../src/files/word/read-word.ts';
import { blockLines, viewBlocks } from '../../../../src/files/word/views.ts';
import type { WordFile } from '../../../../src/files/word/word-types.ts';
import { readZip } from '../../../../src/files/zip-read.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;
const ROOT = join(DATA ?? '', 'docx');
const named = (): string[] =>
  DATA === undefined
    ? []
    : readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.docx'))
        .sort();

function open(name: string): WordFile {
  const reading = readWord(readFileSync(join(ROOT, name)));
  if ('problem' in reading) throw new Error(`${name}: ${reading.problem.message}`);
  return reading.file;
}

/** The XML of a part, to be counted without the reader. */
function xmlOf(name: string, part: string): string {
  const zip = readZip(readFileSync(join(ROOT, name)));
  return 'archive' in zip ? new TextDecoder().decode(zip.archive.read(part)) : '';
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe.skipIf(DATA === undefined)('real Word files (PENHOLDER_TEST_DATA)', () => {
  const files = named();
  const tracked = files.filter(
    (name) => name.startsWith('accept-reject') && !/-(?:Accepted|Rejected)\.docx$/u.test(name),
  );
  const answers = tracked.flatMap((name) =>
    (['Accepted', 'Rejected'] as const).flatMap((end) => {
      const answer = name.replace('.docx', `-${end}.docx`);
      return files.includes(answer) ? [[name, end === 'Accepted' ? 'accepted' : 'original', answer] as const] : [];
    }),
  );

  it('are all read', () => {
    expect(files.length).toBeGreaterThan(190);
    for (const name of files) expect(() => open(name), name).not.toThrow();
  });

  it.each(answers)('%s, %s, says what %s says', (name, view, answer) => {
    const [file, other] = [open(name), open(answer)];
    // A moved paragraph leaves an empty one behind in the answers, though its mark moved too.
    const words = (lines: string[]) => lines.filter((line) => line.trim() !== '');
    expect(words(blockLines(viewBlocks(file.body, file, view)))).toEqual(words(blockLines(other.body)));
    const notes = file.notes.flatMap(({ blocks }) => blockLines(viewBlocks(blocks, file, view)));
    expect(words(notes)).toEqual(words(other.notes.flatMap(({ blocks }) => blockLines(blocks))));
  });

  it('have the comments, replies, resolved threads and authors that their XML has', () => {
    for (const name of files) {
      const { comments } = open(name);
      const [written, extended] = [xmlOf(name, 'word/comments.xml'), xmlOf(name, 'word/commentsExtended.xml')];
      expect(comments.length, name).toBe(count(written, /<w:comment\s/gu));
      if (extended === '') continue;
      expect(comments.filter(({ parent }) => parent !== undefined).length, name).toBe(
        count(extended, /paraIdParent=/gu),
      );
      const roots = [...extended.matchAll(/<w15:commentEx\s[^>]*>/gu)].filter(([tag]) => !tag.includes('paraIdParent'));
      const done = roots.filter(([tag]) => tag.includes('done="1"')).length;
      expect(comments.filter(({ parent, resolved }) => parent === undefined && resolved).length, name).toBe(done);
      const authors = [...written.matchAll(/<w:comment\s[^>]*w:author="([^"]+)"/gu)].map(([, author = '']) =>
        author.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      );
      expect(
        comments.map(({ author }) => author),
        name,
      ).toEqual(authors);
    }
  });

  it('have the tracked changes that their XML has', () => {
    for (const name of files) {
      const { revisions } = open(name);
      const xml = ['document', 'footnotes', 'endnotes'].map((part) => xmlOf(name, `word/${part}.xml`)).join('');
      const choice = xml.replace(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, '');
      const plain = choice.replace(/<w:(\w+Change)\b.*?<\/w:\1>/gsu, '').replace(/<w:numPr>.*?<\/w:numPr>/gsu, '');
      for (const [kind, tags] of [
        ['insertion', /<w:(?:ins|cellIns)[\s>]/gu],
        ['deletion', /<w:(?:del|cellDel)[\s>]/gu],
        ['move-from', /<w:moveFrom[\s>]/gu],
        ['move-to', /<w:moveTo[\s>]/gu],
      ] as const)
        expect(revisions.filter((one) => one.kind === kind).length, `${name} ${kind}`).toBe(count(plain, tags));
    }
  });
});
