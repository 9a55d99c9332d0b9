import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/text/front-matter.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';
import { outline } from './outline.ts';

const FOLDER = new URL('../../cases/text/', import.meta.url).pathname;

/** Each folder holds a Markdown file and the outline of its tree with all findings. */
describe('Markdown cases', () => {
  for (const name of readdirSync(FOLDER)) {
    it(name, () => {
      const actual = read(readFileSync(join(FOLDER, name, 'input.md'), 'utf8'));
      const golden = join(FOLDER, name, 'expected.txt');
      if (process.env.UPDATE_GOLDEN) writeFileSync(golden, actual);
      expect(actual).toBe(readFileSync(golden, 'utf8'));
    });
  }
});

function read(source: string): string {
  const { data, bodyOffset, findings, present } = readFrontMatter(source, 'input.md');
  const reading = parseMarkdown(source, { file: 'input.md', bodyOffset });
  const all = [...findings, ...reading.findings].map(
    ({ place, severity, check, message }) => `${place.line}:${place.column} ${severity} ${check} ${message}`,
  );
  return [present ? JSON.stringify(data) : 'no front matter', outline(reading.tree), '', ...all, ''].join('\n');
}
