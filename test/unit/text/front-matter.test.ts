import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/text/front-matter.ts';

const read = (source: string) => readFrontMatter(source, 'note.md');
const checks = (source: string) => read(source).findings.map(({ check, place }) => `${check}:${place.line}`);

describe('readFrontMatter', () => {
  it('reads data and says where keys and the body stand', () => {
    const reading = read('---\ntitle: A\nparticipants:\n  total: 42\n---\nText\n');
    expect(reading).toMatchObject({ present: true, body: 'Text\n', bodyLine: 6, findings: [] });
    expect(reading.data).toEqual({ title: 'A', participants: { total: 42 } });
    expect(reading.keyPlaces.get('participants.total')).toEqual({ file: 'note.md', line: 4, column: 3 });
  });

  it.each([
    ['a date stays text', 'date: 2022-09-14', { date: '2022-09-14' }],
    ['leading zeros stay', 'id: 0123', { id: '0123' }],
    ['underscores stay', 'n: 1_000', { n: '1_000' }],
    ['what a number would lose stays text', 'v: 1.10\nsha: 12e5\nhex: 0x1F', { v: '1.10', sha: '12e5', hex: '0x1F' }],
    ['numbers are numbers', 'a: 12\nb: -3\nc: 1.5', { a: 12, b: -3, c: 1.5 }],
    ['yes and no are text', 'a: yes\nb: true\nc:', { a: 'yes', b: true, c: null }],
    ['ages are no time', 'age-bands: { 7-12: 10, 13-17: 32 }', { 'age-bands': { '7-12': 10, '13-17': 32 } }],
  ])('%s', (_name, yaml, data) => {
    expect(read(`---\n${yaml}\n---\n`).data).toEqual(data);
  });

  it('accepts a byte-order mark, CRLF and blank lines before it', () => {
    const reading = read('\uFEFF\r\n\r\n---\r\nid: x\r\n---\r\nBody\r\n');
    expect(reading).toMatchObject({ data: { id: 'x' }, body: 'Body\r\n', bodyLine: 6 });
    expect(reading.keyPlaces.get('id')?.line).toBe(4);
    expect(reading.findings.map(({ check, severity }) => [check, severity])).toEqual([
      ['text/front-matter-position', 'info'],
    ]);
  });

  it('never runs front matter in a programming language', () => {
    const reading = read('---js\n(globalThis.hacked = true, { title: 1 })\n---\nText\n');
    expect(reading).toMatchObject({ data: {}, body: 'Text\n' });
    expect(reading.findings[0]?.check).toBe('text/front-matter-language');
    expect((globalThis as { hacked?: boolean }).hacked).toBeUndefined();
    for (const language of ['javascript', 'coffee', 'json', 'toml']) {
      expect(checks(`---${language}\na\n---\n`)).toEqual(['text/front-matter-language:1']);
    }
  });

  it('takes a rule above prose for what it is', () => {
    for (const source of [
      '---\n\nText.\n\n---\nMore.\n',
      '---\n- a\n---\n',
      '----\na: b\n----\n',
      'Text\n---\na: b\n---\n',
    ]) {
      expect(read(source)).toMatchObject({ present: false, body: source, bodyOffset: 0, findings: [] });
    }
  });

  it('reads empty front matter', () => {
    expect(read('---\n---\nText')).toMatchObject({ present: true, data: {}, body: 'Text', bodyLine: 3 });
    expect(read('---\n# nothing\n---\n')).toMatchObject({ present: true, data: {}, body: '' });
  });

  it('says that the closing line is missing', () => {
    expect(checks('---\ntitle: A\n\nText\n')).toEqual(['text/front-matter-unclosed:1']);
  });

  it('keeps what holds beside what does not', () => {
    const reading = read('---\na: 1\na: 2\n__proto__: { x: 1 }\nconstructor: 1\nb: *alias\nc: 3\n---\n');
    expect(reading.data).toEqual({ a: 1, b: null, c: 3 });
    expect(({} as { x?: number }).x).toBeUndefined();
    expect(reading.findings.map(({ check, place }) => `${check}:${place.line}`)).toEqual(
      expect.arrayContaining(['yaml/duplicate-key:3', 'yaml/key:4', 'yaml/key:5', 'yaml/alias:6']),
    );
  });

  it('tells the same of a broken file when it is read again', () => {
    const source = '---\ntitle: "open\nx: [\n---\nText\n';
    expect(checks(source).length).toBeGreaterThan(0);
    expect(checks(source)).toEqual(checks(source));
    expect(read(source).body).toBe('Text\n');
  });

  it('shares nothing between files of the same content', () => {
    const source = '---\ntags: [a]\n---\n';
    (read(source).data.tags as string[]).push('b');
    expect(read(source).data.tags).toEqual(['a']);
  });

  it('names a merge conflict as such', () => {
    const source = '---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n---\nText\n';
    expect(checks(source)).toEqual(['workspace/merge-conflict:2']);
  });

  it('takes no time for fifty thousand blank lines', () => {
    const source = `---\na: 1\n${'\n'.repeat(50_000)}b: 2\n---\n`;
    expect(read(source).data).toEqual({ a: 1, b: 2 });
  });
});
