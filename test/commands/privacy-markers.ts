import { contentHash } from '../../src/text/fingerprint.ts';
import { wordBytes } from '../unit/files/word/word-files.ts';
import { fill, git } from './program.ts';

/** Who may see a marker at the widest. */
export type Tier = 'core-group' | 'custodian';

/** Words planted in a workspace, by the narrowest circle that may see them. Each tells something nobody else may know. */
export const MARKERS: Readonly<Record<Tier, readonly string[]>> = {
  custodian: [
    // A note for custodians: nothing of it leaves.
    ...places('xqcust', 'file from sign host title heading text tag code reason by id source'),
    ...places('xqcust', 'attribute value question region questionnaire key language passage input decision broken'),
    // Under the Chatham House Rule: nobody who was there, nor their words about it, is known to anyone else.
    ...places('xqhouse', 'file from sign host title heading source id region'),
    // One input of a public note, narrowed to custodians or to nobody's name.
    ...places('xqnarrow', 'text tag reason by'),
    // Whose name may not be told, alone or beside their group's: neither the note nor who was there is known to anyone.
    ...places('xqnone', 'file from sign host title heading source id region language key questionnaire'),
    ...places('xqpoll', 'file from sign host title heading source id region language key questionnaire'),
    ...places('xqgroup', 'file from sign host title heading source id key questionnaire'),
    ...places('xqchild', 'file from sign host title heading source id key questionnaire'),
    // A reviewer's comments, taken in from a Word file.
    ...places('xqword', 'file from text reason by'),
    'xqbrokenfile',
    'xqbrokentext',
    'xqcommit',
  ],
  'core-group': [
    ...places('xqcore', 'file from sign host title heading text tag code reason by source'),
    ...places('xqhouse', 'reason by'),
    // Words that may not be passed on: its contributor may be named, and what they said may not be told.
    ...places('xqquote', 'heading text tag code reason by'),
    // What contributors wrote themselves may be told in other words alone, and what a note-taker quotes not at all.
    ...places('xqpara', 'heading text'),
    ...places('xqsaid', 'quoted'),
    ...places('xqchild', 'quoted'),
    'xqdecisionfile',
    'xqdecisiontitle',
    'xqdecisionname',
    // What a member would have otherwise, why it broke a silence, and who received a text.
    'xqreservation',
    'xqbreak',
    'xqrecipient',
  ],
};

/** What anybody may see; a run that shows none of it looked at nothing. */
export const OPEN = 'xqopenfrom';

function places(prefix: string, words: string): string[] {
  return words.split(' ').map((word) => prefix + word);
}

/** Beginnings of the markers of one note each. */
export const PREFIXES = [
  'xqcust',
  'xqcore',
  'xqhouse',
  'xqquote',
  'xqnone',
  'xqpoll',
  'xqgroup',
  'xqchild',
  'xqpara',
  'xqsaid',
  'xqword',
] as const;

/** Markers that an audience may not see. */
export function forbiddenTo(audience: 'public' | 'core-group'): readonly string[] {
  return audience === 'public' ? [...MARKERS.custodian, ...MARKERS['core-group']] : MARKERS.custodian;
}

const PROCESS = `penholder: 1
title: Guidance note
name: note
language: en
core-group: [{ id: OHCHR, name: Office }]
stages:
  - { id: zero, title: Zero draft, after: [] }
  - { id: interim, title: Interim draft, after: [first] }
  - { id: second, title: Second draft, after: [first] }
rounds: [{ id: first, title: First round, on: zero, actual: { from: 2022-01-01, to: 2022-09-30 } }]
groups: [{ id: experts, title: Experts }, { id: children, title: Children, safeguarding: required }]
regions: [{ id: africa, title: Africa }]
levels: [{ id: national, title: National }]
coverage:
  targets: [{ group: experts, notes: 40, participants: 400 }]
codebook:
  theme:
    title: Theme
    values:
${['cust', 'core', 'quote', 'house', 'none', 'poll', 'group', 'child', 'para', 'said', 'narrow', 'open'].map((one) => `      - { id: xq${one}code, title: ${one} }`).join('\n')}
`;

const SECTION = (words: string) =>
  `---\nid: scope\ntitle: Scope\n---\n\nEntities ask children ${words}. ^p-0000001\n\nThey answer ${words}. ^p-0000002\n\nThey report ${words}. ^p-0000003\n`;

interface Note {
  readonly prefix: string;
  /** What its contributors were promised, and how they spoke where that decides it. */
  readonly promised: Readonly<Record<string, string>>;
  /** Faults that rules quote. */
  readonly faulty: boolean;
}

function note({ prefix, promised, faulty }: Note): string {
  const region = faulty ? `${prefix}region` : 'africa';
  const keys: Readonly<Record<string, string>> = {
    round: 'first',
    date: '2022-06-01',
    method: 'interview',
    group: 'experts',
    from: `${prefix}from Institute`,
    capacity: 'institutional',
    signatories: `[${prefix}sign]`,
    'facilitated-by': `[${prefix}host]`,
    title: `${prefix}title`,
    region,
    level: 'national',
    languages: `[${faulty ? `${prefix}language!` : 'en'}]`,
    participants: `{ total: 3, age-bands: { 18-30: ${faulty ? 9 : 3} } }`,
    ...promised,
    source: `{ name: ${prefix}source.md, sha256: ${'0'.repeat(64)} }`,
    ...(faulty && { questionnaire: `${prefix}questionnaire`, [`${prefix}key`]: '1' }),
  };
  return `---
${Object.entries(keys)
  .map(([key, value]) => `${key}: ${value}`)
  .join('\n')}
---

## ${prefix}heading${faulty ? ` {#${prefix}question}` : ''}

- ${prefix}text is said, “${prefix}quoted” too. ${faulty ? `#${prefix}tag ` : ''}#gap #theme/${prefix}code ^i1
${
  faulty
    ? `- ${prefix}text again, call +41 22 555 01 99. #gap {${prefix}attribute="a"} ^${prefix}id
- ${prefix}text once more. #gap {quote="${prefix}value"} ^${prefix}id
- ${prefix}text without a kind. ^i4
- ${prefix}text without an id. Ms. Amina ${prefix}text came from the village of ${prefix}text. #gap
`
    : `- ${prefix}text again. #gap ^${prefix}id\n`
}${proposal(prefix, 'i7')}`;
}

/** An input that proposes other words for a passage. */
function proposal(prefix: string, id: string): string {
  const lines = [`- Entities ask children always.`, `+ Entities ask ${prefix}text.`]
    .map((line) => `  ${line}\n`)
    .join('');
  return `- ${prefix}text is proposed. {passage="p-0000001"} #comment ^${id}\n\n  \`\`\`proposal\n${lines}  \`\`\`\n`;
}

function responses(prefix: string, faulty: boolean): string {
  const good = (input: string, passage: string) =>
    `- { input: ${input}, decision: accepted, reason: ${prefix}reason holds, passages: [${passage}], by: ${prefix}by, date: 2022-09-01 }\n`;
  const bad = `- { input: ${prefix}input, decision: accepted, reason: ${prefix}reason, passages: [${prefix}passage] }
- { input: i4, decision: duplicate, duplicate-of: first/${prefix}file#${prefix}input, reason: ${prefix}reason }
`;
  return good('i1', 'p-0000001') + good(`${prefix}id`, 'p-0000002') + (faulty ? bad : '');
}

const OPENLY = { attribution: 'named', quote: 'verbatim', distribution: 'public', 'chatham-house': 'false' };
const SAFE =
  '{ risk-assessment: 2022-05-01, focal-point: safeguarding lead, trained-facilitators: true, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }';
const PROMISED: Readonly<Record<string, Note['promised']>> = {
  cust: { ...OPENLY, distribution: 'custodian' },
  core: { ...OPENLY, distribution: 'core-group' },
  house: { ...OPENLY, 'chatham-house': 'true' },
  quote: { ...OPENLY, quote: 'no' },
  none: { ...OPENLY, attribution: 'none' },
  poll: { ...OPENLY, attribution: 'none', method: 'survey' },
  group: { ...OPENLY, attribution: 'group' },
  para: { ...OPENLY, quote: 'paraphrase', method: 'written-input' },
  said: { ...OPENLY, quote: 'paraphrase' },
  child: {
    ...OPENLY,
    attribution: 'group',
    quote: 'paraphrase',
    group: 'children',
    method: 'online-discussion',
    participants: '{ total: 3, age-bands: { 7-12: 3 } }',
    safeguarding: SAFE,
    'retain-until': '2030-12-31',
  },
};

/** Words of the comments in {@link REVIEWED}, in their order. */
const COMMENTS = ['xqwordtext is unclear.', 'xqwordtext is too long.', 'xqwordtext is twice there.'];

/** A Word file with comments, as it came back from a reviewer. */
export const REVIEWED = wordBytes({
  body: COMMENTS.map(
    (_, id) =>
      `<w:p><w:commentRangeStart w:id="${id}"/><w:r><w:t>Words</w:t></w:r><w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r></w:p>`,
  ).join(''),
  comments: COMMENTS.map(
    (words, id) =>
      `<w:comment w:id="${id}" w:author="A reviewer"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`,
  ).join(''),
});

/** The consultation note that was made of it, with answers that say more than a reviewer may know. */
const WORD_NOTE = `---
round: first
date: 2022-06-03
method: written-input
group: experts
from: xqwordfrom Institute
capacity: institutional
region: africa
level: national
languages: [en]
attribution: named
quote: verbatim
distribution: custodian
chatham-house: false
source: { name: reviewed.docx, sha256: ${contentHash(REVIEWED)} }
---

## Comments on the text

${COMMENTS.map((words, index) => `- On “Words”: ${words} {passage="p-0000001"} #comment ^i${index + 1}`).join('\n')}
${proposal('xqword', 'i4')}`;
const WORD_RESPONSES = `- { input: i1, decision: noted, reason: It is as xqhousefrom Institute and the xqcoretitle have it., by: OHCHR, date: 2022-09-02 }
- { input: i2, decision: accepted, reason: xqwordreason by the xqdecisiontitle., passages: [p-0000001], by: xqwordby, date: 2022-09-02 }
- { input: i3, decision: duplicate, duplicate-of: first/xqcustfile#i1, reason: As xqopenfrom Institute has it. }
`;

const OPEN_NOTE = `---
round: first
date: 2022-06-02
method: interview
group: experts
from: xqopenfrom Institute
capacity: institutional
region: africa
level: national
languages: [en]
attribution: named
quote: verbatim
distribution: public
chatham-house: false
---

## What was said

- Everybody may know this. #gap #theme/xqopencode ^i1
- xqnarrowtext #xqnarrowtag #gap #theme/xqnarrowcode {distribution="custodian"} ^i2
- xqnarrowtext again #gap {distribution="custodian" quote="no"} ^i3
- Everybody may know this too. #gap ^i4
${proposal('xqopen', 'i5')}${proposal('xqopenother', 'i6')}`;

const OPEN_RESPONSES = (
  faulty: boolean,
) => `- { input: i1, decision: accepted, reason: It is said now., passages: [p-0000003], decisions: [d1, xqdecisionname] }
- { input: i4, decision: accepted, reason: As xqhousefrom Institute and XQCUSTFILE say., passages: [p-0000003] }
- { input: i2, decision: accepted, reason: xqnarrowreason, passages: [p-0000003], by: xqnarrowby }
- { input: i3, decision: ${faulty ? 'duplicate, duplicate-of: first/xqcustfile#i99' : 'noted'}, reason: xqnarrowreason }
`;

const BROKEN = '---\ndate: 2022-06-01\nfrom: xqbrokentext\n---\n\n## xqbrokentext\n\n- xqbrokentext ^i1\n';

const QUESTIONNAIRE = '---\ngroup: experts\nround: first\nlanguage: en\n---\n\n## What is missing? {#q1}\n';

const CLEARED = `${'0'.repeat(40)}  drafts/99-gone.md\n`;
const DIGEST = contentHash(CLEARED);
const CLEARANCE = (faulty: boolean) => `clearances:
  - { by: ${faulty ? 'xqreservation' : 'OHCHR'}, level: technical, date: 2022-10-01, text: ${DIGEST}, reservation: xqreservation }
silence:
  - opened: 2022-10-01
    deadline: 2022-10-10
    level: technical
    text: ${DIGEST}
    broken: [{ by: OHCHR, date: 2022-10-02, why: xqbreak }]
${faulty ? '    xqbreak: 1\n' : ''}texts: { ${DIGEST}: { drafts/99-gone.md: ${'0'.repeat(40)} } }
`;
const CIRCULATION = (faulty: boolean) => `- to: experts
  stakeholders: [xqrecipient]
  date: 2022-10-03
  deadline: 2022-10-05
  distribution: public
  tag: zero-draft
  files: [{ name: xqrecipient.pdf, version: ${faulty ? 'xqrecipient' : 'clean'}, sha256: ${'0'.repeat(64)} }]
`;

/** Tags of the stages that are frozen. */
export const TAGS = ['interim-draft', 'zero-draft'];

/** A submission from outside, told apart by its name. */
export const GIVEN = note({ prefix: 'xqcust', promised: PROMISED.cust ?? {}, faulty: true })
  .replace(/^source:.*\n/mu, '')
  .replace(/^date: .*$/mu, 'date: 2022-07-07')
  .concat('- xqcusttext is new. #xqcusttag #gap\n');

/** Notes that may be named, so that their faults may be told. */
const WHOLE: ReadonlySet<string> = new Set(['quote', 'para', 'said']);

/** Files of the workspace, without or with faults in all that is confidential. */
export function plantedFiles(faulty: boolean): Record<string, string> {
  const files: Record<string, string> = {
    'penholder.yaml': PROCESS,
    'drafts/10-scope.md': SECTION('first'),
    'questionnaires/experts-first.en.md': QUESTIONNAIRE,
    'consultations/first/expert-open.md': OPEN_NOTE,
    'consultations/first/expert-open.responses.yaml': OPEN_RESPONSES(faulty),
    'decisions/xqdecisionfile.md':
      '---\nid: d1\ntitle: xqdecisiontitle\ndate: 2022-10-01\npassages: [p-0000002]\n---\n\nDecided.\n',
    // What a decision is called can say what it is about.
    'decisions/other.md':
      '---\nid: xqdecisionname\ntitle: xqdecisiontitle on xqcustfrom Institute\ndate: 2022-10-03\npassages: [p-0000001]\ndecides: [first/expert-open#i4]\n---\n\nDecided.\n',
  };
  files['clearances/zero.yaml'] = CLEARANCE(faulty);
  files['circulations/zero.yaml'] = CIRCULATION(faulty);
  for (const [kind, promised] of Object.entries(PROMISED)) {
    const prefix = `xq${kind}`;
    const path = `consultations/first/${prefix}file`;
    const isFaulty = faulty && !WHOLE.has(kind);
    files[`${path}.md`] = note({ prefix, promised, faulty: isFaulty });
    files[`${path}.responses.yaml`] = responses(prefix, isFaulty);
  }
  files['consultations/first/xqwordfile.md'] = WORD_NOTE;
  files['consultations/first/xqwordfile.responses.yaml'] = WORD_RESPONSES;
  if (!faulty) return files;
  return {
    ...files,
    'consultations/first/xqbrokenfile.md': BROKEN,
    'consultations/first/xqcustbroken.responses.yaml':
      '- { input: i1, decision: xqcustdecision, reason: xqcustreason }\n',
    'decisions/d2-xqdecisionfile.md': '---\nid: d1\ntitle: xqdecisiontitle\ndate: 2022-10-02\n---\n\nDecided.\n',
  };
}

/** Fills a repository with the workspace and two stages; commits between them name contributors. */
export function plant(folder: string, faulty: boolean): void {
  const commit = (message: string, ...tag: readonly string[]) => {
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', message);
    for (const name of tag) git(folder, 'tag', '-a', '-m', `A draft\n\nStage: ${name.replace('-draft', '')}`, name);
  };
  git(folder, 'init', '-q');
  fill(folder, plantedFiles(faulty));
  commit('Begin', 'zero-draft');
  fill(folder, { 'drafts/10-scope.md': SECTION('always') });
  commit('Reword p-0000001 after xqcustfrom Institute and xqcustfile, p-0000002 and p-0000003', 'interim-draft');
}
