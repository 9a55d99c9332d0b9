import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import type { ConsultationNote, Input, NoteFrontMatter, Visibility } from '../../../src/model/consultation-note.ts';
import type { Audience } from '../../../src/model/contracts.ts';
import type { Document } from '../../../src/model/document.ts';
import { type Process, processSchema } from '../../../src/model/process.ts';
import type { Response, ResponseEntry } from '../../../src/model/response.ts';
import type { Workspace } from '../../../src/model/workspace.ts';
import type { ExplorerContext } from '../../../src/reports/explorer/data.ts';
import type { StageDocument } from '../../../src/reports/explorer/passages.ts';
import { directionOf } from '../../../src/text/language.ts';
import { reasonsFor } from '../../../src/trace/reasons.ts';
import { read } from '../changes/documents.ts';

const OPEN: Visibility = {
  distribution: 'public',
  attribution: 'organisation',
  quote: 'verbatim',
  chathamHouse: false,
};

/** A process with two rounds, two groups and a codebook. */
export const PROCESS: Process = processSchema.parse({
  penholder: 1,
  title: 'A guidance note',
  language: 'en',
  stages: [
    { id: 'zero', title: 'Zero draft' },
    { id: 'second', title: 'Second draft', after: ['first'] },
    { id: 'advanced', title: 'Advanced draft', after: ['second'] },
  ],
  rounds: [
    { id: 'first', title: 'First round' },
    { id: 'second', title: 'Second round' },
  ],
  groups: [
    { id: 'children', title: 'Children' },
    { id: 'experts', title: 'Experts' },
  ],
  codebook: { pillar: { title: 'Pillar', values: [{ id: 'peace', title: 'Peace' }] } },
});

/** What is said of an input beside its words. */
export interface SampleInput extends Partial<Pick<Input, 'kinds' | 'codes' | 'language'>> {
  readonly text: string;
  readonly visibility?: Partial<Visibility>;
  readonly response?: Omit<ResponseEntry, 'input'>;
}

/** A note and the responses to its inputs. */
export function noteOf(
  name: string,
  inputs: readonly SampleInput[],
  more: Partial<NoteFrontMatter> = {},
): { readonly note: ConsultationNote; readonly responses: readonly Response[] } {
  const frontMatter: NoteFrontMatter = {
    round: 'first',
    date: '2022-09-14',
    method: 'survey',
    group: 'children',
    from: `Alliance ${name}`,
    capacity: 'institutional',
    ...more,
  };
  const id = `${frontMatter.round}/${name}`;
  const ref = (index: number) => `${id}#i${index + 1}`;
  return {
    note: {
      id,
      file: `consultations/${id}.md`,
      frontMatter,
      inputs: inputs.map(({ text, kinds = [], codes = [], visibility, language }, index) => ({
        id: `i${index + 1}`,
        ref: ref(index),
        kinds,
        codes,
        text,
        ...(language !== undefined && { language }),
        visibility: { ...OPEN, ...visibility },
        line: 10 + index,
        endLine: 10 + index,
      })),
    },
    responses: inputs.flatMap(({ response }, index) =>
      response === undefined
        ? []
        : [
            {
              entry: { input: `i${index + 1}`, ...response },
              note: id,
              inputRef: ref(index),
              file: `consultations/${id}.responses.yaml`,
              line: 1 + index,
            },
          ],
    ),
  };
}

/** A workspace of some notes. */
export function workspaceOf(notes: readonly ReturnType<typeof noteOf>[]): Workspace {
  return {
    prefix: '',
    process: PROCESS,
    notes: notes.map(({ note }) => note),
    responses: notes.flatMap(({ responses }) => [...responses]),
    decisions: [],
    questionnaires: [],
    stakeholders: [],
    findings: [],
  };
}

const TITLES = ['Zero draft', 'Second draft', 'Advanced draft'];
const IDS = ['zero', 'second', 'advanced'];

/** What an explorer is made from: stages as Markdown, and a workspace. */
export function explorerContext(
  texts: readonly [string, ...string[]],
  workspace: Workspace,
  { audience = { distribution: 'public' }, language = 'en' }: { audience?: Audience; language?: string } = {},
): ExplorerContext {
  const [first, ...others] = texts.map((text, index): StageDocument => {
    const title = TITLES[index] ?? '';
    return { id: IDS[index] ?? '', title, document: withStage(read(text, language), IDS[index] ?? '', title) };
  });
  if (first === undefined) throw new Error('There is no text.');
  const stages: [StageDocument, ...StageDocument[]] = [first, ...others];
  const { notes, responses, decisions, process } = workspace;
  const reasons = reasonsFor({ notes, responses, decisions, process, commits: [], audience });
  const logs = stages.flatMap((from, index) =>
    stages.slice(index + 1).map((to) => compareDocuments(from.document, to.document, { from, to, reasons })),
  );
  return { workspace, audience, stages, logs, prints: new Map() };
}

function withStage(document: Document, id: string, title: string): Document {
  const { meta } = document;
  return { ...document, meta: { ...meta, direction: directionOf(meta.language), stage: { id, title } } };
}

const ZERO = `# Duties

Entities should consult children before they plan programmes that concern them. ^p-consult

Civil society reaches children whom public services fail, and its experience counts. ^p-civil

# Means

Each entity reports on progress in march of every year to the secretariat. ^p-report
`;
const SECOND = `# Duties

Entities shall consult children before they plan programmes that concern them. ^p-consult

# Means

Each entity reports on progress in march of every year to the secretariat. ^p-report

A fund is set up for translations into the languages of those who were asked. ^p-fund
`;
const ADVANCED = `# Duties

Entities shall consult children, in words they understand, before they plan programmes that concern them. ^p-consult

# Means

Each entity reports on progress in *march* of every year to the secretariat. ^p-report

A fund is set up for translations into all languages of those who were asked. ^p-fund
`;

/** Three stages, and inputs of every kind of answer. */
export function sampleContext(audience: Audience = { distribution: 'public' }, language = 'en'): ExplorerContext {
  const accepted = {
    decision: 'accepted' as const,
    reason: 'It binds now.',
    passages: ['p-consult'],
    by: 'UNICEF',
  };
  return explorerContext(
    [ZERO, SECOND, ADVANCED],
    workspaceOf([
      noteOf('africa', [
        {
          text: 'Ask us first. <script>alert(1)</script>',
          kinds: ['gap'],
          codes: ['pillar/peace'],
          response: accepted,
        },
        { text: 'Pay for the translations.', kinds: ['recommendation'] },
        {
          text: 'Please ask us before you plan.',
          kinds: ['gap'],
          response: { decision: 'duplicate', 'duplicate-of': 'i1', reason: 'As above.', passages: ['p-consult'] },
        },
      ]),
      noteOf(
        'jurists',
        [
          {
            text: 'Civil society is not only there where the State fails: résumé.',
            kinds: ['comment'],
            response: { decision: 'not-accepted', reason: 'Its role is told in chapter two.', passages: ['p-civil'] },
          },
        ],
        { round: 'second', group: 'experts', from: 'Institute of Jurists' },
      ),
      noteOf('closed', [
        {
          text: 'A word in confidence.',
          visibility: { distribution: 'core-group', quote: 'no' },
          response: { decision: 'accepted', reason: 'Told in confidence.', passages: ['p-fund'] },
        },
      ]),
    ]),
    { audience, language },
  );
}

/** As many passages and inputs as are asked for, answered in turn. */
export function largeContext(passages: number, inputs: number): ExplorerContext {
  const words = (seed: number, count: number) =>
    Array.from({ length: count }, (_, index) => WORDS[(seed * 7 + index * index * 3 + index) % WORDS.length]).join(' ');
  const text = (stage: number) =>
    Array.from({ length: passages }, (_, index) => {
      const heading = index % 25 === 0 ? `# Chapter ${index / 25 + 1}\n\n` : '';
      const edited = (index + stage) % 3 === 0 ? ` ${words(index + stage, 6)}` : '';
      return `${heading}Passage ${index} ${words(index, 60)}${edited}. ^p-${index}`;
    }).join('\n\n');
  const perNote = 50;
  const notes = Array.from({ length: Math.ceil(inputs / perNote) }, (_, at) =>
    noteOf(
      `note-${at}`,
      Array.from({ length: Math.min(perNote, inputs - at * perNote) }, (_unused, index): SampleInput => {
        const number = at * perNote + index;
        const response = {
          decision: DECISIONS[number % DECISIONS.length] ?? 'noted',
          reason: words(number, 12),
          passages: [`p-${number % passages}`],
        };
        return { text: words(number, 35), kinds: [KINDS[number % 3] ?? 'gap'], ...(number % 10 > 0 && { response }) };
      }),
      { group: at % 2 === 0 ? 'children' : 'experts' },
    ),
  );
  return explorerContext([text(0), text(1), text(2)], workspaceOf(notes));
}

const DECISIONS = ['accepted', 'accepted-in-part', 'noted', 'not-accepted'] as const;
const KINDS = ['gap', 'barrier', 'recommendation'] as const;
const WORDS =
  'entities children consult report programme budget policy participation safeguard country regional plan review access data rights duty partner school health protection voice youth training language'.split(
    ' ',
  );
