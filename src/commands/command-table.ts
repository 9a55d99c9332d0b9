import type { CommandSpec, OptionSpec } from './command-spec.ts';

/** Flags that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { flags: '-C <dir>', about: 'Work as if called in this folder.' },
  { flags: '--color', about: 'Colour the output even where it goes to a file.' },
  { flags: '--no-color', about: 'Do not colour the output.' },
];

const TO: OptionSpec = { flags: '--to <formats>', about: 'Output formats, with commas: pdf, html, md.', repeat: true };
const OUT: OptionSpec = { flags: '--out <path>', about: 'Where to write: a folder, or a file for a single output.' };
const DRY_RUN: OptionSpec = { flags: '--dry-run', about: 'Show what would be written, and write nothing.' };
const YES: OptionSpec = { flags: '--yes', about: 'Take the best guess instead of asking.' };
const ANSWERS: OptionSpec = {
  flags: '--answers <file>',
  about: 'A YAML file with the answers to what would be asked.',
};
const DISTRIBUTION: OptionSpec = {
  flags: '--distribution <who>',
  about: 'Who will read the output; public unless said.',
  choices: ['public', 'core-group'],
};
const READERS: OptionSpec = {
  flags: '--distribution <who>',
  about:
    'Who will read the findings. Unless said: custodian, who keeps the consultation notes, at a terminal; public in logs, in files, and for github and sarif.',
  choices: ['public', 'core-group', 'custodian'],
};
const FORMAT: OptionSpec = {
  flags: '--format <reporter>',
  about: 'How findings are printed.',
  choices: ['text', 'concise', 'json', 'github', 'sarif'],
};
const FAIL_ON: OptionSpec = {
  flags: '--fail-on <severity>',
  about: 'The severity from which the exit code is 1; error unless said.',
  choices: ['error', 'warning', 'info'],
};

/** The commands, in the order of the work. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init',
    about: 'Make a new workspace, adopt a repository of Markdown drafts, or copy the worked example.',
    arguments: [['[dir]', 'Folder of the workspace; the present one if absent.']],
    options: [
      { flags: '--example <name>', about: 'Replay a worked example with its git history, such as child-rights.' },
      { flags: '--title <title>', about: 'Title of the text to be drafted.' },
      { flags: '--name <name>', about: 'Stem of output file names.' },
      { flags: '--language <tag>', about: 'Language of the text, such as en or fr.' },
      { flags: '--core-group <ids>', about: 'Short names of the core group, with commas.', repeat: true },
      {
        flags: '--text <path>',
        about: 'Where the text of an existing repository is: a folder or a file.',
        repeat: true,
      },
      {
        flags: '--stage <id=tag>',
        about: 'A stage of an existing repository and its git tag; may be repeated.',
        repeat: true,
      },
      { flags: '--no-git', about: 'Do not make a git repository.' },
      { flags: '--commit', about: 'Commit what was made.' },
      ANSWERS,
      YES,
      DRY_RUN,
    ],
    examples: [
      'penholder init guidance-note --title "Guidance note on …" --core-group OHCHR,UNICEF --yes',
      'penholder init --example child-rights example',
      'penholder init . --text pages --stage zero=v0.1 --stage second=v0.2 --yes',
    ],
    load: () => import('./init.ts'),
  },
  {
    name: 'new',
    about: 'Write a questionnaire, a call for inputs, a consultation note or a section from its template.',
    arguments: [
      ['<kind>', 'questionnaire, call, note or section.'],
      [
        '[name]',
        'Note or section: file name, without folder and extension. Questionnaire: group. Call: questionnaire.',
      ],
    ],
    options: [
      { flags: '--round <id>', about: 'Round of the questionnaire or consultation note.' },
      { flags: '--group <id>', about: 'Stakeholder group of the questionnaire or consultation note.' },
      {
        flags: '--setting <setting>',
        about: 'How questions are put.',
        choices: ['focus-group', 'key-informant-interview', 'online-workshop', 'written-submission', 'survey'],
      },
      { flags: '--age-band <band>', about: 'Ages a questionnaire for children is for: 7-12 or 13-17.' },
      {
        flags: '--template <id>',
        about: 'Questions to begin with, where the group does not say: experts, facilitators …',
      },
      { flags: '--by <dimension>', about: 'Dimension of the codebook whose values become parts; pillar unless said.' },
      { flags: '--pillars <ids>', about: 'Values of that dimension to ask about, with commas; all unless said.' },
      { flags: '--levels <ids>', about: 'Levels addressed to ask about, with commas; all unless said.' },
      { flags: '--sections <ids>', about: 'Sections of the draft to ask about, with commas; all unless said.' },
      { flags: '--language <tags>', about: 'Languages, with commas; the others are translations of the first.' },
      { flags: '--subject <words>', about: 'What it is about: "the rights of children; fr: les droits de l\'enfant".' },
      { flags: '--deadline <date>', about: 'Last day for answers.' },
      { flags: '--feedback-by <date>', about: 'Day by which those who answer hear what became of it.' },
      { flags: '--contact <who>', about: 'Role or shared address that answers questions, never a person.' },
      { flags: '--file-name <stem>', about: 'Another name for the questionnaire, beginning with its group.' },
      { flags: '--call', about: 'Write the call for inputs that goes with the questionnaire too.' },
      { flags: '--method <method>', about: 'How the consultation was held.' },
      { flags: '--date <date>', about: 'When it was held.' },
      { flags: '--from <who>', about: 'Note: who speaks. Questionnaire: the XLSForm it is read from.' },
      { flags: '--region <id>', about: 'Region of the consultation note.' },
      { flags: '--level <id>', about: 'Level at which it was held.' },
      { flags: '--questionnaire <id>', about: 'Questionnaire whose questions become its headings.' },
      { flags: '--title <title>', about: 'Title of the section.' },
      {
        flags: '--part <part>',
        about: 'Part of the text the section belongs to.',
        choices: ['front', 'summary', 'body', 'annex'],
      },
      { flags: '--lead <member>', about: 'Core-group member who leads on the section.' },
      ANSWERS,
      YES,
      DRY_RUN,
    ],
    examples: [
      'penholder new questionnaire civil-society --round first --setting survey --language en,fr,es --call',
      'penholder new questionnaire children --round first --age-band 7-12 --setting focus-group',
      'penholder new call civil-society-first',
      'penholder new note africa-children --round first --group children --method online-discussion --date 2022-09-14',
      'penholder new section participation --title "Participation of children"',
    ],
    load: () => import('./new.ts'),
  },
  {
    name: 'guide',
    about: 'Make an interview guide, a questionnaire to fill in, a form or a note template from a questionnaire.',
    arguments: [['<questionnaire>', 'Its id, such as children-first, or its file.']],
    options: [
      {
        flags: '--as <what>',
        about: 'What to make; the interview guide unless said.',
        choices: ['guide', 'questionnaire', 'form', 'note'],
      },
      {
        flags: '--to <formats>',
        about: 'Output formats, with commas: pdf, html, md; for survey programs xlsform, xform, limesurvey.',
        repeat: true,
      },
      {
        flags: '--language <tags>',
        about: 'Languages, with commas; the first one it was written in if absent.',
        repeat: true,
      },
      {
        flags: '--style <style>',
        about: 'For readers who need large print or few words at a time.',
        choices: ['standard', 'large-print', 'easy-read'],
      },
      OUT,
      FORMAT,
      { flags: '--json', about: 'Print what was written as JSON.' },
    ],
    examples: [
      'penholder guide children-first',
      'penholder guide children-first --as questionnaire --to pdf --style easy-read',
      'penholder guide civil-society-first --as form --language fr',
      'penholder guide civil-society-first --to xlsform',
    ],
    load: () => import('./guide.ts'),
  },
  {
    name: 'ingest',
    about: 'Take consultation notes and written submissions into the workspace.',
    arguments: [
      ['<files...>', 'Markdown, HTML, survey exports and comment matrices (.csv, .xlsx), filled forms, from anywhere.'],
    ],
    options: [
      { flags: '--round <id>', about: 'Round, where the file does not say.' },
      { flags: '--group <id>', about: 'Stakeholder group, where the file does not say.' },
      { flags: '--method <method>', about: 'How the consultation was held, where the file does not say.' },
      { flags: '--date <date>', about: 'When it was held, where the file does not say.' },
      { flags: '--received <date>', about: 'When it came in, where the file does not say.' },
      { flags: '--questionnaire <id>', about: 'Questionnaire that a survey answers, where its columns do not tell.' },
      { flags: '--from <who>', about: 'Who speaks, where the file does not say.' },
      { flags: '--region <id>', about: 'Region, where the file does not say.' },
      { flags: '--level <id>', about: 'Level, where the file does not say.' },
      {
        flags: '--distribution <who>',
        about: 'Who may see it, where the file does not say.',
        choices: ['public', 'core-group', 'custodian'],
      },
      {
        flags: '--attribution <how>',
        about: 'How its contributor may be named.',
        choices: ['named', 'organisation', 'group', 'none'],
      },
      { flags: '--quote <how>', about: 'Whether its words may be quoted.', choices: ['verbatim', 'paraphrase', 'no'] },
      YES,
      DRY_RUN,
      FORMAT,
      { flags: '--json', about: 'Print the plan as JSON.' },
    ],
    examples: [
      'penholder ingest submissions/*.md --round second --group civil-society --method written-input --date 2023-02',
      'penholder ingest submissions/*.html --yes',
      'penholder ingest survey-export.xlsx --round first --group children',
      'penholder ingest comment-matrix.xlsx --round second --group un-entities --yes',
    ],
    load: () => import('./ingest.ts'),
  },
  {
    name: 'inputs',
    about: 'List the inputs of all consultation notes.',
    options: [
      { flags: '--unanswered', about: 'Only inputs without a response.' },
      { flags: '--round <id>', about: 'Only this round.', repeat: true },
      { flags: '--group <id>', about: 'Only this stakeholder group.', repeat: true },
      { flags: '--region <id>', about: 'Only this region.', repeat: true },
      { flags: '--kind <kind>', about: 'Only this kind of input.', repeat: true },
      { flags: '--code <code>', about: 'Only inputs with this code, such as pillar/development.', repeat: true },
      { flags: '--note <id>', about: 'Only this consultation note, such as first/africa-children.', repeat: true },
      { flags: '--question <id>', about: 'Only inputs under this question or section.', repeat: true },
      { flags: '--decision <decision>', about: 'Only inputs with this decision.', repeat: true },
      {
        flags: '--distribution <who>',
        about: 'Who will read the list; public unless said. custodian is for those who keep the consultation notes.',
        choices: ['public', 'core-group', 'custodian'],
      },
      { flags: '--json', about: 'Print an array of JSON objects.' },
    ],
    examples: ['penholder inputs --unanswered --round second', 'penholder inputs --group children --json'],
    load: () => import('./inputs.ts'),
  },
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
    about: 'Compile a stage, clean or marked up against another one.',
    arguments: [['<stage>', 'A stage, working for the text as it stands, or a git ref.']],
    options: [
      TO,
      OUT,
      { flags: '--since <stage>', about: 'Show the changes since this stage: the marked-up version.' },
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
      'penholder compile working --to pdf --watch',
    ],
    load: () => import('./compile.ts'),
  },
  {
    name: 'changes',
    about: 'The change log between two stages: what changed, and why.',
    arguments: [
      ['<from>', 'The earlier stage.'],
      ['[to]', 'The later stage; working if absent.'],
    ],
    options: [
      { flags: '--to <formats>', about: 'Output formats, with commas: md, html, pdf, json.', repeat: true },
      OUT,
      { flags: '--all', about: 'Keep the unchanged passages in the JSON.' },
      DISTRIBUTION,
    ],
    examples: ['penholder changes zero second', 'penholder changes zero second --to json > changes.json'],
    load: () => import('./changes.ts'),
  },
  {
    name: 'report',
    about: 'A report on the consultations: whom they reached, how they were held, where the process stands.',
    arguments: [
      ['<name>', 'coverage, consultation, mapping or status.'],
      ['[round]', 'A round; all of them where it is absent and the report can be of all.'],
    ],
    options: [
      { flags: '--to <formats>', about: 'Output formats, with commas: md, html, pdf, json.', repeat: true },
      OUT,
      DISTRIBUTION,
    ],
    examples: ['penholder report coverage', 'penholder report coverage first --to pdf,html,json'],
    load: () => import('./report.ts'),
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
  {
    name: 'freeze',
    about: 'Freeze a stage: check it and put its annotated tag on the present commit.',
    arguments: [['<stage>', 'The stage.']],
    options: [DRY_RUN, { flags: '--message <text>', about: 'What to say in the tag.' }, FORMAT],
    examples: ['penholder freeze zero --dry-run', 'penholder freeze zero'],
    load: () => import('./freeze.ts'),
  },
  {
    name: 'status',
    about: 'Stages, rounds, inputs and what is missing, on one screen.',
    options: [{ flags: '--json', about: 'Print JSON.' }],
    examples: ['penholder status'],
    load: () => import('./status.ts'),
  },
  {
    name: 'doctor',
    about: 'Check the machine and the repository, and say what would help.',
    options: [{ flags: '--json', about: 'Print JSON.' }],
    examples: ['penholder doctor'],
    load: () => import('./doctor.ts'),
  },
  {
    name: 'completion',
    about: 'Print the completion script for a shell.',
    arguments: [['<shell>', 'bash, zsh, fish or powershell.']],
    options: [],
    examples: ['source <(penholder completion bash)'],
    load: () => import('./completion.ts'),
  },
  {
    name: 'complete',
    about: 'What a shell asks for while somebody types.',
    arguments: [['[words...]', 'The words of the command line.']],
    options: [],
    hidden: true,
    examples: [],
    load: () => import('./complete.ts'),
  },
];
