import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { quickKeyPlace } from '../../../src/checks/quick-key-place.ts';
import { readFrontMatter } from '../../../src/text/front-matter.ts';

const EXAMPLE = fileURLToPath(new URL('../../../drafts', import.meta.url));
const files = readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  .map((entry) => join(entry.parentPath, entry.name));

const whole = (source: string, key: readonly string[]) => readFrontMatter(source, 'a.md').keyPlaces.get(key.join('.'));

describe('the quick place of a key', () => {
  it('is the one that reading the YAML gives, wherever it gives one', () => {
    let quick = 0;
    for (const source of files.map((file) => readFileSync(file, 'utf8'))) {
      for (const path of readFrontMatter(source, 'a.md').keyPlaces.keys()) {
        const place = quickKeyPlace(source, 'a.md', path.split('.'));
        if (place === undefined) continue;
        quick += 1;
        expect(place, path).toEqual(whole(source, path.split('.')));
      }
    }
    expect(quick).toBeGreaterThan(300);
  });

  it.each([
    '---\nsafeguarding: { assent: "feedback-by: no, {", feedback-by: 2022-12-15 }\n---\n',
    '---\nsafeguarding: { a: { feedback-by: 2 }, feedback-by: 2022-12-15 }\n---\n',
    '---\nsafeguarding: |\n  feedback-by: 2022-12-15\n---\n',
    '---\nsafeguarding: { feedback-by: 1, feedback-by: 2 }\n---\n',
    '---\nsafeguarding: {}\nsafeguarding: { feedback-by: 2 }\n---\n',
    'safeguarding: { feedback-by: 2 }\n',
  ])('is not given where it is not certain: %j', (source) => {
    expect(quickKeyPlace(source, 'a.md', ['safeguarding', 'feedback-by'])).toBeUndefined();
  });
});
