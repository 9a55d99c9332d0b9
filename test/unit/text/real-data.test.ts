import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/text/front-matter.ts';
import { stampIds } from '../../../src/text/ids.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';
import { plainText } from '../../../src/text/plain-text.ts';
import { prescan } from '../../../src/text/prescan.ts';
import { outline } from './outline.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;
const LIMIT = 300_000;
const why = DATA ? '' : ' (skipped: PENHOLDER_TEST_DATA is not set)';

function markdownFiles(): string[] {
  if (!DATA) return [];
  return ['policy', 'notes'].flatMap((folder) => {
    const root = join(DATA, folder);
    if (!existsSync(root)) return [];
    const all = readdirSync(root, { recursive: true, encoding: 'utf8' });
    return all.filter((name) => name.endsWith('.md')).map((name) => join(root, name));
  });
}

/** Words of letters only that stand outside tags, targets, attributes and code fences. */
function proseWords(body: string): string[] {
  const prose = body
    .replaceAll(/<!--[\s\S]*?-->/gu, ' ')
    .replaceAll(/<(script|style|iframe)\b[\s\S]*?<\/\1>/giu, ' ')
    .replaceAll(/^ {0,3}\[[^\]]+\]:.*(?:\n {0,3}["'(].*)?$/gmu, ' ')
    .replaceAll(/\]\([^)]*\)/gu, '] ')
    .replaceAll(/<\/?[A-Za-z][^<>]*>/gu, ' ')
    .replaceAll(/\{[:%{][^{}]*\}/gu, ' ')
    .replaceAll(/^[ \t>]*(?:`{3}|~{3}).*$/gmu, ' ')
    .replaceAll(/&#?\w+;/gu, ' ')
    .replaceAll(/\S*(?:[/@_\\.~|`*&=+^\]]|\d)\S*/gu, ' ');
  return prose.match(/\p{L}{3,}/gu) ?? [];
}

describe(`real documents${why}`, () => {
  const files = markdownFiles();

  it.skipIf(!DATA)(
    'are read without losing a word, and without HTML left over',
    () => {
      expect(files.length).toBeGreaterThan(300);
      for (const file of files) {
        const source = readFileSync(file, 'utf8');
        const { body, bodyOffset } = readFrontMatter(source, file);
        const { tree } = parseMarkdown(source, { file, bodyOffset });
        const kept = plainText(tree);
        const words = new Set(kept.match(/\p{L}{3,}/gu));
        const lost = [...new Set(proseWords(body))].filter((word) => !words.has(word) && !kept.includes(word));
        expect([file, lost]).toEqual([file, []]);
        expect(outline(tree)).not.toMatch(/^ *(?:html|definition|linkReference|imageReference|containerDirective) /mu);
      }
    },
    LIMIT,
  );

  it.skipIf(!DATA)('hold nothing that is too much to parse', () => {
    const held = files.filter((file) => prescan(readFileSync(file, 'utf8'), file).suspicious);
    expect(held).toEqual([]);
  });

  it.skipIf(!DATA)(
    'mean the same once they are stamped, and are stamped once',
    () => {
      let last = 1_000_000;
      const newId = () => `${++last}`;
      for (const file of files.filter((_, index) => index % 8 === 0)) {
        const source = readFileSync(file, 'utf8');
        const { bodyOffset } = readFrontMatter(source, file);
        const { tree } = parseMarkdown(source, { file, bodyOffset });
        const stamped = stampIds(source, tree, { newId });
        const again = parseMarkdown(stamped.source, { file, bodyOffset }).tree;
        expect(plainText(again)).toBe(plainText(tree));
        expect(stampIds(stamped.source, again, { newId }).stamped).toEqual([]);
      }
    },
    LIMIT,
  );
});
