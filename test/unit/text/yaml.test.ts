import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/text/yaml.ts';

const checks = (source: string) =>
  readYaml(source, 'a.yaml').findings.map(({ check, place }) => `${check}:${place.line}:${place.column}`);

describe('readYaml', () => {
  it('reads values and their places', () => {
    const { value, placeOf, findings } = readYaml('stages:\n  - id: zero\n    title: Zero\n  - id: second\n', 'a.yaml');
    expect(value).toEqual({ stages: [{ id: 'zero', title: 'Zero' }, { id: 'second' }] });
    expect(findings).toEqual([]);
    expect(placeOf(['stages', 1, 'id'])).toEqual({ file: 'a.yaml', line: 4, column: 5 });
    expect(placeOf(['stages', 0, 'missing', 'deeper'])).toMatchObject({ line: 2 });
    expect(placeOf(['nothing'])).toEqual({ file: 'a.yaml', line: 1, column: 1 });
  });

  it('reads an empty file as nothing', () => {
    expect(readYaml('', 'a.yaml')).toMatchObject({ value: undefined, findings: [] });
    expect(readYaml('# only a comment\n', 'a.yaml').findings).toEqual([]);
  });

  it.each([
    ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 'yaml/alias:2:8'],
    ['a tag of another language', 'a: !!js/function "x"\n', 'yaml/tag:1:'],
    ['a tab', 'a:\n\tb: 1\n', 'yaml/syntax:2:'],
    ['a colon in a value', 'title: One: two\n', 'yaml/syntax:1:'],
    ['an open quote', 'title: "one\n', 'yaml/syntax:'],
    ['a second document', 'a: 1\n---\nb: 2\n', 'yaml/syntax:'],
    ['a merge conflict', 'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n', 'workspace/merge-conflict:2:1'],
  ])('reports %s', (_name, source, expected) => {
    expect(checks(source).some((check) => check.startsWith(expected))).toBe(true);
  });

  it('refuses what is nested too deeply, whatever the depth', () => {
    expect(checks('['.repeat(100) + ']'.repeat(100))).toEqual([expect.stringMatching(/^yaml\/too-deep:1:/u)]);
    for (const bomb of ['[', '{a: ', '- ', '? ', '"a": [']) {
      expect(checks(bomb.repeat(100_000)).length).toBeGreaterThan(0);
    }
    const indented = Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    expect(checks(indented).length).toBeGreaterThan(0);
  });

  it('writes findings as whole sentences', () => {
    for (const { message, hint } of readYaml('a: [\nb: @x\n', 'a.yaml').findings) {
      expect(message).toMatch(/^[A-Z`"].*\.$/u);
      expect(hint ?? 'Yes.').toMatch(/\.$/u);
    }
  });

  it('lists a thousand findings, and says that there are more', () => {
    const found = checks(`a: [${'*b,'.repeat(90_000)}*b]\n`);
    expect(found).toHaveLength(1001);
    expect(found.at(-1)).toMatch(/^yaml\/too-many:/u);
  });
});
