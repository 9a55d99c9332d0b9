import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { COMMANDS } from '../../src/commands/command-table.ts';
import { main } from '../../src/commands/program.ts';
import type { Terminal } from '../../src/io/terminal.ts';
import { forbiddenTo, GIVEN, OPEN, plant } from './privacy-markers.ts';
import { emptyFolder, environment, fill, git, readText } from './program.ts';
import { readable, readableFolder, readsPages } from './readable.ts';

type Audience = 'public' | 'core-group';

/** A way to call a command, and which of its words go to which readers. */
interface Call {
  readonly args: readonly string[];
  /** Flags for each audience; where a command has none, its messages are for the public. */
  readonly flags?: Partial<Record<Audience, readonly (readonly string[])[]>>;
  /** True where what anybody may know must be there, so that the test cannot pass by looking at nothing. */
  readonly shows?: true;
  /** True where all values of the codebook are named, whoever used them; the codebook is public. */
  readonly codebook?: true;
  /** True where whoever calls has the files in front of them, so that words go round only in the log of a service. */
  readonly inService?: true;
}

const BY_FLAG: NonNullable<Call['flags']> = {
  public: [[], ['--distribution', 'public']],
  'core-group': [['--distribution', 'core-group']],
};
const REPORTERS = ['text', 'concise', 'json', 'github', 'sarif'];
const each = (args: readonly string[], flag: string, values: readonly string[], more: Partial<Call> = {}): Call[] =>
  values.map((value) => ({ args: [...args, flag, value], ...more }));

/**
 * Every command, and every way it can say something. A new command gets its line here.
 */
const CALLS: Readonly<Record<string, readonly Call[]>> = {
  init: [{ args: ['init', 'inside', '--title', 'T', '--yes', '--no-git'] }],
  new: [
    {
      args: ['new', 'note', 'plain', '--round', 'first', '--group', 'experts', '--method', 'survey', '--date', '2022'],
    },
    { args: ['new', 'section', 'plain', '--title', 'T', '--dry-run'] },
    { args: ['new', 'questionnaire', 'experts', '--round', 'first', '--yes', '--dry-run'] },
    { args: ['new', 'call', 'experts-first', '--yes', '--dry-run'] },
    { args: ['new', 'decision', '--title', 'T', '--dry-run'] },
    { args: ['new', 'note', 'xplain', '--questionnaire', 'nonsense'] },
  ],
  guide: [
    ...each(['guide', 'experts-first', '--to', 'md', '--out', 'build'], '--as', [
      'guide',
      'questionnaire',
      'form',
      'note',
    ]).map((one) => ({ ...one, codebook: true as const })),
    { args: ['guide', 'xnonsense'] },
  ],
  ingest: [
    ...each(['ingest', '../given.md', '--dry-run'], '--format', REPORTERS, { inService: true }),
    ...each(['ingest', '../given.md', '--dry-run'], '--format', ['github', 'sarif']),
    { args: ['ingest', '../given.md', '--dry-run', '--json'], inService: true },
    { args: ['ingest', '../given.md', '--dry-run', '--yes'], inService: true },
  ],
  inputs: [
    { args: ['inputs'], flags: BY_FLAG, shows: true },
    { args: ['inputs', '--json'], flags: BY_FLAG, shows: true },
    ...each(['inputs', '--json'], '--note', ['first/xqcustfile', 'first/xqhousefile'], {}),
    { args: ['inputs', '--unanswered', '--json'], flags: BY_FLAG },
    { args: ['inputs', '--lead', 'OHCHR', '--json'], flags: BY_FLAG },
  ],
  respond: [
    ...['xqcustfile#i1', 'xqcorefile#i1', 'xqhousefile#i1', 'expert-open#i1'].map((name) => ({
      args: ['respond', `first/${name}`, '--reaction', 'satisfied', '--dry-run', '--json'],
      inService: true as const,
    })),
    { args: ['respond', '--round', 'first', '--reaction', 'satisfied', '--dry-run'], flags: BY_FLAG },
    { args: ['respond', '--group', 'experts', '--reaction', 'satisfied', '--dry-run', '--json'], flags: BY_FLAG },
    { args: ['respond', '--note', 'first/xqcustfile', '--reaction', 'satisfied', '--dry-run', '--json'] },
    { args: ['respond', '--suspect'], flags: BY_FLAG },
    { args: ['respond', '--suspect', '--json'], flags: BY_FLAG },
    { args: ['respond', '--pending', '--done', '--dry-run'], flags: BY_FLAG },
    { args: ['respond', 'first/xqcusfile#i1', '--decision', 'noted', '--reason', 'Seen.'], inService: true },
    { args: ['respond'] },
  ],
  ids: [{ args: ['ids', '--dry-run'], flags: BY_FLAG }, { args: ['ids', '--check'] }],
  check: [
    ...each(['check'], '--format', REPORTERS, { flags: BY_FLAG }),
    { args: ['check', 'consultations', '--format', 'concise'], flags: BY_FLAG },
    { args: ['check', '--explain', 'inputs/unknown-tag'] },
    { args: ['check', '--list'] },
  ],
  compile: [
    { args: ['compile', 'working', '--to', 'pdf,html,md'], flags: BY_FLAG },
    { args: ['compile', 'working', '--since', 'zero', '--to', 'pdf,html,md', '--text-marks'], flags: BY_FLAG },
    { args: ['compile', 'working', '--since', 'zero', '--side-by-side', '--to', 'pdf,html,md'], flags: BY_FLAG },
    { args: ['compile', 'working', '--since', 'zero', '--only', 'substantive', '--section', 'nonsense', '--to', 'md'] },
    ...each(['compile', 'working', '--since', 'zero', '--to', 'md'], '--format', REPORTERS, { flags: BY_FLAG }),
    { args: ['compile', 'working', '--to', 'md', '--json'] },
    { args: ['compile', 'nonsense', '--to', 'md'] },
    { args: ['compile', 'drafts', '--to', 'md'], flags: BY_FLAG },
    { args: ['compile', 'consultations', '--to', 'md'] },
    { args: ['compile', 'HEAD:consultations', '--since', 'HEAD:decisions', '--to', 'md'] },
  ],
  changes: [
    { args: ['changes', 'zero', '--to', 'pdf,html,md,json', '--out', 'build'], flags: BY_FLAG, shows: true },
    { args: ['changes', 'zero', '--all', '--to', 'json'], flags: BY_FLAG, shows: true },
    { args: ['changes', 'zero', '--seen', 'zero', '--to', 'html'], flags: BY_FLAG, shows: true },
    { args: ['changes', 'zero', '--overrule', 'c1=editorial', '--reason', 'Only the order.', '--dry-run'] },
    { args: ['changes', 'zero', '--overrule', 'c1=small', '--reason', 'Only the order.'] },
    { args: ['changes', 'drafts', 'nonsense'] },
    { args: ['changes', 'consultations', 'consultations/first'] },
    { args: ['changes', 'HEAD:decisions', 'HEAD:./consultations/first'] },
  ],
  report: [
    ...each(['report', 'coverage', '--out', 'build'], '--to', ['md', 'html', 'pdf', 'json'], {
      flags: BY_FLAG,
      codebook: true,
    }),
    { args: ['report', 'coverage', 'first', '--to', 'md'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'consultation', 'first', '--to', 'md'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'consultation', 'second', '--to', 'json'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'mapping', '--to', 'md'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'status', '--to', 'md'], flags: BY_FLAG },
    ...each(['report', 'explorer', '--out', 'build'], '--to', ['md', 'html', 'pdf', 'json'], {
      flags: BY_FLAG,
      codebook: true,
      shows: true,
    }),
    { args: ['report', 'explorer', '--stages', 'working', '--to', 'html'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'explorer', '--stages', 'nonsense'] },
    ...each(['report', 'synopsis', '--out', 'build'], '--to', ['md', 'html', 'pdf', 'json'], {
      flags: BY_FLAG,
      codebook: true,
    }),
    ...each(['report', 'feedback', '--all', '--out', 'build'], '--to', ['md', 'html', 'pdf', 'json'], {
      flags: BY_FLAG,
      shows: true,
    }),
    { args: ['report', 'feedback'], flags: BY_FLAG, shows: true },
    { args: ['report', 'feedback', '--round', 'first', '--to', 'json'], flags: BY_FLAG, shows: true },
    { args: ['report', 'feedback', 'experts', '--to', 'md'], flags: BY_FLAG },
    { args: ['report', 'feedback', 'xqopenfrom Institute', '--to', 'md'], flags: BY_FLAG, shows: true },
    { args: ['report', 'feedback', 'first/xqcustfile'] },
    { args: ['report', 'feedback', 'xqhousefrom Institute'] },
    ...['p-0000001', 'p-0000002', 'p-0000003', 'scope'].map((id) => ({
      args: ['report', 'passage', id, '--to', 'md,html,pdf,json', '--out', 'build'],
      flags: BY_FLAG,
    })),
    { args: ['report', 'passage', 'p-0000009'] },
    ...each(['report', 'matrix', '--out', 'build'], '--to', ['md', 'html', 'pdf', 'json'], { flags: BY_FLAG }),
    ...each(['report', 'matrix', 'first', '--to', 'json'], '--by', ['section', 'contributor', 'round'], {
      flags: BY_FLAG,
      shows: true,
    }),
    { args: ['report', 'matrix', '--unanswered', '--group', 'xqhousegroup', '--to', 'json'] },
    { args: ['report', 'nonsense'] },
  ],
  matrix: [
    ...each(
      ['matrix', 'export', '--to', 'csv,xlsx', '--out', 'build'],
      '--shape',
      ['penholder', 'iso', 'w3c', 'oasis'],
      {
        flags: BY_FLAG,
        shows: true,
      },
    ),
    { args: ['matrix', 'export', '--to', 'csv', '--unanswered', '--out', 'build'], flags: BY_FLAG },
    { args: ['matrix', 'export', '--to', 'csv', '--note', 'first/xqcustfile', '--out', 'build'] },
    { args: ['matrix', 'import', '../given.md', '--dry-run'], inService: true },
    { args: ['matrix', 'import', 'build/draft-matrix.csv', '--dry-run'], inService: true },
    { args: ['matrix', 'nonsense'] },
  ],
  // Its list is a file of its own, which names whom to reach; it is read from nothing else.
  stakeholders: [
    { args: ['stakeholders', 'export', '--to', 'csv,xlsx', '--out', 'build'] },
    { args: ['stakeholders', 'import', 'nonsense.csv', '--dry-run'] },
  ],
  safeguard: [
    ...each(['safeguard', 'scan'], '--format', REPORTERS),
    { args: ['safeguard', 'scan', '--history'], inService: true },
    { args: ['safeguard', 'scan', '--history', '--json'], inService: true },
    { args: ['safeguard', 'review'], inService: true },
    { args: ['safeguard', 'review', '--json'], inService: true },
    { args: ['safeguard', 'review', '--show'], inService: true },
    { args: ['safeguard', 'where', '--help-page'] },
  ],
  // Shows a file that whoever calls has named, and nothing of the workspace.
  review: [{ args: ['review', 'show', 'nonsense.docx'] }],
  withdraw: [
    { args: ['withdraw', 'first/expert-open', '--dry-run'] },
    // One letter from the name of a note that may not be named.
    { args: ['withdraw', 'first/xqcusfile', '--dry-run'], inService: true },
  ],
  resources: [{ args: ['resources', 'import', 'nonsense.bib', '--dry-run'] }],
  freeze: [
    ...each(['freeze', 'second', '--dry-run'], '--format', REPORTERS),
    { args: ['freeze', 'second', '--message', 'Done'] },
  ],
  clearance: [
    { args: ['clearance', 'zero'] },
    { args: ['clearance', 'zero', '--json'] },
    { args: ['clearance', 'zero', '--as', 'OHCHR', '--level', 'technical', '--dry-run'] },
    { args: ['clearance', 'zero', '--as', 'OHCHR', '--break', 'Not so.', '--dry-run'] },
    { args: ['clearance', 'zero', '--as', 'drafters', '--correct', 'A comma.', '--dry-run'] },
    { args: ['clearance', 'zero', '--as', 'nobody', '--level', 'technical'] },
  ],
  verify: [{ args: ['verify', 'zero'] }, { args: ['verify', 'zero', '--json', '--signed'] }],
  circulate: [
    { args: ['circulate', 'zero', '--to', 'experts', '--formats', 'md,html', '--json'], flags: BY_FLAG },
    { args: ['circulate', 'zero', '--to', 'experts', '--dry-run'] },
    { args: ['circulate', 'zero', '--to', 'experts', '--stakeholder', 'nobody'] },
    { args: ['circulate', 'zero', '--export', 'build/exported'] },
  ],
  status: [
    { args: ['status'] },
    { args: ['status', '--json'] },
    { args: ['status', '--lead', 'OHCHR'] },
    { args: ['status', '--ics', 'build/timeline.ics'] },
  ],
  doctor: [{ args: ['doctor'] }, { args: ['doctor', '--json'] }],
  completion: [{ args: ['completion', 'bash'] }],
  complete: [
    { args: ['complete', '--', 'inputs', '--note', ''] },
    { args: ['complete', '--', 'ids', 'consultations/'] },
  ],
};

interface Said {
  readonly code: number;
  readonly words: string;
}

/** Calls the program as its binary does. */
async function call(folder: string, args: readonly string[], choices: Partial<Terminal> = {}): Promise<Said> {
  const said: string[] = [];
  const terminal: Terminal = {
    args,
    folder,
    environment: environment(),
    interactive: false,
    outIsTerminal: false,
    errorIsTerminal: false,
    width: 100,
    out: (text) => said.push(typeof text === 'string' ? text : readable(Buffer.from(text))),
    error: (text) => said.push(text),
    exit: () => undefined,
    onInterrupt: () => undefined,
    ...choices,
  };
  // The adapter for completions writes by itself.
  const logged = vi.spyOn(console, 'log').mockImplementation((...words) => void said.push(words.join(' ')));
  try {
    const code = await main(terminal);
    return { code, words: said.join('') };
  } finally {
    logged.mockRestore();
  }
}

/** All that came of a call: what it said, the files it wrote, the messages it put into git. */
async function outcome(folder: string, args: readonly string[], choices: Partial<Terminal> = {}): Promise<string> {
  rmSync(join(folder, 'build'), { recursive: true, force: true });
  const { words } = await call(folder, args, choices);
  const tags = git(folder, 'for-each-ref', 'refs/tags', '--format=%(refname) %(contents)');
  return [words, readableFolder(join(folder, 'build')), tags].join('\n');
}

function workspaceWith(faulty: boolean): string {
  const folder = join(emptyFolder(), 'note');
  mkdirSync(folder);
  plant(folder, faulty);
  fill(join(folder, '..'), { 'given.md': GIVEN });
  return folder;
}

if (!readsPages)
  process.stderr.write('The pages of PDFs were not searched for confidential words: pdftotext is not here.\n');

const NAMES = COMMANDS.map(({ name }) => name);
const ROWS = NAMES.flatMap((name) => CALLS[name] ?? []).flatMap(
  ({ args, flags = { public: [[]] }, shows, codebook, inService }) =>
    (['public', 'core-group'] as const).flatMap((audience) =>
      (flags[audience] ?? []).map((more) => ({
        line: [...args, ...more].join(' '),
        args: [...args, ...more],
        audience,
        shows,
        codebook,
        inService,
      })),
    ),
);

test('every command is called, so that none can say what it should not', () => {
  expect(NAMES.filter((name) => (CALLS[name] ?? []).length === 0)).toEqual([]);
});

describe.each([
  ['in order', false],
  ['with faults in all that is confidential', true],
] as const)('a workspace %s', (_, faulty) => {
  let folder: string;
  beforeAll(() => {
    folder = workspaceWith(faulty);
  });

  test.each(ROWS)(
    '$line tells the $audience nothing confidential',
    async ({ args, audience, shows, codebook, inService }) => {
      const choices = inService === true ? { environment: environment({ CI: 'true' }) } : {};
      const said = (await outcome(folder, args, choices)).toLowerCase();
      const typed = args.join(' ');
      const told = forbiddenTo(audience).filter((word) => said.includes(word) && !typed.includes(word));
      expect(told.filter((word) => codebook !== true || !word.endsWith('code'))).toEqual([]);
      expect(said).not.toContain('should not have happened');
      if (shows === true && !faulty) expect(said).toContain(OPEN);
    },
  );
});

test('a tag is not made with a message that names who may not be named', async () => {
  const folder = workspaceWith(false);
  const { code, words } = await call(folder, [
    'freeze',
    'second',
    '--message',
    'Agreed with the XQHouseFrom Institute',
  ]);
  expect([code, words.includes('xqhousefrom')]).toEqual([2, false]);
  expect(git(folder, 'tag', '--list')).toBe('zero-draft\n');
});

describe('where findings may tell all', () => {
  test('who sits at a terminal sees the file and what stands there', async () => {
    const folder = workspaceWith(true);
    const { words } = await call(folder, ['check'], { outIsTerminal: true });
    for (const word of ['consultations/first/xqcustfile.md', 'xqcusttag', 'xqbrokenfile', 'xqhousefile'])
      expect(words).toContain(word);
  });

  test.each([
    ['what waits for review is shown, words too, to who asked for them', ['safeguard', 'review', '--show']],
    ['a note is proposed to who mistyped its name', ['withdraw', 'first/xqcusfile', '--dry-run']],
    ['files that are taken in are named', ['ingest', '../given.md', '--dry-run']],
  ])('%s', async (_, args) => {
    const { words } = await call(workspaceWith(true), args);
    expect(words).toMatch(/xqcustfile|given\.md/u);
  });

  test('a service’s log is public, whatever it says of itself', async () => {
    const folder = workspaceWith(true);
    const { words } = await call(folder, ['check'], { outIsTerminal: true, environment: environment({ CI: '1' }) });
    expect(forbiddenTo('public').filter((word) => words.includes(word))).toEqual([]);
  });

  test('the summary of a step on GitHub says no more than its annotations', async () => {
    const folder = workspaceWith(true);
    const summary = join(folder, '..', 'summary.md');
    await call(folder, ['check', '--format', 'github'], { environment: environment({ GITHUB_STEP_SUMMARY: summary }) });
    const words = readText(summary);
    expect(words).toContain('inputs/unknown-tag');
    expect(forbiddenTo('public').filter((word) => words.includes(word))).toEqual([]);
  });

  test('an error of the program in a service’s log names no note and quotes nothing', async () => {
    const folder = workspaceWith(false);
    const broken = (message: string, name: string) => async (environmentOf: Record<string, string>) => {
      const said: string[] = [];
      const out = () => {
        throw Object.assign(new Error(message), { name });
      };
      await call(folder, ['status'], {
        out,
        error: (words) => said.push(words),
        environment: environment(environmentOf),
      });
      return said.join('');
    };
    const named = broken('consultations/first/xqcustfile.md was saved meanwhile.', 'WorldError');
    const fault = broken('Cannot read xqcusttext of consultations/first/xqcustfile.md', 'TypeError');
    expect(await named({})).toContain('xqcustfile');
    expect(await named({ CI: 'true' })).toMatch(/consultations\/… was saved/u);
    expect(await fault({ CI: 'true' })).not.toMatch(/xqcust/u);
    expect(await fault({ CI: 'true' })).toMatch(/TypeError\n\s+at /u);
  });

  test('nobody is let off: the exit code is that of all findings', async () => {
    const folder = workspaceWith(true);
    const codes = await Promise.all(
      ['public', 'core-group', 'custodian'].map(
        async (who) => (await call(folder, ['check', '--distribution', who])).code,
      ),
    );
    expect(codes).toEqual([1, 1, 1]);
  });
});
