import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResponseEntry } from '../../../src/model/response.ts';
import { editResponseLines } from '../../../src/workspace/edit-response-lines.ts';
import { editResponses } from '../../../src/workspace/edit-responses.ts';
import { parseResponses } from '../../../src/workspace/parse-responses.ts';
import { entryText } from '../../../src/workspace/response-yaml.ts';

const SOURCE = `# Kept by hand.
- input: i1
  decision: accepted
  reason: >-
    Because of what
    they said. # no comment
  # who drafts this
  by: UNICEF
  passages: [ p-7k2m9qd ]
  text: { p-7k2m9qd: 9c1e }
# the second voice
- input: i3 # another
  reason: "Long words." # kept
  decision: noted
`;
const ORDER = new Map(['i1', 'i2', 'i3', 'i4'].map((id, index) => [id, index]));

function edited(source: string, ...entries: readonly ResponseEntry[]): string | undefined {
  const { text, findings } = editResponses(source, { file: 'a.responses.yaml', entries, order: ORDER });
  if (text === undefined) expect(findings).not.toEqual([]);
  return text;
}

const FIRST: ResponseEntry = {
  input: 'i1',
  decision: 'accepted',
  reason: 'Because of what they said. # no comment',
  by: 'UNICEF',
  passages: ['p-7k2m9qd'],
  text: { 'p-7k2m9qd': '9c1e' },
};

describe('editResponses', () => {
  it('changes what differs in an entry, and leaves how the rest is written', () => {
    const after = edited(SOURCE, { ...FIRST, reason: 'In short.\nAnd at length.', date: '2022-10-28', by: 'OHCHR' });
    expect(after).toBe(
      SOURCE.replace('>-\n    Because of what\n    they said. # no comment', '|-\n    In short.\n    And at length.')
        .replace('UNICEF', 'OHCHR')
        .replace('9c1e }\n', '9c1e }\n  date: 2022-10-28\n'),
    );
  });

  it('takes out keys that are gone', () => {
    const { text: _, passages: __, ...rest } = FIRST;
    expect(edited(SOURCE, rest)).toBe(SOURCE.replace(/ {2}passages.*\n.*\n/u, ''));
    const third: ResponseEntry = { input: 'i3', decision: 'noted', reason: 'Long words.' };
    expect(edited(SOURCE, { ...third, by: 'x' })).toBe(`${SOURCE}  by: x\n`);
  });

  it('adds entries in the order of the note, below what belongs to the one before', () => {
    const second: ResponseEntry = { input: 'i2', decision: 'noted', reason: 'Seen: in full.' };
    const fourth: ResponseEntry = { input: 'i4', decision: 'noted', reason: 'Last.' };
    const after = edited(SOURCE, fourth, second);
    expect(after).toBe(`${SOURCE.replace('# the second', `${entryText(second)}# the second`)}${entryText(fourth)}`);
    expect(edited(SOURCE.replace('- input: i1', '- input: i2'), { ...second, input: 'i1' })).toContain(
      '# Kept by hand.\n- input: i1\n  decision: noted\n  reason: "Seen: in full."\n- input: i2',
    );
  });

  it('writes into files that hold nothing yet, with and without brackets', () => {
    const entry: ResponseEntry = { input: 'i1', decision: 'noted', reason: 'Seen.' };
    const text = '- input: i1\n  decision: noted\n  reason: Seen.\n';
    expect(edited('', entry)).toBe(text);
    expect(edited('# none yet', entry)).toBe(`# none yet\n${text}`);
    expect(edited('# none yet\n[] \n', entry)).toContain(text.trimEnd());
    expect(edited('- { input: i2, decision: noted, reason: Seen. }', entry)).toBe(
      `${text}- { input: i2, decision: noted, reason: Seen. }`,
    );
    expect(edited('[{ input: i2, decision: noted, reason: Seen. }]\n', entry)).toContain(
      '{ input: i2, decision: noted',
    );
  });

  it('keeps byte-order marks, line ends and the indentation of the list', () => {
    const entry: ResponseEntry = { input: 'i2', decision: 'noted', reason: 'Seen.' };
    const crlf = `\uFEFF${SOURCE.replaceAll('\n', '\r\n')}`;
    expect(edited(crlf, entry)).toBe(`\uFEFF${edited(SOURCE, entry)?.replaceAll('\n', '\r\n')}`);
    const indented = SOURCE.replaceAll(/^(?=[- ])/gmu, '  ');
    expect(edited(indented, entry)).toContain('\n  - input: i2\n    decision: noted\n');
    expect(edited(`${SOURCE}\r\n`, entry)).toBeUndefined();
  });

  it('changes nothing in a file that does not hold', () => {
    const entry: ResponseEntry = { input: 'i2', decision: 'noted', reason: 'Seen.' };
    expect(edited('input: i1\n', entry)).toBeUndefined();
    expect(edited('- input: "i1\n', entry)).toBeUndefined();
    expect(edited('<<<<<<< ours\n- input: i1\n=======\n>>>>>>> theirs\n', entry)).toBeUndefined();
  });

  it('replaces an entry that the schema refuses, and keeps one with keys nobody knows', () => {
    const after = edited('- input: i1\n  decision: agreed\n  colour: red\n- input: i2\n  colour: red\n', FIRST);
    expect(parseResponses(after ?? '', 'a').entries.map(({ entry }) => entry)).toEqual([FIRST]);
    expect(after).toContain('- input: i2\n  colour: red\n');
  });
});

const words = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.constantFrom(
    'a: b',
    '- x',
    "it's",
    '#c',
    '0123',
    'null',
    'two\nlines\n',
    ' lead',
    '1e5',
    '{a}',
    '* b',
    'trailing ',
  ),
);
const entry = (input: string): fc.Arbitrary<ResponseEntry> =>
  fc.record(
    {
      input: fc.constant(input),
      decision: fc.constantFrom('accepted' as const, 'noted' as const),
      reason: words,
      passages: fc.array(fc.constantFrom('p-1', 'p-2', '12')),
      text: fc.dictionary(fc.constantFrom('p-1', 'p-2'), fc.constantFrom('9c1e', '1234567890123456', 'deleted')),
      by: words,
      date: fc.constant('2022-10-28'),
    },
    { requiredKeys: ['input', 'decision', 'reason'] },
  );

describe('any entries', () => {
  it('come back as they were set, and all others as they stood', () => {
    const before = fc.tuple(entry('i1'), entry('i3'));
    fc.assert(
      fc.property(before, entry('i1'), entry('i2'), ([one, three], first, second) => {
        const source = `# head\n${entryText(one)}# between\n${entryText(three)}`;
        const after = edited(source, first, second) ?? '';
        expect(parseResponses(after, 'a').entries.map((item) => item.entry)).toEqual([first, second, three]);
        expect(after).toContain(`# between\n${entryText(three)}`);
      }),
    );
  });
});

describe('editResponseLines', () => {
  it('replaces and adds lines, and leaves all others byte for byte', () => {
    const source = '{"input": "i1", "decision": "noted"}\nnot json\n{"input":"i3"}\n';
    const second: ResponseEntry = { decision: 'noted', input: 'i2', reason: 'Seen.' };
    const third: ResponseEntry = { input: 'i3', decision: 'accepted', reason: 'Done.' };
    const { text } = editResponseLines(source, { file: 'a', entries: [third, second], order: ORDER });
    expect(text).toBe(
      '{"input": "i1", "decision": "noted"}\nnot json\n{"input":"i2","decision":"noted","reason":"Seen."}\n{"input":"i3","decision":"accepted","reason":"Done."}\n',
    );
  });
});
