import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noteFrontMatterSchema } from '../../../src/model/consultation-note.ts';
import { dateSchema, whenSchema } from '../../../src/model/dates.ts';
import { processSchema } from '../../../src/model/process.ts';
import { checkSchema } from '../../../src/text/schema-findings.ts';
import { readYaml } from '../../../src/text/yaml.ts';

function read(schema: z.ZodType, source: string): string[] {
  const { value, placeOf } = readYaml(source, 'a.yaml');
  return checkSchema(schema, value, { file: 'a.yaml', placeOf, check: 'x/y' }).findings.map(
    ({ place, message, hint }) => `${place.line}:${place.column} ${message}${hint ? ` ${hint}` : ''}`,
  );
}

describe('checkSchema', () => {
  it('gives the value that holds', () => {
    const schema = z.strictObject({ a: z.string() });
    expect(checkSchema(schema, { a: 'x' }, { file: 'f', check: 'x/y' })).toEqual({ value: { a: 'x' }, findings: [] });
  });

  it('tells all that is wrong with a process at once, each at its place', () => {
    const source = [
      'penholder: 2',
      'titel: A',
      'title: 12',
      'language: en',
      'stages:',
      '  - id: working',
      '    title: Zero',
      '  - id: two words',
      '    title: ""',
      '    planned: 22 October',
      'style: { paper: a6 }',
    ].join('\n');
    expect(read(processSchema, source)).toEqual([
      '1:1 `penholder` must be 1, but it is a number (2).',
      '3:1 `title` must be text, but it is a number (12).',
      '6:5 `id` in entry 1 of `stages` must not be "working": that is the text as it stands in the folder, but it is "working".',
      '8:5 `id` in entry 2 of `stages` must be one word of letters, digits, "-", "_" or ".", but it is "two words".',
      '9:5 `title` in entry 2 of `stages` must not be empty, but it is empty.',
      '10:5 `planned` in entry 2 of `stages` must be a date such as 2022-10-28, 2022-10 or 2022, but it is "22 October".',
      '11:10 `paper` in `style` must be a4, us-letter or a5, but it is "a6".',
      '2:1 `titel` is not a known key. Did you mean `title`?',
    ]);
  });

  it('lists what a word may be, and says what is missing', () => {
    const source = 'round: first\ndate: 2022\nmethod: zoom\nparticipants: { total: many }\n';
    expect(read(noteFrontMatterSchema, source)).toEqual([
      '3:1 `method` must be in-person-discussion, online-discussion, interview, survey or written-input, but it is "zoom".',
      '1:1 `group` is missing. It must be text.',
      '4:17 `total` in `participants` must be a number or <5, but it is "many".',
    ]);
  });

  it('takes a year on its own for the date it is', () => {
    const schema = z.strictObject({ date: dateSchema, when: whenSchema.optional(), title: z.string() });
    const { value } = checkSchema(
      schema,
      { date: 2022, when: { from: 2021 }, title: 'x' },
      { file: 'f', check: 'x/y' },
    );
    expect(value).toEqual({ date: '2022', when: { from: '2021' }, title: 'x' });
  });

  it('cuts long values and writes no jargon', () => {
    const [message = ''] = read(z.strictObject({ a: z.int() }), `a: ${'x'.repeat(500)}`);
    expect(message).toBe(`1:1 \`a\` must be a number, but it is "${'x'.repeat(39)}…".`);
  });

  it('explains the whole value where it has the wrong shape', () => {
    expect(read(z.array(z.string()), 'a: 1')).toEqual(['1:1 The whole must be a list, but it is a group of keys.']);
    expect(read(z.array(z.string()), '')).toEqual(['1:1 The whole is missing. It must be a list.']);
  });

  it('follows the branch of a union that was meant', () => {
    const schema = z.strictObject({
      when: z.union([z.string(), z.strictObject({ from: z.string(), to: z.string().optional() })]),
    });
    expect(read(schema, 'when: { form: 2022 }')).toEqual([
      '1:1 `from` in `when` is missing. It must be text.',
      '1:9 `form` is not a known key in `when`. Did you mean `from`?',
    ]);
  });
});
