import { COMMANDS } from '../../src/commands/command-table.ts';

/** Those who can be asked for with a flag. */
export type Audience = 'public' | 'core-group';

/** A way to call a command, and which of its words go to which readers. */
export interface Call {
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

/** Public is what is meant where nobody says otherwise; that saying it changes nothing is tried below. */
export const BY_FLAG: NonNullable<Call['flags']> = { public: [[]], 'core-group': [['--distribution', 'core-group']] };
/** Every way a report or a list of changes can be written. */
export const ALL = 'md,html,docx,pdf,json';
const REPORTERS = ['text', 'concise', 'json', 'github', 'sarif'];
const each = (args: readonly string[], flag: string, values: readonly string[], more: Partial<Call> = {}): Call[] =>
  values.map((value) => ({ args: [...args, flag, value], ...more }));

/**
 * Every command, and every way it can say something. A new command gets its line here.
 */
export const CALLS: Readonly<Record<string, readonly Call[]>> = {
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
    ...each(['guide', 'experts-first', '--to', 'md,docx', '--out', 'build'], '--as', [
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
    { args: ['compile', 'working', '--to', 'pdf,html,md,docx'], flags: BY_FLAG },
    { args: ['compile', 'interim', '--since', 'zero', '--to', 'pdf,html,md,docx', '--text-marks'], flags: BY_FLAG },
    { args: ['compile', 'working', '--since', 'zero', '--to', 'docx'], flags: BY_FLAG, shows: true },
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
    { args: ['changes', 'zero', '--to', ALL, '--out', 'build'], flags: BY_FLAG, shows: true },
    { args: ['changes', 'zero', '--all', '--to', 'json'], flags: BY_FLAG, shows: true },
    { args: ['changes', 'zero', '--seen', 'zero', '--to', 'html'], flags: BY_FLAG, shows: true },
    { args: ['changes', 'zero', '--overrule', 'c1=editorial', '--reason', 'Only the order.', '--dry-run'] },
    { args: ['changes', 'zero', '--overrule', 'c1=small', '--reason', 'Only the order.'] },
    { args: ['changes', 'drafts', 'nonsense'] },
    { args: ['changes', 'consultations', 'consultations/first'] },
    { args: ['changes', 'HEAD:decisions', 'HEAD:./consultations/first'] },
  ],
  report: [
    { args: ['report', 'coverage', '--to', ALL, '--out', 'build'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'coverage', 'first', '--to', 'md'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'consultation', 'first', '--to', 'md'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'consultation', 'second', '--to', 'json'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'mapping', '--to', ALL, '--out', 'build'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'competing', '--to', ALL, '--out', 'build'], flags: BY_FLAG, shows: true },
    { args: ['report', 'status', '--to', ALL, '--out', 'build'], flags: BY_FLAG },
    { args: ['report', 'explorer', '--to', ALL, '--out', 'build'], flags: BY_FLAG, codebook: true, shows: true },
    { args: ['report', 'explorer', '--stages', 'working', '--to', 'html'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'explorer', '--stages', 'nonsense'] },
    { args: ['report', 'synopsis', '--to', ALL, '--out', 'build'], flags: BY_FLAG, codebook: true },
    { args: ['report', 'feedback', '--all', '--to', ALL, '--out', 'build'], flags: BY_FLAG, shows: true },
    { args: ['report', 'feedback'], flags: BY_FLAG, shows: true },
    { args: ['report', 'feedback', '--round', 'first', '--to', 'json'], flags: BY_FLAG, shows: true },
    { args: ['report', 'feedback', 'experts', '--to', 'md'], flags: BY_FLAG },
    { args: ['report', 'feedback', 'children', '--to', 'md'], flags: BY_FLAG },
    { args: ['report', 'feedback', 'xqopenfrom Institute', '--to', 'md'], flags: BY_FLAG, shows: true },
    { args: ['report', 'feedback', 'first/xqcustfile'] },
    { args: ['report', 'feedback', 'xqhousefrom Institute'] },
    ...['p-0000001', 'p-0000002', 'p-0000003', 'scope'].map((id) => ({
      args: ['report', 'passage', id, '--to', ALL, '--out', 'build'],
      flags: BY_FLAG,
    })),
    { args: ['report', 'passage', 'p-0000009'] },
    { args: ['report', 'matrix', '--to', ALL, '--out', 'build'], flags: BY_FLAG, shows: true },
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
    { args: ['matrix', 'import', '../note-matrix.csv', '--dry-run'], inService: true },
    {
      args: ['matrix', 'import', '../note-matrix.csv', '--dry-run'],
      flags: { 'core-group': [['--distribution', 'core-group']] },
    },
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
  review: [
    { args: ['review', 'pack', 'interim', '--for', 'all', '--out', 'build'], flags: BY_FLAG },
    { args: ['review', 'pack', 'interim', '--for', 'nonsense'] },
    // Shows a file that whoever calls has named, and nothing of the workspace.
    { args: ['review', 'show', 'nonsense.docx'] },
    {
      args: ['review', 'merge', '../given.docx', '--base', 'interim', '--table', 'md,json', '--out', 'build/one.docx'],
    },
    { args: ['review', 'reply', '../given.docx'] },
    { args: ['review', 'reply', '../reviewed.docx', '--dry-run', '--json'] },
    ...['xqcustfile#i1', 'xqwordfile#i4', 'xqcorefile#i1', 'expert-open#i1'].map((name) => ({
      args: ['review', 'accept', `first/${name}`, '--dry-run', '--json'],
      inService: true as const,
    })),
  ],
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
  verify: [{ args: ['verify', 'zero'] }, { args: ['verify', 'interim', '--json', '--signed'] }],
  circulate: [
    { args: ['circulate', 'interim', '--to', 'experts', '--formats', 'md,html,docx', '--json'], flags: BY_FLAG },
    { args: ['circulate', 'zero', '--to', 'experts', '--dry-run'] },
    { args: ['circulate', 'zero', '--to', 'experts', '--stakeholder', 'nobody'] },
    { args: ['circulate', 'interim', '--export', 'build/exported'] },
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

/** Names of all commands. */
export const NAMES = COMMANDS.map(({ name }) => name);
const SETS_PAGES = /pdf|--all|circulate|passage|feedback/u;

/**
 * Each call for each of its readers. Those that set pages come last: the engine they load makes each run of git dearer.
 */
export const ROWS = NAMES.flatMap((name) => CALLS[name] ?? [])
  .flatMap(({ args, flags = { public: [[]] }, shows, codebook, inService }) =>
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
  )
  .sort((one, other) => Number(SETS_PAGES.test(one.line)) - Number(SETS_PAGES.test(other.line)));
