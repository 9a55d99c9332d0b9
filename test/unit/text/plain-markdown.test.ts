import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFrontMatter } from '../../../src/text/front-matter-block.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';
import { parsePlainMarkdown } from '../../../src/text/plain-markdown.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', '..', 'drafts', 'child-rights');

const DRAFT = `---
title: A section
---
## Title {#title}

Words with a note.[^n] See [](#title) and [@work, para. 3]. ^p-0000001

:::recommendation{for="All" by="2030" #p-0000002}
[Every office]{.bracket by="ALPHA"} should *listen*.
:::

| A | B |
| --- | --- |
| one | [two](https://example.org) |

^p-0000003

:::unknown
Kept as text, with a mark [^gone] of no note.
:::

[^n]: A note.
`;

function options(source: string) {
  return { file: 'drafts/a.md', bodyOffset: findFrontMatter(source)?.bodyOffset ?? 0 };
}

describe('parsePlainMarkdown', () => {
  it('reads what parseMarkdown reads, findings included', () => {
    const plain = parsePlainMarkdown(DRAFT, options(DRAFT));
    expect(plain?.findings.map(({ check }) => check)).toContain('text/unknown-footnote');
    expect(JSON.stringify(plain)).toBe(JSON.stringify(parseMarkdown(DRAFT, options(DRAFT))));
  });

  it.each(['a `code`', 'a<br>b', '[a]: /u\n\nsee [a]', '![x](y.png "z")'])('leaves %j to a parser', (source) => {
    expect(parsePlainMarkdown(source, { file: 'a.md' })).toBeUndefined();
  });

  it('reads most sections of the worked example as a parser does', () => {
    const files = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\bdrafts\b.*\.md$/u.test(name),
    );
    const read = files.map((name) => {
      const source = readFileSync(join(EXAMPLE, name), 'utf8');
      const plain = parsePlainMarkdown(source, options(source));
      if (plain !== undefined)
        expect(JSON.stringify(plain), name).toBe(JSON.stringify(parseMarkdown(source, options(source))));
      return plain !== undefined;
    });
    expect(read.filter(Boolean).length).toBeGreaterThan(files.length / 2);
  });
});
