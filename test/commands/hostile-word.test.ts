import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTILE_FILES, type HostileFile, LYING_FILES } from '../unit/files/word/hostile-files.ts';
import { para, wordBytes } from '../unit/files/word/word-files.ts';
import { emptyFolder, type Outcome, penholder, readText, workspace } from './program.ts';

/**
 * What tells a file that runs away, of the whole program: seconds of the processor, which cost more beside other tests
 * (the benchmark of hostile files holds the promised three), and megabytes.
 */
const MOST_SECONDS = 10;
const MOST_MEGABYTES = 300;

/**
 * Writes down what a process has cost, when it ends. Where the system tells the peak of this very program, that is taken:
 * the other figure begins with what the process had that started it, here the whole of the tests.
 */
const MEASURE = `import{readFileSync,writeFileSync}from'node:fs';const peak=()=>{try{return Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[1])}catch{return process.resourceUsage().maxRSS}};process.on('exit',()=>{const u=process.resourceUsage();writeFileSync(process.env.PENHOLDER_MEASURED,JSON.stringify({seconds:(u.userCPUTime+u.systemCPUTime)/1e6,megabytes:peak()/1024}))})`;

interface Measured extends Outcome {
  readonly seconds: number;
  readonly megabytes: number;
}

async function measured(cwd: string, args: readonly string[]): Promise<Measured> {
  const path = join(emptyFolder(), 'measured.json');
  const outcome = await penholder(cwd, args, {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(MEASURE)}`,
    PENHOLDER_MEASURED: path,
  });
  return { ...outcome, ...(JSON.parse(readFileSync(path, 'utf8')) as Pick<Measured, 'seconds' | 'megabytes'>) };
}

const named = (...names: readonly string[]): readonly HostileFile[] =>
  HOSTILE_FILES.filter(({ name }) => names.includes(name));
const fileName = ({ name }: HostileFile): string => `${name.replaceAll(/[^A-Za-z0-9]+/gu, '-')}.docx`;

/** Those that cost most while they are read and shown. */
const HEAVY = named(
  'a million changes',
  'a million marks of notes',
  'five million elements',
  'thirty thousand paragraphs',
  'five thousand comments on one word',
  'replies in a chain of five thousand',
  'many elements of many attributes',
  'many custom parts',
  'bookmarks that stay open over many paragraphs',
);

const INGEST = ['ingest', '--round', 'first', '--group', 'civil-society', '--date', '2025-02-03', '--yes'];
const GOOD = {
  body: `<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Words.</w:t></w:r><w:commentRangeEnd w:id="0"/></w:p>`,
  comments: `<w:comment w:id="0" w:author="A">${para('What a good comment.')}</w:comment>`,
};

describe('a hostile Word file', () => {
  it.each(HEAVY)('with $name is shown or refused at little cost', async (hostile) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, fileName(hostile)), hostile.make());
    for (const to of ['json', 'md']) {
      const view = ['--view', 'tracked', '--to', to];
      const { status, stderr, seconds, megabytes } = await measured(folder, [
        'review',
        'show',
        fileName(hostile),
        ...view,
      ]);
      expect(status, stderr).toBe(hostile.expected === 'read' ? 0 : 2);
      expect(seconds).toBeLessThan(MOST_SECONDS);
      expect(megabytes).toBeLessThan(MOST_MEGABYTES);
      expect(stderr).not.toMatch(/^\s+at |should not have happened/mu);
    }
  });

  it('keeps no other file of its batch out, and is said to be what it is', async () => {
    const root = await workspace();
    const small = LYING_FILES.filter(({ expected }) => expected !== 'read');
    for (const hostile of small) writeFileSync(join(root, '..', fileName(hostile)), hostile.make());
    writeFileSync(join(root, '..', 'good.docx'), wordBytes(GOOD));
    const files = [...small.map(fileName), 'good.docx'].map((name) => `../${name}`);
    const { status, stdout, stderr, seconds, megabytes } = await measured(root, [...INGEST, ...files]);
    expect(status, stderr).toBe(1);
    expect(readText(root, 'consultations/first/good.md')).toContain('What a good comment.');
    for (const hostile of small) expect(stdout + stderr).toContain(`"${fileName(hostile)}" can't be read.`);
    expect(seconds).toBeLessThan(MOST_SECONDS);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  });

  it.each(
    named(
      'five thousand comments on one word',
      'replies in a circle',
      'a million changes',
      'thirty thousand paragraphs',
    ),
  )('with $name is taken in or refused at little cost', async (hostile) => {
    const root = await workspace();
    writeFileSync(join(root, '..', fileName(hostile)), hostile.make());
    const { stderr, seconds, megabytes } = await measured(root, [...INGEST, `../${fileName(hostile)}`]);
    expect(stderr).not.toMatch(/^\s+at |should not have happened/mu);
    expect(seconds).toBeLessThan(MOST_SECONDS);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  });

  it.each(named('five thousand comments on one word', 'a million marks of notes', 'many elements of many attributes'))(
    'with $name is merged or left out at little cost',
    async (hostile) => {
      const folder = emptyFolder();
      writeFileSync(join(folder, fileName(hostile)), hostile.make());
      writeFileSync(join(folder, 'base.docx'), wordBytes({ body: para('Words.') }));
      const call = ['review', 'merge', fileName(hostile), '--base', 'base.docx'];
      const { status, stderr, seconds, megabytes } = await measured(folder, call);
      expect([0, 1], stderr).toContain(status);
      expect(stderr).not.toMatch(/^\s+at |should not have happened/mu);
      expect(seconds).toBeLessThan(MOST_SECONDS);
      expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    },
  );

  it('fetches and runs nothing that it names', async () => {
    const folder = emptyFolder();
    const external = (type: string, target: string): string =>
      `<Relationship Id="x-${type}" Type="x/${type}" Target="${target}" TargetMode="External"/>`;
    const bytes = wordBytes({
      ...GOOD,
      relations: `${external('attachedTemplate', 'https://template.invalid/t.dotm')}${external('image', 'file:///etc/passwd')}${external('aFChunk', 'https://chunk.invalid/')}${external('oleObject', '\\\\server.invalid\\share')}`,
      more: { 'word/vbaProject.bin': 'Sub AutoOpen()' },
    });
    writeFileSync(join(folder, 'named.docx'), bytes);
    const { status, stdout, stderr } = await penholder(folder, ['review', 'show', 'named.docx']);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('Words.');
    expect(stdout + stderr).not.toMatch(/root:|invalid/u);
    for (const said of ['macros, which were not run', 'were not fetched', 'was not fetched'])
      expect(stderr).toContain(said);
    expect(existsSync(join(folder, 't.dotm'))).toBe(false);
  });
});
