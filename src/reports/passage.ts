import type { BlockContent, PhrasingContent } from 'mdast';
import type { Change, ChangeLog } from '../model/change-log.ts';
import { changeWords } from '../model/change-words.ts';
import type { Audience, Report } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { fill, labels } from '../model/labels.ts';
import { type PassageWords, reportWords } from '../model/report-words.ts';
import type { Workspace } from '../model/workspace.ts';
import { directionOf } from '../text/language.ts';
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
  const tongue = passageTongue(process.language);
  const { words, language } = tongue;
  const open = inputs.filter(({ state }) => OPEN.has(state));
  const answered = inputs.filter(({ state }) => !OPEN.has(state));
  const children: BlockContent[] = [
    heading(fill(words.title, { id }), 1),
    ...steps.flatMap((step, index) => stepBlocks(step, steps[index - 1], tongue)),
    heading(words.openTitle, 2),
    ...(open.length === 0 ? [paragraph(words.noneOpen)] : []),
    ...(open.length === 0 ? [] : [list(open.map((input) => [paragraph(inputWords(input, tongue))]))]),
    heading(words.answeredTitle, 2),
    ...(answered.length === 0 ? [paragraph(words.noneAnswered)] : []),
    ...(answered.length === 0 ? [] : [list(answered.map((input) => [paragraph(inputWords(input, tongue))]))]),
    ...(limits.length === 0 ? [] : [heading(words.unseen, 2), list(limits.map((line) => [paragraph(line)]))]),
  ];
  const frame = { process, kind: words.kind, date, distribution: audience.distribution };
  return reportDocument({ ...frame, language, direction: directionOf(language) }, children);
}

const OPEN: ReadonlySet<PassageInput['state']> = new Set(['unanswered', 'pending', 'suspect', 'deferred']);

/** The language of a report, its words, and the language of the text it is about. */
interface PassageTongue {
  readonly language: string;
  readonly words: PassageWords;
  /** Between the parts of an enumeration. */
  readonly comma: string;
  readonly text: string;
}

function passageTongue(text: string): PassageTongue {
  const { language } = labels(text);
  const { passage: words, reach } = reportWords(language);
  return { language, words, comma: reach.comma, text };
}

function inputWords(
  { ref, from, words: own, state, decision, reason }: PassageInput,
  { words, language, comma }: PassageTongue,
): PhrasingContent[] {
  const { responses, stop } = changeWords(language);
  const who = from === undefined ? '' : ` (${from})`;
  const stands = words.states[state];
  const told = decision === undefined || state === 'deferred' ? stands : `${responses[decision]}${comma}${stands}`;
  const said = own === undefined ? words.wordsWithheld : own.replace(/\s+/gu, ' ').trim();
  const answer = `${language === 'zh' ? '' : ' '}${words.answer}${labels(language).colon}`;
  const why = reason === undefined ? [] : [strong(answer), plain(reason.trim())];
  return [strong(ref), plain(`${who}${comma}${told}${stop}${said}`), ...why];
}

function stepBlocks(step: LifeStep, before: LifeStep | undefined, tongue: PassageTongue): BlockContent[] {
  const { stage, passages, changes } = step;
  const { words, comma } = tongue;
  const title = stage.date === undefined ? stage.title : `${stage.title}${comma}${stage.date.slice(0, 10)}`;
  const wasThere = (before?.passages.length ?? 0) > 0;
  const changed = changes.filter(({ kind }) => kind !== 'unchanged');
  const nothing = wasThere ? words.gone : words.notThere;
  const same = before !== undefined && changed.length === 0 && passages.length > 0 && wasThere;
  const first = (one: PassageState) => [placesBlock([one], tongue), inLanguage([plain(one.text)], tongue)];
  const later = passages.length === 0 ? [] : [placesBlock(passages, tongue)];
  return [
    heading(title, 2),
    ...(passages.length === 0 ? [paragraph(nothing)] : []),
    ...(before === undefined ? passages.flatMap(first) : later),
    ...(same ? [paragraph(words.same)] : []),
    ...changed.flatMap((change) => changeBlocks(change, tongue)),
  ];
}

function placesBlock(passages: readonly PassageState[], { words, text }: PassageTongue): BlockContent {
  const items = passages.map(({ ref, headings }) => {
    const id = ref.id === undefined ? '' : ` (${ref.id})`;
    const under = headings.length === 0 ? '' : fill(words.under, { headings: headings.join(' › ') });
    return `${placeWords(ref, text)}${under}${id}`;
  });
  const [only] = items;
  return items.length === 1 && only !== undefined
    ? paragraph(`${only}${changeWords(text).stop.trimEnd()}`)
    : list(items.map((item) => [paragraph(item)]));
}

function inLanguage(children: PhrasingContent[], { text, language }: PassageTongue): BlockContent {
  const block = { ...paragraph(children), data: { role: 'words', ...(text !== language && { language: text }) } };
  return block as BlockContent;
}

function changeBlocks(change: Change, tongue: PassageTongue): BlockContent[] {
  const { language, comma } = tongue;
  const words = changeWords(language);
  const wording = { language, words, reasons: true, shared: [] };
  const reasons = reasonsOf([change]).map((reason) => describeReason(reason, wording));
  const why = reasons.length === 0 ? [words.noReason] : reasons;
  return [
    paragraph([strong(sentence(`${words.kinds[change.kind]}${comma}${words[change.severity]}`))]),
    inLanguage(marked(change), tongue),
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
