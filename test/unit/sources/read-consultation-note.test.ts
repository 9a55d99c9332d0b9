import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/model/consultation-note.ts';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import { FRONT_MATTER, noteWith, PROCESS } from './sample.ts';

const FILE = 'consultations/first/africa.md';
const read = (source: string, file = FILE) => readConsultationNote(source, file, PROCESS);
const inputs = (body: string): readonly Input[] => read(noteWith(body)).note?.inputs ?? [];
const checks = (source: string, file = FILE): readonly string[] =>
  read(source, file).findings.map(({ check, place }) => `${check} ${place.line}`);

describe('inputs', () => {
  it('are the top-level items and paragraphs under a heading', () => {
    const found = inputs(
      'Before.\n\n## Barriers {#q2}\n\n- One. #barrier ^i1\n- Two. #gap ^i2\n\nA paragraph. #comment ^i3\n',
    );
    expect(
      found.map(({ text, kinds, id, question, heading, line }) => [text, kinds, id, question, heading, line]),
    ).toEqual([
      ['One.', ['barrier'], 'i1', 'q2', 'Barriers', 15],
      ['Two.', ['gap'], 'i2', 'q2', 'Barriers', 16],
      ['A paragraph.', ['comment'], 'i3', 'q2', 'Barriers', 18],
    ]);
    expect(found[0]?.ref).toBe('first/africa#i1');
  });

  it('have a ref even without an id', () => {
    expect(inputs('## H\n\n- One. #gap\n')[0]?.ref).toBe('first/africa#?13');
  });

  it('take nested items into their parent, tags and restrictions included', () => {
    const [only, ...rest] = inputs('## H\n\n- Parent: #gap ^i1\n  - child #pillar/peace {quote="no"}\n\n  more\n');
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ text: 'Parent:\nchild\nmore', kinds: ['gap'], codes: ['pillar/peace'] });
    expect(only?.visibility.quote).toBe('no');
  });

  it('leave out context before a list, and blocks that hold none', () => {
    const body = '## H\n\nThey said:\n\n- One. #gap\n\n> a quote\n\n| a |\n| - |\n| 7 |\n\n```\ncode\n```\n';
    expect(inputs(body).map(({ text }) => text)).toEqual(['One.']);
    expect(checks(noteWith(body))).toContain('inputs/passed-over 17');
  });

  it('are the rows of a table, their cells joined with their headers', () => {
    const table = (head: string, ...rows: readonly string[]): string =>
      ['## H {#q1}', '', head, head.replaceAll(/[^|]+/gu, ' - '), ...rows, ''].join('\n');
    const sheet = table(
      '| Section | Comment |',
      '| 3 | The deadline is too short. #gap ^i1 |',
      '| Section 4 | Name a focal point. #recommendation #pillar/peace {quote="no"} |',
      '| General | |',
      '| The whole text is long | |',
    );
    const found = inputs(sheet);
    expect(found.map(({ text, id, kinds }) => [text, id, kinds])).toEqual([
      ['Section 3: The deadline is too short.', 'i1', ['gap']],
      ['Section 4: Name a focal point.', undefined, ['recommendation']],
      ['Section: The whole text is long', undefined, []],
    ]);
    expect(found[1]).toMatchObject({ codes: ['pillar/peace'], question: 'q1', line: 16 });
    expect(found[1]?.visibility.quote).toBe('no');
    expect(checks(noteWith(sheet))).toContain('inputs/passed-over 17');
    const wide = table(
      '| Theme | Gap | Proposal | Tags |',
      '| Water | Wells are far. | Dig | #gap #pillar/peace ^i2 |',
    );
    expect(inputs(wide)[0]).toMatchObject({
      text: 'Theme Water: Gap: Wells are far. Proposal: Dig',
      id: 'i2',
      codes: ['pillar/peace'],
    });
    expect(inputs(table('| What we think |', '| More time |'))[0]?.text).toBe('More time');
  });

  it('inherit the question of the heading above theirs', () => {
    const found = inputs('## Q {#q1}\n\n### Africa\n\n- One. #gap\n\n## Other\n\n- Two. #gap\n');
    expect(found.map(({ question, heading }) => [question, heading])).toEqual([
      ['q1', 'Africa'],
      [undefined, 'Other'],
    ]);
  });

  it.each([
    ['One. #gap #pillar/peace ^i1', 'One.'],
    ['One. ^i1 #gap #pillar/peace', 'One.'],
    ['One. #gap {quote="no"} #pillar/peace ^i1', 'One.'],
    ['**One.** #gap #pillar/peace ^i1', 'One.'],
  ])('read tags in whatever order: %s', (text, words) => {
    expect(inputs(`## H\n\n- ${text}\n`)[0]).toMatchObject({
      text: words,
      id: 'i1',
      kinds: ['gap'],
      codes: ['pillar/peace'],
    });
  });

  it('keep words that only look like tags, and suggest the near one', () => {
    const source = noteWith('## H\n\n- Follow us #PolicyNow #bariers #gap\n');
    expect(read(source).note?.inputs[0]?.text).toBe('Follow us #PolicyNow #bariers');
    const hints = read(source)
      .findings.filter(({ check }) => check === 'inputs/unknown-tag')
      .map(({ hint }) => hint);
    expect(hints).toContain('Did you mean "#barrier"?');
  });

  it('skip empty items, as templates leave them', () => {
    expect(inputs('## H\n\n- \n- One. #gap\n-\n')).toHaveLength(1);
  });

  it('survive CRLF, a byte-order mark and other scripts', () => {
    const source = `\uFEFF${noteWith('## ما العوائق؟ {#q2}\n\n- لا أحد يسألنا. #barrier ^i1\n')}`.replaceAll(
      '\n',
      '\r\n',
    );
    expect(read(source).note?.inputs[0]).toMatchObject({ text: 'لا أحد يسألنا.', question: 'q2', id: 'i1', line: 13 });
  });
});

describe('visibility', () => {
  it('is most restrictive where nothing is said', () => {
    const source = noteWith(
      '## H\n\n- One. #gap\n',
      'round: first\ndate: 2022-09-14\nmethod: interview\ngroup: children\n',
    );
    expect(read(source).note?.inputs[0]?.visibility).toEqual({
      distribution: 'custodian',
      attribution: 'none',
      quote: 'no',
      chathamHouse: true,
    });
  });

  it('is narrowed by an input, never widened', () => {
    const source = noteWith(
      '## H\n\n- One. #gap {distribution="core-group" quote="no"} ^i1\n- Two. #gap {distribution="public"} ^i2\n',
      FRONT_MATTER.replace('distribution: public', 'distribution: core-group'),
    );
    const { note, findings } = read(source);
    expect(note?.inputs.map(({ visibility }) => [visibility.distribution, visibility.quote])).toEqual([
      ['core-group', 'no'],
      ['core-group', 'verbatim'],
    ]);
    expect(findings.map(({ check, place }) => [check, place.line])).toEqual([['inputs/widened', 14]]);
  });

  it('is most restrictive where a value is misspelt', () => {
    const source = noteWith('## H\n\n- One. #gap {distribution="coregroup"} ^i1\n- Two. #gap {quot="no"} ^i2\n');
    expect(read(source).note?.inputs[0]?.visibility.distribution).toBe('custodian');
    expect(checks(source)).toEqual(['inputs/unknown-attribute 13', 'inputs/unknown-attribute 14']);
  });

  it('leaves out a key that does not hold, and keeps the note', () => {
    const source = noteWith('## H\n\n- One. #gap\n', FRONT_MATTER.replace('distribution:', 'distributon:'));
    const { note, findings } = read(source);
    expect(note?.inputs[0]?.visibility.distribution).toBe('custodian');
    expect(findings[0]?.message + (findings[0]?.hint ?? '')).toContain('`distribution`');
    expect(findings[0]?.place).toEqual({ file: FILE, line: 8, column: 1 });
  });
});

describe('rules', () => {
  const with_ = (line: string): string => noteWith('## H\n\n- One. #gap\n', FRONT_MATTER + line);
  const instead = (old: string, line: string): string =>
    noteWith('## H\n\n- One. #gap\n', FRONT_MATTER.replace(old, line));

  it.each([
    ['an unknown group', instead('civil-society', 'civil-sociey'), ['notes/unknown-group 5']],
    ['an unknown region', with_('region: afrika\n'), ['notes/unknown-region 10']],
    ['an unknown level', with_('level: global\n'), ['notes/unknown-level 10']],
    ['an unknown method', instead('online-discussion', 'online'), ['notes/front-matter 4']],
    ['received before held', with_('received: 2022-09-01\n'), ['notes/received-before-date 10']],
    ['a late note', with_('received: 2022-10-04\n'), ['notes/late 10']],
    ['a day before the round', instead('2022-09-14', '2022-05-01'), ['notes/before-round 3']],
    ['a day no calendar has', instead('2022-09-14', '2022-09-31'), ['notes/impossible-date 3']],
    [
      'too many participants',
      with_('participants: { total: 3, age-bands: { 7-12: 4 } }\n'),
      ['notes/participants-sum 10'],
    ],
    ['a language that is none', with_('languages: [English spoken]\n'), ['notes/language 10']],
    ['names under the Chatham House Rule', instead('house: false', 'house: true'), ['notes/chatham-house 6']],
    ['an empty required key', instead('group: civil-society', 'group:'), ['notes/missing-group 5']],
  ])('find %s', (_, source, expected) => {
    expect(checks(source)).toEqual(expected);
  });

  it('suggest what was probably meant', () => {
    const [finding] = read(instead('civil-society', 'civil-sociey')).findings;
    expect(finding?.hint).toContain('Did you mean "civil-society"?');
  });

  it('tell all that is missing at once, and how to give it', () => {
    const { findings, note } = read('---\ntitle: x\n---\n');
    expect(note).toBeUndefined();
    expect(findings.map(({ check }) => check)).toEqual([
      'notes/missing-round',
      'notes/missing-date',
      'notes/missing-method',
      'notes/missing-group',
    ]);
    expect(findings[0]?.hint).toContain('--round');
  });

  it('find a note without front matter, one without inputs, and one in the wrong folder', () => {
    expect(checks('Hello.\n')).toContain('notes/no-front-matter 1');
    expect(checks(noteWith('Only prose.\n'))).toEqual(['inputs/none 1']);
    expect(checks(noteWith('## H\n\n- One. #gap\n'), 'consultations/second/x.md')).toEqual(['notes/round-folder 2']);
  });

  it('find ids that stand twice, on nested items and below lists', () => {
    const body = '## H\n\n- One. #gap ^i1\n- Two. #gap ^i1\n- Three. #gap\n  - nested ^i4\n';
    expect(checks(noteWith(body))).toEqual(['inputs/nested-id 15', 'inputs/duplicate-id 14']);
    expect(checks(noteWith('## H\n\n- One. #gap\n- Two. #gap\n\n^i9\n'))).toEqual(['inputs/list-id 13']);
  });

  it('warn of inputs without a kind, once where none has any', () => {
    expect(checks(noteWith('## H\n\n- One.\n- Two. #gap\n'))).toEqual(['inputs/uncoded 13']);
    expect(checks(noteWith('## H\n\n- One.\n- Two.\n'))).toEqual(['inputs/uncoded 13']);
  });

  it('leave it to the questionnaire where the heading names a question', () => {
    const source = noteWith('## Q {#q1}\n\n- One.\n', `${FRONT_MATTER}questionnaire: children-first\n`);
    expect(checks(source)).toEqual([]);
  });

  it('find personal data at its place and never print it', () => {
    const { findings } = read(noteWith('## H\n\n- Ask amina@ngo-network.org. #gap\n'));
    expect(findings.map(({ check, severity, place }) => [check, severity, place.line, place.column])).toEqual([
      ['safeguarding/personal-data', 'error', 13, 7],
    ]);
    expect(JSON.stringify(findings)).not.toContain('amina');
  });
});
