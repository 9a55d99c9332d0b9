import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkReferencePages } from '../../src/commands/check-reference.ts';
import { referencePages } from '../../src/commands/reference.ts';
import { publishedSchemas } from '../../src/workspace/schemas.ts';

function kept(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

describe('what `npm run generate` writes is what the repository holds', () => {
  test('the reference of the commands', () => {
    expect(kept('src/commands/README.md')).toBe(referencePages()['README.md']);
  });

  test('the reference of the rules', async () => {
    expect(kept('src/checks/README.md')).toBe((await checkReferencePages())['README.md']);
  });

  test.each(Object.entries(publishedSchemas()))('the schema %s', (name, schema) => {
    expect(JSON.parse(kept(`templates/schemas/${name}`))).toEqual(schema);
  });
});
