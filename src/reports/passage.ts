import type { BlockContent, PhrasingContent } from 'mdast';
import type { Change, ChangeLog } from '../model/change-log.ts';
import { changeWords } from '../model/change-words.ts';
import type { Audience, Report } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { disclosures } from '../trace/disclose-input.ts';
import { heading, list, paragraph, plain, reportDocument, strong } from './blocks.ts';
import { describeReason, reasonsOf } from './change-log/reasons.ts';
import { type PassageInput, passageInputs } from './passage/inputs.ts';
import { type LifeStage, type LifeStep, type PassageState, passageLife } from './passage/life.ts';
import { placeWords } from './places/stage-view.ts';

export type { LifeStage } from './passage/life.ts';

/** What the life of a passage is made from. */
export interface PassageContext {
  /** With notes, responses and decisions. */
  readonly workspace: Workspace;
  readonly audience: Audience;
  /** ISO date that the report carries. */
  readonly date: string;
  /** Frozen stages in order, and the text as it stands. */
  readonly stages: readonly LifeStage[];
  /** Between neighbours, with reasons as the audience may know them. */
  readonly logs: readonly ChangeLog[];
  /** Fingerprints of the passages of the text as it stands, by id. */
  readonly prints: ReadonlyMap<string, string>;
}

/** What the caller chose. */
export interface PassageOptions {
  /** Id of a passage, of a block that holds some, or of a section; of a stage long gone too. */
  readonly id: string;
}

/** The life of a passage, for programs. */
export interface PassageData {
  readonly id: string;
  readonly distribution: Audience['distribution'];
  /** Whether any stage ever had it. */
  readonly known: boolean;
  readonly steps: readonly LifeStep[];
  /** Inputs answered with it, and those without an answer that name it or its section. */
  readonly inputs: readonly PassageInput[];
  /** What the change logs could not see. */
  readonly limits: readonly string[];
}

/** The life of a passage: its words in every stage, and why they changed. */
export const passage: Report<PassageContext, PassageOptions> = {
  id: 'passage',
  about: 'The life of a passage: its words in every stage, the inputs, decisions and commits behind each change.',
  build: (context, { id }) => {
    const data = passageData(context, id);
    return { document: passageDocument(data, context), data };
  },
};

/** Gathers the life of a passage, as its readers may know it. */
export function passageData(context: PassageContext, id: string): PassageData {
  const { workspace, audience, stages, logs, prints } = context;
  const steps = passageLife(id, stages, logs);
  const refs = (steps ?? []).flatMap(({ passages }) => passages.map(({ ref }) => ref));
  const ids = new Set([
    id,
    ...refs.flatMap((ref) => [...(ref.id === undefined ? [] : [ref.id]), ...(ref.within ?? [])]),
  ]);
  const told = disclosures({ notes: workspace.notes, process: workspace.process, audience });
  const files = new Set(refs.map(({ file }) => file));
  const sections = stages.flatMap((stage) => [...stage.sections].filter(([, file]) => files.has(file)));
  const asked = new Set([...ids, ...sections.map(([section]) => section)]);
  return {
    id,
    distribution: audience.distribution,
    known: steps !== undefined,
    steps: steps ?? [],
    inputs: steps === undefined ? [] : passageInputs(workspace, { ids, asked, told, prints }),
    limits: [...new Set(logs.flatMap(({ limits }) => limits))],
  };
}

function passageDocument(data: PassageData, { workspace, audience, date }: PassageContext): Document {
  const { process } = workspace;
  const { steps, inputs, limits, id } = data;
  const open = inputs.filter(({ state }) => OPEN.has(state));
  const answered = inputs.filter(({ state }) => !OPEN.has(state));
  const children: BlockContent[] = [
    heading(`The life of passage ${id}`, 1),
    ...steps.flatMap((step, index) => stepBlocks(step, steps[index - 1], process.language)),
    heading('Open inputs', 2),
    ...(open.length === 0
      ? [paragraph('None that may be told here waits for an answer, an edit or another look.')]
      : []),
    ...(open.length === 0 ? [] : [list(open.map((input) => [paragraph(inputWords(input))]))]),
    heading('Inputs answered', 2),
    ...(answered.length === 0 ? [paragraph('None that may be told here.')] : []),
    ...(answered.length === 0 ? [] : [list(answered.map((input) => [paragraph(inputWords(input))]))]),
    ...(limits.length === 0
      ? []
      : [heading('What could not be seen', 2), list(limits.map((line) => [paragraph(line)]))]),
  ];
  return reportDocument({ process, kind: 'Life of a passage', date, distribution: audience.distribution }, children);
}

const OPEN: ReadonlySet<PassageInput['state']> = new Set(['unanswered', 'pending', 'suspect', 'deferred']);

const STATES: Readonly<Record<PassageInput['state'], string>> = {
  unanswered: 'without an answer',
  pending: 'accepted, not yet written',
  suspect: 'the passage was changed since the answer was carried out',
  deferred: 'deferred',
  done: 'carried out',
  answered: 'answered',
};

function inputWords({ ref, from, words, state, decision, reason }: PassageInput): PhrasingContent[] {
  const { responses } = changeWords('en');
  const who = from === undefined ? '' : ` (${from})`;
  const told =
    decision === undefined || state === 'deferred' ? STATES[state] : `${responses[decision]}, ${STATES[state]}`;
  const said = words === undefined ? 'Its words may not be passed on.' : words.replace(/\s+/gu, ' ').trim();
  const why = reason === undefined ? [] : [strong(' Answer: '), plain(reason.trim())];
  return [strong(ref), plain(`${who}, ${told}. ${said}`), ...why];
}

function stepBlocks(step: LifeStep, before: LifeStep | undefined, language: string): BlockContent[] {
  const { stage, passages, changes } = step;
  const title = stage.date === undefined ? stage.title : `${stage.title}, ${stage.date.slice(0, 10)}`;
  const wasThere = (before?.passages.length ?? 0) > 0;
  const changed = changes.filter(({ kind }) => kind !== 'unchanged');
  const nothing = wasThere ? 'It is no longer there.' : 'It is not there.';
  const same = before !== undefined && changed.length === 0 && passages.length > 0 && wasThere;
  const first = (one: PassageState) => [placesBlock([one], language), inLanguage([plain(one.text)], language)];
  const later = passages.length === 0 ? [] : [placesBlock(passages, language)];
  return [
    heading(title, 2),
    ...(passages.length === 0 ? [paragraph(nothing)] : []),
    ...(before === undefined ? passages.flatMap(first) : later),
    ...(same ? [paragraph('Its words are those of the stage before.')] : []),
    ...changed.flatMap((change) => changeBlocks(change, language)),
  ];
}

function placesBlock(passages: readonly PassageState[], language: string): BlockContent {
  const items = passages.map(({ ref, headings }) => {
    const id = ref.id === undefined ? '' : ` (${ref.id})`;
    const under = headings.length === 0 ? '' : `, under ${headings.join(' › ')}`;
    return `${placeWords(ref, language)}${under}${id}`;
  });
  const [only] = items;
  return items.length === 1 && only !== undefined
    ? paragraph(`${only}.`)
    : list(items.map((item) => [paragraph(item)]));
}

function inLanguage(children: PhrasingContent[], language: string): BlockContent {
  const block = { ...paragraph(children), data: { role: 'words', ...(language !== 'en' && { language }) } };
  return block as BlockContent;
}

function changeBlocks(change: Change, language: string): BlockContent[] {
  const words = changeWords('en');
  const wording = { language: 'en', words, reasons: true, shared: [] };
  const reasons = reasonsOf([change]).map((reason) => describeReason(reason, wording));
  const why = reasons.length === 0 ? [words.noReason] : reasons;
  return [
    paragraph([strong(sentence(`${words.kinds[change.kind]}, ${words[change.severity]}`))]),
    inLanguage(marked(change), language),
    list(why.map((line) => [{ ...paragraph(line), data: { role: 'reason' } } as BlockContent])),
  ];
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** All words of both stages, those of only one of them marked. */
function marked({ words }: Change): PhrasingContent[] {
  return words.map(({ kind, text }): PhrasingContent => {
    if (kind === 'kept') return plain(text);
    return { type: kind === 'inserted' ? 'insertion' : 'deletion', children: [plain(text)] };
  });
}
