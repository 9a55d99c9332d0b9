import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWord } from '../../../../src/files/word/read-word.ts';
import { blockLines, viewBlocks, type WordView } from '../../../../src/files/word/views.ts';
import type { WordFile } from '../../../../src/files/word/word-types.ts';
import { addReplies } from '../../../../src/files/word-edit/add-replies.ts';
import { mergeReviews } from '../../../../src/files/word-edit/merge-reviews.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;
const ROOT = join(DATA ?? '', 'docx');
const TRIPLES = 'accept-reject-triples';

function named(folder: string): string[] {
  if (DATA === undefined) return [];
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.docx')).map((name) => join(folder, name));
}

function open(bytes: Uint8Array): WordFile {
  const reading = readWord(bytes);
  if ('problem' in reading) throw new Error(reading.problem.message);
  return reading.file;
}

function lines(file: WordFile, view: WordView): string[] {
  const all = blockLines(viewBlocks(file.body, file, view));
  return all.map((line) => line.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '');
}

describe.skipIf(DATA === undefined)(
  'real reviewed files (PENHOLDER_TEST_DATA is not set where these are skipped)',
  () => {
    it('take a reply in every thread, and keep their words', () => {
      const threads = named('').map((name) => {
        const bytes = readFileSync(join(ROOT, name));
        const reading = readWord(bytes);
        if ('problem' in reading) return 0;
        const roots = reading.file.comments.filter(({ parent }) => parent === undefined);
        const replies = roots.map(({ id }) => ({
          comment: id,
          author: 'Desk',
          text: ['One.', 'Two.'],
          resolved: true,
        }));
        const replied = addReplies(bytes, replies);
        if ('problem' in replied) throw new Error(`${name}: ${replied.problem.message}`);
        const file = open(replied.bytes);
        const own = file.comments.filter(({ author }) => author === 'Desk');
        expect([name, own.map(({ parent }) => parent).sort()]).toEqual([name, roots.map(({ id }) => id).sort()]);
        expect(own.every(({ resolved, text }) => resolved && text === 'One.\nTwo.')).toBe(true);
        expect([name, lines(file, 'accepted')]).toEqual([name, lines(reading.file, 'accepted')]);
        return roots.length;
      });
      expect(threads.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300);
    });

    it('merged into the text that was sent are that text when all is rejected, and theirs when all is accepted', () => {
      const rejected = named(TRIPLES).filter((name) => name.endsWith('-Rejected.docx'));
      for (const name of rejected) {
        const base = readFileSync(join(ROOT, name));
        const bytes = readFileSync(join(ROOT, name.replace('-Rejected', '')));
        const copy = { name, bytes, file: open(bytes) };
        const merged = mergeReviews(base, [copy]);
        if ('problem' in merged) throw new Error(`${name}: ${merged.problem.message}`);
        expect([name, lines(open(merged.bytes), 'original')]).toEqual([name, lines(open(base), 'original')]);
        const accepted = open(readFileSync(join(ROOT, name.replace('-Rejected', '-Accepted'))));
        expect([name, lines(open(merged.bytes), 'accepted')]).toEqual([name, lines(accepted, 'accepted')]);
      }
      expect(rejected.length).toBeGreaterThan(20);
    });
  },
);
