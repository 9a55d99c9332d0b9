import { DISTRIBUTION, DRY_RUN, FAIL_ON, FORMAT, OUT, READERS, REPORT_READERS, TO, YES } from './command-flags.ts';
import type { CommandSpec } from './command-spec.ts';

/** Commands that work on the text, its changes and its reports. */
export const TEXT_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'ids',
    about: 'Give passages and inputs the ids they lack, and translations of questionnaires their fingerprints.',
    arguments: [['[paths...]', 'Files of the workspace; all that can have ids if absent.']],
    options: [
      DRY_RUN,
      { flags: '--check', about: 'Only say what lacks an id; the exit code is 1 if anything does.' },
      READERS,
    ],
    examples: ['penholder ids', 'penholder ids drafts/40-participation.md --dry-run'],
    load: () => import('./ids.ts'),
  },
  {
    name: 'check',
    about: 'Run every rule over the workspace.',
    arguments: [['[paths...]', 'Only show findings in these files or folders.']],
    options: [
      FORMAT,
      FAIL_ON,
      READERS,
      { flags: '--only <ids>', about: 'Only these rules, or areas such as notes.', repeat: true },
      { flags: '--explain <id>', about: 'Say what a rule is for, with a failing and a passing example.' },
      { flags: '--list', about: 'List all rules.' },
    ],
    examples: ['penholder check', 'penholder check --format github', 'penholder check --explain text/broken-reference'],
    load: () => import('./check.ts'),
  },
  {
    name: 'compile',
    about: 'Compile a stage or any Markdown text, clean or marked up against another one.',
    arguments: [
      [
        '<text>',
        'A stage, working for the text as it stands, else a file or folder, else a tag, branch or commit, or a part of it as <ref>:<path>.',
      ],
    ],
    options: [
      TO,
      OUT,
      {
        flags: '--since <text>',
        about: 'Show the changes since this stage or text: the marked-up version, with its clean pair.',
      },
      { flags: '--only <changes>', about: 'Mark changes of substance only.', choices: ['substantive'] },
      { flags: '--side-by-side', about: 'Show both stages in two columns instead of one text.' },
      {
        flags: '--reasons',
        about: 'Say why at each change, as comments of the Word file; so it is unless said otherwise.',
      },
      { flags: '--no-reasons', about: 'Leave out of the Word file why changes were made.' },
      { flags: '--section <id>', about: 'One section only: its file, its id, or the id of a heading in it.' },
      { flags: '--text-marks', about: 'Mark changes in words too, for readers who cannot see colour.' },
      { flags: '--line-numbers', about: 'Number the lines, for consultation drafts.' },
      { flags: '--watermark', about: 'Print the stage behind every page.' },
      { flags: '--no-watermark', about: 'Leave the watermark out.' },
      { flags: '--watch', about: 'Compile again whenever the text changes.' },
      DISTRIBUTION,
      FORMAT,
      { flags: '--json', about: 'Print what was written as JSON.' },
    ],
    examples: [
      'penholder compile zero --to pdf,html,md',
      'penholder compile second --since zero --to pdf,html',
      'penholder compile second --since zero --side-by-side --only substantive --section participation --to pdf',
      'penholder compile working --to pdf --watch',
      'penholder compile new.md --since old.md --to html,pdf',
    ],
    load: () => import('./compile.ts'),
  },
  {
    name: 'changes',
    about: 'The change log between two stages, or any two Markdown texts: what changed, and why.',
    arguments: [
      [
        '<from>',
        'The earlier text: a stage, else a file or folder, else a tag, branch or commit, or a part of it as <ref>:<path>.',
      ],
      ['[to]', 'The later one; working, the text as it stands, if absent.'],
    ],
    options: [
      {
        flags: '--to <formats>',
        about:
          'Output formats, with commas: md, html, pdf, docx, json. With pdf among them, all tell the page of each passage.',
        repeat: true,
      },
      OUT,
      { flags: '--all', about: 'Keep the unchanged passages in the JSON.' },
      {
        flags: '--seen <stage>',
        about: 'Tell of every change whether it is new to who saw this stage, between the two.',
      },
      {
        flags: '--overrule <change=verdict>',
        about: 'Judge a change otherwise, as in c12=editorial; kept in changes.yaml.',
        repeat: true,
      },
      { flags: '--reason <words>', about: 'Why a verdict is overruled.' },
      { flags: '--by <who>', about: 'Who overrules it.' },
      { ...DRY_RUN, about: 'Show what --overrule would write, and write nothing.' },
      DISTRIBUTION,
    ],
    examples: [
      'penholder changes zero second',
      'penholder changes zero second --to json > changes.json',
      'penholder changes zero advanced --seen second --to html --out changes.html',
      'penholder changes zero second --overrule c12=editorial --reason "Only the order of the halves changed."',
      'penholder changes old.md new.md',
      'penholder changes v1.0:docs/guide.md docs/guide.md --to html --out changes.html',
    ],
    load: () => import('./changes.ts'),
  },
  {
    name: 'report',
    about:
      'A report on the consultations: whom they reached, how they were held, what became of them, where the process stands.',
    arguments: [
      [
        '<name>',
        'coverage, consultation, mapping, synopsis, matrix, competing, feedback, passage, status or explorer.',
      ],
      [
        '[subject]',
        'A round, all where it is absent and the report can be of all; for feedback a consultation note, an organisation or a group; for passage its id; for competing a section of the text.',
      ],
    ],
    options: [
      { flags: '--to <formats>', about: 'Output formats, with commas: md, html, pdf, docx, json.', repeat: true },
      {
        flags: '--stages <stages>',
        about:
          'For explorer: stages to compare, with commas; the last is shown. All that are frozen, and the text as it stands, if absent.',
        repeat: true,
      },
      { flags: '--round <id>', about: 'A round, for reports whose subject is something else.' },
      {
        flags: '--by <order>',
        about: 'For matrix: what it is arranged by; section unless said.',
        choices: ['section', 'contributor', 'round'],
      },
      { flags: '--unanswered', about: 'For matrix: only inputs without a response.' },
      { flags: '--group <id>', about: 'For matrix: only this stakeholder group.', repeat: true },
      { flags: '--kind <kind>', about: 'For matrix: only this kind of input.', repeat: true },
      { flags: '--code <code>', about: 'For matrix: only inputs with this code.', repeat: true },
      { flags: '--decision <decision>', about: 'For matrix: only inputs with this decision.', repeat: true },
      { flags: '--lead <member>', about: 'For matrix: only inputs on which this member leads.', repeat: true },
      { flags: '--all', about: 'For feedback: a letter to every contributor, and the list of the letters.' },
      { flags: '--contact <who>', about: 'For feedback: to whom objections are written, a role and never a name.' },
      OUT,
      REPORT_READERS,
    ],
    examples: [
      'penholder report coverage',
      'penholder report coverage first --to pdf,html,json',
      'penholder report synopsis --to pdf',
      'penholder report matrix --by contributor --to pdf,html',
      'penholder report competing participation --to docx',
      'penholder report passage p-1exnjsk',
      'penholder report feedback first/africa-children --to pdf',
      'penholder report feedback --all --to pdf --distribution core-group --out letters',
      'penholder report explorer --to html --out build',
    ],
    load: () => import('./report.ts'),
  },
  {
    name: 'matrix',
    about: 'The comments matrix as a spreadsheet to answer in, and back.',
    arguments: [
      ['<action>', 'export or import.'],
      [
        '[files...]',
        'Filled matrices to import, .xlsx or .csv. Only what was changed in them is taken; at a terminal, inputs that both sides changed are asked about one by one.',
      ],
    ],
    options: [
      { flags: '--to <formats>', about: 'Formats of the export, with commas: xlsx, csv.', repeat: true },
      {
        flags: '--shape <shape>',
        about: 'How the export is laid out; penholder unless said.',
        choices: ['penholder', 'iso', 'w3c', 'oasis'],
      },
      { flags: '--unanswered', about: 'Export only inputs without a response.' },
      { flags: '--round <id>', about: 'Export only this round.', repeat: true },
      { flags: '--group <id>', about: 'Export only this stakeholder group.', repeat: true },
      { flags: '--kind <kind>', about: 'Export only this kind of input.', repeat: true },
      { flags: '--code <code>', about: 'Export only inputs with this code.', repeat: true },
      { flags: '--note <id>', about: 'Export only this consultation note.', repeat: true },
      { flags: '--question <id>', about: 'Export only inputs under this question or section.', repeat: true },
      { flags: '--decision <decision>', about: 'Export only inputs with this decision.', repeat: true },
      { flags: '--lead <member>', about: 'Export only inputs on which this core-group member leads.', repeat: true },
      {
        flags: '--by <who>',
        about: 'Import: who gives the answers that changed; a body or a role. A changed cell wins.',
      },
      {
        flags: '--theirs <refs>',
        about: 'Import: take the answer of the sheet where both changed it, for these inputs or for all.',
        repeat: true,
      },
      {
        flags: '--ours <refs>',
        about: 'Import: keep the answer of the workspace where both changed it, for these inputs or for all.',
        repeat: true,
      },
      YES,
      OUT,
      DISTRIBUTION,
      DRY_RUN,
    ],
    examples: [
      'penholder matrix export --distribution core-group --unanswered --round second',
      'penholder matrix export --shape iso --to xlsx,csv',
      'penholder matrix import matrix.xlsx --by OHCHR --dry-run',
      'penholder matrix import matrix.xlsx --theirs second/coalition#i3 --ours all',
    ],
    load: () => import('./matrix.ts'),
  },
  {
    name: 'resources',
    about: 'Take libraries of references into the mapping of existing resources.',
    arguments: [
      ['<action>', 'import.'],
      ['[files...]', 'Libraries: BibTeX (.bib), RIS (.ris), CSL-JSON (.json) or CSL-YAML (.yaml).'],
    ],
    options: [DRY_RUN],
    examples: ['penholder resources import library.bib', 'penholder resources import export.ris --dry-run'],
    load: () => import('./resources.ts'),
  },
  {
    name: 'stakeholders',
    about: 'The list of whom to reach, as a spreadsheet and back.',
    arguments: [
      ['<action>', 'export or import.'],
      ['[file]', 'The spreadsheet to import, .csv or .xlsx. Rows are merged by id; nothing is lost.'],
    ],
    options: [
      { flags: '--to <formats>', about: 'Formats of the export, with commas: csv, xlsx.', repeat: true },
      OUT,
      DRY_RUN,
    ],
    examples: ['penholder stakeholders export --to xlsx', 'penholder stakeholders import list.xlsx --dry-run'],
    load: () => import('./stakeholders.ts'),
  },
];
