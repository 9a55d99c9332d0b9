import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yamlText } from '../../../src/workspace/fill-template.ts';
import { cpuSeconds } from '../cpu-time.ts';

describe('a text as YAML', () => {
  it.each([
    'Scope',
    'A guidance note',
    'pages/10-scope.md',
    'no',
    '10 things',
    'a: b',
    '"quoted"',
    'two  blanks',
    'ends-',
    'Déclaration universelle des droits de l’homme',
    'a #comment',
    'line\nbreak\u2028',
    '',
  ])('%j is read as it was written', (text) => {
    expect(parse(yamlText(text))).toBe(text);
  });

  it('takes no longer for a long title than for a short one', () => {
    const long = `${'wordswithoutend'.repeat(200)}’`;
    expect(cpuSeconds(() => expect(parse(yamlText(long))).toBe(long))).toBeLessThan(1);
  });
});
