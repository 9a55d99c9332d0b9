import { describe, expect, it } from 'vitest';
import type { Response } from '../../../src/model/response.ts';
import { htmlDocument } from '../../../src/sources/html-document.ts';
import type { IngestFile, IngestOptions, IngestPlan } from '../../../src/sources/ingest/ingest-types.ts';
import { markdownNote } from '../../../src/sources/markdown-note.ts';
import { planIngest } from '../../../src/sources/plan-ingest.ts';
import { FRONT_MATTER, noteWith, PROCESS } from './sample.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const file = (name: string, content: string | Uint8Array): IngestFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});
const GIVEN: IngestOptions = { round: 'first', defaults: { group: 'civil-society', method: 'written-input' } };

/** A workspace that ingests are applied to, as a command would. */
class Folder {
  readonly files = new Map<string, Uint8Array>();

  /** What notes are judged by, where an ingest says so. */
  judgedBy: string | undefined;

  async ingest(files: readonly IngestFile[], options: IngestOptions = GIVEN, responses: readonly Response[] = []) {
    const all = [...this.files].map(([name, bytes]) => ({ name, bytes }));
    const result = await planIngest({
      files,
      existing: all.filter(({ name }) => /^consultations\/.*\.md$/u.test(name)),
      paths: all.map(({ name }) => name).filter((name) => name.startsWith('consultations/')),
      held: all.filter(({ name }) => name.startsWith('.penholder/quarantine/')),
      responses,
      process: PROCESS,
      sources: [markdownNote, htmlDocument],
      options,
      ...(this.judgedBy !== undefined && { judgedBy: this.judgedBy }),
    });
    this.apply(result);
    return result;
  }

  read(path: string): string {
    return text(this.files.get(path));
  }

  paths(): readonly string[] {
    return [...this.files.keys()].sort();
  }

  private apply({ plan }: IngestPlan): void {
    for (const write of plan.writes) {
      if (write.mode === 'new' && this.files.has(write.path)) throw new Error(`${write.path} is there already`);
      this.files.set(write.path, write.bytes);
    }
    for (const path of plan.deletes) if (!this.files.delete(path)) throw new Error(`${path} is not there`);
  }
}

const answer = (note: string, input: string): Response => ({
  entry: { input, decision: 'accepted', reason: 'Done.' },
  note,
  inputRef: `${note}#${input}`,
  file: `consultations/${note}.responses.yaml`,
  line: 1,
});
const idsIn = (source: string): readonly string[] => [...source.matchAll(/ \^(i\w+)$/gmu)].map(([, id = '']) => id);

describe('a new file', () => {
  it('becomes a note with ids, its body otherwise untouched', async () => {
    const folder = new Folder();
    const body = '\r\n## H  \r\n\r\n- One.  \r\n- Two\r\n';
    const { summary } = await folder.ingest([file('Our Views.md', noteWith(body).replaceAll(/\r?\n/gu, '\r\n'))]);
    expect(summary.new).toBe(1);
    const written = folder.read('consultations/first/our-views.md');
    expect(written.replaceAll(/ \^i\w{5}/gu, '')).toContain(body);
    expect(idsIn(written.replaceAll(/ +\r$/gmu, '').replaceAll('\r', ''))).toHaveLength(2);
    expect(written.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('keeps ids its author chose', async () => {
    const folder = new Folder();
    await folder.ingest([file('a-view.md', noteWith('## H\n\n- One. ^i1\n- Two.\n'))]);
    const [first, second] = idsIn(folder.read('consultations/first/a-view.md'));
    expect(first).toBe('i1');
    expect(second).toMatch(/^i[0-9a-hjkmnp-tv-z]{5}$/u);
  });

  it('has foreign front matter mapped, the rest kept, names of people kept out of git', async () => {
    const folder = new Folder();
    const source = [
      '---',
      '# a comment',
      'layout: minutes',
      'title: "Telco: one"',
      'date: 2022-09-14 14:00:00 -0500',
      'authors:',
      '  - jane-roe',
      'code: 0123',
      'tags: [a, b]',
      'tags: [c]',
      '---',
      '## H',
      '',
      '- One. #gap',
      '',
    ].join('\n');
    const { findings } = await folder.ingest([file('telco.md', source)]);
    const written = folder.read('consultations/first/telco.md');
    expect(written).toContain('title: "Telco: one"\n');
    expect(written).toContain('date: 2022-09-14\n');
    expect(written).toContain('  # a comment\n');
    expect(written).toContain('  date: 2022-09-14 14:00:00 -0500\n');
    expect(written).toContain('  code: "0123"\n');
    expect(written).toContain('  tags-2: [ c ]\n');
    expect(written).not.toContain('jane-roe');
    const keptOut = folder.paths().find((path) => path.startsWith('.penholder/quarantine/kept-out/first/telco-'));
    expect(folder.read(keptOut ?? '')).toContain('jane-roe');
    expect(JSON.stringify(findings)).not.toContain('jane-roe');
  });

  it('gets a name of its own where another has it', async () => {
    const folder = new Folder();
    folder.files.set('consultations/first/reply.responses.yaml', new Uint8Array());
    await folder.ingest([file('the-view.md', '## H\n\n- Water for all.\n')], {
      ...GIVEN,
      defaults: { ...GIVEN.defaults, date: '2022-08' },
    });
    await folder.ingest([file('The View.md', '## H\n\n- Schools nearby.\n')], {
      ...GIVEN,
      defaults: { ...GIVEN.defaults, date: '2022-08' },
    });
    expect(folder.paths()).toContain('consultations/first/the-view-2.md');
  });

  it('that says nothing by its name is named by date and title', async () => {
    const folder = new Folder();
    await folder.ingest([file('index.md', noteWith('## H\n\n- One.\n', `${FRONT_MATTER}title: Africa regional\n`))]);
    expect(folder.paths()).toContain('consultations/first/2022-09-14-africa-regional.md');
  });
});

describe('ingesting again', () => {
  it('changes nothing', async () => {
    const folder = new Folder();
    const files = [
      file('a.md', noteWith('## H\n\n- One.\n')),
      file('b.md', 'Write to me@mail.org.\n'),
      file('c.md', '---\na: [\n---\n'),
    ];
    const first = await folder.ingest(files);
    expect(first.summary).toMatchObject({ new: 1, held: 2 });
    const second = await folder.ingest(files);
    expect(second.summary).toMatchObject({ new: 0, unchanged: 1, held: 2 });
    expect(second.plan).toEqual({ writes: [], renames: [], deletes: [], tags: [] });
  });

  it('tells two files of one name apart', async () => {
    const folder = new Folder();
    const files = [
      file('index.md', noteWith('## H\n\n- Water.\n')),
      file('index.md', noteWith('## H\n\n- Schools.\n')),
    ];
    expect((await folder.ingest(files)).summary.new).toBe(2);
    expect((await folder.ingest(files)).summary.unchanged).toBe(2);
  });

  it('takes in a file of the workspace as unchanged', async () => {
    const folder = new Folder();
    await folder.ingest([file('a-view.md', noteWith('## H\n\n- One.\n'))]);
    const path = 'consultations/first/a-view.md';
    const { summary, plan } = await folder.ingest([file('a-view.md', folder.read(path))]);
    expect(summary.unchanged).toBe(1);
    expect(plan.writes).toEqual([]);
  });
});

describe('a changed file', () => {
  const BEFORE =
    '## H\n\n- Water is far away from the school.\n- Nobody asks us before the programme begins.\n- Third thing.\n';
  const setUp = async () => {
    const folder = new Folder();
    await folder.ingest([file('a-view.md', noteWith(BEFORE))]);
    const path = 'consultations/first/a-view.md';
    // What drafters do in the workspace: codes, a restriction, a completed key.
    const edited = folder
      .read(path)
      .replace('school. ^', 'school. #barrier #pillar/peace {quote="no"} ^')
      .replace('group: civil-society', 'group: civil-society\nregion: africa');
    folder.files.set(path, new TextEncoder().encode(edited));
    return { folder, path, ids: idsIn(edited) };
  };

  it('updates its note and keeps ids, codes, restrictions and what was completed', async () => {
    const { folder, path, ids } = await setUp();
    const after =
      '## H\n\n- New first.\n- Nobody ever asks us before the programme begins.\n- Water is far away from the school.\n';
    const { summary } = await folder.ingest([file('a-view.md', noteWith(after))]);
    expect(summary).toMatchObject({ new: 0, updated: 1 });
    const written = folder.read(path);
    expect(written).toContain('region: africa');
    expect(written).toContain(`- Water is far away from the school. #barrier #pillar/peace {quote="no"} ^${ids[0]}\n`);
    expect(written).toContain(`- Nobody ever asks us before the programme begins. ^${ids[1]}\n`);
    expect(idsIn(written)).toHaveLength(3);
    expect(idsIn(written)[0]).not.toBe(ids[2]);
    expect((await folder.ingest([file('a-view.md', noteWith(after))])).summary.unchanged).toBe(1);
  });

  it('never loses an answered input', async () => {
    const { folder, path, ids } = await setUp();
    const answered = [answer('first/a-view', ids[0] ?? ''), answer('first/a-view', ids[1] ?? '')];
    const after = '## H\n\n- Nobody asks us early enough, before the programme begins.\n';
    const { findings } = await folder.ingest([file('a-view.md', noteWith(after))], GIVEN, answered);
    const written = folder.read(path);
    expect(written).toContain(`## No longer in the file received\n\n- Water is far away from the school. #barrier`);
    expect(idsIn(written)).toEqual([ids[1], ids[0]]);
    const told = findings.map(({ check }) => check).filter((check) => check.startsWith('ingest/'));
    expect(told).toEqual(['ingest/reworded-input', 'ingest/answered-input-gone', 'ingest/input-gone']);
    const third = `${after}- Another.\n`;
    await folder.ingest([file('a-view.md', noteWith(third))], GIVEN, answered);
    expect(folder.read(path).match(/Water is far/gu)).toHaveLength(1);
  });

  it('never makes a note less restrictive', async () => {
    const folder = new Folder();
    const core = FRONT_MATTER.replace('distribution: public', 'distribution: core-group');
    await folder.ingest([file('a-view.md', noteWith(BEFORE, core))]);
    await folder.ingest([file('a-view.md', noteWith(`${BEFORE}- More.\n`))]);
    expect(folder.read('consultations/first/a-view.md')).toContain('distribution: core-group');
    await folder.ingest([
      file('a-view.md', noteWith(`${BEFORE}- Still more.\n`, core.replace('core-group', 'custodian'))),
    ]);
    expect(folder.read('consultations/first/a-view.md')).toContain('distribution: custodian');
  });

  it('that says other things altogether becomes a note of its own', async () => {
    const { folder } = await setUp();
    const { summary, findings } = await folder.ingest([file('a-view.md', noteWith('## H\n\n- Forests and rivers.\n'))]);
    expect(summary.new).toBe(1);
    expect(findings.map(({ check }) => check)).toContain('ingest/same-name');
    expect(folder.paths()).toContain('consultations/first/a-view-2.md');
  });
});

describe('a comment table', () => {
  const PATH = 'consultations/first/a-view.md';
  const TABLE = '## Comments\n\n| Section | Comment |\n| --- | --- |\n';
  const rows = '| 3 | The deadline is too short. |\n| 4 | Name a focal point. |\n';

  it('gets an id for each row, and nothing else changes', async () => {
    const folder = new Folder();
    await folder.ingest([file('a-view.md', noteWith(TABLE + rows))]);
    const written = folder.read(PATH);
    expect(written).toMatch(/^\| 3 \| The deadline is too short\. \^i\w{5} \|$/mu);
    expect(written.replaceAll(/ \^i\w{5}/gu, '')).toContain(TABLE + rows);
    expect((await folder.ingest([file('a-view.md', noteWith(TABLE + rows))])).summary.unchanged).toBe(1);
  });

  it('keeps ids, tags and answered rows when its file changes', async () => {
    const folder = new Folder();
    await folder.ingest([file('a-view.md', noteWith(TABLE + rows))]);
    const coded = folder.read(PATH).replace('short. ^', 'short. #gap {quote="no"} ^');
    folder.files.set(PATH, new TextEncoder().encode(coded));
    const [first = '', second = ''] = [...coded.matchAll(/\^(i\w{5})/gu)].map(([, id = '']) => id);
    const answered = [answer('first/a-view', first), answer('first/a-view', second)];
    const added = `${TABLE}| 1 | A new one. |\n| 3 | The deadline is far too short. |\n`;
    await folder.ingest([file('a-view.md', noteWith(added))], GIVEN, answered);
    const written = folder.read(PATH);
    expect(written).toContain(`| 3 | The deadline is far too short. #gap {quote="no"} ^${first} |\n`);
    expect(written).toContain(`## No longer in the file received\n\n- Section 4: Name a focal point. ^${second}\n`);
  });

  it('in a page is read the same way', async () => {
    const folder = new Folder();
    const page = `<h2>Comments</h2><table><thead><tr><th>Section</th><th>Comment</th></tr></thead>
      <tbody><tr><td>3</td><td><p>Too <b>short</b>.</p><ul><li>Give us a | month.</li></ul></td></tr></tbody></table>`;
    await folder.ingest([file('2022-08-views.html', page)], { ...GIVEN, yes: true });
    expect(folder.read('consultations/first/2022-08-views.md')).toMatch(
      /^\| 3 +\| Too \*\*short\*\*\. Give us a \\\| month\. \^i\w{5} \|$/mu,
    );
  });
});

describe('what an error forbids', () => {
  const HELD = '.penholder/quarantine/first/a-view.md';

  it('is held with its reasons, and taken in once it is mended', async () => {
    const folder = new Folder();
    const source = noteWith('## H\n\n- Write to amina@mail.org. #gap\n- Two. #gap\n');
    const { summary, findings } = await folder.ingest([file('a-view.md', source)]);
    expect(summary.held).toBe(1);
    expect(folder.paths()).toEqual([HELD, HELD.replace('.md', '.why.txt')]);
    expect(folder.read(HELD.replace('.md', '.why.txt'))).toContain(
      'line 16, column 12: Here stands an e-mail address.',
    );
    expect(folder.read(HELD.replace('.md', '.why.txt'))).not.toContain('amina');
    expect(findings.some(({ place }) => place.file === HELD)).toBe(true);
    folder.files.set(HELD, new TextEncoder().encode(folder.read(HELD).replace('amina@mail.org', 'the focal point')));
    const again = await folder.ingest([]);
    expect(again.summary).toMatchObject({ new: 1, held: 0 });
    expect(folder.paths()).toEqual(['consultations/first/a-view.md']);
    expect((await folder.ingest([file('a-view.md', source)])).summary.unchanged).toBe(1);
  });

  it('is taken in when flags give what it lacked', async () => {
    const folder = new Folder();
    const files = [file('a-view.md', '## H\n\n- One. #gap\n')];
    const first = await folder.ingest(files, {});
    expect(first.missing.map(({ key }) => key)).toEqual(['round', 'date', 'method', 'group']);
    expect(folder.paths()[0]).toBe('.penholder/quarantine/unsorted/a-view.md');
    const defaults = { group: 'civil-society', method: 'survey', date: '2022-08' };
    expect((await folder.ingest(files, { round: 'first', defaults })).summary).toMatchObject({ new: 1, held: 0 });
    expect(folder.paths()).toEqual(['consultations/first/a-view.md']);
  });

  it('gets nothing from flags that are given with other files', async () => {
    const folder = new Folder();
    await folder.ingest([file('a-view.md', '## H\n\n- One. #gap\n')], {});
    const defaults = { group: 'civil-society', method: 'survey', date: '2022-08' };
    const others = [file('b-view.md', '## H\n\n- Another thing. #gap\n')];
    for (const yes of [false, true]) {
      const { summary, missing } = await folder.ingest(others, { round: 'first', defaults, yes });
      expect(summary).toMatchObject({ held: 1 });
      expect(missing).toEqual([]);
    }
    expect(folder.paths()).not.toContain('consultations/first/a-view.md');
    expect((await folder.ingest([], { round: 'first', defaults })).summary).toMatchObject({ new: 1, held: 0 });
  });

  it('stays as somebody mends it, even while the file comes in again', async () => {
    const folder = new Folder();
    const source = noteWith('## H\n\n- Write to amina@mail.org or bo@mail.org. #gap\n');
    await folder.ingest([file('a-view.md', source)]);
    const half = folder.read(HELD).replace('amina@mail.org', 'the focal point');
    folder.files.set(HELD, new TextEncoder().encode(half));
    expect((await folder.ingest([file('a-view.md', source)])).summary).toMatchObject({ new: 0, held: 1 });
    expect(folder.read(HELD)).toBe(half);
  });

  it('stays as it came where its front matter cannot be read, and is known again when mended', async () => {
    const folder = new Folder();
    const source = '---\ntitle: "open\nround: first\n---\n## H\n\n- One. #gap\n';
    await folder.ingest([file('a-view.md', source)]);
    const path = folder.paths().find((one) => one.endsWith('.md')) ?? '';
    expect(folder.read(path).replace(/ \^i\w{5}/u, '')).toBe(source);
    folder.files.set(path, new TextEncoder().encode(source.replace('"open', 'closed\ndate: 2022-08')));
    expect((await folder.ingest([])).summary.new).toBe(1);
    expect((await folder.ingest([file('a-view.md', source)])).summary).toMatchObject({ new: 0, unchanged: 1, held: 0 });
  });

  it('is replaced by what its author corrected, with the reasons', async () => {
    const folder = new Folder();
    const source = noteWith('## H\n\n- Write to amina@mail.org. #gap\n- Two. #gap\n');
    await folder.ingest([file('a-view.md', source)]);
    const corrected = source.replace('amina@mail.org', 'the focal point');
    const { summary, findings } = await folder.ingest([file('a-view.md', corrected)]);
    expect(summary).toMatchObject({ new: 1, held: 0 });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(folder.paths()).toEqual(['consultations/first/a-view.md']);
    expect((await folder.ingest([file('a-view.md', corrected)])).summary).toMatchObject({ unchanged: 1, held: 0 });
  });

  it('is replaced when what replaces it is held too', async () => {
    const folder = new Folder();
    const source = noteWith('## H\n\n- Write to amina@mail.org or bo@mail.org. #gap\n');
    await folder.ingest([file('a-view.md', source)]);
    const half = source.replace('amina@mail.org or ', '');
    const { summary } = await folder.ingest([file('a-view.md', half)]);
    expect(summary).toMatchObject({ new: 0, held: 1 });
    expect(folder.paths()).toEqual([HELD, HELD.replace('.md', '.why.txt')]);
    expect(folder.read(HELD)).not.toContain('amina');
    expect((await folder.ingest([file('a-view.md', half)])).plan.writes).toEqual([]);
    expect((await folder.ingest([file('a-view.md', source.replace(/\S+ or \S+/u, 'us.'))])).summary.new).toBe(1);
    expect(folder.paths()).toEqual(['consultations/first/a-view.md']);
  });

  it('is replaced as a new version of a note that is there', async () => {
    const folder = new Folder();
    const source = noteWith('## H\n\n- Water is far away from the school. #gap\n');
    await folder.ingest([file('a-view.md', source)]);
    await folder.ingest([file('a-view.md', `${source}- Write to amina@mail.org. #gap\n`)]);
    expect(folder.paths()).toContain(HELD);
    const { summary } = await folder.ingest([file('a-view.md', `${source}- Write to the focal point. #gap\n`)]);
    expect(summary).toMatchObject({ updated: 1, held: 0 });
    expect(folder.paths()).toEqual(['consultations/first/a-view.md']);
  });

  it('keeps what somebody wrote into it when a corrected file takes its place', async () => {
    const folder = new Folder();
    const source = noteWith('## H\n\n- Water is far away, says amina@mail.org. #gap\n');
    await folder.ingest([file('a-view.md', source)]);
    const edited = folder.read(HELD).replace('far away', 'very far away');
    folder.files.set(HELD, new TextEncoder().encode(edited));
    // Held once more, it is still one that somebody has edited.
    expect((await folder.ingest([])).summary.held).toBe(1);
    const { summary, findings } = await folder.ingest([file('a-view.md', source.replace(', says amina@mail.org', ''))]);
    expect(summary).toMatchObject({ new: 1, held: 0 });
    const [kept = '', ...more] = folder.paths().filter((path) => path.startsWith('.penholder/'));
    expect(kept).toMatch(/^\.penholder\/recovered\/a-view-[0-9a-f]{8}\.md$/u);
    expect(more).toEqual([]);
    expect(folder.read(kept)).toBe(edited);
    expect(findings.find(({ check }) => check === 'ingest/set-aside')?.message).toContain(kept);
  });

  it('is not read again where nothing has changed that it was judged by', async () => {
    const folder = new Folder();
    folder.judgedBy = 'a'.repeat(64);
    const held = (name: string) => file(name, noteWith(`## H\n\n- Write to ${name.length}@mail.org. #gap\n`));
    const other = (count: number) => file(`c${count}.md`, noteWith(`## H\n\n- Thing ${count} is said here. #gap\n`));
    await folder.ingest([held('a-view.md'), held('b-views.md')]);
    const statuses = ({ outcomes }: IngestPlan) =>
      outcomes.filter(({ status }) => status === 'held').map(({ name, asBefore }) => `${name} ${asBefore === true}`);
    expect(statuses(await folder.ingest([other(1)]))).toEqual(['a-view.md true', 'b-views.md true']);
    // Its own file, a flag, an edit, or no file at all: then it is looked at again.
    expect(statuses(await folder.ingest([held('a-view.md')]))).toEqual(['a-view.md false', 'b-views.md true']);
    expect(statuses(await folder.ingest([]))).toEqual(['a-view.md false', 'b-views.md false']);
    folder.judgedBy = 'b'.repeat(64);
    expect(statuses(await folder.ingest([other(2)]))).toEqual(['a-view.md false', 'b-views.md false']);
    expect(statuses(await folder.ingest([other(3)]))).toEqual(['a-view.md true', 'b-views.md true']);
    folder.files.set(HELD, new TextEncoder().encode(folder.read(HELD).replace('9@mail.org', 'the focal point')));
    const { summary } = await folder.ingest([other(4)]);
    expect(summary).toMatchObject({ new: 2, held: 1 });
  });

  it('is not replaced by another document of the same name', async () => {
    const folder = new Folder();
    const [one, other] = ['Write to amina@mail.org about water, wells and pumps', 'Forests and rivers need a guardian'];
    await folder.ingest([file('a-view.md', noteWith(`## H\n\n- ${one}. #gap\n`))]);
    const { summary, findings } = await folder.ingest([file('a-view.md', noteWith(`## H\n\n- ${other}. #gap\n`))]);
    expect(summary).toMatchObject({ new: 1, held: 1 });
    expect(folder.read(HELD)).toContain('wells and pumps');
    expect(findings.map(({ check }) => check)).toContain('ingest/same-name');
    const files = [`- ${one} by bo@mail.org. #gap\n`, `- ${one} again. #gap\n`].map((body) =>
      file('index.md', noteWith(`## H\n\n${body}`)),
    );
    expect((await new Folder().ingest(files)).summary).toMatchObject({ held: 2 });
  });

  it('runs no code from front matter', async () => {
    const folder = new Folder();
    const { summary } = await folder.ingest([
      file('a.md', '---js\nmodule.exports = process.exit(3)\n---\n## H\n\n- One.\n'),
    ]);
    expect(summary.held).toBe(1);
  });
});

describe('files that are no notes', () => {
  it.each([
    ['empty', 'a.md', new Uint8Array(), 'ingest/empty'],
    ['binary', 'a.md', new Uint8Array(600).map((_, index) => (index * 7919) % 251), 'ingest/not-text'],
    ['huge', 'a.md', new Uint8Array(17 * 1024 * 1024).fill(97), 'ingest/too-large'],
    ['of another kind', 'a.xyz', new Uint8Array([1]), 'ingest/unknown-kind'],
    ['an empty page', 'a.html', new TextEncoder().encode('<html><script>1</script></html>'), 'ingest/empty'],
    ['a page made to overflow', 'a.html', new TextEncoder().encode('<div>'.repeat(100_000)), 'ingest/too-deep'],
  ])('are refused when %s, and the rest goes on', async (_, name, bytes, check) => {
    const folder = new Folder();
    const { summary, findings } = await folder.ingest([file(name, bytes), file('b.md', noteWith('## H\n\n- One.\n'))]);
    expect(summary).toMatchObject({ refused: 1, new: 1 });
    expect(findings.filter(({ severity }) => severity === 'error').map((one) => one.check)).toEqual([check]);
  });

  it.each([
    ['UTF-16 with a mark', [0xff, 0xfe], 'utf16le'],
    ['UTF-16 without', [], 'utf16le'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf], 'utf8'],
    ['a Windows code page', [], 'latin1'],
  ] as const)('but text is read in %s', async (_, mark, encoding) => {
    const folder = new Folder();
    const source = noteWith('## Éducation\n\n- Une idée claire. #gap\n');
    await folder.ingest([file('a-view.md', new Uint8Array([...mark, ...Buffer.from(source, encoding)]))]);
    expect(folder.read('consultations/first/a-view.md')).toContain('- Une idée claire. #gap ^i');
  });
});

describe('guesses', () => {
  it('are taken only with yes, and told', async () => {
    const files = [file('2022-08-12 civil society webinar.md', '## H\n\n- One. #gap\n')];
    const asked = await new Folder().ingest(files, {});
    expect(asked.summary.held).toBe(1);
    expect(asked.missing.map(({ key, guess }) => [key, guess])).toEqual([
      ['round', 'first'],
      ['date', '2022-08-12'],
      ['method', 'online-discussion'],
      ['group', 'civil-society'],
    ]);
    const taken = await new Folder().ingest(files, { yes: true });
    expect(taken.summary.new).toBe(1);
    expect(taken.findings.filter(({ check }) => check === 'ingest/guessed')).toHaveLength(4);
  });

  it.each([
    ['2022_09_14 forum.md', '', '2022-09-14'],
    ['forum-20220914.md', '', '2022-09-14'],
    ['forum 14 September 2022.md', '', '2022-09-14'],
    ['forum-september-2022.md', '', '2022-09'],
    ['forum.md', 'Regional forum\n\nGeneva, 14 September 2022\n\n', '2022-09-14'],
    [
      'forum.md',
      'Réunion du 2 septembre 2022, avec les réseaux de jeunes de la région et leurs invités.\n\n',
      '2022-09-02',
    ],
    ['forum.md', '**Date:** 25/08/2022\n\n', '2022-08-25'],
    ['forum.md', 'Forum of August 2022\n\n', '2022-08'],
    [
      'forum.md',
      'Since the Convention of 20 November 1989 was adopted, governments have promised much to children.\n\n',
      undefined,
    ],
    ['forum-2022-2023.md', 'In 2022 we met.\n\n', undefined],
  ])('of a date are read from the name %j and first lines %j', async (name, head, date) => {
    const { missing } = await new Folder().ingest([file(name, `${head}## H\n\n- One. #gap\n`)]);
    expect(missing.map(({ key, guess }) => [key, guess])).toEqual([['date', date]]);
  });

  it('give way to answers and to what the file says', async () => {
    const folder = new Folder();
    const files = [file('webinar.md', '---\ndate: 2022-08-01\n---\n## H\n\n- One. #gap\n')];
    await folder.ingest(files, { yes: true, answers: { 'webinar.md': { group: 'civil-society', date: '2023-01' } } });
    const written = folder.read('consultations/first/webinar.md');
    expect(written).toContain('group: civil-society');
    expect(written).toContain('date: 2022-08-01');
  });
});

describe('HTML', () => {
  it('becomes Markdown without pictures and without anything that runs', async () => {
    const folder = new Folder();
    const page = `<!doctype html><html lang="fr"><head><title>Notre avis</title><meta name="date" content="2022-08-01">
      <script>alert(1)</script></head><body><h1>Notre avis</h1><p>Avant <b>tout</b>.</p>
      <h2>Obstacles</h2><ul><li>L’eau<ul><li>loin</li></ul></li><li><a href="javascript:alert(1)">L’école</a></li></ul>
      <img src="https://x.org/p.png" alt="Une carte"><table><tr><th>a</th></tr><tr><td>b</td></tr></table></body></html>`;
    const { findings } = await folder.ingest([file('avis.html', page)]);
    const written = folder.read('consultations/first/avis.md');
    expect(written).toContain('title: Notre avis');
    expect(written).toContain('languages:\n  - fr');
    expect(written).toMatch(/^- L’eau \^i\w{5}$/mu);
    expect(written).toMatch(/^- L’école \^i\w{5}$/mu);
    expect(written).not.toMatch(/alert|p\.png/u);
    expect(written).toContain('Une carte');
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['ingest/picture-dropped', 'ingest/element-dropped']),
    );
  });

  it('leaves out what stands around the text, and says so without its words', async () => {
    const folder = new Folder();
    const page = `<body><nav><ul><li><a href="/">Home</a></li></ul></nav><header><h1>Our views</h1><p>Call 555</p></header>
      <main><h2>Gaps</h2><article><header><h3>Water</h3><p>Said in May.</p></header><p>Wells are far.</p><footer>A. Group</footer></article></main>
      <footer class="site"><p>Copyright Example Ltd, all rights reserved</p></footer><footer><ol role="doc-endnotes"><li>See the map.</li></ol></footer></body>`;
    const { findings } = await folder.ingest([file('2022-08-01-views.html', page)], { ...GIVEN, yes: true });
    const written = folder.read('consultations/first/2022-08-01-views.md');
    for (const kept of ['# Our views', 'Said in May.', 'Wells are far.', 'A. Group', 'See the map.']) {
      expect(written).toContain(kept);
    }
    expect(written).not.toMatch(/Home|Copyright|555/u);
    const said = findings.filter(({ check }) => check === 'ingest/landmark-dropped');
    expect(said.map(({ message }) => message)).toEqual([
      'A "nav" element around the text was left out, with one word.',
      'A "header" element around the text was left out, with 2 words.',
      'A "footer" element around the text was left out, with 6 words.',
    ]);
  });

  it('that is held says the same each time it comes in', async () => {
    const folder = new Folder();
    const page = file(
      '2022-08-a.html',
      '<script>1</script><h2>H</h2><p>Write to amina@mail.org.</p><footer>X</footer>',
    );
    const say = async () =>
      (await folder.ingest([page], { ...GIVEN, defaults: { ...GIVEN.defaults, date: '2022-08' } })).findings.map(
        ({ check }) => check,
      );
    const first = await say();
    expect(first).toEqual(expect.arrayContaining(['ingest/element-dropped', 'safeguarding/personal-data']));
    expect((await say()).toSorted()).toEqual(first.toSorted());
  });

  it('keeps a page that is nothing but such an element', async () => {
    const folder = new Folder();
    await folder.ingest([file('2022-08-views.html', '<footer><h2>Gaps</h2><p>Wells are far.</p></footer>')], {
      ...GIVEN,
      yes: true,
    });
    expect(folder.read('consultations/first/2022-08-views.md')).toContain('Wells are far.');
  });
});
